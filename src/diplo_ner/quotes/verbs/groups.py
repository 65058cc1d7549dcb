"""Verb groups: a verb with its clitics, auxiliary, adverbs in between, semi-auxiliary and set phrase."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ...lexicon.verbs import Strength

THIRD = 3
"""The third person."""

GroupMood = Literal["finite", "infinitive", "gerund", "participle", "passive", "past"]


@dataclass(slots=True, eq=False, repr=False)
class Group:
    """A verb group among the tokens of a sentence.

    ``first`` and ``last`` are the tokens it spans, ``head`` its verb. ``pronoun`` is the subject that inversion hangs
    on it ("a-t-il dit"), ``object_clitic`` tells "l'a qualifiée". ``number`` is s, p or empty, ``person`` 1, 2, 3 or 0.
    """

    first: int
    head: int
    last: int
    mood: GroupMood
    lemma: str = ""
    strength: Strength = "plain"
    number: str = ""
    person: int = 0
    pronoun: str = ""
    pronoun_at: int = -1
    reflexive: bool = False
    object_clitic: bool = False
    negated: bool = False

    @property
    def reports(self) -> bool:
        """Whether the verb may report at all."""
        return self.strength != "plain"

    @property
    def says(self) -> bool:
        """Whether the verb carries direct speech by what it means: it says, or tells a manner of saying."""
        return self.strength in ("strong", "manner")

    @property
    def of_another(self) -> bool:
        """Whether the verb tells what somebody does who neither speaks nor is spoken to."""
        return self.person not in (1, 2)

    def __repr__(self) -> str:
        return f"<{self.lemma} {self.strength} {self.mood} {self.first}-{self.head}-{self.last}>"
