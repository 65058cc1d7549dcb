"""Frames in front of a colon: a verb, a source, a noun of speech, or a name alone."""

from __future__ import annotations

from collections.abc import Sequence

from ..grammar.apposition import complete
from ..grammar.asides import between_dashes
from ..grammar.clauses import is_subordinate
from ..grammar.nominals import Nominal
from ..grammar.subjects import agent_of
from ..grammar.syntax import DASHES, Syntax
from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE, is_person, skip, skip_back, token_at
from ..vocabulary.word_classes import (
    ADVERB,
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    DEMONSTRATIVE,
    NEGATION,
    OBJECT,
    OF,
    PUNCTUATION,
)
from ..vocabulary.word_sets import word_set
from .agents import after_of, ascribed_to, has_hearer, possessor, said_in, speaker_of, written_on
from .attitudes import predicate_subject
from .frame import Frame, may_speak, relays, verb_frame
from .government import climb, shares_auxiliary
from .incise_shapes import reporter_between
from .sayings import saying_owner, text_owner
from .sources import listed_source, source_before, source_tokens

_OWN_IDEA = 4
"""Tokens of "son seul objectif" in front of a colon at the most."""
_LABELLED = 3
"""Where a labelled headline's passage stands at the least: behind a name, a colon and other words."""


def _colon_place(syntax: Syntax, at: int) -> int:
    """Where the colon in front of a passage stands; -1 when there is none."""
    tokens = syntax.tokens
    i = at - 1
    while i >= 0 and tokens[i].low in ("-", "–", "—"):
        i -= 1
    return i if i > 0 and tokens[i].low == ":" else -1


def colon_frame(syntax: Syntax, at: int) -> Frame | None:
    """X a déclaré : « … »; X : « … »; réponse de X : « … »."""
    tokens = syntax.tokens
    colon = _colon_place(syntax, at)
    if colon < 0:
        return None
    labelled = _label_behind(syntax, colon)
    if labelled is not None:
        return labelled
    start = 0
    for i in range(colon - 1, -1, -1):
        if tokens[i].low in (";", ":", "|", "•"):
            start = i + 1
            break
    groups = [g for g in syntax.groups if start <= g.first < colon and not between_dashes(syntax, g, colon)]
    covered = source_tokens(syntax, start, colon)
    reporting = [g for g in groups if g.reports and g.head not in covered and not _relayed(g)]
    if covered and not any(g.first > max(covered) for g in reporting):
        source = source_before(syntax, at)
        if source is not None and not (relays(source) and reporting):
            return source
    told = _announced(syntax, start, colon) or _reporting_frame(syntax, reporting, start, colon)
    if told is not None and not _is_anybody(told):
        return told
    owner = saying_owner(syntax, start, colon) or told
    if owner is not None:
        return owner
    source = source_before(syntax, at) or text_owner(syntax, start, colon)
    if source is not None:
        return source
    finite = [g for g in groups if g.mood == "finite"]
    main = [g for g in finite if not is_subordinate(syntax, g)]
    if not main:
        named = _label(syntax, start, colon) or listed_source(syntax, start, colon) or _echo(syntax, start, colon)
        if named is not None:
            return named
    for group in (main or finite)[:1]:
        speaker = speaker_of(syntax, group)
        human = speaker is not None and (speaker.is_somebody or speaker.kind == "pronoun")
        bears = speaker is not None and bool(speaker.speech) and group.lemma in word_set("be")
        if speaker is not None and (human or bears):
            return verb_frame(syntax, group, "colon-clause", speaker)
    return None


def _is_anybody(frame: Frame) -> bool:
    """Whether "on" is told to hear or see the words ("on entend les insultes de [X] : « … »")."""
    return frame.speaker is not None and frame.speaker.low in word_set("people-pronoun")


def _reporting_frame(syntax: Syntax, reporting: Sequence[Group], start: int, colon: int) -> Frame | None:
    """The verb that reports: right before the colon where somebody is its subject, else the strongest and nearest."""
    bare = [group for group in reversed(reporting) if group.mood == "past"]
    ordered = [group for group in reversed(reporting) if group.mood != "past"] + bare
    open_to = [g for g in ordered if not _aside(syntax, g, start) and not _left(syntax, g, colon)]
    beside = next((g for g in open_to if g.mood == "finite" and g.last == colon - 1), None)
    told = _told_by(syntax, beside, colon, "colon-weak") if beside is not None else None
    if told is not None and told.speaker is not None and may_speak(told.speaker):
        return told
    for strength in ("strong", "weak", "manner"):
        for group in open_to:
            rule = "colon" if strength == "strong" else "colon-weak"
            told = _told_by(syntax, group, colon, rule) if group.strength == strength else None
            if told is not None:
                return told
    return None


def _announced(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """X eut cette repartie devant Y, qui lui demandait … : « … »: the object that points forward to the words."""
    tokens = syntax.tokens
    for group in syntax.finite:
        bears = written_on(syntax, group) if start <= group.first and group.last < colon else None
        if bears is not None:
            return verb_frame(syntax, group, "colon", bears)
        i = skip(tokens, group.head + 1, ADVERB, colon)
        if not start <= group.first < colon - 2 or not token_at(tokens, i).classes & DEMONSTRATIVE:
            continue
        j = i + 1 + int(tokens[i + 1].low in word_set("fore-adjective"))
        if "word" not in tokens[j].tag.speech or tokens[j + 1].classes & (OF | CONTRACTED):
            continue
        speaker = speaker_of(syntax, group)
        return verb_frame(syntax, group, "colon", speaker) if speaker is not None and may_speak(speaker) else None
    return None


def _told_by(syntax: Syntax, group: Group, colon: int, rule: str) -> Frame | None:
    """Whom a verb in front of a colon gives the words to: its agent, whom it cites, or who reports it all."""
    if group.mood in ("passive", "past"):
        agent = agent_of(syntax, group, colon) or said_in(syntax, group)
        if agent is not None:
            return verb_frame(syntax, group, "colon", agent)
        if not shares_auxiliary(syntax, group):
            return None
    outer = climb(syntax, group)
    turned = reporter_between(syntax, group, colon)
    if turned is not None:
        return verb_frame(syntax, group, rule, turned)
    cited = _cited(syntax, group, colon) if group.lemma in word_set("quoting") else None
    speaker = cited or ascribed_to(syntax, group) or speaker_of(syntax, outer)
    if speaker is None or speaker.first > colon:
        return None
    return verb_frame(syntax, outer, rule, speaker)


def _label_behind(syntax: Syntax, colon: int) -> Frame | None:
    """… « … » Satterfield : « … »: a name alone between the words of another and the colon."""
    name = colon - 1
    tokens = syntax.tokens
    if name < 1 or not tokens[name].classes & NAME or not tokens[name - 1].classes & QUOTE:
        return None
    entity = tokens[name].entity
    if entity is None or entity.type not in ("PERSON", "ORGANISATION"):
        return None
    return Frame("label", syntax.nominal(name, colon), None, "strong")


def _relayed(group: Group) -> bool:
    """Whether a participle tells who passed words on, not who said them: "cité par l'agence"."""
    return group.mood in ("passive", "past") and group.lemma in word_set("quoting")


def _cited(syntax: Syntax, group: Group, colon: int) -> Nominal | None:
    """Whose words somebody cites: "citer sa grand-mère", "citer un mot de son père"."""
    tokens = syntax.tokens
    for i in range(group.last + 1, min(group.last + 4, colon - 1)):
        if tokens[i].tag.speech and tokens[i + 1].classes & (OF | CONTRACTED):
            owner = after_of(syntax, i + 1, colon)
            return owner if owner is not None and owner.is_somebody else None
    phrase = syntax.nominal(group.last + 1, colon)
    return phrase if phrase is not None and (phrase.names_person or phrase.is_human) else None


def _aside(syntax: Syntax, group: Group, start: int) -> bool:
    """Whether a verb is told in passing: in "si l'on …", or in a relative without a comma that narrows a noun."""
    tokens = syntax.tokens
    if group.mood != "finite":
        return False
    i = skip_back(tokens, group.first - 1, ADVERB | NEGATION | OBJECT, start)
    if i < start:
        return False
    if tokens[i].low in word_set("people-pronoun") and any(
        t.low in word_set("as-if") for t in tokens[max(start, i - 3) : i]
    ):
        return True
    open_before = NAME | COORDINATOR
    restricts = (
        tokens[i].low in word_set("subject-relative-pronoun")
        and i > start
        and tokens[i - 1].low != ","
        and not tokens[i - 1].classes & open_before
    )
    if not restricts or has_hearer(syntax, group):
        return False
    return any(g.mood == "finite" and start <= g.first < i for g in syntax.groups)


def _left(syntax: Syntax, group: Group, colon: int) -> bool:
    """Whether a main verb has left a verb's clause behind ("Après que X a dit non, Y a écrit : « … »")."""
    if group.mood not in ("finite", "passive") or not is_subordinate(syntax, group):
        return False
    later = (g for g in syntax.finite if group.first < g.first < colon and g.reports)
    return any(not is_subordinate(syntax, g) for g in later)


def headline_label(syntax: Syntax, at: int) -> Frame | None:
    """X : … « … » …, a headline that names its speaker and goes on in his words."""
    tokens = syntax.tokens
    if not syntax.sentence.first or at < _LABELLED:
        return None
    phrase = syntax.nominal(0, at)
    if phrase is None or not phrase.names_speaker:
        return None
    if phrase.last + 1 >= at or tokens[phrase.last + 1].low != ":":
        return None
    return Frame("label", phrase, None, "strong")


def _echo(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """Même son de cloche chez X : « … », a name behind "chez", "pour" or "du côté de", with its office."""
    tokens = syntax.tokens
    for i in range(start, colon - 1):
        found = None
        if tokens[i].low in word_set("at-home-of") or (i > start and tokens[i].low in word_set("for")):
            found = syntax.nominal(i + 1, colon)
        elif tokens[i].low in word_set("beside-noun") and tokens[i + 1].classes & (OF | CONTRACTED):
            found = after_of(syntax, i + 1, colon)
        if found is None or not (found.names_speaker or (found.is_human and _definite(found))):
            continue
        if tokens[found.last + 1].low == "," or found.last == colon - 1:
            return Frame("colon-name", found, None, "weak")
    return None


def _definite(phrase: Nominal) -> bool:
    """Whether an article tells that those meant are known, or several of a kind."""
    return bool(phrase.determiner & DEFINITE) or phrase.number == "p"


def _label(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """X : « … », a name or noun phrase alone in front of a colon."""
    tokens = syntax.tokens
    dash = next((k for k in range(colon - 1, start, -1) if tokens[k].low in DASHES), -1)
    i = dash + 1 if dash > 0 else _behind_circumstances(syntax, start, colon)
    while i < colon and (tokens[i].classes & (COORDINATOR | ADVERB | PUNCTUATION) or tokens[i].text[0].isdigit()):
        i += 1
    if tokens[i].low in word_set("possessive") and i + 1 < colon <= i + _OWN_IDEA:
        return Frame("label", possessor(syntax, i), None, "weak")
    phrase = syntax.nominal(i, colon)
    if phrase is None:
        return _glued_label(syntax, i, colon)
    complete(syntax, phrase)
    if phrase.names_person or (phrase.names_speaker and phrase.last + 1 >= colon):
        return Frame("label", phrase, None, "strong")
    if phrase.entity is None and phrase.people_kind == "person" and phrase.determiner:
        return Frame("label", phrase, None, "strong")
    return _glued_label(syntax, i, colon)


def _glued_label(syntax: Syntax, start: int, colon: int) -> Frame | None:
    """Un vote sans surprise X : « … »: the name behind a headline that lost its line break."""
    name = colon - 1
    before = syntax.tokens[name - 1]
    if name - 1 <= start or not is_person(syntax.tokens[name]) or syntax.covering[name - 1] is not None:
        return None
    noun = not before.classes and before.text.islower() and before.tag.people is None
    return Frame("label", syntax.nominal(name, colon), None, "strong") if noun else None


def _behind_circumstances(syntax: Syntax, start: int, colon: int) -> int:
    """The place behind what tells when and where: "Dans la foule, [X, 34 ans]", "parmi eux, [un retraité]"."""
    i = start
    while True:
        comma = next((k for k in range(i, colon) if syntax.tokens[k].low == ","), colon)
        if comma == colon or syntax.shape(i, comma)[0] not in ("prepositional", "time", "participial"):
            return i
        i = comma + 1


def colon_predicate(syntax: Syntax, at: int) -> Frame | None:
    """X a prévenu : Y « devra répondre »: whoever reports in front of the colon says what somebody does behind it."""
    phrase = predicate_subject(syntax, at)
    if phrase is None or not phrase.first or syntax.tokens[phrase.first - 1].low != ":":
        return None
    told = next((g for g in reversed(syntax.finite) if g.first < phrase.first), None)
    speaker = speaker_of(syntax, told) if told is not None and told.reports else None
    if told is None or speaker is None or not may_speak(speaker):
        return None
    return verb_frame(syntax, told, "colon-weak", speaker)
