"""Where the order or the make of a name differs: East Asian, Burmese, Arabic and Russian names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..tables import cell_list, rows
from .given import is_given_name, squash
from .word_sets import word_set

_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)){1,3}"
)
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|kh|ph|th|tr|gh|gi|qu|zh|ch|sh|ts|hs|tch|kw|pk|tk|kk|[bcdfghjklmnpqrstvwxyz])?"
    r"[aeiouy]{1,3}(?:ng|nh|ch|ck|[nmklptrchw])?"
)
_PATRONYMIC = re.compile(
    r".{2,}(?:[oe]vitch|[oe]vich|[oe]vitsch|[oe]witsch|[oe]vych|[oe]vic|[oeiyï]vna|[oei]wna|ïevitch|ievitch|yevich"
    r"|evitch|kouzmitch|lukitch|ilitch|ilyich|iljitsch|ilich|kuzmich|nikititch|oglou|oglu|ogly|qizi|kyzy|kizi)"
)


@lru_cache(maxsize=1)
def family_first() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Family names that stand first: squashed spelling → (usual spelling, language) pairs."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows("diplo_ner.names", "family_first.csv"):
        for spelling in (row["family"], *cell_list(row["spellings"] or "")):
            entry = (squash(row["family"]), row["language"])
            if entry not in found.setdefault(squash(spelling), []):
                found[squash(spelling)].append(entry)
    return {spelling: tuple(entries) for spelling, entries in found.items()}


@lru_cache(maxsize=1)
def whole_name_words() -> frozenset[str]:
    """Words of names that are compared as a whole, squashed."""
    return frozenset(squash(row["word"]) for row in rows("diplo_ner.names", "whole_names.csv"))


def is_pinyin(word: str) -> bool:
    """Whether a squashed word reads as one to three Chinese syllables."""
    return _PINYIN.fullmatch(word) is not None


def is_syllable(word: str) -> bool:
    """Whether a squashed word reads as one East Asian syllable."""
    return _SYLLABLE.fullmatch(word) is not None


def is_patronymic(word: str) -> bool:
    """Whether a normalised word is a father's name of the Russian or Turkic make."""
    return _PATRONYMIC.fullmatch(word) is not None


def east_asian_given(family: str, given: list[str]) -> bool:
    """Whether words read as the given name to an East Asian family name.

    Args:
        family: the squashed family name.
        given: the other words, normalised, hyphens kept, in order.
    """
    entries = family_first().get(family, ())
    if not entries or not given or len(given) > 3:
        return False
    languages = {language for _, language in entries}
    syllables = [part for word in given for part in word.split("-")]
    if len(given) == 1 and "-" not in given[0]:
        word = squash(given[0])
        if "km" in languages:
            return True
        if is_given_name(given[0]) and word not in word_set("european-given-syllable"):
            return False
        if "vi" in languages and family != "le" and is_syllable(word) and not languages & {"zh", "ko"}:
            return family not in word_set("not-before-one-given")
        return "zh" in languages and is_pinyin(word)
    if not all(is_syllable(squash(part)) for part in syllables):
        return False
    if len(given) == 1:
        return len(syllables) == 2
    if any(len(squash(part)) == 1 for part in syllables):
        return False
    if "vi" in languages:
        return True
    return len(given) == 2 and len(syllables) == 2 and not all(is_given_name(word) for word in given)
