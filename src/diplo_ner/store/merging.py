"""Entities over the whole of a store: one entity, one number and one id in all documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..corpus import Run
from ..schema import Entity, Extraction, Mention
from .adding import insert
from .names import keys_of

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_FORM = "id, type, canonical, country, wikidata, known"
_ALONE = "CASE WHEN type = 'PERSON' AND NOT contains(canonical, ' ') THEN doc END"


def merge_entities(connection: DuckDBPyConnection) -> None:
    """Merge the entities of all documents, and let all tables say so.

    It gives what ``diplo_ner.merge_documents`` gives on the same documents in the order in which they were
    added. An id may change when documents are added, for more names tell more.
    """
    forms = connection.execute(
        f"SELECT {_FORM}, {_ALONE} AS alone, min(appearance) AS first FROM appearances GROUP BY ALL ORDER BY first"
    ).fetchall()
    run = Run()
    held: list[Extraction] = []
    for ident, kind, canonical, country, wikidata, known, alone, _ in forms:
        mention = Mention(start=0, end=len(canonical), text=canonical)
        entity = Entity(
            id=ident,
            type=kind,
            canonical=canonical,
            country=country,
            wikidata=wikidata,
            known=known,
            mentions=(mention,),
        )
        held.append(Extraction(doc_id=alone and str(alone), model="", entities=(entity,)))
        run.note(held[-1])
    merged = run.merge()
    numbers: dict[str, int] = dict(connection.execute("SELECT id, entity FROM entities").fetchall())
    free = max(numbers.values(), default=0) + 1
    of_form: list[tuple[int, int]] = []
    entities: dict[int, Entity] = {}
    for place, (extraction, form) in enumerate(zip(held, forms, strict=True)):
        new = merged.apply(extraction, place).entities[0]
        if new.id not in numbers:
            numbers[new.id], free = free, free + 1
        entities.setdefault(numbers[new.id], new)
        of_form.append((form[-1], numbers[new.id]))
    _apply(connection, of_form)
    _tell(connection, entities)


def _apply(connection: DuckDBPyConnection, of_form: list[tuple[int, int]]) -> None:
    """Give appearances their entities, and what refers to them; only rows that change are written."""
    connection.execute("CREATE OR REPLACE TEMP TABLE form_entity (first INTEGER, entity INTEGER)")
    insert(connection, "form_entity", ("int32", "int32"), of_form)
    same = " AND ".join(f"a.{name} IS NOT DISTINCT FROM f.{name}" for name in _FORM.split(", "))
    alone = "CASE WHEN a.type = 'PERSON' AND NOT contains(a.canonical, ' ') THEN a.doc END"
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE changed AS "
        f"WITH f AS (SELECT {_FORM}, {_ALONE} AS alone, min(appearance) AS first FROM appearances GROUP BY ALL) "
        f"SELECT a.appearance, t.entity FROM appearances a "
        f"JOIN f ON {same} AND {alone} IS NOT DISTINCT FROM f.alone "
        "JOIN form_entity t USING (first) WHERE a.entity IS DISTINCT FROM t.entity"
    )
    for table, column, by in (
        ("appearances", "entity", "appearance"),
        ("roles", "entity", "appearance"),
        ("quotes", "speaker", "speaker_appearance"),
        ("co_speakers", "speaker", "speaker_appearance"),
        ("about", "entity", "appearance"),
    ):
        connection.execute(
            f"UPDATE {table} SET {column} = changed.entity FROM changed WHERE changed.appearance = {table}.{by}"
        )


def _tell(connection: DuckDBPyConnection, entities: dict[int, Entity]) -> None:
    """Write the tables of entities and of their names anew."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE told "
        "(entity INTEGER, id VARCHAR, type VARCHAR, canonical VARCHAR, country VARCHAR, "
        "wikidata VARCHAR, known BOOLEAN)"
    )
    rows = [(number, e.id, e.type, e.canonical, e.country, e.wikidata, e.known) for number, e in entities.items()]
    insert(connection, "told", ("int32", *["string"] * 5, "bool"), rows)
    connection.execute("DELETE FROM names")
    connection.execute(
        r"""INSERT INTO names
        SELECT a.entity, trim(regexp_replace(m.text, '[\s\x{a0}\x{202f}\x{2009}]+', ' ', 'g')) AS name,
          count(*) AS mentions
        FROM mentions m JOIN appearances a USING (appearance)
        WHERE m.kind IN ('name', 'acronym', 'metonym') GROUP BY ALL ORDER BY entity, mentions DESC, name"""
    )
    connection.execute("DELETE FROM entities")
    connection.execute(
        """INSERT INTO entities
        SELECT t.entity, t.id, t.type, t.canonical, t.country, t.wikidata, t.known,
          s.documents, coalesce(n.mentions, 0), coalesce(q.quotes, 0), coalesce(b.quotes, 0)
        FROM told t
        JOIN (SELECT entity, count(DISTINCT doc) AS documents FROM appearances GROUP BY entity) s USING (entity)
        LEFT JOIN (SELECT a.entity, count(*) AS mentions FROM mentions m JOIN appearances a USING (appearance)
                   GROUP BY a.entity) n USING (entity)
        LEFT JOIN (SELECT speaker AS entity, count(*) AS quotes FROM
                     (SELECT speaker, quote FROM quotes UNION SELECT speaker, quote FROM co_speakers)
                   GROUP BY speaker) q USING (entity)
        LEFT JOIN (SELECT entity, count(*) AS quotes FROM about GROUP BY entity) b USING (entity)
        ORDER BY t.entity"""
    )
    _note_keys(connection)


def _note_keys(connection: DuckDBPyConnection) -> None:
    """Note the keys under which names are found in any spelling; the keys of names that are not new are kept."""
    connection.execute(
        """CREATE OR REPLACE TEMP TABLE told_names AS
        SELECT e.type, e.entity, n.name, sum(n.mentions)::INTEGER AS mentions
        FROM (SELECT entity, name, mentions FROM names UNION ALL SELECT entity, canonical, 0 FROM entities) n
        JOIN entities e USING (entity) GROUP BY ALL"""
    )
    new = connection.execute(
        """SELECT DISTINCT type, name FROM told_names
           WHERE (type, name) NOT IN (SELECT type, name FROM name_keys) ORDER BY ALL"""
    ).fetchall()
    connection.execute("CREATE OR REPLACE TEMP TABLE keys AS SELECT DISTINCT key, type, name FROM name_keys")
    rows = [(key, kind, name) for kind, name in new for key in keys_of(name, kind)]
    insert(connection, "keys", ("string", "string", "string"), rows)
    connection.execute("DELETE FROM name_keys")
    connection.execute(
        """INSERT INTO name_keys SELECT k.key, n.type, n.entity, n.name, n.mentions
        FROM keys k JOIN told_names n USING (type, name) ORDER BY ALL"""
    )
