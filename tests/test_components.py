"""The pipes on Docs built by hand, and through everything spaCy does with a Doc."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

WORDS = ["«", "Nous", "verrons", "»", ",", "a", "déclaré", "Sergueï", "Lavrov", "à", "l'", "OTAN", "."]


@pytest.fixture
def nlp() -> Language:
    blank = spacy.blank("fr")
    blank.add_pipe("diplo_ner")
    return blank


@pytest.fixture
def doc(nlp: Language) -> Doc:
    spaces = [True, True, True, False, True, True, True, True, True, True, False, False, False]
    made = Doc(nlp.vocab, words=WORDS, spaces=spaces)
    made.ents = (Span(made, 7, 9, label="PER"), Span(made, 10, 12, label="ORG"))
    return made


def quotes(doc: Doc) -> list[tuple[str, Any]]:
    return [(q["text"], q["speaker"]["entity"]) for q in doc._.quotes]


def test_components_read_entities_and_quotes(nlp: Language, doc: Doc) -> None:
    read = nlp.get_pipe("diplo_ner")(doc)
    assert [(e["id"], e["type"]) for e in read._.entities] == [
        ("serguei-lavrov", "PERSON"),
        ("otan", "ORGANISATION"),
    ]
    assert quotes(read) == [("Nous verrons", "serguei-lavrov")]


def test_components_set_ents_with_their_ids(nlp: Language, doc: Doc) -> None:
    read = nlp.get_pipe("diplo_ner")(doc)
    assert [(e.text, e.label_, e.kb_id_) for e in read.ents] == [
        ("Sergueï Lavrov", "PERSON", "serguei-lavrov"),
        ("OTAN", "ORGANISATION", "otan"),
    ]


def test_components_leave_ents_alone_when_asked(doc: Doc) -> None:
    blank = spacy.blank("fr")
    pipe = blank.add_pipe("diplo_ner", config={"set_ents": False})
    assert [e.label_ for e in pipe(doc).ents] == ["PER", "ORG"]


def test_components_halves_give_the_whole(nlp: Language, doc: Doc) -> None:
    whole = nlp.get_pipe("diplo_ner")(doc.copy())
    blank = spacy.blank("fr")
    entities, reader = blank.add_pipe("diplo_ner_entities"), blank.add_pipe("diplo_ner_quotes")
    halves = reader(entities(doc))
    assert halves._.entities == whole._.entities
    assert halves._.quotes == whole._.quotes


def test_components_offsets_index_the_text(nlp: Language, doc: Doc) -> None:
    read = nlp.get_pipe("diplo_ner")(doc)
    for entity in read._.entities:
        for mention in entity["mentions"]:
            assert read.text[mention["start"] : mention["end"]] == mention["text"]
    for quote in read._.quotes:
        assert read.text[quote["start"] : quote["end"]] == quote["text"]


def test_components_survive_bytes_and_docbin(nlp: Language, doc: Doc) -> None:
    read = nlp.get_pipe("diplo_ner")(doc)
    again = Doc(nlp.vocab).from_bytes(read.to_bytes())
    stored = DocBin(store_user_data=True, docs=[read])
    binned = next(iter(DocBin(store_user_data=True).from_bytes(stored.to_bytes()).get_docs(nlp.vocab)))
    for copy in (again, binned):
        assert copy._.entities == read._.entities
        assert copy._.quotes == read._.quotes


def test_components_survive_disk(nlp: Language, doc: Doc, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again.pipe_names == ["diplo_ner"]
    assert quotes(again.get_pipe("diplo_ner")(doc)) == [("Nous verrons", "serguei-lavrov")]


def test_components_survive_processes(nlp: Language) -> None:
    texts = ["L'OTAN nie. « Non », dit l'OTAN.", "La Russie se tait.", ""] * 3
    alone = [(d._.entities, d._.quotes) for d in nlp.pipe(texts)]
    together = [(d._.entities, d._.quotes) for d in nlp.pipe(texts, n_process=2, batch_size=2)]
    assert together == alone
    assert alone[0][0][0]["id"] == "otan"


def test_components_show_in_displacy(nlp: Language, doc: Doc) -> None:
    html = displacy.render(nlp.get_pipe("diplo_ner")(doc), style="ent", jupyter=False)
    assert "ORGANISATION" in html


def test_components_wrong_names_file_fails_at_once(tmp_path: Path) -> None:
    from diplo_ner.errors import LexiconError

    with pytest.raises(LexiconError, match="cannot be read"):
        spacy.blank("fr").add_pipe("diplo_ner", config={"names": str(tmp_path / "none.csv")})
