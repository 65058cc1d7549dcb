"""A user's own names: what the file must look like, and that it goes before the lexicon."""

from __future__ import annotations

from pathlib import Path

import pytest

from diplo_ner.errors import LexiconError
from diplo_ner.lexicon.own_names import own_names
from diplo_ner.reading import read_entities

HEADER = "id,type,canonical,aliases,country\n"


def write(folder: Path, body: str, header: str = HEADER) -> Path:
    path = folder / "names.csv"
    path.write_text(header + body, "utf-8")
    return path


def test_own_names_go_before_the_lexicon(tmp_path: Path) -> None:
    own = own_names(write(tmp_path, "ligue,ORGANISATION,Ligue des jardiniers,OTAN,FR\n"))
    entities = read_entities("L'OTAN fleurit à Paris.", [], own=own)
    assert next((e.id, e.canonical, e.country) for e in entities) == ("ligue", "Ligue des jardiniers", "FR")


def test_own_names_of_a_person_the_model_does_not_see(tmp_path: Path) -> None:
    own = own_names(write(tmp_path, "jd,PERSON,Jean Dupont,J. Dupont|Dupont,FR\n"))
    entities = read_entities("Hier Dupont a signé. J. Dupont reviendra.", [], own=own)
    assert [(e.id, [m.text for m in e.mentions]) for e in entities] == [("jd", ["Dupont", "J. Dupont"])]


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("a,PERSONNE,A B,,FR\n", 2, "PERSONNE"),
        ("a,PERSON,,,FR\n", 2, "canonical name is empty"),
        ("a,PERSON,A B,,France\n", 2, "France"),
        ("a,PERSON,A B,FR\n", 2, "4 cells"),
        ("# a comment\na,PERSON,A B,,FR\na,PERSON,C D,,FR\n", 4, "stands on line 3 already"),
        ("a,PERSON,A B,C,FR\nb,PERSON,D E,C,FR\n", 3, "is that of a on line 2"),
    ],
)
def test_own_names_errors_tell_the_line(tmp_path: Path, body: str, line: int, reason: str) -> None:
    with pytest.raises(LexiconError, match=rf"names\.csv:{line}: .*{reason}"):
        own_names(write(tmp_path, body))


def test_own_names_wrong_header(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r":1: the header is nom,type"):
        own_names(write(tmp_path, "", header="nom,type\n"))


def test_own_names_missing_file(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="cannot be read"):
        own_names(tmp_path / "none.csv")


def test_own_names_tell_the_item_of_wikidata(tmp_path: Path) -> None:
    wide = "id,type,canonical,aliases,country,wikidata\n"
    own = own_names(write(tmp_path, "jd,PERSON,Jean Dupont,Dupont,FR,Q1000001\nadf,ORGANISATION,ADF,,,\n", header=wide))
    entities = read_entities("Dupont quitte l'ADF.", [], own=own)
    assert [(e.id, e.wikidata, e.known) for e in entities] == [("jd", "Q1000001", True), ("adf", None, True)]
    with pytest.raises(LexiconError, match=r":2: the item of Wikidata is '42'"):
        own_names(write(tmp_path / "..", "jd,PERSON,Jean Dupont,,FR,42\n", header=wide))
