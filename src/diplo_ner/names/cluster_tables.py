"""Bringing together names of states and of organisations, by their tables."""

from __future__ import annotations

from collections.abc import Mapping

from ..entity_types import NameType
from ..lexicon.countries import by_code
from ..lexicon.organisations import by_id
from .clusters import Cluster
from .compare_countries import country_meaning
from .compare_organisations import compare_organisations
from .normalize import normalize
from .organisation_meaning import organisation_meaning
from .organisation_words import acronyms_of, content_words


def cluster_by_table(counts: Mapping[str, int], type: NameType) -> list[Cluster]:
    """Clusters of names of states or organisations in the order of their first name; see ``cluster``."""
    blocks: dict[str, list[str]] = {}
    for name in sorted(counts):
        key = _country_key(name) if type == "COUNTRY" else _organisation_key(name)
        blocks.setdefault(key, []).append(name)
    if type == "ORGANISATION":
        _join_acronyms(blocks)
    found = [_cluster(key, names, counts) for key, names in blocks.items()]
    return sorted(found, key=lambda cluster: cluster.names[0])


def _country_key(name: str) -> str:
    code = country_meaning(name).code
    return f"@{code}" if code else normalize(name)


def _organisation_key(name: str) -> str:
    ident = organisation_meaning(name).ident
    return f"@{ident}" if ident else " ".join(sorted(content_words(name))) or normalize(name)


def _join_acronyms(blocks: dict[str, list[str]]) -> None:
    """An acronym that the table does not know joins the only name of which it is the initials."""
    by_initials: dict[str, set[str]] = {}
    for key, names in blocks.items():
        for name in names[:8]:
            for letters in acronyms_of(name):
                by_initials.setdefault(letters, set()).add(key)
    for key in sorted(blocks):
        fitting = by_initials.get(key, set()) - {key}
        if len(fitting) != 1:
            continue
        (home,) = fitting
        if home in blocks and compare_organisations(blocks[key][0], blocks[home][0]).verdict == "same":
            blocks[home] = sorted(blocks[home] + blocks.pop(key))


def _cluster(key: str, names: list[str], counts: Mapping[str, int]) -> Cluster:
    canonical = ""
    if key.startswith("@"):
        country, body = by_code(key[1:]), by_id(key[1:])
        canonical = country.name if country else body.canonical if body else ""
    if not canonical:
        canonical = min(names, key=lambda name: (-len(content_words(name)), -counts[name], name))
    reasons = (f"all mean {canonical}",) if len(names) > 1 else ()
    return Cluster(canonical, tuple(names), reasons)
