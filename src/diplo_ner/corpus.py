"""Entities across documents: one entity, one id in a whole run.

Two passes, so that a run of any length needs only its distinct names in memory: every document's entities are
noted (``Run.note``), the distinct names are merged once (``Run.merge``), and each document is rewritten with the
run's ids (``Merged.apply``). Names meet through lexicon ids, full names and the vetoes of
``diplo_ner.names.cluster``; a family name alone never crosses from one document to another by itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from diplo_ner.arguments import check_all, check_is
from diplo_ner.collector import no_collection
from diplo_ner.entities.organisations import key_of
from diplo_ner.entities.slugs import slug
from diplo_ner.errors import ArgumentError
from diplo_ner.schema import Entity, Extraction, Speaker

_Key = tuple[str, str]
_RESULT = "what extract or extract_many gave"
_NUMBERED = re.compile(r"-\d+$")


@dataclass(frozen=True, slots=True)
class RunEntity:
    """An entity of a run: its one id and name, and how often and under which names it was met."""

    id: str
    type: str
    canonical: str
    country: str | None
    variants: Mapping[str, int]
    documents: int
    wikidata: str | None = None
    known: bool = False


@dataclass(slots=True)
class _Form:
    entity: Entity
    wikidata: str | None = None
    known: bool = False
    names: Counter[str] = field(default_factory=Counter)
    documents: int = 0


class Run:
    """The first pass over the documents of a run: it keeps each distinct entity once."""

    def __init__(self) -> None:
        self._forms: dict[_Key, _Form] = {}
        self._documents = 0
        self._items: dict[_Key, str] = {}

    def note(self, extraction: Extraction) -> None:
        """Take note of a document's entities; call it once for each document, in the order of the run.

        Raises:
            ArgumentError: It is no ``Extraction``.
        """
        check_is("extraction", extraction, Extraction, give=_RESULT)
        for e in extraction.entities:
            key = _key(e, self._documents)
            if e.wikidata is not None:
                self._items.setdefault(key, e.wikidata)
            key = _own_key(e, key, self._items)
            form = self._forms.setdefault(key, _Form(e))
            form.wikidata = form.wikidata or e.wikidata
            form.known = form.known or e.known
            form.names.update(m.text for m in e.mentions)
            form.documents += 1
        self._documents += 1

    def merge(self) -> Merged:
        """Merge the distinct names noted so far; time grows in proportion to their number."""
        with no_collection():
            return self._merge()

    def _merge(self) -> Merged:
        owner = self._persons()
        groups: dict[_Key, list[_Key]] = {}
        for key in self._forms:
            groups.setdefault(owner.get(key, key), []).append(key)
        ids: dict[_Key, str] = {}
        entities: list[RunEntity] = []
        used: set[str] = set()
        for head, keys in groups.items():
            first = self._forms[head].entity
            name = _free(_base(first), used)
            names: Counter[str] = Counter()
            for key in keys:
                ids[key] = name
                names.update(self._forms[key].names)
            documents = sum(self._forms[k].documents for k in keys)
            item = next((i for k in keys if (i := self._forms[k].wikidata)), None)
            known = any(self._forms[k].known for k in keys)
            entities.append(RunEntity(name, first.type, first.canonical, first.country, names, documents, item, known))
        return Merged(ids, tuple(entities), self._items)

    def _persons(self) -> dict[_Key, _Key]:
        from diplo_ner.names.cluster import cluster

        by_name: dict[str, _Key] = {}
        for key, form in self._forms.items():
            if form.entity.type == "PERSON" and " " in form.entity.canonical:
                by_name.setdefault(form.entity.canonical, key)
        owner: dict[_Key, _Key] = {}
        for found in cluster(list(by_name)):
            canonical = found.canonical if found.canonical in by_name else found.names[0]
            heads = self._heads([by_name[canonical], *(by_name[name] for name in found.names)])
            for name in found.names:
                key = by_name[name]
                owner[key] = heads[self._forms[key].wikidata if len(heads) > 1 else None]
        return owner

    def _heads(self, keys: list[_Key]) -> dict[str | None, _Key]:
        """The first form for each item of Wikidata among forms of a name, and for none; of one item, for all."""
        items = {item for key in keys if (item := self._forms[key].wikidata) is not None}
        if len(items) <= 1:
            return {None: keys[0]}
        heads: dict[str | None, _Key] = {}
        for key in keys:
            heads.setdefault(self._forms[key].wikidata, key)
        return heads


class Merged:
    """The ids of a run, to be applied to its documents in the order in which they were noted.

    Attributes:
        entities: The run's entities, in the order in which they were first met.
    """

    def __init__(self, ids: Mapping[_Key, str], entities: tuple[RunEntity, ...], items: Mapping[_Key, str]) -> None:
        self._ids = ids
        self._items = items
        self.entities = entities
        self._by_id = {e.id: e for e in entities}

    def apply(self, extraction: Extraction, number: int) -> Extraction:
        """Rewrite the ids and canonical names of document ``number`` (counted from 0) of the run.

        Raises:
            ArgumentError: It is no ``Extraction``, or the run has not taken note of it under that number.
        """
        check_is("extraction", extraction, Extraction, give=_RESULT)
        check_is("number", number, int, give="the place of the document in the run, counted from 0")
        try:
            renamed = {e.id: self._ids[_own_key(e, _key(e, number), self._items)] for e in extraction.entities}
        except KeyError:
            raise ArgumentError(
                f"the run has not noted these entities in document {number}",
                advice="note every document before merge(), and apply each under its place in that order",
            ) from None
        merged: dict[str, Entity] = {}
        for e in extraction.entities:
            new = self._by_id[renamed[e.id]]
            held = merged.get(new.id)
            mentions = (
                e.mentions if held is None else tuple(sorted((*held.mentions, *e.mentions), key=lambda m: m.start))
            )
            merged[new.id] = e.model_copy(
                update={
                    "id": new.id,
                    "canonical": new.canonical,
                    "country": new.country,
                    "wikidata": new.wikidata,
                    "known": new.known,
                    "mentions": mentions,
                }
            )
        quotes = tuple(q.with_speakers(lambda speaker: _renamed(speaker, renamed)) for q in extraction.quotes)
        return extraction.model_copy(update={"entities": tuple(merged.values()), "quotes": quotes})


def merge_documents(extractions: Iterable[Extraction]) -> list[Extraction]:
    """Give one entity one id in all documents of a run.

    Args:
        extractions: What ``extract`` or ``extract_many`` gave, in the order of the run.

    Returns:
        The same extractions in the same order, with the run's ids and canonical names.

    Raises:
        ArgumentError: It is one result, not several, or holds something that is none.
    """
    if isinstance(extractions, Extraction):
        raise ArgumentError("merge_documents wants several results, not one", advice="give a list of them")
    held = list(extractions) if isinstance(extractions, Iterator) else extractions
    check_all("extractions", held, Extraction, give=_RESULT)
    run = Run()
    for extraction in held:
        run.note(extraction)
    merged = run.merge()
    return [merged.apply(extraction, number) for number, extraction in enumerate(held)]


def _base(entity: Entity) -> str:
    """The id an entity would have alone in the run: its own, without the number that told it apart in its document."""
    plain = slug(entity.canonical)
    return plain if _NUMBERED.sub("", entity.id) == plain else entity.id


def _key(entity: Entity, number: int) -> _Key:
    """What tells an entity of document ``number`` from all others in the run."""
    if entity.type == "COUNTRY":
        return "COUNTRY", entity.id
    if entity.type == "PERSON" and " " not in entity.canonical:
        return "PERSON", f"{entity.id}@{number}"
    if entity.type == "ORGANISATION":
        return "ORGANISATION", " ".join(key_of(entity.canonical))
    return entity.type, slug(entity.canonical)


def _own_key(entity: Entity, key: _Key, items: Mapping[_Key, str]) -> _Key:
    """The key, made another one where the entity is another item of Wikidata than the first of that key."""
    item = entity.wikidata
    return key if item is None or items[key] == item else (key[0], f"{key[1]}@{item}")


def _free(base: str, used: set[str]) -> str:
    name, n = base, 2
    while name in used:
        name, n = f"{base}-{n}", n + 1
    used.add(name)
    return name


def _renamed(speaker: Speaker, ids: Mapping[str, str]) -> Speaker:
    return speaker.model_copy(update={"entity": ids[speaker.entity]}) if speaker.entity else speaker
