"""Reading the verb groups of a sentence, from the forms of its words and what stands between them."""

from __future__ import annotations

from functools import lru_cache

from ..lexicon.tables import rows
from .cues import PACKAGE, Reading, locutions
from .finite import verb
from .prose import NAME, QUOTE, Sentence, Token
from .verb_groups import Group, GroupMood
from .word_sets import word_set
from .wordclass import (
    ADVERB,
    CONTRACTED,
    DETERMINER,
    NEGATION,
    NUMBER,
    OBJECT,
    OF,
    POSSESSIVE,
    PREPOSITION,
    PUNCTUATION,
    RELATIVE,
    SUBJECT,
    SUBORDINATOR,
    THAT,
    TIME,
)

_RANK: dict[str, int] = {"strong": 3, "weak": 2, "manner": 1, "plain": 0}


_GAP = 10


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

    def _start(self, i: int) -> tuple[int, bool, bool, bool]:
        """Where the clitics before a verb begin; whether one is reflexive, one an object, one a negation."""
        reflexive = negated = has_object = False
        while i > 0 and self.tokens[i - 1].low in word_set("clitic"):
            low = self.tokens[i - 1].low
            if low in ("nous", "vous") and not (i > 1 and self.tokens[i - 2].low in ("nous", "vous")):
                break
            if low == "en" and i > 1 and self.tokens[i - 2].classes & PUNCTUATION:
                break
            i -= 1
            reflexive |= low in word_set("reflexive")
            negated |= low in ("ne", "n'")
            has_object |= low in ("l'", "le", "la", "les")
        return i, reflexive, has_object, negated

    def _with_auxiliary(self, i: int) -> Group | None:
        """A compound tense, a passive, or "être" and "avoir" by themselves."""
        token = self.tokens[i]
        auxiliary = token.tag.auxiliary
        assert auxiliary is not None
        if i and token.low in ("est", "été", "avions", "être", "avoir", "soit") and self._is_noun(i):
            return None
        first, reflexive, has_object, negated = self._start(i)
        j = self._participle_after(i, auxiliary.lemma, has_object or reflexive)
        if j < 0:
            if not auxiliary.finite:
                return None
            group = Group(first, i, i, None, "finite")
            group.lemma = auxiliary.lemma
        else:
            reading = self._choose(self.tokens[j].tag.readings, "past_participle", reflexive)
            passive = not reflexive and (
                any(t.low == "été" for t in self.tokens[i + 1 : j])
                or (
                    auxiliary.lemma == "être"
                    and (reading is None or reading.lemma not in word_set("etre-verb"))
                )
            )
            mood: GroupMood = "passive" if passive else "finite"
            if not auxiliary.finite and token.low != "ayant":
                mood = "infinitive" if token.low in ("avoir", "être") else "past"
            elif token.low in ("ayant", "étant"):
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

    def _participle_after(self, i: int, auxiliary: str, agreeing: bool) -> int:
        """The participle that an auxiliary goes with, adverbs and insertions skipped; -1 when there is none."""
        tokens = self.tokens
        after_preposition = False
        for j in range(i + 1, min(i + _GAP, len(tokens))):
            token = tokens[j]
            classes = token.classes
            participle = [r for r in token.tag.readings if r.mood == "past_participle"]
            if participle and not (
                after_preposition or (classes & (PREPOSITION | ADVERB) and token.low != "dit")
            ):
                near = all(
                    tokens[k].classes & (ADVERB | NEGATION | PUNCTUATION) or tokens[k].tag.pronoun
                    for k in range(i + 1, j)
                )
                if auxiliary == "avoir" and not (near or agreeing) and participle[0].number == "p":
                    return -1
                return j
            if (
                token.low in ("elle", "lui", "eux", "elles")
                and j + 1 < len(tokens)
                and (
                    tokens[j + 1].low == "aussi"
                    or any(r.mood == "past_participle" for r in tokens[j + 1].tag.readings)
                )
            ):
                continue
            if (
                classes & QUOTE
                and j + 1 < len(tokens)
                and any(r.mood == "past_participle" for r in tokens[j + 1].tag.readings)
            ):
                continue
            if classes & (QUOTE | SUBJECT | RELATIVE | THAT | SUBORDINATOR):
                return -1
            if token.low in (".", ":", ";", "!", "?", "(", ")", "et", "ou", "mais"):
                return -1
            if classes & (PREPOSITION | OF | CONTRACTED):
                after_preposition = token.low not in ("pas", "plus", "depuis", "après", "avant", "outre")
                continue
            if classes & DETERMINER:
                following = tokens[j + 1 : j + 4]
                if not after_preposition and not any(t.classes & TIME for t in following):
                    return -1
                continue
            if classes & NAME and not after_preposition:
                return -1
            if any(r.mood == "finite" for r in token.tag.readings) and not classes & (
                ADVERB | NEGATION | TIME | NUMBER
            ):
                if not after_preposition:
                    return -1
            if (
                not classes & (ADVERB | NEGATION | TIME | NUMBER | PUNCTUATION | OBJECT)
                and not after_preposition
            ):
                if not (
                    j == i + 1
                    or token.low
                    in ("tour", "part", "côté", "revanche", "outre", "ailleurs", "nouveau", "même")
                ):
                    return -1
                if auxiliary == "être":
                    return -1
            if after_preposition and not classes & POSSESSIVE:
                after_preposition = False
        return -1

    def _single(self, i: int) -> Group | None:
        """A simple tense, an infinitive or a participle."""
        token = self.tokens[i]
        readings = token.tag.readings
        if token.classes & _NEVER_VERBS and not token.tag.pronoun:
            return None
        if token.tag.speech and i + 1 < len(self.tokens) and self.tokens[i + 1].classes & (OF | CONTRACTED):
            if i == 0 or self.tokens[i - 1].classes & PUNCTUATION:
                return None
        first, reflexive, has_object, negated = self._start(i)
        moods = {r.mood for r in readings}
        mood: GroupMood
        if token.tag.pronoun or (
            "finite" in moods
            and not self._is_noun(i)
            and any(
                r.person == 3 or self._has_person(first, r.person) for r in readings if r.mood == "finite"
            )
        ):
            reading = self._choose(readings, "finite", reflexive)
            mood = "finite"
        elif "infinitive" in moods:
            before = self.tokens[i - 1] if i else None
            if before is not None and before.classes & DETERMINER:
                if before.low not in word_set("article-or-pronoun") or token.tag.people is not None:
                    return None
            reading, mood = self._choose(readings, "infinitive", reflexive), "infinitive"
        elif "present_participle" in moods and (
            self.tokens[i - 1].low == "en"
            or (self._after_comma(first) and token.tag.people is None)
            or not self._is_noun(i)
        ):
            reading = self._choose(readings, "present_participle", reflexive)
            gerund = "en" in (self.tokens[first].low, self.tokens[first - 1].low if first else "")
            mood = "gerund" if gerund else "participle"
        elif "past_participle" in moods and not self._is_noun(i):
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
            persons = {r.person for r in found if self._has_person(first, r.person)}
            if persons and 3 not in persons:
                group.person = persons.pop()
            self._take_pronoun(group, i)
            if group.pronoun in ("je", "tu", "nous", "vous"):
                group.person = {"je": 1, "nous": 1, "tu": 2, "vous": 2}[group.pronoun]
        self._climb_down(group)
        return group

    def _unlisted(self, i: int) -> Group | None:
        """A finite verb that the table does not list, told by its form alone."""
        told = verb(self.tokens[i].text)
        if told is None or not told.finite or not told.persons & {"3s", "3p"} or self._is_noun(i):
            return None
        if not told.sure and not (
            i
            and (
                self.tokens[i - 1].classes & (SUBJECT | NAME | NEGATION)
                or self.tokens[i - 1].low in word_set("reflexive")
            )
        ):
            return None
        first, reflexive, has_object, negated = self._start(i)
        group = Group(first, i, i, None, "finite")
        group.lemma, group.person = self.tokens[i].low, 3
        group.number = "p" if "3p" in told.persons and "3s" not in told.persons else "s"
        group.reflexive, group.object_clitic, group.negated = reflexive, has_object, negated
        return group

    def _after_comma(self, first: int) -> bool:
        """Whether a verb with its clitics opens a segment (", les qualifiant de …")."""
        return first > 0 and self.tokens[first - 1].low == ","

    def _has_person(self, first: int, person: int) -> bool:
        """Whether the pronoun before a verb is the first or second person."""
        if not first:
            return False
        low = self.tokens[first - 1].low
        return (person == 1 and low in ("je", "j'", "nous")) or (person == 2 and low in ("tu", "vous"))

    def _is_noun(self, i: int) -> bool:
        """Whether a form that may be a verb is a noun or adjective here, by the word before it."""
        if not i:
            return False
        before = self.tokens[i - 1]
        if before.low == "," and self.tokens[i].tag.speech and i + 1 < len(self.tokens):
            after = self.tokens[i + 1]
            return not (after.classes & (DETERMINER | NAME | QUOTE | THAT) or after.text[0].isupper() or after.low == ":")
        if before.low in word_set("article-or-pronoun"):
            if before.low == "en":
                if i > 1 and (
                    self.tokens[i - 2].classes & (SUBJECT | NAME | NEGATION | RELATIVE)
                    or self.tokens[i - 2].low in word_set("reflexive")
                ):
                    return False
                strong = any(
                    r.strength == "strong" and r.mood == "finite" for r in self.tokens[i].tag.readings
                )
                return not (
                    strong and i > 1 and self.tokens[i - 2].low == "," and not self.tokens[i].tag.speech
                )
            two = self.tokens[i - 2] if i > 1 else None
            following = self.tokens[i + 1] if i + 1 < len(self.tokens) else None
            if (
                following is not None
                and (following.classes & (QUOTE | THAT) or following.low == ":")
                and two is not None
            ):
                return bool(two.classes & (OF | CONTRACTED | PREPOSITION))
            if two is None:
                return True
            if two.classes & (SUBJECT | NAME | NEGATION | RELATIVE) or two.low in (
                "nous",
                "vous",
                "comme",
                "me",
                "te",
            ):
                return False
            return True
        if before.low == "aussi" and i > 1 and self.tokens[i - 2].low in ("elle", "lui", "elles", "eux"):
            return True
        if before.classes & SUBJECT or before.low in ("lui", "nous", "vous", "y"):
            return False
        return bool(before.classes & (DETERMINER | OF | CONTRACTED | PREPOSITION))

    def _choose(self, readings: tuple[Reading, ...], mood: str, reflexive: bool) -> Reading | None:
        """The reading of a form in a mood: the reflexive one where there is a reflexive pronoun, else the plain one."""
        best: Reading | None = None
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
                reading = self._choose(
                    token.tag.readings, "infinitive", self.tokens[j - 1].low in ("se", "s'")
                )
                if (reading and _RANK[reading.strength] > _RANK[group.strength]) or (
                    reading and group.strength == "plain"
                ):
                    assert reading is not None
                    group.head = group.last = j
                    group.lemma, group.strength = reading.lemma, reading.strength
                    self._climb_down(group)
                return
            allowed = token.classes & (ADVERB | NEGATION | OF | OBJECT) or token.low in (
                "à",
                "par",
                "bon",
                "utile",
                "jusqu'",
                "plus",
                "loin",
            )
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
                tokens[i].classes
                & (ADVERB | NEGATION | TIME | NUMBER | PREPOSITION | OF | DETERMINER | PUNCTUATION)
                or tokens[i].tag.pronoun
                or i == start
            ):
                return -1
            if tokens[i].low in (".", ":", ";"):
                return -1
            i += 1
        return -1
