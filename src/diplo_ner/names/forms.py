"""The form under which a person is to be told: fullest, in the usual spelling, in ordinary case."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ..errors import ArgumentError
from .given import is_given_name, reading, squash
from .known import by_full_name, by_short_name
from .name_words import particles
from .normalize import strip_honorifics
from .parts import NameParts, split_name
from .word_sets import word_set

_BEFORE_APOSTROPHE = 2
"""Letters of "al'", "O'", "N'", at the most."""
_GLUED_INITIALS = 2
"""Letters of initials without their stops: "JK Rowling"."""
_SHORTEST_MC = 5
"""Letters of a name in "Mc", at the least."""
_CAPITALS = re.compile(r"[^\W\d_a-zà-ÿ]{2}")
_LETTERS = re.compile(r"[^\W\d_]+", re.UNICODE)
_FAMILY_LETTER = re.compile(r"[^\W\d_]\.?")
"""What stands for a family name behind a given name: "RACHID B."."""
_NUMERALS = re.compile(r"[IVX]+")


def _title_word(word: str, *, first: bool) -> str:
    """One word of a name in capitals as it is written in running text."""
    if _NUMERALS.fullmatch(word) and len(word) > 1:
        return word
    lower = word.lower()
    if not first and particles().get(lower) and lower not in word_set("capital-particle"):
        return lower
    if lower.startswith("mc") and len(lower) >= _SHORTEST_MC:
        return "Mc" + lower[2:].capitalize()
    head, apostrophe, tail = lower.partition("'") if "'" in lower else lower.partition("’")
    if apostrophe and len(head) <= _BEFORE_APOSTROPHE and tail:
        small = not first and head in word_set("small-before-apostrophe")
        return (head if small else head.capitalize()) + apostrophe + tail.capitalize()
    if "-" in lower:
        pieces = lower.split("-")
        if pieces[0] in word_set("hyphenated-article"):
            return pieces[0] + "-" + "-".join(piece.capitalize() for piece in pieces[1:])
        return "-".join(piece.capitalize() for piece in pieces)
    return lower.capitalize()


def title_case(name: str) -> str:
    """Turn the words of a name that are in capitals to ordinary case; all others stay as they are.

    >>> title_case("SAUL LOEB"), title_case("John McDONNELL"), title_case("URSULA VON DER LEYEN")
    ('Saul Loeb', 'John McDonnell', 'Ursula von der Leyen')
    """
    words = name.split()
    found: list[str] = []
    for i, word in enumerate(words):
        letters = "".join(_LETTERS.findall(word))
        upper = sum(char.isupper() for char in letters)
        shouted = len(letters) > 1 and (upper == len(letters) or (upper > len("Mc") and letters.startswith("Mc")))
        initials = "." in word or (len(letters) == _GLUED_INITIALS and len(words) > 1 and i == 0)
        found.append(_title_word(word, first=i == 0) if shouted and not initials else word)
    return " ".join(found)


def plain_form(name: str) -> str:
    """A name without titles, in ordinary case, given name first where the family name alone was in capitals.

    >>> plain_form("M. BLINKEN Antony"), plain_form("Kim Jong-un")
    ('Antony Blinken', 'Kim Jong-un')
    """
    bare = strip_honorifics(name).name.rstrip(",;")
    if "," not in bare and not _CAPITALS.search(bare):
        return bare
    parts = split_name(name)
    words = bare.split()
    if parts.shape == "full" and not parts.east_asian and words and parts.family and not parts.suffix:
        family_first = squash(words[-1]) == squash(parts.given[-1]) and squash(words[-1]) != squash(parts.family[-1])
        if _FAMILY_LETTER.fullmatch(words[-1]) and is_given_name(words[0]):
            return f"{title_case(bare).rstrip('.')}."
        if family_first and words[0].isupper() and len(words[0]) > 1 and "," not in bare:
            cut = next((i for i, word in enumerate(words) if squash(word).startswith(squash(parts.given[0]))), 0)
            if cut > 0 and not parts.patronymic:
                bare = " ".join(words[cut:] + words[:cut])
        elif "," in bare:
            family, _, given = bare.partition(",")
            bare = f"{given.strip()} {family.strip()}"
    return title_case(bare)


def _fullness(parts: NameParts) -> tuple[int, int]:
    """How much of a name is told: words in full, then initials."""
    full = sum(1 for word in parts.given if len(word) > 1) + len(parts.family)
    return full + (parts.shape == "full"), sum(1 for word in parts.given if len(word) == 1)


def _rank(name: str, parts: NameParts, count: int) -> tuple[object, ...]:
    form = plain_form(name)
    first = parts.given[0] if parts.given else ""
    known = reading(first).own if first else None
    usual = known is not None and squash(known.name) == squash(first)
    marked = sum(not char.isascii() and char.isalpha() for char in form)
    full, initials = _fullness(parts)
    return (-full, -initials, -count, not usual, -marked, form != name, form)


def best_form(names: Mapping[str, int] | Iterable[str]) -> str:
    """The form under which to tell a person whom a text names in several ways.

    A known public figure gets the spelling of the French press; else the fullest form, of those the most
    frequent, with the accents and in ordinary case.

    Args:
        names: the forms with how often each was met, or just the forms.

    Raises:
        ArgumentError: there is no name.

    >>> best_form({"SAUL LOEB": 1}), best_form({"Putin": 3, "Vladimir Putin": 1})
    ('Saul Loeb', 'Vladimir Poutine')
    """
    counts = dict(names) if isinstance(names, Mapping) else dict.fromkeys(names, 1)
    if not counts:
        raise ArgumentError("there is no name to choose from", advice="give one or more")
    known = {person for name in counts if (person := by_full_name(name) or by_short_name(name)) is not None}
    if len(known) == 1:
        person = next(iter(known))
        forms = sorted(counts)
        if all(_fits(form, person.canonical) for form in forms):
            return person.canonical
    return usual_form(counts)


def usual_form(counts: Mapping[str, int], parts: Callable[[str], NameParts] = split_name) -> str:
    """The fullest form of a name that is not a known person's, of those the most frequent, in ordinary case.

    Args:
        counts: the forms with how often each was met.
        parts: what gives the parts of a form, where they are at hand.

    >>> usual_form({"J. Durand": 3, "Jean DURAND": 1})
    'Jean Durand'
    """
    return plain_form(min(counts, key=lambda name: _rank(name, parts(name), counts[name])))


def _fits(name: str, canonical: str) -> bool:
    from .compare_persons import compare_persons

    return compare_persons(name, canonical).verdict != "different"
