"""VerbReading the verb groups of a sentence, from the forms of its words and what stands between them."""

from __future__ import annotations

from functools import lru_cache

from ...lexicon.tables import rows
from ..vocabulary.cues import PACKAGE, VerbReading, locutions
from ..vocabulary.verb_forms import verb
from ..vocabulary.word_classes import (
    ADVERB,
    CONTRACTED,
    DEFINITE,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    OF,
    PREPOSITION,
    PUNCTUATION,
    SUBJECT,
    SUBORDINATOR,
    TIME,
)
from ..vocabulary.word_sets import word_set
from .nominals import honorific
from .prose import NAME, QUOTE, Sentence, Token
from .verb_context import clitics_before, has_person, is_noun, opens_segment, participle_after
from .verb_groups import Group, GroupMood

_RANK: dict[str, int] = {"strong": 3, "weak": 2, "manner": 1, "plain": 0}


_NEVER_VERBS = PREPOSITION | SUBORDINATOR | SUBJECT


@lru_cache(maxsize=1)
def _semi_auxiliaries() -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows(PACKAGE, "semi_auxiliaries.csv"))


def verb_groups(sentence: Sentence) -> list[Group]:
    """The verb groups of a sentence in order; kept with the sentence."""
    held = sentence.cache.get("groups")
    if isinstance(held, list):
        return held
    found = _Reader(sentence.tokens).read()
    sentence.cache["groups"] = found
    return found


class _Reader:
    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.found: list[Group] = []

    def read(self) -> list[Group]:
        tokens = self.tokens
        i = 0
        while i < len(tokens):
            tagged = tokens[i].tag
            group = None
            if tagged.auxiliary is not None:
                group = self._with_auxiliary(i)
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
            self._add_locution(group)
            self.found.append(group)
            i = group.last + 1
        return self.found

    def _with_auxiliary(self, i: int) -> Group | None:
        """A compound tense, a passive, or "être" and "avoir" by themselves."""
        token = self.tokens[i]
        auxiliary = token.tag.auxiliary
        assert auxiliary is not None
        if i and token.low in word_set("auxiliary-or-noun") and is_noun(self.tokens, i):
            before = self.tokens[i - 1].classes
            if token.low not in word_set("auxiliary") or not before & (PREPOSITION | OF) or before & CONTRACTED:
                return None
        first, reflexive, has_object, negated = clitics_before(self.tokens, i)
        j = participle_after(self.tokens, i, auxiliary.lemma, has_object or reflexive)
        if j < 0:
            if not auxiliary.finite:
                return None
            group = Group(first, i, i, None, "finite")
            group.lemma = auxiliary.lemma
        else:
            reading = self._choose(self.tokens[j].tag.readings, "past_participle", reflexive)
            passive = not reflexive and (
                any(t.low == "été" for t in self.tokens[i + 1 : j])
                or (auxiliary.lemma == "être" and (reading is None or reading.lemma not in word_set("etre-verb")))
            )
            mood: GroupMood = "passive" if passive else "finite"
            if not auxiliary.finite and token.low != "ayant":
                mood = "infinitive" if token.low in word_set("auxiliary") else "past"
            elif token.low in word_set("compound-participle"):
                mood = "participle"
            group = Group(first, j, j, reading, mood)
            self._climb_down(group)
        group.number, group.person = auxiliary.number, auxiliary.person
        group.reflexive, group.object_clitic, group.negated = reflexive, has_object, negated
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
        if token.classes & _NEVER_VERBS and not token.tag.pronoun:
            return None
        opens = i == 0 or bool(self.tokens[i - 1].classes & PUNCTUATION)
        after = self.tokens[i + 1].classes if i + 1 < len(self.tokens) else 0
        if opens and token.tag.speech and after & (OF | CONTRACTED):
            return None
        first, reflexive, has_object, negated = clitics_before(self.tokens, i)
        moods = {r.mood for r in readings}
        mood: GroupMood
        if token.tag.pronoun or (
            "finite" in moods
            and not is_noun(self.tokens, i)
            and any(r.person == 3 or has_person(self.tokens, first, r.person) for r in readings if r.mood == "finite")
        ):
            reading = self._choose(readings, "finite", reflexive)
            mood = "finite"
        elif "infinitive" in moods:
            before = self.tokens[i - 1] if i and self.tokens[i - 1].classes & DETERMINER else None
            noun = token.tag.people is not None
            if before is not None and (noun or before.low not in word_set("article-or-pronoun")):
                return None
            reading, mood = self._choose(readings, "infinitive", reflexive), "infinitive"
        elif (
            "present_participle" in moods
            and not self._names_people(i)
            and (
                self.tokens[i - 1].low == "en"
                or (opens_segment(self.tokens, first) and token.tag.people is None)
                or not is_noun(self.tokens, i)
            )
        ):
            reading = self._choose(readings, "present_participle", reflexive)
            gerund = "en" in (self.tokens[first].low, self.tokens[first - 1].low if first else "")
            mood = "gerund" if gerund else "participle"
        elif "past_participle" in moods and not is_noun(self.tokens, i):
            reading, mood = self._choose(readings, "past_participle", False), "past"
            first = i
        else:
            return None
        group = Group(first, i, i, reading, mood)
        group.reflexive, group.object_clitic, group.negated = reflexive, has_object, negated
        if mood == "finite":
            found = [r for r in readings if r.mood == "finite"]
            third = [r for r in found if r.person == 3] or found
            if third:
                group.number, group.person = third[0].number, third[0].person
            persons = {r.person for r in found if has_person(self.tokens, first, r.person)}
            if persons and 3 not in persons:
                group.person = persons.pop()
            self._take_pronoun(group, i)
            if group.pronoun in word_set("speech-subject"):
                group.person = {"je": 1, "nous": 1, "tu": 2, "vous": 2}[group.pronoun]
        self._climb_down(group)
        return group

    def _names_people(self, i: int) -> bool:
        """Whether a participle is a noun of people behind its article ("le commandant", "la représentante")."""
        before = self.tokens[i - 1] if i else None
        if before is None or self.tokens[i].tag.people is None or not before.classes & DEFINITE:
            return False
        return i < 2 or self.tokens[i - 2].low not in word_set("gerund-opening")

    def _unlisted(self, i: int) -> Group | None:
        """A finite verb that the table does not list, told by its form alone."""
        told = verb(self.tokens[i].text)
        if told is None and self._stands_as_incise(i) and self.tokens[i].low.endswith(("e", "t", "d")):
            group = Group(i, i, i, None, "finite")
            group.lemma, group.person, group.number = self.tokens[i].low, 3, "s"
            return group
        if told is None or not told.finite or not told.persons & {"3s", "3p"} or is_noun(self.tokens, i):
            return None
        if not told.sure and not (
            i
            and (
                self.tokens[i - 1].classes & (SUBJECT | NAME | NEGATION)
                or self.tokens[i - 1].low in word_set("reflexive")
                or self._stands_as_incise(i)
                or self._has_object(i)
            )
        ):
            return None
        first, reflexive, has_object, negated = clitics_before(self.tokens, i)
        group = Group(first, i, i, None, "finite")
        group.lemma, group.person = self.tokens[i].low, 3
        group.number = "p" if "3p" in told.persons and "3s" not in told.persons else "s"
        group.reflexive, group.object_clitic, group.negated = reflexive, has_object, negated
        return group

    def _has_object(self, i: int) -> bool:
        """Whether a form stands behind a comma and before an article: X, de son côté, [exploite] les troubles."""
        tokens = self.tokens
        after = tokens[i + 1].classes if i + 1 < len(tokens) else 0
        return tokens[i - 1].low == "," and bool(after & DETERMINER) and not after & (OF | CONTRACTED)

    def _stands_as_incise(self, i: int) -> bool:
        """Whether a word stands between a passage with a comma and a name: « … », intercale X."""
        tokens = self.tokens
        return (
            i > 1
            and tokens[i - 1].low == ","
            and bool(tokens[i - 2].classes & QUOTE)
            and i + 1 < len(tokens)
            and bool(tokens[i + 1].classes & NAME or honorific(tokens, i + 1))
        )

    def _choose(self, readings: tuple[VerbReading, ...], mood: str, reflexive: bool) -> VerbReading | None:
        """The reading of a form in a mood: the reflexive one where there is a reflexive pronoun, else the plain one."""
        best: VerbReading | None = None
        for reading in readings:
            if reading.mood != mood:
                continue
            if reading.reflexive and not reflexive:
                if best is None:
                    best = reading._replace(strength="plain")
                continue
            if (
                best is None
                or (reading.reflexive and reflexive)
                or (not best.reflexive and _RANK[reading.strength] > _RANK[best.strength])
            ):
                best = reading
        return best

    def _climb_down(self, group: Group) -> None:
        """From a semi-auxiliary to the infinitive it leads to ("vient d'annoncer", "a tenu à souligner")."""
        if group.lemma not in _semi_auxiliaries():
            return
        j = group.last + 1
        skipped = 0
        while j < len(self.tokens) and skipped < 6:
            token = self.tokens[j]
            found = [r for r in token.tag.readings if r.mood == "infinitive"]
            if found:
                reading = self._choose(token.tag.readings, "infinitive", self.tokens[j - 1].low in word_set("se"))
                if (reading and _RANK[reading.strength] > _RANK[group.strength]) or (
                    reading and group.strength == "plain"
                ):
                    assert reading is not None
                    group.head = group.last = j
                    group.lemma, group.strength = reading.lemma, reading.strength
                    self._climb_down(group)
                return
            allowed = token.classes & (ADVERB | NEGATION | OF | OBJECT) or token.low in word_set("infinitive-link")
            if not allowed and not token.tag.pronoun:
                return
            skipped += 1
            j += 1

    def _add_locution(self, group: Group) -> None:
        for locution in locutions().get(group.lemma, ()):
            at = self._find_rest(group.last + 1, locution.rest)
            if at >= 0:
                if _RANK[locution.strength] >= _RANK[group.strength] or locution.strength == "plain":
                    group.strength = locution.strength
                group.last = at
                return

    def _find_rest(self, start: int, rest: tuple[str, ...]) -> int:
        """The last token of a locution's rest that follows, few adverbs skipped; -1 when it does not."""
        tokens = self.tokens
        i = start
        while i < len(tokens) and i - start <= 4:
            if tokens[i].low == rest[0]:
                if [t.low for t in tokens[i : i + len(rest)]] == list(rest):
                    return i + len(rest) - 1
                return -1
            if tokens[i].classes & QUOTE or not (
                tokens[i].classes & (ADVERB | NEGATION | TIME | NUMBER | PREPOSITION | OF | DETERMINER | PUNCTUATION)
                or tokens[i].tag.pronoun
                or i == start
            ):
                return -1
            if tokens[i].low in (".", ":", ";"):
                return -1
            i += 1
        return -1
