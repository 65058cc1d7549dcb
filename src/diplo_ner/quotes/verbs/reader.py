"""Reading the verb groups of a sentence, from the forms of its words and what stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from ...lexicon.verbs import Strength
from ..vocabulary.cues import Auxiliary, VerbReading
from ..vocabulary.verb_forms import verb
from ..vocabulary.word_classes import (
    CONTRACTED,
    DEFINITE,
    DETERMINER,
    OF,
    PREPOSITION,
    PUNCTUATION,
    SUBJECT,
    SUBORDINATOR,
    tag,
)
from ..vocabulary.word_sets import word_set
from .context import Clitics, clitics_before, opens_segment, participle_after
from .extension import add_locution, choose, lead_on
from .finite import is_finite, is_noun, persons, stands_as_incise
from .groups import THIRD, Group, GroupMood
from .tokens import NAME, QUOTE, Token, token_at

_HAS = "a"
"""The auxiliary that "à" is written for."""
_NEVER_VERBS = PREPOSITION | SUBORDINATOR | SUBJECT


def verb_groups(tokens: list[Token]) -> list[Group]:
    """The verb groups among the tokens of a sentence, in order."""
    return list(_Reader(tokens).read())


def first_group(tokens: list[Token], latest: int) -> Group | None:
    """The first verb group, if its verb stands at ``latest`` or before; the rest of the tokens is not read."""
    opening = tokens[: latest + 1]
    if not any(t.tag.auxiliary is not None or t.tag.readings for t in opening):
        return None
    return next(_Reader(tokens).read(), None)


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens

    def read(self) -> Iterator[Group]:
        tokens = self.tokens
        i = 0
        while i < len(tokens):
            tagged = tokens[i].tag
            group = None
            auxiliary = tagged.auxiliary or (tag(_HAS).auxiliary if self._is_misspelt(i) else None)
            if auxiliary is not None:
                group = self._with_auxiliary(i, auxiliary)
            elif tagged.readings or tagged.pronoun:
                group = self._single(i)
            elif (
                not tokens[i].classes
                and tokens[i].low.isalpha()
                and tagged.people is None
                and tokens[i].text[0].islower()
            ):
                group = self._unlisted(i)
            if group is None:
                i += 1
                continue
            add_locution(self.tokens, group)
            yield group
            i = group.last + 1

    def _is_misspelt(self, i: int) -> bool:
        """Whether "à" stands for "a" behind a passage: « … », à indiqué X."""
        before = i - 1 - int(i > 0 and self.tokens[i - 1].low == ",")
        behind_passage = bool(token_at(self.tokens, before).classes & QUOTE)
        if self.tokens[i].low not in word_set("misspelt-auxiliary") or not behind_passage:
            return False
        return any(r.mood == "past_participle" for r in token_at(self.tokens, i + 1).tag.readings)

    def _with_auxiliary(self, i: int, auxiliary: Auxiliary) -> Group | None:
        """A compound tense, a passive, or "être" and "avoir" by themselves."""
        token = self.tokens[i]
        if i and token.low in word_set("auxiliary-or-noun") and is_noun(self.tokens, i):
            before = self.tokens[i - 1].classes
            if token.low not in word_set("auxiliary") or not before & (PREPOSITION | OF):
                return None
        clitics = clitics_before(self.tokens, i)
        j = participle_after(self.tokens, i, auxiliary.lemma)
        if j < 0:
            if not auxiliary.finite:
                return None
            group = _group(clitics, i, None, "finite", auxiliary.lemma)
        else:
            reading = choose(self.tokens[j].tag.readings, "past_participle", clitics.reflexive)
            passive = not clitics.reflexive and (
                any(t.low in word_set("been") for t in self.tokens[i + 1 : j])
                or (
                    auxiliary.lemma in word_set("be")
                    and (reading is None or reading.lemma not in word_set("etre-verb"))
                )
            )
            mood: GroupMood = "passive" if passive else "finite"
            if not auxiliary.finite and token.low not in word_set("having"):
                mood = "infinitive" if token.low in word_set("auxiliary") else "past"
            elif token.low in word_set("compound-participle"):
                mood = "participle"
            group = _group(clitics, j, reading, mood)
            lead_on(self.tokens, group)
        group.number, group.person = auxiliary.number, auxiliary.person
        self._take_pronoun(group, i)
        return group

    def _take_pronoun(self, group: Group, i: int) -> None:
        if self.tokens[i].tag.pronoun:
            group.pronoun, group.pronoun_at = self.tokens[i].tag.pronoun, i
        elif (
            i + 1 < len(self.tokens)
            and self.tokens[i + 1].low.startswith(("t-", "t'"))
            and self.tokens[i + 1].tag.pronoun
        ):
            group.pronoun, group.pronoun_at = self.tokens[i + 1].tag.pronoun, i + 1

    def _single(self, i: int) -> Group | None:
        """A simple tense, an infinitive or a participle."""
        token = self.tokens[i]
        readings = token.tag.readings
        if token.classes & _NEVER_VERBS:
            return None
        opens = i == 0 or bool(self.tokens[i - 1].classes & PUNCTUATION)
        after = self.tokens[i + 1].classes if i + 1 < len(self.tokens) else 0
        if token.low in word_set("outgoing") and not after & (OF | CONTRACTED):
            return None
        quoted = token_at(self.tokens, i + 2).classes & QUOTE
        if opens and token.tag.speech and after & (OF | CONTRACTED) and not quoted:
            return None
        clitics = clitics_before(self.tokens, i)
        moods = {r.mood for r in readings}
        mood: GroupMood
        if is_finite(self.tokens, i, len(self.tokens), reporting=True) and not self._has_agent(i, clitics, opens):
            reading = choose(readings, "finite", clitics.reflexive)
            mood = "finite"
        elif "infinitive" in moods:
            before = self.tokens[i - 1] if i and self.tokens[i - 1].classes & DETERMINER else None
            noun = token.tag.people is not None
            if before is not None and (noun or before.low not in word_set("article-or-pronoun")):
                return None
            reading, mood = choose(readings, "infinitive", clitics.reflexive), "infinitive"
        elif (
            "present_participle" in moods
            and not self._names_people(i)
            and (
                self.tokens[i - 1].low in word_set("en")
                or (opens_segment(self.tokens, clitics.first) and token.tag.people is None)
                or not is_noun(self.tokens, i)
            )
        ):
            reading = choose(readings, "present_participle", clitics.reflexive)
            gerund = any(t.low in word_set("en") for t in self.tokens[max(0, clitics.first - 1) : clitics.first + 1])
            mood = "gerund" if gerund else "participle"
        elif "past_participle" in moods and not is_noun(self.tokens, i):
            reading, mood = choose(readings, "past_participle", False), "past"
            clitics = clitics._replace(first=i)
        else:
            return None
        group = _group(clitics, i, reading, mood)
        if mood == "finite":
            found = [r for r in readings if r.mood == "finite"]
            third = [r for r in found if r.person == THIRD] or found
            if third:
                group.number, group.person = third[0].number, third[0].person
            told = persons(self.tokens, i)
            if told and THIRD not in told:
                group.person = told.pop()
            self._take_pronoun(group, i)
            if group.pronoun in word_set("speech-subject"):
                group.person = 1 if group.pronoun in word_set("first-subject") else 2
        lead_on(self.tokens, group)
        return group

    def _has_agent(self, i: int, clitics: Clitics, opens: bool) -> bool:
        """Whether a form of two moods is the participle ("[décrit] par ses voisins comme …", ", [décrit] comme …")."""
        if clitics.first < i or not any(r.mood == "past_participle" for r in self.tokens[i].tag.readings):
            return False
        if i and self.tokens[i - 1].classes & (SUBJECT | NAME):
            return False
        after = token_at(self.tokens, i + 1).low
        agent = after in word_set("by") and token_at(self.tokens, i + 2).classes & (DETERMINER | NAME)
        return bool(agent) or (opens and after in word_set("as"))

    def _names_people(self, i: int) -> bool:
        """Whether a participle is a noun of people behind its article ("le commandant", "la représentante")."""
        before = self.tokens[i - 1] if i else None
        if before is None or self.tokens[i].tag.people is None or not before.classes & DEFINITE:
            return False
        return i <= 1 or self.tokens[i - 2].low not in word_set("gerund-opening")

    def _unlisted(self, i: int) -> Group | None:
        """A finite verb or a gerund ("en présidant") that the table does not list, told by its form alone."""
        if i and self.tokens[i - 1].low in word_set("en") and self.tokens[i].low.endswith("ant"):
            return Group(i - 1, i, i, "gerund")
        told = verb(self.tokens[i].text)
        if told is None and stands_as_incise(self.tokens, i) and self.tokens[i].low.endswith(("e", "t", "d")):
            return Group(i, i, i, "finite", self.tokens[i].low, number="s", person=3)
        if told is None or not told.finite or not told.persons & {"3s", "3p"}:
            return None
        if not is_finite(self.tokens, i, len(self.tokens), reporting=True):
            return None
        group = _group(clitics_before(self.tokens, i), i, None, "finite", self.tokens[i].low)
        group.number, group.person = "p" if "3p" in told.persons else "s", 3
        return group


def _group(clitics: Clitics, verb: int, reading: VerbReading | None, mood: GroupMood, lemma: str = "") -> Group:
    """The group of a verb with its clitics, by its reading in the table, or by a lemma that reports nothing."""
    strength: Strength = reading.strength if reading else "plain"
    group = Group(clitics.first, verb, verb, mood, reading.lemma if reading else lemma, strength)
    group.reflexive, group.object_clitic, group.negated = clitics[1:]
    return group
