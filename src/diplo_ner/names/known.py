"""Which public figure a name means by itself, also in spellings the table has not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from ..lexicon.check import key
from ..lexicon.persons import Person, by_id, person_names, persons, persons_alone
from .edits import is_feminine_pair, one_slip
from .families import families
from .given import is_given_name, squash
from .match_family import common_families, family_words, spelled
from .normalize import normalize, strip_honorifics
from .origins import family_first
from .parts import NameParts, family_key, split_name
from .skeleton import skeletons

_SHORTEST_SLIP = 6


def bearers(letters: str) -> tuple[Person, ...]:
    """Known persons with a family name of these letters."""
    return _persons(families().bearers.get(letters, ()))


def _persons(ids: Iterable[str]) -> tuple[Person, ...]:
    return tuple(person for ident in ids if (person := by_id(ident)) is not None)


@lru_cache(maxsize=1)
def _alone_by_first_letter() -> Mapping[str, tuple[tuple[str, Person], ...]]:
    found: dict[str, list[tuple[str, Person]]] = {}
    for person in persons():
        for name in person.alone:
            letters = squash(name)
            if len(letters) >= _SHORTEST_SLIP:
                found.setdefault(letters[0], []).append((letters, person))
    return {letter: tuple(entries) for letter, entries in found.items()}


def _key(name: str) -> str:
    return normalize(name).replace("-", " ").replace(".", "")


@lru_cache(maxsize=65536)
def by_full_name(name: str) -> Person | None:
    """The person whose full name or other full form this is, titles in front left aside.

    >>> by_full_name("Vladimir Putin").canonical
    'Vladimir Poutine'
    """
    table = person_names()
    bare = strip_honorifics(name).name
    for form in (name, bare) if bare != name else (name,):
        found = table.get(key(form)) or table.get(_key(form))
        if found is not None:
            return found
    return None


def by_initials(name: str) -> Person | None:
    """The person whom initials and a family name that means one person tell, where the initials are that person's.

    >>> by_initials("D. Trump").id, by_initials("J.-L. Mélenchon").id, by_initials("B. Trump")
    ('donald-trump', 'jean-luc-melenchon', None)
    """
    initials, _, family = name.rpartition(". ")
    letters = [part for part in re.split(r"[.\s-]+", initials) if part]
    if not letters or any(len(letter) > 1 or not letter.isupper() for letter in letters):
        return None
    person = persons_alone().get(key(family))
    given = re.split(r"[\s-]", person.canonical) if person is not None else []
    return person if [part[0] for part in given[: len(letters)]] == letters and len(given) > len(letters) else None


@lru_cache(maxsize=65536)
def by_short_name(name: str) -> Person | None:
    """The person whom a family name or byname alone means: by the table, as only bearer, or by its sound.

    A title that tells the other gender rules the person out ("Mme Macron").

    >>> by_short_name("M. Macron").id, by_short_name("Mme Macron"), by_short_name("Clinton")
    ('emmanuel-macron', None, None)
    """
    found = _by_short_name(strip_honorifics(name).name, split_name(name))
    gender = strip_honorifics(name).gender
    if found is not None and gender and found.gender and gender != found.gender:
        return None
    return found


def _by_short_name(bare: str, parts: NameParts) -> Person | None:
    table = persons_alone()
    found = table.get(_key(bare)) or table.get(key(bare))
    if found is not None:
        return found
    if parts.shape != "alone":
        return None
    letters = parts.family_key
    known = bearers(letters)
    if len(known) == 1 and not _is_any_name(letters):
        return known[0]
    if known or len(letters) < _SHORTEST_SLIP - 1 or _is_any_name(letters) or is_feminine_form(letters):
        return None
    alone = families().alone_by_sound
    sounding = {ident for sound in skeletons("".join(parts.family)) for ident in alone.get(sound, ())}
    if len(sounding) == 1:
        return by_id(sounding.pop())
    if sounding:
        return None
    near = {person for other, person in _alone_by_first_letter().get(letters[0], ()) if one_slip(letters, other)}
    return near.pop() if len(near) == 1 else None


def is_feminine_form(letters: str) -> bool:
    """Whether a family name is the Slavic woman's form of a known one: Medvedeva."""
    return any(
        is_feminine_pair(letters, letters[:-cut] + end) and letters[:-cut] + end in families().bearers
        for cut, end in ((1, ""), (3, "i"), (3, "y"), (4, "y"), (4, "i"))
        if len(letters) > cut + 3
    )


def _is_any_name(letters: str) -> bool:
    """Whether many people bear a name, as family or as given name."""
    return letters in common_families() or _is_any_given(letters)


def _is_any_given(letters: str) -> bool:
    return letters in family_first() or is_given_name(letters)


@lru_cache(maxsize=65536)
def same_family(family: tuple[str, ...]) -> tuple[Person, ...]:
    """Known persons whose family name is this one, or sounds like it.

    Args:
        family: the words of a family name, as ``split_name`` gives them.
    """
    if not family:
        return ()
    table = families()
    found = set(table.bearers.get(family_key(family), ()))
    words = family_words(family)
    whole = spelled(family)
    for word in dict.fromkeys((whole, *words)) if len(words) > 1 else (whole,):
        for sound in skeletons(word):
            found.update(table.by_sound.get(sound, ()))
    return _persons(sorted(found)) if found else ()


def only_bearer(name: str) -> Person | None:
    """The one known person of a family and of the gender that a title tells: "M. Clinton", "Mme Clinton".

    >>> only_bearer("M. Clinton").id, only_bearer("Clinton")
    ('bill-clinton', None)
    """
    parts = split_name(name)
    if parts.shape != "alone" or not parts.gender:
        return None
    known = bearers(parts.family_key)
    fitting = [person for person in known if person.gender in (parts.gender, "")]
    return fitting[0] if len(known) > 1 and len(fitting) == 1 and not _is_any_given(parts.family_key) else None


def is_known_family(family: tuple[str, ...]) -> bool:
    """Whether a known person bears exactly this family name."""
    return family_key(family) in families().bearers


def _deletions(letters: str) -> set[str]:
    """A word and what is left of it with one letter out: two words one slip apart share one of these."""
    return {letters} | {letters[:i] + letters[i + 1 :] for i in range(len(letters))}


@lru_cache(maxsize=1)
def _families_by_slip() -> Mapping[str, tuple[str, ...]]:
    """Known family names by what is left of them with one letter out."""
    found: dict[str, tuple[str, ...]] = {}
    for letters in families().bearers:
        alone = (letters,)
        for left in _deletions(letters):
            found[left] = (*found[left], letters) if left in found else alone
    return found


@lru_cache(maxsize=65536)
def likely_persons(family: tuple[str, ...]) -> tuple[Person, ...]:
    """Known persons whose family name is this one, sounds like it, or is one slip away."""
    known = same_family(family)
    table = _families_by_slip()
    near = {letters for left in _deletions(family_key(family)) for letters in table.get(left, ())}
    if not near:
        return known
    found = {*known, *(person for letters in near for person in bearers(letters))}
    return tuple(sorted(found, key=lambda person: person.id))
