"""What fuzzing found, each input as it was found."""

from __future__ import annotations

import pytest

from diplo_ner.names.cluster import cluster

FOUND_IN_NAMES = [b"\xff\xca\xa0 r\xd3o\xd3"]


@pytest.mark.parametrize("data", FOUND_IN_NAMES)
@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "utf-8", "utf-16-le"])
def test_found_names_that_stopped_the_clustering(data: bytes, encoding: str) -> None:
    name = data.decode(encoding, "replace")
    found = cluster([name, "Ana Vasko"])
    assert sorted(n for group in found for n in group.names) == sorted({name, "Ana Vasko"})


@pytest.mark.parametrize("name", ["Ð A¹", "² A", "¹ ²", "A ³ Diallo"])
def test_found_names_without_a_given_part_are_clustered(name: str) -> None:
    assert any(name in group.names for group in cluster([name, "Ana Vasko", "A. Vasko"]))
