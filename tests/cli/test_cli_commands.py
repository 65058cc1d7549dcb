from __future__ import annotations

import json
import re
import resource
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import fake_engine
import pytest

from conftest import Invoke, environment
from diplo_ner.cli.compare import write_comparison
from diplo_ner.cli.console import Console
from diplo_ner.cli.job import Job
from diplo_ner.cli.report import write_report
from diplo_ner.errors import (
    ConfigurationError,
    DiploNerError,
    InputError,
    LexiconError,
    MissingExtraError,
    ModelError,
    OutputError,
    OutputExistsError,
)
from diplo_ner.io.document import Failure
from diplo_ner.schema import Extraction
from diplo_ner.tables import rows as table_rows
from diplo_ner.wording import rule_wording, wording

COMMANDS = [
    "entities",
    "quotes",
    "extract",
    "report",
    "build",
    "search",
    "serve",
    "explain",
    "evaluate",
    "compare",
    "info",
]


# help


def test_help_names_every_command_and_the_exit_codes(invoke: Invoke) -> None:
    told = invoke("--help").stdout
    assert all(f"  {command} " in told for command in COMMANDS)
    assert "Exit codes: 0 all fine; 1 some input failed" in told
    assert invoke("-h").stdout == told
    assert not [line for line in told.splitlines() if line[:2] == "  " and line.endswith("...")], (
        "a summary is cut at the end of its line"
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_examples_that_can_be_said(invoke: Invoke, command: str) -> None:
    told = invoke(command, "--help").stdout
    examples = re.findall(rf"^ +diplo-ner ({command}\b.*)$", told, re.MULTILINE)
    assert examples
    known = set(re.findall(r"(?<![\w-])--?[a-z-]+", told))
    for example in examples:
        said = re.findall(r"(?<=\s)--?[a-z][a-z-]*", example.split(" > ")[0])
        assert set(said) <= known, example


def test_version(invoke: Invoke) -> None:
    from diplo_ner import __version__

    assert invoke("--version").stdout == f"diplo-ner {__version__}\n"


def test_shell_completion_is_there(invoke: Invoke) -> None:
    assert "--install-completion" in invoke("--help").stdout


def test_help_is_quick_and_loads_nothing_heavy() -> None:
    heavy = ["spacy", "numpy", "pydantic", "rich", "charset_normalizer", "trafilatura", "pyarrow", "thinc"]
    program = f"import sys; from diplo_ner.cli.app import app; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, check=True, timeout=600
    )
    assert done.stdout.strip() == b"[]"
    bare = "import typer; app = typer.Typer(); [app.command(name)(lambda: None) for name in 'ab']; app(['--help'])"
    assert any(_seconds("-m", "diplo_ner.cli", "--help") < 1.2 * _seconds("-c", bare) for _ in range(4))


def _seconds(*words: str) -> float:
    """Seconds of processor time that Python takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *words], env=environment(), capture_output=True, check=True, timeout=600)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


# evaluate

TEXT = "« Non », a déclaré Antony Blinken à Moscou."


def gold(**more: Any) -> dict[str, Any]:
    def mention(words: str) -> dict[str, Any]:
        start = TEXT.index(words)
        return {"start": start, "end": start + len(words), "text": words, "kind": "name"}

    by = mention("Antony Blinken")
    return {
        "text_sha256": sha256(TEXT.encode()).hexdigest(),
        "entities": [
            {"id": "b", "type": "PERSON", "canonical": ["Antony Blinken"], "country": "US", "mentions": [by]},
            {
                "id": "m",
                "type": "PLACE",
                "canonical": ["Moscou"],
                "country": None,
                "mentions": [mention("Moscou")],
            },
        ],
        "quotes": [
            {
                "start": 2,
                "end": 5,
                "text": "Non",
                "kind": "full",
                "speaker": "b",
                "by": by,
                "cue": "a déclaré",
            }
        ],
        **more,
    }


@pytest.fixture
def gold_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(gold()))
    (folder / "a.txt").write_bytes(TEXT.encode())
    return folder


def test_evaluate_as_a_table_and_as_json(invoke: Invoke, gold_folder: Path) -> None:
    result = invoke("evaluate", gold_folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[0] == "1 documents"
    figures = json.loads(invoke("evaluate", gold_folder, "--json").stdout)
    assert figures["person"] == {"p": 1.0, "r": 1.0, "f1": 1.0, "n": 1}
    assert figures["entities"] == {"p": 0.5, "r": 1.0, "f1": 2 / 3, "n": 1}
    assert figures["quote+who"]["f1"] == 1.0
    assert figures["canonical"] == {"f1": 1.0, "n": 1}


def test_evaluate_lists_every_difference_with_its_sentence(invoke: Invoke, gold_folder: Path) -> None:
    told = invoke("evaluate", gold_folder, "--errors").stdout
    assert "a 36-42 entity: « Moscou »\n    gold: none   predicted: COUNTRY\n    " + TEXT in told
    found = json.loads(invoke("evaluate", gold_folder, "--errors", "--json").stdout)["differences"]
    assert [(d["kind"], d["words"], d["sentence"]) for d in found] == [("entity", "Moscou", TEXT)]


def test_evaluate_stored_predictions(invoke: Invoke, gold_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert invoke("extract", gold_folder, "-o", out).exit_code == 0
    stored = invoke("evaluate", gold_folder, "-p", out, "--json")
    assert stored.stdout == invoke("evaluate", gold_folder, "--json").stdout
    (out / "a.json").unlink()
    missing = invoke("evaluate", gold_folder, "-p", out, "--json")
    assert missing.exit_code == 1
    assert "a.json: no such file: it scores zero" in missing.stderr
    assert json.loads(missing.stdout)["entities"]["f1"] == 0


def test_evaluate_tells_what_is_broken_and_scores_the_rest(invoke: Invoke, gold_folder: Path) -> None:
    whole = invoke("evaluate", gold_folder, "--json").stdout
    (gold_folder / "b.json").write_text("{")
    (gold_folder / "c.json").write_text(json.dumps(gold()))
    (gold_folder / "d.json").write_text('{"entities": [{}], "quotes": []}')
    (gold_folder / "d.txt").write_text("Moscou.")
    (gold_folder / "e.json").write_text("[]")
    (gold_folder / "f.json").write_text("{}")
    (gold_folder / "f.txt").write_text("Moscou.")
    result = invoke("evaluate", gold_folder, "--json")
    assert result.exit_code == 1
    assert result.stdout == whole
    errors = result.stderr.splitlines()
    assert [re.findall(r"\w\.(?:json|txt)", e)[-1] for e in errors] == [
        "b.json",
        "c.txt",
        "e.json",
        "f.json",
        "d.json",
    ]


def test_evaluate_tells_gold_that_was_made_for_another_text(invoke: Invoke, gold_folder: Path) -> None:
    (gold_folder / "a.txt").write_bytes(TEXT.encode() + b"\n")
    result = invoke("evaluate", gold_folder)
    assert result.exit_code == 1
    assert "made for another text" in result.stderr
    assert "1 documents" in result.stdout


def test_evaluate_predictions_of_another_shape(invoke: Invoke, gold_folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "a.json").write_text('{"entities": [{"name": "x"}]}')
    result = invoke("evaluate", gold_folder, "-p", out)
    assert result.exit_code == 1
    assert "a.json: no result: its JSON has another shape" in result.stderr


def test_evaluate_without_gold(invoke: Invoke, tmp_path: Path) -> None:
    assert invoke("evaluate", tmp_path).exit_code == 1
    assert invoke("evaluate", tmp_path / "nowhere").exit_code == 2


# compare


class Same:
    verdict = "same"
    score = 0.95
    reasons = ("family names agree", "Anthony and Antony are one given name")


def test_compare_prints_verdict_and_reasons(capsys: pytest.CaptureFixture[str]) -> None:
    asked: list[tuple[str, str, str]] = []

    def compare(a: str, b: str, *, type: str) -> Same:
        asked.append((a, b, type))
        return Same()

    assert write_comparison("Anthony Blinken", "Antony Blinken", compare) == 0
    told = "same (0.95)\n  family names agree\n  Anthony and Antony are one given name\n"
    assert capsys.readouterr().out == told
    assert write_comparison("A", "B", compare, type="organisation", as_json=True) == 0
    assert json.loads(capsys.readouterr().out) == {
        "a": "A",
        "b": "B",
        "type": "ORGANISATION",
        "verdict": "same",
        "score": 0.95,
        "reasons": list(Same.reasons),
    }
    assert [t for _, _, t in asked] == ["PERSON", "ORGANISATION"]
    with pytest.raises(ConfigurationError, match="no type"):
        write_comparison("A", "B", compare, type="town")
    with pytest.raises(ConfigurationError, match="empty"):
        write_comparison("A", " ", compare)


# info


def test_info(invoke: Invoke) -> None:
    told = json.loads(invoke("info", "--json").stdout)
    assert told["model"] == "fr_fake-1.0"
    assert told["source"] == "https://example.org/fake"
    assert told["spaCy"].startswith("3.")
    assert told["tables"]["lexicon/countries"] > 190
    assert told["tables"]["wording/wording"] == sum(1 for _ in table_rows("diplo_ner.wording", "wording.csv"))
    lines = invoke("info").stdout
    assert re.search(r"^Python +3\.", lines, re.MULTILINE)
    assert re.search(r"^  lexicon/countries +\d+$", lines, re.MULTILINE)
    absent = invoke("info", "--model", "absent")
    assert (absent.exit_code, absent.stderr) == (2, "error: there is no model absent; install it\n")


# explain


def test_explain_in_french_and_in_english(invoke: Invoke, articles: Path) -> None:
    french = invoke("explain", articles / "a.txt")
    assert french.exit_code == 0
    assert "Antony Blinken (personne, US, blinken), 2 mentions" in french.stdout
    assert "ligne 1, 19-33, « Antony Blinken » : nom, le lexique ; nom de X" in french.stdout
    assert "attribuée à Antony Blinken, désigné par « Antony Blinken »" in french.stdout
    english = invoke("explain", articles / "a.txt", "--lang", "en").stdout
    assert "Antony Blinken (person, US, blinken), 2 mentions" in english
    assert "name, the tables of names; a name of X" in english
    assert "given to Antony Blinken, told by « Antony Blinken »" in english
    assert "reporting words: « a déclaré »" in english
    assert invoke("explain", articles / "a.txt", "--lang", "de").exit_code == 2


def test_explain_counts_lines_and_tells_what_is_not_there(invoke: Invoke, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Rien.\r\n\r\nMoscou et « un mot ».".encode())
    told = invoke("explain", tmp_path / "a.txt").stdout
    assert "ligne 3, 9-15, « Moscou »" in told
    assert "attribuée à personne" in told
    (tmp_path / "b.txt").write_text("Rien.")
    assert invoke("explain", tmp_path / "b.txt").stdout.count("(aucune)") == 2


def test_every_wording_is_given_in_both_languages() -> None:
    seen = set()
    for row in table_rows("diplo_ner.wording", "wording.csv"):
        assert row["fr"].strip()
        assert row["en"].strip()
        assert (row["group"], row["key"]) not in seen
        seen.add((row["group"], row["key"]))
    assert wording("reason", "something new", "en") == "something new"


# report


def test_report_calls_the_renderer_and_writes_a_whole_file(articles: Path, tmp_path: Path) -> None:
    file = tmp_path / "sommet.html"

    def render(results: list[Extraction], texts: list[str], *, title: str, lang: str) -> str:
        assert [r.doc_id for r in results] == ["a", "b", "c"]
        assert texts[1] == "Lavrov parle à l’OTAN.\r\nMoscou se tait."
        return f"<title>{title}</title>{lang}"

    job = Job((str(articles),), output=file, quiet=True)
    assert write_report(job, fake_engine.engine(), render) == 0
    assert file.read_text() == "<title>sommet</title>fr"
    with pytest.raises(OutputExistsError):
        write_report(job, fake_engine.engine(), render)
    assert write_report(replace(job, force=True), fake_engine.engine(), render, title="Été", lang="en") == 0
    assert file.read_text(encoding="utf-8") == "<title>Été</title>en"
    with pytest.raises(ConfigurationError, match="does not speak"):
        write_report(replace(job, force=True), fake_engine.engine(), render, lang="de")
    with pytest.raises(ConfigurationError, match="needs a file"):
        write_report(replace(job, output=None), fake_engine.engine(), render)


# errors


def test_one_family_of_errors_that_say_what_to_do() -> None:
    import pickle

    family = [
        ConfigurationError,
        ModelError,
        LexiconError,
        MissingExtraError,
        InputError,
        OutputError,
        OutputExistsError,
    ]
    for kind in family:
        problem = kind("something is wrong", advice="do this")
        assert isinstance(problem, DiploNerError)
        assert str(problem) == "something is wrong; do this"
        again = pickle.loads(pickle.dumps(problem))
        assert (type(again), again.message, again.advice) == (kind, problem.message, problem.advice)
    assert issubclass(ModelError, ConfigurationError)
    assert str(InputError("alone")) == "alone"


def test_a_console_that_is_quiet_tells_failures_only(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(quiet=True)
    console.note("read as cp1252")
    console.failure(Failure("a.txt", "no such file"))
    assert capsys.readouterr().err == "error: a.txt: no such file\n"


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "diplo_ner.cli", "--version"],
        env=environment(),
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"diplo-ner ")


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("incise-noun", "an interposed clause with a noun for its subject"),
        ("source-after-far", "« selon » or « d’après » behind the quote, at some distance"),
        ("colon-weak", "a verb before a colon, that does not always tell of speech"),
        ("object-weak", "the object of a verb of speech, verb that does not always tell of speech"),
        ("incise-pronoun-first-person", "with a pronoun for its subject, in the first person"),
        ("incise-noun-far-nobody", "at some distance, with nobody who speaks"),
        ("incise-pronoun+pronoun", "for its subject, the pronoun refers to a name told before"),
        ("something-new+else", "something-new+else"),
        ("new", "new"),
    ],
)
def test_rules_are_put_into_words(rule: str, words: str) -> None:
    assert rule_wording(rule, "en").endswith(words)
