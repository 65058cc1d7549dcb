"""The metadata of an article: dates as the press writes them, fields by their usual names."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from diplo_ner import extract_many, load
from diplo_ner.errors import InputError
from diplo_ner.metadata.dates import iso_date
from diplo_ner.metadata.fields import ROLES, Fields, find_fields, plain_name, require_fields, usual_names
from diplo_ner.metadata.records import meta_of, read_meta, scalar, words_of
from diplo_ner.schema import Meta


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        ("2024-02-12", "2024-02-12"),
        ("2024-02-12T06:12:00Z", "2024-02-12T06:12:00+00:00"),
        ("2024-02-12 00:00:00", "2024-02-12"),
        ("12/02/2024", "2024-02-12"),
        ("02/13/2024", "2024-02-13"),
        ("2024/02/12", "2024-02-12"),
        ("12.02.24", "2024-02-12"),
        ("20240212", "2024-02-12"),
        ("20240212061200", "2024-02-12T06:12:00"),
        ("lundi 12 février 2024", "2024-02-12"),
        ("lun. 12 févr. 2024", "2024-02-12"),
        ("mar. 12 mars 2024", "2024-03-12"),
        ("12 mar 2024", "2024-03-12"),
        ("1er août 2023", "2023-08-01"),
        ("5 mars 2024 à 14h30", "2024-03-05T14:30:00"),
        ("vendredi 2 mai 2025 18:05 UTC+02:00", "2025-05-02T18:05:00+02:00"),
        ("Mon, 12 Feb 2024 06:12:00 GMT", "2024-02-12T06:12:00+00:00"),
        ("12 février 2024 10:00 CET", "2024-02-12T10:00:00+01:00"),
        ("June 18, 2023", "2023-06-18"),
        ("12/02/68", "2068-02-12"),
        ("12/02/70", "1970-02-12"),
        (1707718320, "2024-02-12T06:12:00+00:00"),
        ("1707718320000", "2024-02-12T06:12:00+00:00"),
        (datetime.date(2024, 2, 12), "2024-02-12"),
        (datetime.datetime(2024, 2, 12, 6), "2024-02-12T06:00:00"),
    ],
)
def test_dates_as_they_come(given: object, iso: str) -> None:
    assert iso_date(given) == iso
    assert Meta(date=iso).date == iso


@pytest.mark.parametrize(
    "given",
    [
        "",
        "hier",
        "lundi",
        "février 2024",
        "2024",
        "14:30",
        "31/02/2024",
        "12 février",
        None,
        float("nan"),
        3,
        True,
        [],
        "9" * 99,
    ],
)
def test_what_is_no_whole_date(given: object) -> None:
    assert iso_date(given) is None


def test_usual_names_belong_to_one_role_each_and_are_written_plain() -> None:
    names = [name for role in ROLES for name in usual_names(role)]
    assert len(names) == len(set(names))
    assert [name for name in names if plain_name(name) != name] == []


@pytest.mark.parametrize(
    ("there", "found"),
    [
        # Media Cloud, NewsAPI, news-please, Factiva by columns, a newspaper's own, Dublin Core
        (("id", "media_name", "publish_date", "title", "url", "text"), ("text", "id", "publish_date", "title", "url", "media_name", None)),
        (("source", "author", "title", "description", "url", "publishedAt", "content"), ("content", None, "publishedAt", "title", "url", "source", "author")),
        (("authors", "date_publish", "maintext", "source_domain", "title", "url"), ("maintext", None, "date_publish", "title", "url", "source_domain", "authors")),
        (("SN", "HD", "PD", "TD", "AN"), ("TD", "AN", "PD", "HD", None, "SN", None)),
        (("Titre", "Date de parution", "Lien", "Journal", "Auteur(s)", "Texte intégral"), ("Texte intégral", None, "Date de parution", "Titre", "Lien", "Journal", "Auteur(s)")),
        (("guid", "Titre ", "Date de l'article", "Média", "Lien", "Corps de l’article"), ("Corps de l’article", "guid", "Date de l'article", "Titre ", "Lien", "Média", None)),
        (("dc:creator", "dc:date", "dc:title", "body"), ("body", None, "dc:date", "dc:title", None, None, "dc:creator")),
    ],
)  # fmt: skip
def test_exports_are_known_by_their_columns(there: tuple[str, ...], found: tuple[str | None, ...]) -> None:
    known = find_fields(Fields(), there)
    assert tuple(getattr(known, role) for role in ROLES) == found


def test_what_the_caller_says_goes_first() -> None:
    there = ("url", "text", "corps", "jour", "page")
    found = find_fields(Fields(text="corps", id="url", date="jour", keep=("page",)), there)
    assert (found.text, found.id, found.url, found.date, found.kept) == ("corps", "url", "url", "jour", ("page",))
    assert find_fields(Fields(text="corps", keep=("all",)), there).kept == ("text", "jour", "page")
    for fields, words in (
        (Fields(text="x"), "no column 'x'; say which with --text-field"),
        (Fields(date="x"), "no column 'x'; say which with --date-field"),
        (Fields(keep=("x",)), "no column 'x'; keep others with --keep"),
    ):
        with pytest.raises(InputError, match=words):
            require_fields(fields, there)


def test_what_a_record_tells() -> None:
    record = {
        "source": {"id": "lc", "name": "Le Courrier"},
        "author": [{"name": "Anne Roussel"}, "Léa Morand"],
        "title": " Un titre ",
        "publishedAt": "hier",
        "page": 3,
        "tags": ["a", "b"],
    }
    told = meta_of(record, find_fields(Fields(keep=("page", "tags", "none")), tuple(record)))
    assert told.meta == Meta(
        title="Un titre",
        source="Le Courrier",
        author="Anne Roussel, Léa Morand",
        extra={"page": 3, "tags": '["a", "b"]', "publishedAt": "hier"},
    )
    assert told.notes == ("'hier' is no date; kept as publishedAt",)
    assert meta_of({"text": "x", "title": ""}, find_fields(Fields(), ("text", "title"))) == (None, ())


def test_values_as_json_can_hold_them() -> None:
    numpy = pytest.importorskip("numpy")
    values = [numpy.int64(3), numpy.float64(0.5), numpy.bool_(True), float("nan"), Decimal("1.5"), "", None]
    assert [scalar(v) for v in values] == [3, 0.5, True, None, 1.5, None, None]
    assert type(scalar(numpy.int64(3))) is int and type(scalar(numpy.bool_(True))) is bool
    assert words_of({}) is None and words_of([]) is None and words_of(7) == "7"


def test_what_a_caller_in_python_tells() -> None:
    given = {"headline": "Un titre", "published": "12 février 2024", "id": 7, "text": "x", "extra": {"page": 3}}
    assert read_meta(given).meta == Meta(date="2024-02-12", title="Un titre", extra={"page": 3, "id": 7, "text": "x"})
    meta = Meta(title="a")
    assert read_meta(meta).meta is meta and read_meta(None).meta is None
    pairs = ["Moscou nie.", ("Paris aussi.", meta), ("Rome.", None), ("Kiev.", {"date": "2024-02-12"})]
    told = [r.meta for r in extract_many(pairs, nlp=load("fr_core_news_sm"))]
    assert told == [None, meta, None, Meta(date="2024-02-12")]


def test_a_date_that_cannot_be_read_is_told_and_kept() -> None:
    with pytest.warns(UserWarning, match="a: 'hier' is no date; kept as date"):
        (found,) = extract_many([("Moscou.", {"date": "hier"})], doc_ids=["a"], nlp=load("fr_core_news_sm"))
    assert found.meta == Meta(extra={"date": "hier"})
