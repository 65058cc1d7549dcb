"""A made-up corpus as large as one likes: articles whose words, names and quotes mean nothing, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate

from diplo_ner.schema import Entity, EntityType, Extraction, Mention, Meta, Quote, Speaker

_SYLLABLES = [
    f"{onset}{vowel}{coda}"
    for onset in ("b", "ch", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v")
    for vowel in ("a", "é", "i", "o", "ou")
    for coda in ("", "n", "r")
]
_ENDINGS = ("", "s", "er", "é", "ée", "ation", "ement", "ique")
_GIVEN = ("Jean", "Marie", "Pierre", "Anna", "Ivan", "Fatima", "Paul", "Lucia", "Omar", "Hélène", "Igor", "Chloé")
_PLAIN = (
    "le",
    "la",
    "les",
    "de",
    "des",
    "du",
    "et",
    "à",
    "un",
    "une",
    "que",
    "qui",
    "pour",
    "dans",
    "en",
    "il",
    "nous",
    "est",
)
_COUNTRIES = {"Russie": "RU", "Ukraine": "UA", "Chine": "CN", "Mali": "ML", "Iran": "IR", "Japon": "JP", "Chili": "CL"}
_OUTLETS = ("Le Journal", "La Dépêche", "L'Heure", "La Gazette", "Le Courrier", "La Tribune", "L'Écho", "Le Fil")
_REGIONAL = 52
"""Outlets of a town of their own, beside those."""
_FIRST_DAY = date(2015, 1, 1)
DAYS = 4000
QUOTES = 10
WORDS = 200_000


class MadeUp:
    """Articles of ten quotes each; a few persons say much, most say little, and words follow Zipf's law.

    Between made-up words stand small words of French; one quote in fifty is said by two.

    Args:
        quotes: How many quotes there are in all.
        seed: Another seed makes another corpus.
    """

    def __init__(self, quotes: int, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self._articles = max(1, quotes // QUOTES)
        self.words = self._distinct(WORDS, 2, 3)
        self._word_weights = list(accumulate(1 / (place + 8) for place in range(len(self.words))))
        families = [word.capitalize() for word in self._distinct(max(50, quotes // 40), 2, 4)]
        self.people = [f"{self._random.choice(_GIVEN)} {family}" for family in families]
        self._person_weights = list(accumulate(1 / (place + 4) for place in range(len(self.people))))
        self._outlets = [
            *_OUTLETS,
            *(f"{_OUTLETS[place % 8]} de {name}" for place, name in enumerate(families[-_REGIONAL:])),
        ]
        self.bodies = [f"Agence {a} de la {b}" for a, b in zip(families[::20], families[10::20], strict=False)]

    def __iter__(self) -> Iterator[tuple[Extraction, str]]:
        for number in range(self._articles):
            yield self._article(number)

    def _meta(self, number: int) -> Meta:
        day = _FIRST_DAY + timedelta(days=number * DAYS // self._articles)
        outlet = self._outlets[number * 7 % len(self._outlets)]
        title = f"{self.words[number % 900].capitalize()} et {self.words[number % 701]}"
        return Meta(date=day.isoformat(), title=title, url=f"https://example.org/{number}", source=outlet)

    def _distinct(self, size: int, least: int, most: int) -> list[str]:
        found: dict[str, None] = {}
        while len(found) < size:
            syllables = self._random.choices(_SYLLABLES, k=self._random.randint(least, most))
            found["".join(syllables) + self._random.choice(_ENDINGS)] = None
        return list(found)

    def _said(self, size: int) -> list[str]:
        words = self._random.choices(self.words, cum_weights=self._word_weights, k=size)
        return [f"{self._random.choice(_PLAIN)} {word}" if self._random.random() < 0.7 else word for word in words]

    def _article(self, number: int) -> tuple[Extraction, str]:
        people = list(dict.fromkeys(self._random.choices(self.people, cum_weights=self._person_weights, k=4)))
        body, country = self._random.choice(self.bodies), self._random.choice(list(_COUNTRIES))
        parts: list[str] = []
        length = 0
        mentions: dict[str, list[Mention]] = {}
        quotes: list[Quote] = []

        def put(words: str) -> tuple[int, int]:
            nonlocal length
            parts.append(words)
            length += len(words)
            return length - len(words), length

        def name(who: str) -> Speaker:
            start, end = put(who)
            mentions.setdefault(who, []).append(Mention(start=start, end=end, text=who))
            return Speaker(entity=_slug(who), text=who, start=start, end=end)

        for place in range(QUOTES):
            put("« ")
            first = put(" ".join(self._said(self._random.randint(4, 12))) + " ")[0]
            if place % 3 == 0:
                name(self._random.choice([body, country, *people]))
                put(" ")
            words = " ".join(self._said(self._random.randint(4, 10)))
            end = put(words)[1]
            put(" », a déclaré ")
            speaker = name(people[place % len(people)])
            together: tuple[Speaker, ...] = ()
            if place == 0 and len(people) > 1 and self._random.random() < 0.2:
                put(" avec ")
                together = (name(people[-1]),)
            put(f". {' '.join(self._said(12)).capitalize()}.\n")
            text = "".join(parts)[first:end]
            share = self._random.choice((0.72, 0.86, 0.95, 0.98))
            quotes.append(
                Quote(
                    start=first, end=end, text=text, kind="full", cue="a déclaré", speaker=speaker, confidence=share,
                    rule="incise-noun", co_speakers=together,
                )
            )  # fmt: skip
        entities = tuple(
            Entity(id=_slug(who), type=_type(who), canonical=who, country=_COUNTRIES.get(who), mentions=tuple(found))
            for who, found in mentions.items()
        )
        found = Extraction(
            doc_id=f"a{number}", model="made up", meta=self._meta(number), entities=entities, quotes=tuple(quotes)
        )
        return found, "".join(parts)


def _slug(name: str) -> str:
    return _COUNTRIES.get(name) or name.lower().replace(" ", "-")


def _type(name: str) -> EntityType:
    return "COUNTRY" if name in _COUNTRIES else "ORGANISATION" if name.startswith("Agence ") else "PERSON"
