"""The words of report, pages and notebooks, in French or in English, from their table."""

from __future__ import annotations

from functools import lru_cache
from typing import get_args

from ..entity_types import type_facts
from ..errors import ConfigurationError
from ..tables import rows
from . import Language, rule_wording

_NARROW = "\u202f"


class Words:
    """The report's words in one language.

    Args:
        lang: ``fr`` or ``en``.

    Raises:
        ConfigurationError: the report does not speak that language.
    """

    def __init__(self, lang: str) -> None:
        known: dict[str, Language] = {name: name for name in get_args(Language)}
        if not isinstance(lang, str) or lang not in known:
            raise ConfigurationError(f"the report does not speak {lang!r}", advice="say fr or en")
        self.lang = known[lang]
        self._table = _table(self.lang)

    def __call__(self, group: str, key: str) -> str:
        """The words for a value.

        >>> Words("fr")("type", "PERSON"), Words("en")("type", "PERSON")
        ('personne', 'person')
        """
        return self._table[group, key]

    def count(self, key: str, number: int) -> str:
        r"""A number with its noun.

        >>> Words("fr").count("quote", 0), Words("en").count("quote", 0), Words("fr").count("quote", 1200)
        ('0\xa0citation', '0\xa0quotes', '1\u202f200\xa0citations')
        """
        singular = number <= 1 if self.lang == "fr" else number == 1
        return f"{self.number(number)}\u00a0{self('one' if singular else 'many', key)}"

    def number(self, number: int) -> str:
        """A whole number, its thousands apart."""
        return f"{number:,}" if self.lang == "en" else f"{number:,}".replace(",", _NARROW)

    def share(self, value: float) -> str:
        r"""A share between 0 and 1 as per cent.

        >>> Words("fr").share(0.934), Words("en").share(0.934)
        ('93\u202f%', '93%')
        """
        return f"{value:.0%}" if self.lang == "en" else f"{100 * value:.0f}{_NARROW}%"

    def day(self, date: object) -> str:
        """A day in words, from a date or from ISO 8601.

        >>> Words("fr").day("2022-03-01"), Words("en").day("2022-03-01T08:30:00Z")
        ('1er mars 2022', '1 March 2022')
        """
        year, month, day = str(date)[:10].split("-")
        number = "1er" if self.lang == "fr" and day == "01" else str(int(day))
        return f"{number} {self('month', month)} {int(year)}"

    def rule(self, rule: str) -> str:
        """A rule of attribution in words; the rule itself where there are no words for it."""
        return rule_wording(rule, self.lang)

    def group(self, group: str) -> dict[str, str]:
        """All words of a group by their key."""
        return {key: words for (kind, key), words in self._table.items() if kind == group}


@lru_cache(maxsize=2)
def _table(lang: str) -> dict[tuple[str, str], str]:
    table = {(row["group"], row["key"]): row[lang] for row in rows("diplo_ner.wording", "report.csv")}
    for name, fact in type_facts().items():
        table["type", name], table["types", name] = fact.one[lang], fact.several[lang]
    return table
