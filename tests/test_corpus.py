"""Entities across documents, on extractions made by hand."""

from __future__ import annotations

from diplo_ner.corpus import merge_documents
from diplo_ner.entities.slugs import slug
from diplo_ner.schema import Entity, EntityType, Extraction, Mention, Quote, Speaker


def entity(ident: str, kind: EntityType, canonical: str, country: str | None = None, start: int = 0) -> Entity:
    mention = Mention(start=start, end=start + len(canonical), text=canonical)
    return Entity(id=ident, type=kind, canonical=canonical, country=country, mentions=(mention,))


def extraction(*entities: Entity, quotes: tuple[Quote, ...] = ()) -> Extraction:
    return Extraction(doc_id=None, model="m", entities=entities, quotes=quotes)


def ids(*found: Extraction) -> list[list[str]]:
    return [[e.id for e in x.entities] for x in found]


def test_corpus_spellings_of_one_person_share_an_id() -> None:
    out = merge_documents(
        [
            extraction(entity("sergei-petrenko", "PERSON", "Sergei Petrenko")),
            extraction(entity("serguei-petrenko", "PERSON", "Sergueï Petrenko")),
        ]
    )
    assert out[0].entities[0].id == out[1].entities[0].id
    assert out[0].entities[0].canonical == out[1].entities[0].canonical


def test_corpus_contradicting_given_names_stay_apart() -> None:
    out = merge_documents(
        [
            extraction(entity("awa-diallo", "PERSON", "Awa Diallo")),
            extraction(entity("moussa-diallo", "PERSON", "Moussa Diallo")),
        ]
    )
    assert ids(*out) == [["awa-diallo"], ["moussa-diallo"]]


def test_corpus_family_name_alone_does_not_cross_documents() -> None:
    out = merge_documents([extraction(entity("lee", "PERSON", "Lee")), extraction(entity("lee", "PERSON", "Lee"))])
    assert ids(*out) == [["lee"], ["lee-2"]]


def test_corpus_countries_and_lexicon_bodies_keep_their_ids() -> None:
    out = merge_documents(
        [
            extraction(entity("RU", "COUNTRY", "Russie", "RU"), entity("otan", "ORGANISATION", "OTAN", start=20)),
            extraction(entity("otan", "ORGANISATION", "OTAN"), entity("RU", "COUNTRY", "Russie", "RU", 20)),
        ]
    )
    assert ids(*out) == [["RU", "otan"], ["otan", "RU"]]


def test_corpus_speakers_follow_their_entity() -> None:
    speaker = Speaker(entity="lee", text="Lee", start=0, end=3)
    quote = Quote(start=5, end=8, text="oui", kind="full", speaker=speaker)
    out = merge_documents(
        [
            extraction(entity("lee", "PERSON", "Lee")),
            extraction(entity("lee", "PERSON", "Lee"), quotes=(quote,)),
        ]
    )
    assert out[1].quotes[0].speaker is not None
    assert out[1].quotes[0].speaker.entity == "lee-2"


def test_corpus_order_of_documents_does_not_change_who_is_merged() -> None:
    docs = [
        extraction(entity("antony-vasko", "PERSON", "Antony Vasko")),
        extraction(entity("anthony-vasko", "PERSON", "Anthony Vasko")),
        extraction(entity("maria-vasko", "PERSON", "Maria Vasko")),
    ]
    forward = merge_documents(docs)
    backward = merge_documents(docs[::-1])[::-1]

    def partition(found: list[Extraction]) -> list[int]:
        seen: dict[str, int] = {}
        return [seen.setdefault(x.entities[0].id, len(seen)) for x in found]

    assert partition(forward) == partition(backward) == [0, 0, 1]


def test_two_items_of_wikidata_never_become_one() -> None:
    def person(name: str, item: str | None) -> Entity:
        mention = Mention(start=0, end=len(name), text=name)
        return Entity(id=slug(name), type="PERSON", canonical=name, wikidata=item, known=True, mentions=(mention,))

    def ids(*told: tuple[str, str | None]) -> list[tuple[str, str | None]]:
        articles = [Extraction(doc_id=None, model="", entities=(person(*t),)) for t in told]
        return [(r.entities[0].id, r.entities[0].wikidata) for r in merge_documents(articles)]

    alike = ids(("Anthony Vasquin", None), ("Antony Vasquin", "Q1"))
    assert {ident for ident, _ in alike} == {alike[0][0]} and [item for _, item in alike] == ["Q1", "Q1"]
    assert ids(("Anthony Vasquin", "Q2"), ("Antony Vasquin", "Q1")) == [
        ("anthony-vasquin", "Q2"),
        ("antony-vasquin", "Q1"),
    ]
    same = ids(("Antony Vasquin", "Q1"), ("Antony Vasquin", "Q2"), ("Antony Vasquin", "Q1"))
    assert same == [("antony-vasquin", "Q1"), ("antony-vasquin-2", "Q2"), ("antony-vasquin", "Q1")]
