"""Which of the page's languages a browser asks for."""

from __future__ import annotations

LANGUAGES = ("fr", "en")


def language_of(accepted: str) -> str:
    """The language that a browser likes best of those that the pages speak; French where it likes none.

    >>> language_of("de-DE,de;q=0.9,en-GB;q=0.8,fr;q=0.2"), language_of("")
    ('en', 'fr')
    """
    best, most = LANGUAGES[0], 0.0
    for part in accepted[:200].split(","):
        name, _, told = part.strip().partition(";")
        share = told.strip().removeprefix("q=")
        try:
            weight = float(share) if share else 1.0
        except ValueError:
            continue
        lang = name.strip().lower().partition("-")[0]
        if lang in LANGUAGES and weight > most:
            best, most = lang, weight
    return best
