"""Frames without a verb of saying: an adjective of mind, a verb inside the marks, an agent behind them."""

from __future__ import annotations

from bisect import bisect_left

from ..grammar.antecedents import ending_at
from ..grammar.apposition import complete
from ..grammar.clauses import is_subordinate
from ..grammar.nominals import Nominal
from ..grammar.preverbal import left_subject
from ..grammar.subjects import agent_of
from ..grammar.syntax import DASHES, HARD, Syntax
from ..verbs.groups import Group
from ..verbs.tokens import NAME, QUOTE, is_person, skip, skip_back, token_at
from ..vocabulary.cues import cue_adjectives
from ..vocabulary.word_classes import ADVERB, CONTRACTED, NEGATION, PREPOSITION, PUNCTUATION, THAT
from ..vocabulary.word_sets import word_set
from .agents import ascribed_to, only_acts, speaker_of
from .frame import Frame, may_speak, span, verb_frame
from .opening import auxiliary_of, bare_word, opening_predicate, opening_words

_WORDS_OF_A_STATE = 4
"""Words that a state of mind beside its subject has at the most."""
_FAR_AGENT = 5
"""Tokens between a participle and its agent at the most."""


def adjectival(syntax: Syntax, at: int) -> Frame | None:
    """« des élus inquiets de « … » », « il est convaincu que « … » »."""
    tokens = syntax.tokens
    for i in range(at - 1, max(-1, at - 12), -1):
        if tokens[i].low in cue_adjectives() and i + 1 < at and tokens[i + 1].low in word_set("adjective-complement"):
            break
        if tokens[i].low in HARD or (syntax.covering[i] is not None and syntax.covering[i].mood == "finite"):  # type: ignore[union-attr]
            return None
    else:
        return None
    j = skip_back(tokens, i - 1, ADVERB | NEGATION)
    group = syntax.covering[j] if j >= 0 else None
    phrase = (
        speaker_of(syntax, group)
        if group is not None and group.lemma in word_set("be")
        else ending_at(syntax, j, "")
        if j >= 0
        else None
    )
    if phrase is None or not may_speak(phrase):
        return None
    return Frame("adjective", phrase, span(syntax, i, i), "weak", group)


def quoted_predicate(syntax: Syntax, at: int) -> Frame | None:
    """Nawaf Salam « comprend la colère »: the passage is what its subject is said to do or feel."""
    phrase = predicate_subject(syntax, at)
    if phrase is None or any(
        g.first < phrase.first and g.mood == "finite" and not syntax.is_separator(phrase.first - 1)
        for g in syntax.finite
    ):
        return None
    told = opening_predicate(syntax.tokens[at])
    return Frame("quoted-verb" if told is not None and told.reports else "quoted-predicate", phrase, None, "weak")


def predicate_subject(syntax: Syntax, at: int) -> Nominal | None:
    """Who stands in front of a passage that begins with a finite verb."""
    tokens = syntax.tokens
    predicate = opening_predicate(tokens[at]) if at else None
    if predicate is None:
        return None
    last = at - 1 - int(at > 1 and bool(tokens[at - 1].classes & NEGATION))
    phrase = ending_at(syntax, last, "")
    definite = phrase is not None and phrase.is_human and bool(phrase.determiner) and phrase.number == "s"
    aside = predicate.reports and tokens[last].low == ","
    if not (predicate.sure or tokens[last].classes & NAME or aside or (predicate.reports and definite)):
        return None
    if phrase is None and tokens[at - 1].low == ",":
        group = Group(at, at, at, "finite")
        phrase = left_subject(syntax, group)
    somebody = phrase is not None and (phrase.is_somebody or "text" in phrase.speech)
    if phrase is None or not somebody or phrase.is_governed:
        return None
    return phrase


def quoted_verb(syntax: Syntax, at: int) -> Frame | None:
    """X a « exhorté » Y à une « … »: a verb of saying that is itself quoted governs what follows it."""
    verbs = _quoted_verbs(syntax)
    before = bisect_left(verbs, at, key=lambda verb: verb[0])
    if not before:
        return None
    i, group = verbs[before - 1]
    found = speaker_of(syntax, group)
    return Frame("quoted-verb", found, span(syntax, i, i), "weak", group) if found is not None else None


def _quoted_verbs(syntax: Syntax) -> list[tuple[int, Group]]:
    """The passages of a sentence that begin with the participle of an auxiliary, each with it, in order."""
    found = ((i, auxiliary_of(syntax, i)) for i, token in enumerate(syntax.tokens) if token.classes & QUOTE)
    return syntax.sentence.once("quoted verbs", lambda _: [(i, group) for i, group in found if group is not None])


def quoted_participle(syntax: Syntax, at: int) -> Frame | None:
    """X a « émis des doutes », a « pris acte »: the words say what their subject did."""
    group = auxiliary_of(syntax, at, any_verb=True)
    if group is None:
        return None
    found = speaker_of(syntax, group)
    if found is None or (found.entity is None and is_subordinate(syntax, group)):
        return None
    if auxiliary_of(syntax, at) is None and (group.lemma not in word_set("have") or not found.is_somebody):
        return None
    return Frame("quoted-participle", found, None, "weak", group)


def agent_after(syntax: Syntax, at: int) -> Frame | None:
    """L'« erreur » dénoncée par X: the words belong to the agent of the participle behind them."""
    group = next((g for g in syntax.groups if g.first > at and g.mood in ("past", "passive", "finite")), None)
    if group is None or not group.reports or group.mood == "finite":
        return None
    if group.mood == "past" and (
        group.first > at + 2 or any(t.classes & PUNCTUATION for t in syntax.tokens[at + 1 : group.first])
    ):
        return None
    if group.mood == "passive" and (_told_before(syntax, at) or is_subordinate(syntax, group)):
        return None
    agent = agent_of(syntax, group, at) or ascribed_to(syntax, group)
    if agent is None or agent.first > group.last + _FAR_AGENT or only_acts(agent):
        return None
    return verb_frame(syntax, group, "passive-after", agent)


def _told_before(syntax: Syntax, at: int) -> bool:
    """Whether a verb stands before a passage in its clause, so that the passage is not in the next verb's subject."""
    return any(g.first < at and g.mood in ("finite", "passive") for g in syntax.groups)


def shared_later(syntax: Syntax, at: int) -> Frame | None:
    """X serait « … », mais a fait remarquer que …: the subject is told to report in the clause that goes on."""
    tokens = syntax.tokens
    for group in syntax.finite:
        if group.first < at or group.strength != "strong" or group.pronoun:
            continue
        if tokens[group.first - 1].low in word_set("and-but"):
            found = left_subject(syntax, group)
            if found is not None:
                return verb_frame(syntax, group, "shared-subject", found)
        return None
    return None


def quoted_adjective(syntax: Syntax, at: int) -> Frame | None:
    """X n'est « pas sûr que … », X « ravi »: a state of mind inside the marks is its subject's own words.

    Headlines leave "est" out.
    """
    opening = [bare_word([w]).lower() for w in opening_words(syntax.tokens[at])[:4]] if at else []
    while opening and opening[0] in word_set("attitude-adverb"):
        opening = opening[1:]
    if not opening or opening[0] not in cue_adjectives():
        return None
    if syntax.sentence.heading and is_person(syntax.tokens[at - 1]) and not any(g.first < at for g in syntax.groups):
        return Frame("adjective", syntax.nominal(at - 1, at), None, "weak")
    group = syntax.covering[at - 1]
    if group is None or group.lemma not in word_set("be"):
        return None
    found = speaker_of(syntax, group)
    if found is None or found.entity is None or is_subordinate(syntax, group):
        return None
    return Frame("adjective", found, None, "weak", group)


def set_beside(syntax: Syntax, at: int) -> Frame | None:
    """« Très inquiet », le maire demande …; X, « ravi », remercie …: a state of mind set beside the subject."""
    tokens = syntax.tokens
    if len(opening_words(tokens[at])) > _WORDS_OF_A_STATE or at + 2 >= len(tokens):
        return None
    start = _behind_row(syntax, at)
    if start:
        group = next((g for g in syntax.finite if g.first > start), None)
        found = left_subject(syntax, group) if group is not None else None
        return Frame("adjective", found, None, "weak") if found and found.first == start and may_speak(found) else None
    if not at or tokens[at - 1].low != "," or tokens[at + 1].low != ",":
        return None
    found = ending_at(syntax, at - 2, "") if at > 1 else None
    group = next((g for g in syntax.finite if g.first == at + 2), None)
    return Frame("adjective", found, None, "weak") if found and group is not None and may_speak(found) else None


def _behind_row(syntax: Syntax, at: int) -> int:
    """The place behind the row of passages that opens a sentence, where a comma closes it; 0 where none does."""
    tokens = syntax.tokens
    joints = word_set("and-or") | {","}
    i = 0
    while i < len(tokens) and (tokens[i].classes & QUOTE or tokens[i].low in joints):
        i += 1
    return i if at < i < len(tokens) and tokens[i - 1].low == "," else 0


def fronted(syntax: Syntax, at: int) -> Frame | None:
    """En raison d'un « … », X a fait savoir …: a circumstance in front is told in the words of who reports."""
    tokens = syntax.tokens
    saying = _fronted_saying(syntax, at)
    if saying is not None:
        return saying
    fixed = 2 if tokens[0].low in word_set("taken-into-account") else 0
    opens = fixed or tokens[0].classes & (PREPOSITION | CONTRACTED)
    told = ("finite", "passive", "past")
    if not at or not opens or any(fixed <= g.first < at and g.mood in told for g in syntax.groups):
        return None
    group = next((g for g in syntax.finite if g.first > at), None)
    if group is None or not group.reports or is_subordinate(syntax, group):
        return None
    if group.strength != "strong" and not token_at(tokens, group.last + 1).classes & THAT:
        return None
    found = left_subject(syntax, group)
    if found is None or found.first < at or not may_speak(found):
        return None
    return verb_frame(syntax, group, "shared-subject", found)


def _fronted_saying(syntax: Syntax, at: int) -> Frame | None:
    """En postant un message – « … » –, X a surpris: the saying of a gerund in front is that of the clause's subject."""
    tokens = syntax.tokens
    gerund = syntax.groups[0] if syntax.groups else None
    if gerund is None or gerund.mood != "gerund" or gerund.first or gerund.last >= at - 1:
        return None
    apart = tokens[at - 1].low in DASHES or tokens[at - 1].low in (",", ":", "(")
    if not apart or not any("word" in t.tag.speech or "text" in t.tag.speech for t in tokens[gerund.last + 1 : at]):
        return None
    group = next((g for g in syntax.finite if g.first > at), None)
    i = at + 1
    while i < len(tokens) and (tokens[i].low in DASHES or tokens[i].low in (",", ")")):
        i += 1
    found = syntax.nominal(i) if group is not None and not is_subordinate(syntax, group) else None
    if found is None or group is None or not may_speak(found) or found.last >= group.first:
        return None
    complete(syntax, found)
    return Frame("shared-subject", found, span(syntax, gerund.first, gerund.last), "weak")


def in_mind(syntax: Syntax, at: int, group: Group) -> Frame | None:
    """« … », est convaincu X: a state of mind told behind the words, its subject behind it."""
    tokens = syntax.tokens
    i = skip(tokens, group.last if group.mood == "passive" else group.last + 1, ADVERB)
    if tokens[at + 1].low != "," or i + 1 >= len(tokens):
        return None
    if group.mood != "passive" and group.lemma not in word_set("be"):
        return None
    told = tokens[i].low in cue_adjectives() or tokens[i].low in word_set("firm")
    speaker = syntax.nominal(i + 1) if told else None
    if speaker is None or not may_speak(speaker):
        return None
    complete(syntax, speaker)
    return Frame("incise-noun", speaker, span(syntax, group.first, i), "strong", group)
