"""Each part that is pure text: no exception, offsets in the text, and what the part promises, whatever it is given."""

from __future__ import annotations

import sys
import unicodedata
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_texts import NAMES, check_quotes, mixed, piece, tagged, texts
from made_texts import words as some_words

from diplo_ner.corpus import Run
from diplo_ner.entities.article import Article
from diplo_ner.entities.resolver import resolve
from diplo_ner.entities.slugs import slug
from diplo_ner.entities.tagger import tag
from diplo_ner.errors import InputError
from diplo_ner.fast.pieces import LONGEST_RUN, pieces
from diplo_ner.io.document import Document, Failure
from diplo_ner.io.encodings import decode
from diplo_ner.io.readers import ReadOptions, read_sources
from diplo_ner.io.safe_names import Names, safe_name
from diplo_ner.io.sentences import Sentences
from diplo_ner.io.sources import Source
from diplo_ner.lexicon.acronyms import find_acronyms
from diplo_ner.names.cluster import best_form, cluster
from diplo_ner.names.compare import compare_names
from diplo_ner.names.normalize import normalize, strip_honorifics
from diplo_ner.names.parts import split_name
from diplo_ner.organisation_names.grammar import find_organisation_names
from diplo_ner.quotes.detect.judge import judge
from diplo_ner.quotes.detect.kinds import kind
from diplo_ner.quotes.marks.passages import passages
from diplo_ner.quotes.reader import read_quotes
from diplo_ner.safe import encodable
from diplo_ner.schema import Entity, Extraction, Mention
from diplo_ner.text.fold import fold
from diplo_ner.text.sentences import paragraphs, sentences
from diplo_ner.text.words import words

name = st.one_of(st.sampled_from(NAMES), st.lists(piece, min_size=1, max_size=5).map("".join), some_words)
name_type = st.sampled_from(["PERSON", "COUNTRY", "ORGANISATION"])


def apart(spans) -> bool:
    return all(a[1] <= b[0] for a, b in pairwise(spans))


@given(texts)
def test_words_are_apart_and_leave_only_spaces_out(text):
    found = words(text)
    assert all(0 <= w.start < w.end <= len(text) and text[w.start : w.end] == w.text for w in found)
    assert all(w.fold == fold(w.text) for w in found)
    assert apart([(w.start, w.end) for w in found])
    edges = [0, *(edge for w in found for edge in (w.start, w.end)), len(text)]
    assert not "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()


@given(some_words)
def test_folding_twice_is_folding_once(word):
    assert fold(fold(word)) == fold(word)
    assert fold(unicodedata.normalize("NFD", word)) == fold(unicodedata.normalize("NFC", word))


@pytest.mark.slow
def test_every_character_that_is_no_space_has_a_spelling_that_is_not_blank():
    for char in map(chr, range(sys.maxunicode + 1)):
        found = words(char)
        assert [w.text for w in found] == ([] if char.isspace() else [char])
        assert all(w.fold.strip() and fold(w.fold) == w.fold for w in found)


@given(texts)
def test_paragraphs_and_sentences_hold_all_that_is_no_space(text):
    for cut in (paragraphs, sentences):
        spans = cut(text)
        assert apart(spans) and all(0 <= a < b <= len(text) for a, b in spans)
        held = "".join(text[a:b] for a, b in spans)
        assert "".join(held.split()) == "".join(text.split())
    inside = paragraphs(text)
    assert all(any(a <= c and d <= b for a, b in inside) for c, d in sentences(text))


@given(texts, st.integers(1, 50))
def test_pieces_are_the_text_where_they_stand(text, longest):
    found = pieces(text, longest)
    assert apart([(start, start + len(cut)) for start, cut in found])
    readable = encodable(text)
    assert all(readable[start : start + len(cut)] == cut and 0 < len(cut) <= longest for start, cut in found)
    missing = set(range(len(text))) - {i for start, cut in found for i in range(start, start + len(cut))}
    runs = {i for i in missing if not text[i].isspace()}
    assert not runs or max(map(len, text.split())) > LONGEST_RUN


@given(texts)
@example("0«‘»")
@example("'«’")
def test_passages_nest_or_are_apart(text):
    found = passages(text)
    assert [p.start for p in found] == sorted(p.start for p in found)
    for number, p in enumerate(found):
        assert 0 <= p.outer_start <= p.start < p.end <= p.outer_end <= len(text)
        assert text[p.start : p.end].strip() == text[p.start : p.end]
        assert text[p.outer_start :].startswith(p.open) and text[: p.outer_end].endswith(p.close)
        if p.parent is None:
            assert p.depth == 0
        else:
            around = found[p.parent]
            assert p.parent < number and p.depth == around.depth + 1
            assert around.outer_start <= p.outer_start and p.outer_end <= around.outer_end
    for number, p in enumerate(found):
        assert all(q.start >= p.end or q.end <= p.end for q in found[number + 1 :])


@given(texts)
def test_every_passage_gets_a_verdict(text):
    split = words(text)
    for passage in passages(text):
        verdict = judge(text, passage, split)
        assert verdict.rule and 0 <= verdict.confidence <= 1
        assert judge(text, passage, split) == verdict


@given(texts, texts, texts)
@example("", "", "")
def test_every_passage_is_a_clause_or_a_fragment(inside, before, after):
    assert kind(inside, before, after) in ("full", "fragment")


@given(tagged())
def test_candidates_are_apart_and_every_one_is_in_one_entity(case):
    text, spans = case
    article = Article(text, words(text))
    candidates = tag(article, spans)
    assert apart([(c.start, c.end) for c in candidates])
    assert all(0 <= c.start < c.end <= len(text) for c in candidates)
    entities = resolve(article, candidates)
    assert sorted((m.start, m.end) for e in entities for m in e.mentions) == [(c.start, c.end) for c in candidates]


@given(tagged(), st.randoms(use_true_random=False))
def test_quotes_of_any_entities_are_well_formed(case, random):
    text, spans = case
    entities = tuple(
        Entity(
            id=f"e{n}",
            type=random.choice(["PERSON", "COUNTRY", "ORGANISATION", "PLACE"]),
            canonical=text[a:b],
            mentions=(
                Mention(start=a, end=b, text=text[a:b], kind=random.choice(["name", "metonym", "title", "pronoun"])),
            ),
        )
        for n, (a, b, _) in enumerate(spans)
    )
    quotes = read_quotes(text, words(text), entities)
    check_quotes(text, quotes, {e.id for e in entities})
    reading = read_quotes(text, words(text), entities, rejected=True)
    assert reading.quotes == quotes
    assert len(reading.rejected) + len(quotes) == len(passages(text))


@given(texts)
def test_explained_acronyms_and_bodies_lie_in_the_text(text):
    split = words(text)
    for start, end, short_start, short_end in find_acronyms(text, split):
        assert 0 <= start < end <= len(text) and 0 <= short_start < short_end <= len(text)
        assert end <= short_start or short_end <= start
    bodies = find_organisation_names(text, split)
    assert apart([(b.start, b.end) for b in bodies]) and all(0 <= b.start < b.end <= len(text) for b in bodies)


@given(name, name, name_type)
def test_comparing_is_symmetric_and_repeats(a, b, kind_of_name):
    told = compare_names(a, b, type=kind_of_name)
    assert told.verdict in ("same", "different", "unsure") and 0 <= told.score <= 1 and told.reasons
    assert compare_names(a, b, type=kind_of_name) == told
    other = compare_names(b, a, type=kind_of_name)
    assert (other.verdict, other.score) == (told.verdict, told.score)


@given(name, name_type)
def test_a_name_never_differs_from_itself(a, kind_of_name):
    assert compare_names(a, a, type=kind_of_name).verdict != "different"


@given(st.lists(name, max_size=12), st.randoms(use_true_random=False))
def test_clusters_part_the_names_in_whatever_order(names, random):
    found = cluster(names)
    assert sorted(n for c in found for n in c.names) == sorted(set(names))
    shuffled = list(names)
    random.shuffle(shuffled)
    assert {frozenset(c.names): c.canonical for c in cluster(shuffled)} == {
        frozenset(c.names): c.canonical for c in found
    }


@given(st.dictionaries(name, st.integers(1, 9), min_size=1, max_size=5))
def test_the_best_form_does_not_hang_on_the_order(counts):
    assert best_form(counts) == best_form(dict(reversed(counts.items())))


@given(name)
def test_names_are_taken_apart_whatever_they_are(a):
    assert normalize(normalize(a)) == normalize(a)
    strip_honorifics(a)
    split_name(a)
    made = slug(a)
    assert made and made.isascii() and made.strip("-") == made and made == made.lower()


@given(st.lists(tagged(), max_size=3))
def test_a_run_names_every_entity_of_its_documents(cases):
    run = Run()
    read = []
    for number, (text, spans) in enumerate(cases):
        article = Article(text, words(text))
        read.append(Extraction(doc_id=str(number), model="m", entities=resolve(article, tag(article, spans))))
        run.note(read[-1])
    merged = run.merge()
    ids = [e.id for e in merged.entities]
    assert len(set(ids)) == len(ids)
    for number, extraction in enumerate(read):
        assert {e.id for e in merged.apply(extraction, number).entities} <= set(ids)


@given(texts, st.data())
def test_the_sentence_around_a_span_holds_it(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    told = Sentences(text).around(start, end)
    assert "".join(text[start:end].split()) in "".join(told.split())


_BYTES = st.one_of(
    st.binary(max_size=200),
    mixed.map(lambda t: encodable(t).encode("utf-8")),
    mixed.map(lambda t: encodable(t).encode("utf-16")),
    mixed.map(lambda t: t.encode("cp1252", "ignore")),
    mixed.map(lambda t: encodable(t).encode("utf-8")[:-1]),
    st.lists(st.tuples(some_words, mixed), max_size=4).map(
        lambda rows: ("id,text\n" + "\n".join(f'{a},"{b}"' for a, b in rows)).encode("utf-8", "replace")
    ),
    st.lists(mixed, max_size=4).map(
        lambda rows: "\n".join(f'{{"text": "{t}"}}' for t in rows).encode("utf-8", "replace")
    ),
)


@given(_BYTES, st.sampled_from(["text", "csv", "jsonl"]), st.sampled_from([None, "utf-8", "cp1252", "utf-16"]))
def test_readers_give_documents_or_say_why_not(data, form, encoding):
    source = Source(None, "standard input", "stdin", "text")
    found = list(read_sources([source], ReadOptions(encoding=encoding, format=form), stdin=BytesIO(data)))
    for one in found:
        assert isinstance(one, Document | Failure)
        if isinstance(one, Failure):
            assert one.reason
        else:
            assert one.text.strip() and one.doc_id
            one.text.encode("utf-8")
    ids = [one.doc_id for one in found if isinstance(one, Document)]
    assert len(set(ids)) == len(ids)
    assert found or form != "text"


@given(mixed)
def test_utf8_is_read_as_it_is_written(text):
    clean = encodable(text)
    data = clean.encode("utf-8")
    try:
        read, how = decode(data)
    except InputError:
        return
    assert data.decode(how.encoding, how.errors) == read
    if how.encoding == "utf-8":
        assert read == clean


@given(
    st.one_of(
        some_words,
        st.sampled_from(["../x", "/etc/passwd", "..", ".", "", "a/b", "con", "x" * 400, "C:\\x", "\x00"]),
    )
)
def test_no_name_of_a_document_leads_out_of_the_folder(doc_id):
    made = safe_name(doc_id)
    folder = Path("/out")
    assert made and len(made.encode("utf-8")) < 256
    assert (folder / f"{made}.json").parent == folder and made not in (".", "..") and "\x00" not in made


@given(st.lists(st.one_of(some_words, st.sampled_from(["a", "A", "a/b", "a b"])), max_size=8, unique=True))
def test_documents_of_different_names_have_different_files(ids):
    names = Names()
    made = [names.of(doc_id).casefold() for doc_id in ids]
    assert len(set(made)) == len(made)
