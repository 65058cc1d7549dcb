from diplo_ner.lexicon.tables import cell_list, rows
from diplo_ner.lexicon.verbs import verb_traits


def test_each_set_has_one_row_a_reason_and_no_verb_trait_of_its_name():
    held = list(rows("diplo_ner.quotes", "word_sets.csv"))
    names = [row["name"] for row in held]
    assert len(names) == len(set(names))
    assert not verb_traits() & set(names)
    assert all(row["what"] and cell_list(row["words"]) for row in held)
