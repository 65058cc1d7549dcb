"""What tells the gender of an entity beside its titles: its form of address, given name or article."""

from __future__ import annotations

from ...names.given import gender_of
from ...schema import Entity
from ..vocabulary.word_sets import word_set

_ADDRESS_REACH = 10
_ARTICLE_REACH = 8
"""Letters in front of a name among which its form of address or its article stands."""


def addressed_gender(text: str, entity: Entity) -> str:
    """The gender, m or f, by the form of address before a mention ("M. Ferro"); '' where none tells it."""
    for mention in entity.mentions:
        before = _before(text, mention.start, _ADDRESS_REACH).rstrip(" .")
        last = before.rsplit(" ", 1)[-1].rsplit("(", 1)[-1].rsplit("'", 1)[-1]
        if last in word_set("feminine-address"):
            return "f"
        if last in word_set("masculine-address"):
            return "m"
    return ""


def given_gender(entity: Entity) -> str:
    """The gender, m or f, by the given name of a person, as the longest of the names has it; '' where it tells none."""
    names = sorted({entity.canonical, *(m.text for m in entity.mentions)}, key=lambda n: -len(n))
    for name in names:
        given, *family = name.split()
        told = gender_of(given) if family or len(names) == 1 else ""
        if told:
            return told
    return ""


def article_gender(text: str, entity: Entity) -> str:
    """The gender, m, f or p, by the article before a mention, the first that has one; '' where none tells it."""
    for mention in entity.mentions:
        before = _before(text, mention.start, _ARTICLE_REACH)
        word = before.split()[-1] if before.split() else ""
        if before.endswith(" ") or not before:
            if word in word_set("masculine-determiner"):
                return "m"
            if word in word_set("feminine-article"):
                return "f"
            if word in word_set("plural-article"):
                return "p"
    return ""


def _before(text: str, at: int, reach: int) -> str:
    """The letters in front of a place, in lower case and with plain spaces."""
    return text[max(0, at - reach) : at].replace("\u00a0", " ").replace("\u202f", " ").lower()
