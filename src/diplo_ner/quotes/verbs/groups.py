"""Verb groups: a verb with its clitics, auxiliary, adverbs in between, semi-auxiliary and set phrase."""

from __future__ import annotations

from typing import Literal

from ...lexicon.verbs import Strength
from ..vocabulary.cues import VerbReading

GroupMood = Literal["finite", "infinitive", "gerund", "participle", "passive", "past"]


class Group:
    """A verb group among the tokens of a sentence.

    ``first`` and ``last`` are the tokens it spans, ``head`` its verb. ``pronoun`` is the subject that inversion hangs
    on it ("a-t-il dit"), ``object_clitic`` tells "l'a qualifiée". ``number`` is s, p or empty, ``person`` 1, 2, 3 or 0.
    """

    __slots__ = (
        "first",
        "head",
        "last",
        "lemma",
        "mood",
        "negated",
        "number",
        "object_clitic",
        "person",
        "pronoun",
        "pronoun_at",
        "reflexive",
        "strength",
    )

    def __init__(self, first: int, head: int, last: int, reading: VerbReading | None, mood: GroupMood) -> None:
        self.first = first
        self.head = head
        self.last = last
        self.lemma = reading.lemma if reading else ""
        self.strength: Strength = reading.strength if reading else "plain"
        self.mood: GroupMood = mood
        self.number = ""
        self.person = 0
        self.pronoun = ""
        self.pronoun_at = -1
        self.reflexive = False
        self.negated = False
        self.object_clitic = False

    @property
    def reports(self) -> bool:
        """Whether the verb may report at all."""
        return self.strength != "plain"

    def __repr__(self) -> str:
        return f"<{self.lemma} {self.strength} {self.mood} {self.first}-{self.head}-{self.last}>"
