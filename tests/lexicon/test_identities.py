"""Which entities the tables hold, and their items of Wikidata."""

from __future__ import annotations

import re
from collections import Counter

from diplo_ner.lexicon import countries, organisations, persons
from diplo_ner.lexicon.identities import identified, identity, place_row, wikidata_items
from diplo_ner.lexicon.own_names import OwnName
from diplo_ner.lexicon.places import places
from diplo_ner.schema import Entity
from diplo_ner.tables import rows


def test_every_item_belongs_to_a_row_and_to_one_alone() -> None:
    there = {
        "COUNTRY": {c.code for c in countries.countries()},
        "PERSON": {p.id for p in persons.persons()},
        "ORGANISATION": {o.id for o in organisations.organisations()},
        "PLACE": {place_row(p) for p in places()},
    }
    table = list(rows("diplo_ner.lexicon", "wikidata.csv"))
    assert len(wikidata_items()) == len(table)
    assert [row for row in table if row["id"] not in there[row["type"]]] == []
    assert [row for row in table if not re.fullmatch(r"Q[1-9]\d*", row["wikidata"]) or not row["source"]] == []
    assert [item for item, n in Counter(row["wikidata"] for row in table).items() if n > 1] == []


def test_all_states_of_today_have_an_item() -> None:
    without = [c.code for c in countries.countries() if ("COUNTRY", c.code) not in wikidata_items()]
    assert sorted(without) == ["VD", "YD"]
    assert identity("COUNTRY", "FR", "France") == (True, "Q142")
    assert identity("COUNTRY", "NL", "Pays-Bas") == (True, "Q55")


def test_a_name_that_no_table_holds_is_not_known() -> None:
    assert identity("PERSON", "jean-dupont", "Jean Dupont") == (False, None)
    assert identity("PERSON", "serguei-lavrov", "Serguei Lavrov") == (False, None)
    assert identity("PERSON", "serguei-lavrov", "Sergueï Lavrov").known
    assert identity("ORGANISATION", "agence-du-fleuve", "Agence du Fleuve") == (False, None)
    assert identity("PLACE", "trou-perdu", "Trou-Perdu") == (False, None)
    assert identity("PLACE", "tombouctou", "TOMBOUCTOU").known


def test_names_of_ones_own_go_first() -> None:
    own = (
        OwnName("jean-dupont", "PERSON", "Jean Dupont", (), "FR", "Q1000001"),
        OwnName("FR", "COUNTRY", "France", (), "FR"),
        OwnName("adf", "ORGANISATION", "ADF", (), None),
    )
    entities = [
        Entity(id="jean-dupont", type="PERSON", canonical="Jean Dupont"),
        Entity(id="FR", type="COUNTRY", canonical="France"),
        Entity(id="adf", type="ORGANISATION", canonical="ADF"),
        Entity(id="adf", type="PLACE", canonical="Adf"),
    ]
    told = [(e.known, e.wikidata) for e in identified(entities, own)]
    assert told == [(True, "Q1000001"), (True, "Q142"), (True, None), (False, None)]
