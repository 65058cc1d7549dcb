"""The reader of named sets of words."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from diplo_ner.lexicon import word_sets as module


def test_two_rows_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def rows(package: str, name: str) -> Sequence[dict[str, str]]:
        return [{"name": "voice", "words": "voix"}, {"name": "voice", "words": "ton"}]

    monkeypatch.setattr(module, "rows", rows)
    module.word_sets.cache_clear()
    try:
        with pytest.raises(ValueError, match="two rows are called 'voice'"):
            module.word_sets("diplo_ner.quotes")
    finally:
        module.word_sets.cache_clear()
