"""Data frames in, data frames out."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from diplo_ner import load, read, read_table
from diplo_ner.errors import ConfigurationError, InputError

pandas = pytest.importorskip("pandas")

NLP = load("fr_core_news_sm")
TEXT = "Moscou nie."


@pytest.fixture(scope="module")
def frame():
    return pandas.DataFrame(
        {
            "url": ["u1", "u2", "u3", "u4"],
            "texte": [
                "« Non », a dit Sergueï Lavrov. L'Otan et la Namibie attendent.",
                None,
                float("nan"),
                "« Oui à l'Otan », a dit M. Lavrov.",
            ],
            "publish_date": ["12/02/2024", "", None, "hier"],
            "score": [1, 2, 3, 4],
            "type": list("abcd"),
        },
        index=[10, 20, 30, 40],
    )


@pytest.fixture(scope="module")
def tables(frame):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        found = read(frame, id="url", nlp=NLP)
    assert [str(w.message) for w in told] == [
        "2 of 4 rows have no text, and give nothing",
        "1 of 4 dates cannot be read, and are left out",
    ]
    return found


def test_frames_that_join_with_the_columns_of_the_frame(tables, frame) -> None:
    quotes = tables.quotes
    assert quotes[["doc", "quote", "speaker_id", "about", "date"]].fillna("").to_numpy().tolist() == [
        ["u1", "Non", "serguei-lavrov", "", "2024-02-12"],
        ["u4", "Oui à l'Otan", "serguei-lavrov", "otan", ""],
    ]
    assert quotes[["url", "publish_date", "score", "type"]].to_numpy().tolist() == [
        ["u1", "12/02/2024", 1, "a"],
        ["u4", "hier", 4, "d"],
    ]
    assert tables.mentions["doc_type"].unique().tolist() == ["a", "d"]
    assert tables.mentions.merge(frame, on="url")["score_x"].notna().all()
    joined = quotes.merge(tables.entities, left_on="speaker_id", right_on="entity")
    assert joined["canonical"].tolist() == ["Sergueï Lavrov"] * 2
    assert tables.entities.set_index("entity").loc["serguei-lavrov", "documents"] == 2


def test_a_table_that_was_written_is_read_as_it_was_meant(tables, tmp_path: Path) -> None:
    tables.mentions.to_csv(tmp_path / "m.csv", index=False)
    again = read_table(tmp_path / "m.csv")
    namibia = again[again["entity"] == "NA"]
    assert namibia["country"].tolist() == ["NA"]
    assert again["known"].dtype == bool and again["start"].dtype == "int64"
    (tmp_path / "q.csv").write_text("doc,quote,speaker\n0012,NA,\n", encoding="utf-8")
    row = read_table(tmp_path / "q.csv").iloc[0]
    assert (row["doc"], row["quote"], pandas.isna(row["speaker"])) == ("0012", "NA", True)
    (tmp_path / "e.csv").write_text("\ufeffdoc;confidence\na;0,5\n", encoding="utf-8")
    assert read_table(tmp_path / "e.csv")["confidence"].tolist() == [0.5]
    with pytest.raises(ConfigurationError, match="xlsx"):
        read_table(tmp_path / "m.xlsx")


@pytest.mark.parametrize(
    ("name", "held"),
    [
        ("gone.csv", None), ("gone.jsonl", None), ("gone.parquet", None), ("empty.csv", b""), ("broken.parquet", b"no table"),
        ("broken.csv", b'a,b\n"x\n1,2,3\n'), ("broken.jsonl", b"{a"), ("bytes.csv", b"\xff\xfe\x00a\n"),
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_read_is_told_by_its_name(name, held, tmp_path: Path) -> None:
    if held is not None:
        (tmp_path / name).write_bytes(held)
    with pytest.raises(InputError, match=rf"{name} cannot be read: .+; give a table that the command wrote"):
        read_table(tmp_path / name)


@pytest.mark.parametrize("path", [None, 3, b"a.csv"])
def test_what_is_no_path_is_told_as_such(path) -> None:
    with pytest.raises(ConfigurationError, match="the path is"):
        read_table(path)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (pandas.Series([TEXT, 3]), "Series is no data frame"),
        (pandas.Series([TEXT]), "Series is no data frame"),
        (pandas.DataFrame([[TEXT, TEXT]], columns=["texte", "texte"]), "several columns are called 'texte'"),
        ([TEXT], "list is no data frame"),
    ],
)
def test_what_is_no_frame_of_articles_is_refused(given, told) -> None:
    with pytest.raises(ConfigurationError, match=told):
        read(given, nlp=NLP)


def test_frames_of_other_libraries(tables, frame) -> None:
    arrow = pytest.importorskip("pyarrow")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = read(arrow.Table.from_pandas(frame, preserve_index=False), id="url", nlp=NLP)
    assert found.quotes.equals(tables.quotes)
    with pytest.raises(ConfigurationError, match="list is no data frame"):
        read([1], nlp=NLP)


def test_without_a_name_the_index_names_and_equal_names_are_told_apart() -> None:
    found = read(pandas.DataFrame({"text": ["Moscou nie.", "Moscou nie."]}, index=["a", "a"]), nlp=NLP)
    assert found.mentions["doc"].tolist() == ["a", "a~2"]
    assert read(pandas.DataFrame({"text": []}), nlp=NLP).quotes.empty


def test_a_column_that_is_not_there_is_told_at_once(frame) -> None:
    with pytest.raises(ConfigurationError, match=r"no column 'corps'; say which with text=; there are: url, texte"):
        read(frame, text="corps", nlp=NLP)
