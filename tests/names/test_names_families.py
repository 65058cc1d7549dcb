"""The table of known persons' family names, held to the persons it is made from.

``python tests/names/test_names_families.py`` (``make families``) writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from diplo_ner.lexicon.persons import by_id
from diplo_ner.names import families as module
from diplo_ner.names.families import FILE, Row, derived, families
from diplo_ner.names.skeleton import skeletons

TABLE = Path(module.__file__).parent / "data" / FILE
HEAD = """\
# Family names of the persons of lexicon/data/persons.csv. Worked out from it: do not edit, write it with `make families`.
# letters: the name in letters only.  sounds: its keys under `skeletons`.  bearers: whose family name it is.
# alone: whom it means by itself.
letters,sounds,bearers,alone
"""


def line(row: Row) -> str:
    return f"{row.letters},{'|'.join(row.sounds)},{'|'.join(row.bearers)},{'|'.join(row.alone)}"


def text() -> str:
    return HEAD + "".join(f"{line(row)}\n" for row in derived())


def test_families_are_those_of_the_persons() -> None:
    told = set(TABLE.read_text("utf-8").splitlines())
    known = set(text().splitlines())
    assert (sorted(known - told), sorted(told - known)) == ([], []), "run: make families"


def test_families_name_persons_that_are_there() -> None:
    table = families()
    named = {ident for part in table for ids in part.values() for ident in ids}
    assert len(named) > 3_000
    assert [ident for ident in sorted(named) if by_id(ident) is None] == []


def test_families_tell_each_bearer_once() -> None:
    assert [ids for part in families() for ids in part.values() if len(set(ids)) < len(ids)] == []


def test_families_are_found_by_letters_and_by_sound() -> None:
    table = families()
    assert table.bearers["poutine"] == ("vladimir-poutine",)
    (sound,) = skeletons("Pouttine")
    assert "vladimir-poutine" in table.by_sound[sound]
    assert table.alone_by_sound[sound] == ("vladimir-poutine",)


if __name__ == "__main__":
    TABLE.write_text(text(), "utf-8")
