from pathlib import Path

import pytest

import diplo_ner
from diplo_ner.lexicon import word_sets
from diplo_ner.lexicon.verbs import verb_traits
from diplo_ner.quotes.vocabulary.word_sets import pattern
from diplo_ner.tables import cell_list, rows

ROOMS = ("entities", "lexicon", "names", "organisation_names", "quotes")


@pytest.mark.parametrize("room", ROOMS)
def test_each_set_has_one_row_a_reason_and_a_rule_that_asks_for_it(room: str) -> None:
    held = list(rows(f"diplo_ner.{room}", "word_sets.csv"))
    names = [row["name"] for row in held]
    assert len(names) == len(set(names))
    assert all(row["what"] and cell_list(row["words"]) for row in held)
    code = "\n".join(p.read_text(encoding="utf-8") for p in (Path(diplo_ner.__file__).parent / room).rglob("*.py"))
    assert not [name for name in names if f'"{name}"' not in code and f"<{name}>" not in code]


def test_no_set_has_the_name_of_a_verb_trait() -> None:
    assert not verb_traits() & {row["name"] for row in rows("diplo_ner.quotes", "word_sets.csv")}


def test_pattern_takes_the_longest_word_and_either_apostrophe() -> None:
    found = pattern("(<apposed-determiner>)(.*)").fullmatch("les gens")
    assert found is not None and found[1] == "les"
    assert pattern("<elided-article>arme").fullmatch("l’arme")
    with pytest.raises(KeyError):
        pattern("<no-such-set>")


def test_two_rows_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def twice(package: str, name: str) -> list[dict[str, str]]:
        return [{"name": "voice", "words": "voix"}, {"name": "voice", "words": "ton"}]

    monkeypatch.setattr(word_sets, "rows", twice)
    word_sets.word_sets.cache_clear()
    try:
        with pytest.raises(ValueError, match="two rows are called 'voice'"):
            word_sets.word_sets("diplo_ner.quotes")
    finally:
        word_sets.word_sets.cache_clear()
