"""Frames: the cue that gives a quoted passage to somebody, by where it stands in the writer's sentence."""

from __future__ import annotations

from typing import NamedTuple

from .cues import cue_adjectives, is_outlet, source_phrases
from .finite import verb
from .nominals import Nominal, honorific, is_time, skip_prepositional
from .prose import NAME, QUOTE, Sentence
from .subjects import antecedent, complete, ending_at, left_subject, right_subject, subject
from .syntax import DASHES, HARD, Syntax, syntax_of
from .verb_groups import Group
from .wordclass import (
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    NEGATION,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    tag,
)

_BREAKING = frozenset(("tandis", "alors", "lorsque", "lorsqu'", "quand"))
_ADDRESSING = frozenset(
    "accuser féliciter remercier saluer critiquer interpeller interroger exhorter avertir informer prévenir appeler inviter rassurer "
    "alerter menacer louer juger considérer nommer qualifier traiter défendre contredire apostropher dénoncer évoquer citer mentionner".split()
)
_INFORMING = frozenset("avertir informer prévenir assurer convaincre persuader aviser rassurer alerter".split())


class Frame(NamedTuple):
    """A cue that governs a passage.

    ``rule`` says how it was found. ``speaker`` is the phrase that names who speaks, None where the cue names nobody
    ("dit-on"). ``cue`` is the span of the words that report; ``strength`` that of the verb.
    """

    rule: str
    speaker: Nominal | None
    cue: tuple[int, int] | None
    strength: str
    group: Group | None = None


def frame_of(sentence: Sentence, quote: int) -> Frame | None:
    """The frame of a passage inside its own sentence, or None when nothing there governs it."""
    syntax = syntax_of(sentence)
    at = sentence.index_of(quote)
    if at > 3 and syntax.tokens[0].low == "et" and syntax.tokens[1].low in ("de", "d'") and syntax.covering[2] is not None:
        return None
    after = _after(syntax, at)
    if after is not None and not _relays(after) and after.rule != "source-after-far":
        return after
    found = _before(syntax, at)
    if found is not None and after is not None and after.rule == "source-after-far":
        crossed = any(t.classes & QUOTE for t in syntax.tokens[at + 1 : _source_place(syntax, at)])
        return found if crossed or _relays(after) else after
    return found or after


def _source_place(syntax: Syntax, at: int) -> int:
    """Where the source phrase behind a passage begins."""
    for i in range(at + 1, len(syntax.tokens)):
        if _phrase_at(syntax, i, opening=False):
            return i
    return len(syntax.tokens)


def _relays(frame: Frame) -> bool:
    """Whether a frame names a news outlet."""
    speaker = frame.speaker
    if speaker is None:
        return False
    if speaker.people is not None and speaker.people.kind == "outlet":
        return True
    if speaker.kind == "common" and "text" in speaker.speech and speaker.entity is None and speaker.owner < 0:
        return True
    return speaker.entity is not None and speaker.entity.type == "ORGANISATION" and is_outlet(speaker.entity.canonical)


def _span(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    return syntax.tokens[first].start, syntax.tokens[last].end


def cue_span(syntax: Syntax, group: Group) -> tuple[int, int]:
    """The words of a verb group that report, its "en" of the gerund included."""
    return _span(syntax, group.first, max(group.last, group.pronoun_at))


def _verb_frame(syntax: Syntax, group: Group, rule: str, speaker: Nominal | None) -> Frame:
    return Frame(rule, speaker, cue_span(syntax, group), group.strength, group)


# --- behind the passage -------------------------------------------------------------------------------------------


def _after(syntax: Syntax, at: int) -> Frame | None:
    """A frame behind the passage: an incise, a source phrase, a name in parentheses or after a dash."""
    return _parenthesis(syntax, at) or _dash(syntax, at) or _incise_after(syntax, at) or _source_after(syntax, at)


def _parenthesis(syntax: Syntax, at: int) -> Frame | None:
    """« … » (Sergueï Lavrov)."""
    tokens = syntax.tokens
    i = at + 1
    if i + 2 >= len(tokens) or tokens[i].low != "(":
        return None
    i += 1
    i += honorific(tokens, i)
    if tokens[i].classes & NAME and tokens[i].entity is not None and tokens[i].entity.type == "PERSON":
        if i + 1 < len(tokens) and tokens[i + 1].low in (")", ","):
            return Frame("parenthesis", syntax.nominal(i, i + 1), None, "strong")
    return None


def _dash(syntax: Syntax, at: int) -> Frame | None:
    """« … » — Sergueï Lavrov, ministre."""
    tokens = syntax.tokens
    i = at + 1
    if i < len(tokens) and tokens[i].low in (",", "."):
        i += 1
    if i + 1 >= len(tokens) or tokens[i].low not in DASHES:
        return None
    i += 1
    j = i + honorific(tokens, i)
    if j < len(tokens) and tokens[j].classes & NAME and not any(g.first >= j for g in syntax.finite):
        entity = tokens[j].entity
        if entity is not None and entity.type in ("PERSON", "ORGANISATION"):
            return Frame("dash", syntax.nominal(i, len(tokens)), None, "strong")
    return None


def _incise_after(syntax: Syntax, at: int) -> Frame | None:
    """« … », a déclaré X; « … » sur ce thème, a aussi semblé se réjouir X; « … » X a dit."""
    tokens = syntax.tokens
    for group in syntax.groups:
        if group.first <= at:
            continue
        if group.mood not in ("finite",):
            continue
        between = range(at + 1, group.first)
        if any(tokens[i].low in (";", ":") for i in between):
            return None
        if not (group.reports or group.pronoun):
            if _near(syntax, at, group.first) and group.lemma:
                found = _postposed(syntax, at, group)
                if found:
                    return found
            continue
        if not incise_shaped(syntax, group):
            found = _postposed(syntax, at, group)
            if found is not None:
                return found
            continue
        speaker = subject(syntax, group) if group.pronoun else right_subject(syntax, group)
        if speaker is None:
            continue
        if group.lemma == "lire" and group.pronoun == "on":
            speaker = _read_on(syntax, group) or speaker
        rule = "incise-pronoun" if group.pronoun else "incise-noun"
        if any(tokens[i].classes & QUOTE for i in between) or not _near(syntax, at, group.first):
            rule += "-far"
        frame = _verb_frame(syntax, group, rule, speaker)
        return frame
    return None


def _read_on(syntax: Syntax, group: Group) -> Nominal | None:
    """« … », peut-on lire sur une banderole: what the words stand on, or its owner."""
    tokens = syntax.tokens
    for i in range(group.last + 1, min(group.last + 4, len(tokens) - 1)):
        if tokens[i].low in ("sur", "dans"):
            found = syntax.nominal(i + 1, len(tokens), inverted=True)
            return _behind_text(syntax, found) if found is not None else None
    return None


def _near(syntax: Syntax, at: int, first: int) -> bool:
    """Whether only a comma and adverbs stand between a passage and a group."""
    return all(
        t.classes & (PUNCTUATION | ADVERB | OBJECT | NEGATION) for t in syntax.tokens[at + 1 : first]
    )


def incise_shaped(syntax: Syntax, group: Group) -> bool:
    """Whether a verb stands as an incise does: behind a comma, a dash or a passage, its subject behind it."""
    tokens = syntax.tokens
    if group.mood != "finite":
        return False
    i = group.first - 1
    while i >= 0 and tokens[i].classes & ADVERB and not tokens[i].classes & QUOTE:
        i -= 1
    after = max(group.last, group.pronoun_at) + 1
    if group.pronoun:
        return True
    if i >= 0 and not (tokens[i].classes & QUOTE or tokens[i].low == "," or tokens[i].low in DASHES or tokens[i].low in ("(", ")", "...", "!", "?", "…")):
        return False
    if after < len(tokens) and (tokens[after].classes & (THAT | QUOTE) or tokens[after].low == ":"):
        return False
    speaker = right_subject(syntax, group)
    if speaker is None or speaker.kind == "pronoun" and speaker.low in ("il", "elle", "ils", "elles", "on", "nous", "vous", "je"):
        return False
    if i >= 0 and tokens[i].low == "," and group.strength == "strong" and group.lemma not in _ADDRESSING and _may_speak(speaker):
        follows = speaker.last + 1
        if follows < len(tokens) and tokens[follows].low == ",":
            return True
    if speaker.last + 1 < len(tokens) and tokens[speaker.last + 1].classes & QUOTE and speaker.kind == "common":
        return False
    if i >= 0 and tokens[i].classes & QUOTE:
        return True
    left = left_subject(syntax, group)
    return left is None or left.tokens[left.last].classes & QUOTE != 0 or not _adjacent(syntax, left, group)


def _adjacent(syntax: Syntax, phrase: Nominal, group: Group) -> bool:
    """Whether a phrase to the left is really the subject: no other finite verb has it already."""
    return not any(
        g is not group and phrase.last < g.first < group.first and not _in_relative(syntax, g) and subject_is(syntax, g, phrase)
        for g in syntax.finite
    )


def _in_relative(syntax: Syntax, group: Group) -> bool:
    """Whether a verb stands in a relative clause ("qui dirige l'opposition")."""
    start = syntax.segment_start(group.first)
    return any(t.classes & (RELATIVE | THAT) for t in syntax.tokens[start : group.first])


def subject_is(syntax: Syntax, group: Group, phrase: Nominal) -> bool:
    """Whether a verb has this phrase for its subject."""
    if group.pronoun:
        return False
    found = left_subject(syntax, group)
    return found is not None and found.head == phrase.head


def _postposed(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """« … », le ministre a dit lundi: a report in plain order behind the passage."""
    tokens = syntax.tokens
    if group.strength != "strong" or group.pronoun or at != 0 and tokens[at - 1].low not in HARD:
        return None
    after = group.last + 1
    if after < len(tokens) and (tokens[after].classes & (THAT | QUOTE | DETERMINER) or tokens[after].low == ":"):
        return None
    if any(t.classes & (QUOTE | THAT) for t in tokens[after:]):
        return None
    i = at + 1
    if i < len(tokens) and tokens[i].low == ",":
        i += 1
    speaker = syntax.nominal(i, group.first)
    if speaker is None or not _only_between(syntax, speaker.last + 1, group.first):
        return None
    return _verb_frame(syntax, group, "postposed", speaker)


def _only_between(syntax: Syntax, start: int, end: int) -> bool:
    return all(t.classes & (ADVERB | NEGATION | OBJECT) or t.low == "," for t in syntax.tokens[start:end])


# --- source phrases -----------------------------------------------------------------------------------------------


def _phrase_at(syntax: Syntax, i: int, *, opening: bool) -> int:
    """How many tokens from ``i`` on name a source ("selon", "aux yeux de"); 0 when none do."""
    tokens = syntax.tokens
    if tokens[i].low == "de" and i + 1 < len(tokens) and tokens[i + 1].low in ("source", "sources"):
        return 1
    for phrase in source_phrases().get(tokens[i].low, ()):
        if phrase.place == "opening" and not opening and not (i + 1 < len(tokens) and tokens[i + 1].classes & RELATIVE):
            continue
        if all(i + k < len(tokens) and tokens[i + k].low == word for k, word in enumerate(phrase.words)):
            return len(phrase.words)
    return 0


def _source(syntax: Syntax, i: int, size: int) -> Nominal | None:
    """Who a source phrase names."""
    tokens = syntax.tokens
    j = i + size
    if tokens[j - 1].low in ("croire", "entendre") and any(t.low in ("l'", "la", "les") for t in tokens[i:j]):
        back = next(k for k in range(i, j) if tokens[k].low in ("l'", "la", "les"))
        found = Nominal(tokens, back, back, back, "pronoun")
        found.number = "p" if tokens[back].low == "les" else "s"
        return found
    if j < len(tokens) and tokens[j].classes & RELATIVE and tokens[j].low != "où":
        taken_up = antecedent(syntax, i, "")
        return taken_up if taken_up is not None and (taken_up.is_human or taken_up.entity is not None) else None
    if tokens[i].low == "signé" and j < len(tokens) and tokens[j].low in ("de", "d'", "par"):
        j += 1
    phrase = syntax.nominal(j, len(tokens))
    if phrase is None and j < len(tokens) and tokens[j].classes & NAME:
        phrase = syntax.nominal(j, j + 1)
    if phrase is None:
        phrase = _bare(syntax, j)
    if phrase is not None:
        complete(syntax, phrase)
        phrase = _behind_text(syntax, phrase)
    return phrase


def _bare(syntax: Syntax, j: int) -> Nominal | None:
    """A noun phrase that lost its article to "du", "des", "au"."""
    tokens = syntax.tokens
    if j >= len(tokens) or tokens[j].classes & (PUNCTUATION | QUOTE):
        return None
    end = j
    while end < len(tokens) and not tokens[end].classes & (PUNCTUATION | QUOTE | RELATIVE | THAT) and syntax.covering[end] is None:
        end += 1
    if end == j:
        return None
    found = Nominal(tokens, j, j, end - 1, "common")
    found.people, found.speech = tokens[j].tag.people, tokens[j].tag.speech
    return found


def _opens(syntax: Syntax, i: int) -> bool:
    """Whether a token opens a clause."""
    if i == 0:
        return True
    before = syntax.tokens[i - 1]
    if before.low in (",", ":", ";") or before.low in DASHES:
        return True
    return bool(before.classes & (COORDINATOR | ADVERB)) and (i == 1 or _opens(syntax, i - 1))


def _source_after(syntax: Syntax, at: int) -> Frame | None:
    """« … » selon X; « … », toujours d'après X."""
    tokens = syntax.tokens
    for i in range(at + 1, len(tokens)):
        if tokens[i].low in (";", ":"):
            return None
        if tokens[i].classes & RELATIVE and not tokens[i - 1].classes & QUOTE:
            pass
        size = _phrase_at(syntax, i, opening=False)
        if size and tokens[i].low not in ("du", "côté", "chez"):
            found = _source(syntax, i, size)
            if found is not None and not _is_measure(found):
                far = "" if _near(syntax, at, i) else "-far"
                return Frame("source-after" + far, found, _span(syntax, i, i + size - 1), "source")
    return None


_MEASURES = frozenset("critère critères règle règles loi calendrier méthode principe principes moment cas saison âge région pays normes programme".split())


def _is_measure(phrase: Nominal) -> bool:
    """Whether "selon" means "according to a measure" and names no source."""
    return phrase.entity is None and phrase.low in _MEASURES


def _source_before(syntax: Syntax, at: int) -> Frame | None:
    """Selon X, … « … »; pour X, « … »."""
    tokens = syntax.tokens
    best: Frame | None = None
    for i in range(at - 1, -1, -1):
        if tokens[i].low == ";":
            break
        opening = _opens(syntax, i)
        size = _phrase_at(syntax, i, opening=opening)
        if not size or (tokens[i].low in ("chez", "côté", "du") and not opening):
            continue
        found = _source(syntax, i, size)
        if found is None or found.last >= at or _is_measure(found):
            continue
        if tokens[i].low == "pour" and not tokens[i + 1].classes & RELATIVE:
            closes = tokens[found.last + 1] if found.last + 1 < len(tokens) else None
            if closes is None or not (closes.low in (",", ":") or closes.classes & QUOTE):
                continue
            if found.kind == "common" and found.people is None and found.entity is None:
                continue
        best = Frame("source-before", found, _span(syntax, i, i + size - 1), "source")
        break
    return best


# --- in front of the passage --------------------------------------------------------------------------------------


def _before(syntax: Syntax, at: int) -> Frame | None:
    """A frame in front of the passage."""
    colon = _colon(syntax, at)
    if colon is not None:
        return colon
    found = _governing(syntax, at)
    source = _source_before(syntax, at)
    if source is not None:
        if found is None or (found.strength in ("weak", "manner") and found.group is not None and found.group.first < at):
            if not _relays(source) or found is None:
                return source
        elif not _relays(source) and found.group is not None and found.speaker is not None and source.speaker is not None:
            polled = found.speaker.partitive and found.speaker.number == "p"
            if source.speaker.first < found.speaker.first and found.speaker.kind != "pronoun" and not polled:
                return source
    if found is not None:
        incise = _incise_before(syntax, at) if found.group is not None and found.speaker is not None else None
        if incise is not None and incise.group is not None and not _relays(incise) and found.group is not None and found.speaker is not None:
            if found.speaker.last < incise.group.first < found.group.first:
                return incise
        return found
    return (
        _incise_before(syntax, at)
        or _adjectival(syntax, at)
        or _nominal_cue(syntax, at)
        or _quoted_predicate(syntax, at)
        or _quoted_verb(syntax, at)
        or _shared_later(syntax, at)
    )


def _colon_place(syntax: Syntax, at: int) -> int:
    """Where the colon in front of a passage stands; -1 when there is none."""
    tokens = syntax.tokens
    i = at - 1
    while i >= 0 and tokens[i].low in ("-", "–", "—"):
        i -= 1
    return i if i > 0 and tokens[i].low == ":" else -1


def _colon(syntax: Syntax, at: int) -> Frame | None:
    """X a déclaré : « … »; X : « … »; réponse de X : « … »."""
    tokens = syntax.tokens
    colon = _colon_place(syntax, at)
    if colon < 0:
        return None
    start = 0
    for i in range(colon - 1, -1, -1):
        if tokens[i].low in (";", ":", "|", "•"):
            start = i + 1
            break
    groups = [g for g in syntax.groups if start <= g.first < colon]
    covered = _source_tokens(syntax, start, colon)
    reporting = [g for g in groups if g.reports and g.head not in covered]
    if covered and not any(g.first > max(covered) for g in reporting):
        source = _source_before(syntax, at)
        if source is not None:
            return source
    for strengths in (("strong",), ("weak",), ("manner",)):
        for group in reversed(reporting):
            if group.strength in strengths and not _aside(syntax, group, start):
                if group.mood in ("passive", "past"):
                    agent = _agent(syntax, group, colon)
                    if agent is None:
                        continue
                    return _verb_frame(syntax, group, "colon", agent)
                outer = _climb(syntax, group)
                speaker = _subject_of(syntax, outer)
                if speaker is not None:
                    return _verb_frame(syntax, outer, "colon" if strengths[0] == "strong" else "colon-weak", speaker)
    owner = _speech_owner(syntax, start, colon)
    if owner is not None:
        return owner
    source = _source_before(syntax, at)
    if source is not None:
        return source
    finite = [g for g in groups if g.mood in ("finite",)]
    if not finite and not [g for g in groups if g.mood == "passive"]:
        named = _label(syntax, start, colon) or _listed_source(syntax, start, colon)
        if named is not None:
            return named
        if start == 0 or not any(g.first < start for g in syntax.finite):
            return None
    for group in finite[:1]:
        speaker = _subject_of(syntax, group)
        if speaker is not None and (speaker.entity is not None or speaker.is_human or speaker.kind == "pronoun"):
            return _verb_frame(syntax, group, "colon-clause", speaker)
    if not finite:
        for phrase in syntax.phrases(start, colon):
            if phrase.entity is not None and phrase.entity.type == "PERSON" and phrase.last + 2 < colon:
                return Frame("colon-name", phrase, None, "weak")
    return None


def _source_tokens(syntax: Syntax, start: int, end: int) -> set[int]:
    """The tokens of source phrases, whose verbs report nothing by themselves ("à en croire X")."""
    found: set[int] = set()
    for i in range(start, end):
        size = _phrase_at(syntax, i, opening=_opens(syntax, i))
        found.update(range(i, i + size))
    return found


def _aside(syntax: Syntax, group: Group, start: int) -> bool:
    """Whether a verb is told in passing: in "si l'on …", or in a relative without a comma that narrows a noun."""
    tokens = syntax.tokens
    if group.mood != "finite":
        return False
    i = group.first - 1
    while i >= start and tokens[i].classes & (ADVERB | NEGATION | OBJECT):
        i -= 1
    if i < start:
        return False
    if tokens[i].low == "on" and any(t.low in ("si", "comme") for t in tokens[max(start, i - 3) : i]):
        return True
    restricts = tokens[i].low == "qui" and i > start and tokens[i - 1].low != "," and not tokens[i - 1].classes & NAME
    return restricts and any(g.mood == "finite" and start <= g.first < i for g in syntax.groups)


def _label(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """X : « … », a name or noun phrase alone in front of a colon."""
    tokens = syntax.tokens
    i = start
    while i < colon and tokens[i].classes & (COORDINATOR | ADVERB | PUNCTUATION):
        i += 1
    phrase = syntax.nominal(i, colon)
    if phrase is None:
        return None
    complete(syntax, phrase)
    entity = phrase.entity
    rest = [t for t in tokens[phrase.last + 1 : colon]]
    if entity is not None and entity.type in ("PERSON", "ORGANISATION"):
        if entity.type == "PERSON" or not rest:
            return Frame("label", phrase, None, "strong")
    if entity is None and phrase.people is not None and phrase.people.kind == "person" and phrase.determiner:
        return Frame("label", phrase, None, "strong")
    return None


def _listed_source(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """Pour la première association du pays, l'April : « … », whatever stands between."""
    tokens = syntax.tokens
    if not _phrase_at(syntax, start, opening=True):
        return None
    last = tokens[colon - 1]
    if last.classes & NAME and last.entity is not None and last.entity.type in ("PERSON", "ORGANISATION", "COUNTRY"):
        return Frame("source-before", syntax.nominal(colon - 1, colon), _span(syntax, start, start), "source")
    return None


def _speech_owner(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """Réplique de l'intéressée : « … »; la réponse du ministre : « … »."""
    tokens = syntax.tokens
    for i in range(colon - 1, start - 1, -1):
        if "word" in tokens[i].tag.speech and syntax.covering[i] is None and i + 1 < colon and tokens[i + 1].classes & (OF | CONTRACTED):
            found = _after_of(syntax, i + 1, colon)
            if found is not None and (found.entity is not None or found.is_human or found.kind == "pronoun"):
                return Frame("noun-of", found, _span(syntax, i, i), "strong")
    return None


def _after_of(syntax: Syntax, i: int, end: int) -> Nominal | None:
    """The noun phrase behind "de", "du", "des"."""
    found = syntax.nominal(i + 1, end)
    if found is None and syntax.tokens[i].classes & CONTRACTED:
        found = _bare(syntax, i + 1)
    if found is not None:
        complete(syntax, found)
    return found


def _subject_of(syntax: Syntax, group: Group) -> Nominal | None:
    """The subject of a verb as a speaker: of "les plans du ministre" the minister."""
    found = subject(syntax, group)
    if found is not None and found.kind == "common":
        complete(syntax, found)
        return _behind_text(syntax, found)
    return found


def _behind_text(syntax: Syntax, phrase: Nominal) -> Nominal:
    """Who stands behind a text or saying: its owner or maker, where the phrase tells one ("l'annonce faite par X")."""
    if phrase.entity is not None or phrase.is_human or not phrase.speech:
        return phrase
    tokens = syntax.tokens
    if "text" not in phrase.speech or phrase.owner < 0:
        for i in range(phrase.head + 1, min(phrase.last + 1, len(tokens))):
            if tokens[i].classes & (OF | CONTRACTED):
                found = _after_of(syntax, i, len(tokens))
                if found is not None and (found.is_human or found.entity is not None):
                    return found
                break
    for i in range(phrase.last + 1, min(phrase.last + 9, len(tokens))):
        if tokens[i].low in ("par", "de") and syntax.covering[i - 1] is not None or tokens[i].low == "par":
            found = syntax.nominal(i + 1, len(tokens))
            if found is not None and (found.is_human or found.entity is not None):
                complete(syntax, found)
                return found
        if tokens[i].classes & (PUNCTUATION | QUOTE):
            break
    return phrase


def _agent(syntax: Syntax, group: Group, at: int) -> Nominal | None:
    """Who a passive says did it: "jugée « … » par X"."""
    tokens = syntax.tokens
    for i in range(group.last + 1, len(tokens)):
        if tokens[i].low in HARD or (i > at and syntax.covering[i] is not None and syntax.covering[i].mood == "finite"):  # type: ignore[union-attr]
            return None
        if tokens[i].low == "par":
            found = syntax.nominal(i + 1, len(tokens))
            if found is not None and found.first != at:
                complete(syntax, found)
                return found
    return None


def _governing(syntax: Syntax, at: int) -> Frame | None:
    """The verb in front of a passage that governs it: que, an object, an attribute, an infinitive or a participle."""
    for group in reversed(syntax.groups):
        if group.first >= at or not group.reports:
            continue
        if group.last >= at:
            speaker = _subject_of(syntax, group)
            return _verb_frame(syntax, group, "inside-verb", speaker) if speaker is not None else None
        if incise_shaped(syntax, group) and group.pronoun:
            if group.last + 1 == at or _near(syntax, group.last, at):
                return _verb_frame(syntax, group, "incise-before", subject(syntax, group))
            continue
        if incise_shaped(syntax, group):
            continue
        if group.strength == "manner" and not _reaches(syntax, group, at):
            continue
        if group.lemma in _PERCEIVING and not any(t.classes & THAT or t.low == ":" for t in syntax.tokens[group.last + 1 : at]):
            continue
        if not governs(syntax, group, at):
            continue
        if group.mood == "infinitive":
            group = _leading(syntax, group)
        if group.mood in ("passive", "past"):
            agent = _agent(syntax, group, at)
            if agent is not None:
                return _verb_frame(syntax, group, "passive", agent)
            if group.mood == "passive" or not _coordinated(syntax, group):
                continue
        outer = _climb(syntax, group)
        speaker = _subject_of(syntax, outer)
        if speaker is None or (outer.strength == "weak" and not _may_speak(speaker)):
            continue
        return _verb_frame(syntax, outer, _government_rule(syntax, outer, at), speaker)
    return None


def _reaches(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether a verb of manner has the passage for what it is about ("peste contre « … »", "hausse le ton : il faut « … »")."""
    between = syntax.tokens[group.last + 1 : at]
    if any(t.low == ":" for t in between):
        return True
    return len(between) <= 5 and any(t.low in ("contre", "sur") for t in between)


def _leading(syntax: Syntax, group: Group) -> Group:
    """The reporting verb that an infinitive depends on ("a appelé les parties à garantir « … »": a appelé)."""
    tokens = syntax.tokens
    if group.first < 2 or tokens[group.first - 1].low not in ("à", "de", "d'") or tokens[group.first - 2].low in ("avant", "afin", "lieu", "loin"):
        return group
    for main in reversed(syntax.groups):
        if main.first < group.first and main.mood in ("finite", "infinitive", "gerund", "participle"):
            if main.reports and main.strength != "manner" and not any(t.classes & (THAT | QUOTE) for t in tokens[main.last : group.first]):
                return _leading(syntax, main) if main.mood == "infinitive" else main
            return group
    return group


def _may_speak(phrase: Nominal) -> bool:
    """Whether a phrase is one of people, of a body, of a text or a name."""
    told = phrase.entity is not None or phrase.is_human or phrase.kind == "pronoun"
    return told or bool(phrase.speech) or phrase.partitive or phrase.unlisted


def _adjectival(syntax: Syntax, at: int) -> Frame | None:
    """« des élus inquiets de « … » », « il est convaincu que « … » »."""
    tokens = syntax.tokens
    for i in range(at - 1, max(-1, at - 12), -1):
        if tokens[i].low in HARD or syntax.covering[i] is not None and syntax.covering[i].mood == "finite":  # type: ignore[union-attr]
            return None
        if tokens[i].low in cue_adjectives() and i + 1 < at and tokens[i + 1].low in ("de", "d'", "des", "du", "que", "qu'", "à", "au", "par", "pour"):
            break
    else:
        return None
    j = i - 1
    while j >= 0 and tokens[j].classes & (ADVERB | NEGATION):
        j -= 1
    group = syntax.covering[j] if j >= 0 else None
    phrase = _subject_of(syntax, group) if group is not None and group.lemma == "être" else ending_at(syntax, j, "") if j >= 0 else None
    if phrase is None or not _may_speak(phrase):
        return None
    return Frame("adjective", phrase, _span(syntax, i, i), "weak", group)


def _quoted_predicate(syntax: Syntax, at: int) -> Frame | None:
    """Nawaf Salam « comprend la colère »: the passage is what its subject is said to do or feel."""
    tokens = syntax.tokens
    opening = tokens[at].text.lstrip("«“„\"‹‘' \u00a0\u202f").replace("’", "' ").replace("'", "' ").split()
    clitic = False
    while opening and opening[0].lower() in ("ne", "n'", "se", "s'", "y", "en"):
        opening, clitic = opening[1:], True
    if at == 0 or not opening:
        return None
    told = verb(opening[0].strip("»”\"›’',.;"))
    if told is None or not told.finite or not told.persons & {"3s", "3p"}:
        return None
    if not (told.sure or clitic or tokens[at - 1].classes & NAME):
        return None
    phrase = ending_at(syntax, at - 1, "")
    if phrase is None and tokens[at - 1].low == ",":
        group = Group(at, at, at, None, "finite")
        phrase = left_subject(syntax, group)
    if phrase is None or not (phrase.entity is not None or phrase.is_human) or _governed_before(syntax, phrase):
        return None
    if any(g.first < phrase.first and g.mood == "finite" and not syntax.is_separator(phrase.first - 1) for g in syntax.finite):
        return None
    return Frame("quoted-predicate", phrase, None, "weak")


def _governed_before(syntax: Syntax, phrase: Nominal) -> bool:
    """Whether a preposition stands before a phrase."""
    return phrase.first > 0 and bool(syntax.tokens[phrase.first - 1].classes & (PREPOSITION | OF | CONTRACTED))


def _quoted_verb(syntax: Syntax, at: int) -> Frame | None:
    """X a « exhorté » Y à une « … »: a verb of saying that is itself quoted governs what follows it."""
    for i in range(at - 1, 0, -1):
        token = syntax.tokens[i]
        if token.classes & QUOTE and is_quoted_verb(syntax, i):
            group = syntax.covering[i - 1]
            assert group is not None
            found = _subject_of(syntax, group)
            return Frame("quoted-verb", found, (token.start, token.end), "weak", group) if found is not None else None
    return None


def is_quoted_verb(syntax: Syntax, at: int) -> bool:
    """Whether a passage begins with the participle of an auxiliary in front of it ("a « exhorté la Russie »")."""
    token = syntax.tokens[at]
    if not token.classes & QUOTE or at == 0:
        return False
    j = at - 1
    while j > 0 and syntax.tokens[j].classes & ADVERB:
        j -= 1
    group = syntax.covering[j]
    if group is None or group.lemma not in ("avoir", "être"):
        return False
    opening = token.text.lstrip("«“„\"‹‘' \u00a0\u202f").split()
    word = opening[0].strip("»”\"›’',.;") if opening else ""
    return bool(word) and any(r.mood == "past_participle" and r.strength != "plain" for r in tag(word).readings)


def _shared_later(syntax: Syntax, at: int) -> Frame | None:
    """X serait « … », mais a fait remarquer que …: the subject is told to report in the clause that goes on."""
    tokens = syntax.tokens
    for group in syntax.finite:
        if group.first < at or group.strength != "strong" or group.pronoun:
            continue
        if tokens[group.first - 1].low in ("et", "mais"):
            found = left_subject(syntax, group)
            if found is not None and found.last < at and _may_speak(found):
                return _verb_frame(syntax, group, "shared-subject", found)
        return None
    return None


def _coordinated(syntax: Syntax, group: Group) -> bool:
    """Whether a bare participle shares the auxiliary of a verb before ("a condamné … et estimé que")."""
    i = group.first - 1
    while i >= 0 and syntax.tokens[i].classes & (ADVERB | NEGATION):
        i -= 1
    if i < 0 or syntax.tokens[i].low not in ("et", ",", "ou", "mais", "puis"):
        return False
    return any(g.mood == "finite" and g.first < group.first and g.head > g.first for g in syntax.groups)


def _government_rule(syntax: Syntax, group: Group, at: int) -> str:
    between = syntax.tokens[group.last + 1 : at]
    if group.mood in ("participle", "gerund"):
        kind = "participle"
    elif group.mood == "infinitive":
        kind = "infinitive"
    elif any(t.classes & THAT for t in between):
        kind = "indirect"
    else:
        kind = "object"
    return f"{kind}-{group.strength}"


_PERCEIVING = frozenset(("remarquer", "observer", "apercevoir"))


def governs(syntax: Syntax, group: Group, at: int) -> bool:
    """Whether nothing between a verb and a passage behind it closes the verb's clause."""
    tokens = syntax.tokens
    opened = False
    previous = group.last
    that = any(t.classes & THAT for t in tokens[group.last + 1 : group.last + 4])
    for i in range(group.last + 1, at):
        token = tokens[i]
        if token.low == ";" or token.low == "(" and not any(t.low == ")" for t in tokens[i:at]):
            return False
        if token.low == ":":
            if not that and group.strength == "weak":
                return False
            opened = that = True
        if token.classes & (THAT | RELATIVE | SUBORDINATOR):
            if token.low in _BREAKING and not that:
                return False
            opened = True
        covering = syntax.covering[i]
        if covering is not None and covering.first == i and covering.mood in ("finite", "passive") and covering is not group:
            if covering.pronoun or incise_shaped(syntax, covering):
                continue
            if not opened and not that and not _only_between(syntax, previous + 1, i):
                return False
            opened = False
            previous = covering.last
    return True


def _completes(syntax: Syntax, group: Group) -> bool:
    """Whether a "que" behind a verb opens its complement: no object stands between ("a dit mardi à la presse que")."""
    tokens = syntax.tokens
    i = group.last + 1
    while i < len(tokens):
        token = tokens[i]
        if token.classes & THAT:
            return True
        if token.low == "," and any(t.classes & THAT and tokens[k - 1].low == "," for k, t in enumerate(tokens[: i + 40]) if k > i + 1):
            return True
        size = 0 if token.classes & NAME else is_time(tokens, i)
        if size:
            i += size
        elif token.classes & (PREPOSITION | OF | CONTRACTED):
            i = skip_prepositional(tokens, i, len(tokens), syntax.at)
        elif token.classes & (ADVERB | NEGATION | OBJECT) or token.low in (",", "(", ")") or token.low in DASHES or token.tag.pronoun:
            i += 1
        elif group.lemma in _INFORMING or syntax.is_separator(i - 1):
            i += 1
            if i - group.last > 14:
                return False
        elif syntax.covering[i] is not None and syntax.covering[i].mood in ("infinitive", "past"):  # type: ignore[union-attr]
            i += 1
        else:
            return False
    return False


def _climb(syntax: Syntax, group: Group) -> Group:
    """The outermost verb that reports the clause a verb stands in ("X a dit que Y jugeait « … »": X)."""
    tokens = syntax.tokens
    best = group
    for outer in reversed(syntax.groups):
        if outer.first >= best.first or not outer.reports or outer.strength == "manner":
            continue
        if outer.mood in ("passive", "past"):
            continue
        between = range(outer.last + 1, best.first)
        last = next((i for i in reversed(between) if tokens[i].classes & (THAT | RELATIVE)), -1)
        if last < 0 or not tokens[last].classes & THAT or not _completes(syntax, outer):
            continue
        if outer.object_clitic and outer.lemma not in _INFORMING:
            continue
        if best.mood in ("participle", "gerund") and any(t.low == "," for t in tokens[outer.last + 1 : best.first]):
            continue
        if governs(syntax, outer, best.first) and not incise_shaped(syntax, outer):
            best = outer
    return best


def _incise_before(syntax: Syntax, at: int) -> Frame | None:
    """…, a affirmé X, mais « … »."""
    for group in reversed(syntax.groups):
        if group.first >= at or not (group.reports or group.pronoun):
            continue
        if incise_shaped(syntax, group):
            speaker = subject(syntax, group) if group.pronoun else right_subject(syntax, group)
            if speaker is not None and speaker.last < at:
                return _verb_frame(syntax, group, "incise-before", speaker)
    return None


def _nominal_cue(syntax: Syntax, at: int) -> Frame | None:
    """A noun of speech and whose it is: « la menace de X de « … » »."""
    tokens = syntax.tokens
    for i in range(at - 1, -1, -1):
        if tokens[i].low in HARD or syntax.covering[i] is not None and syntax.covering[i].mood == "finite":  # type: ignore[union-attr]
            return None
        if tokens[i].tag.speech and i + 1 < at and tokens[i + 1].classes & (OF | CONTRACTED):
            found = _after_of(syntax, i + 1, at)
            if found is not None and found.last < at and (found.entity is not None or found.is_human):
                return Frame("noun-of", found, _span(syntax, i, i), "weak")
    return None

