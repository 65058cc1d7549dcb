"""README, CONTRIBUTING and docs: every snippet runs and prints what is shown, and nothing is left out.

`docs_snippets` tells what a page may hold, and writes the printed blocks anew.
"""

from __future__ import annotations

import builtins
import csv
import doctest
import importlib
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import diplo_ner
from diplo_ner.cli.exits import Exit
from docs_snippets import OUTPUTS, ROOT, SHELL, Page, Snippet, blocks, command, pages, snippets

LANGUAGES = {"python", *SHELL, *OUTPUTS}
TWO_COMMANDS = [
    "pip install . && diplo-ner entities fixtures/articles/*.txt",
    'pip install ".[test]" && pytest',
]
PATHS = re.compile(r"(?<![\w./-])((?:src/diplo_ner|tests|docs|bench|fixtures|\.ci)/[\w./*-]*[\w*/])")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


PACKAGE = ROOT / "src" / "diplo_ner"


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def running() -> Iterator[dict[str, Page]]:
    """The pages whose snippets have begun to run."""
    begun: dict[str, Page] = {}
    yield begun
    for page in begun.values():
        shutil.rmtree(page.folder)


@pytest.mark.slow
@pytest.mark.parametrize("snippet", [s for page in pages() for s in snippets(page)], ids=lambda s: s.name)
@pytest.mark.filterwarnings("default")
def test_docs_snippet_runs_and_prints_what_is_shown(snippet: Snippet, running: dict[str, Page]) -> None:
    page = snippet.block.page
    if page not in running:
        running[page] = Page(page)
    outcome = running[page].outcome(snippet)
    if outcome.skipped:
        pytest.skip(outcome.skipped)
    assert not outcome.failed, outcome.failed
    if snippet.shown is not None:
        assert outcome.printed == "\n".join(snippet.shown.lines)


@pytest.mark.parametrize("page", pages())
def test_docs_blocks_are_of_a_known_language(page: str) -> None:
    assert {block.language for block in blocks(page)} <= LANGUAGES


@pytest.mark.parametrize("page", pages())
def test_docs_name_files_that_exist(page: str) -> None:
    named = {found.rstrip("/") for found in PATHS.findall(text_of(page))}
    rooms = re.compile(r"(?<![\w./-])((?:[a-z]+/)+[\w*]+\.(?:py|csv))(?![\w])")
    named |= {
        f"src/diplo_ner/{found}" for found in rooms.findall(text_of(page)) if (PACKAGE / found.split("/")[0]).is_dir()
    }
    missing = [name for name in sorted(named) if not (list(ROOT.glob(name)) if "*" in name else (ROOT / name).exists())]
    assert missing == []


@pytest.mark.parametrize("page", pages())
def test_docs_name_extras_that_exist(page: str) -> None:
    named = {
        extra for group in re.findall(r"(?:diplo_ner|\.)\[([\w,]+)\]", text_of(page)) for extra in group.split(",")
    }
    assert named <= set(PROJECT["optional-dependencies"])


def test_readme_holds_the_two_commands() -> None:
    marked = text_of("README.md").partition("<!-- two commands -->")[2].partition("<!-- end -->")[0]
    assert [line[4:] for line in marked.splitlines() if line.startswith("    ")] == TWO_COMMANDS


def _modules() -> list[str]:
    files = (file.relative_to(PACKAGE.parent).with_suffix("") for file in PACKAGE.rglob("*.py"))
    return sorted(".".join(file.parts).removesuffix(".__init__") for file in files if file.name != "__main__.py")


@pytest.mark.parametrize("name", _modules())
def test_docstrings_examples_print_what_they_show(name: str) -> None:
    outcome = doctest.testmod(importlib.import_module(name))
    assert outcome.failed == 0


def test_docstrings_name_exceptions_that_exist() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    named = set(re.findall(r"^ +(\w+Error):", code, re.MULTILINE))
    assert named <= set(re.findall(r"^class (\w+)", code, re.MULTILINE)) | set(dir(builtins))


def _nav(entries: list[object]) -> Iterator[str]:
    for entry in entries:
        for target in entry.values() if isinstance(entry, dict) else [entry]:
            if isinstance(target, list):
                yield from _nav(target)
            else:
                yield str(target)


def _site() -> dict[str, object]:
    class Loader(yaml.SafeLoader):
        """Knows nothing of the tags that mkdocs allows."""

    Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)
    found: dict[str, object] = yaml.load(text_of("mkdocs.yml"), Loader)
    return found


def test_docs_pages_are_all_in_the_navigation_once() -> None:
    nav = _site()["nav"]
    assert isinstance(nav, list)
    assert sorted(_nav(nav)) == sorted(page.removeprefix("docs/") for page in pages() if page.startswith("docs/"))


def test_docs_api_tells_every_public_name() -> None:
    told = re.findall(r"^::: ([\w.]+)", text_of("docs/api.md"), re.MULTILINE)
    assert set(diplo_ner.__all__) <= {name.rpartition(".")[2] for name in told}
    for name in told:
        module, _, attribute = name.rpartition(".")
        __import__(module)
        assert hasattr(sys.modules[module], attribute), name


def _commands() -> list[str]:
    from typer.main import get_command

    from diplo_ner.cli.app import app

    return sorted(get_command(app).commands)  # type: ignore[attr-defined]


def test_docs_commands_tell_every_command_and_option() -> None:
    from typer.main import get_command

    from diplo_ner.cli.app import app

    page = text_of("docs/commands.md")
    parts = dict(re.findall(r"^## `diplo-ner (\w+)[^\n]*\n(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL))
    assert sorted(parts) == _commands()
    shared = page.partition("## Options of every command that reads")[2].partition("\n## ")[0]
    for name, found in get_command(app).commands.items():  # type: ignore[attr-defined]
        reads = any(parameter.name == "paths" for parameter in found.params)
        told = parts[name] + (shared if reads else "")
        options = {o for p in found.params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")} - {"--help"}
        assert options - set(re.findall(r"--[\w-]+", told)) == set(), name
    everything = {o for c in get_command(app).commands.values() for p in c.params for o in (*p.opts, *p.secondary_opts)}  # type: ignore[attr-defined]
    own = {"--help", "--version", "--install-completion", "--show-completion"}
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]+", page)) <= everything | own


def test_docs_commands_tell_every_exit_code() -> None:
    table = text_of("docs/commands.md").partition("## Exit codes")[2]
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)} == {int(code) for code in Exit}


def test_docs_formats_tell_every_column_and_field() -> None:
    from diplo_ner.io.failures import FAILURE_COLUMNS
    from diplo_ner.io.rows import ENTITY_COLUMNS, PER_ENTITY_COLUMNS, QUOTE_COLUMNS

    page = text_of("docs/formats.md")
    tables = [[row for row in part.splitlines() if row.startswith("| `")] for part in page.split("\n\n")]
    told = [[re.match(r"\| `([\w.\[\]]+)`", row)[1] for row in table] for table in tables if table]  # type: ignore[index]
    for columns in (ENTITY_COLUMNS, PER_ENTITY_COLUMNS, QUOTE_COLUMNS, FAILURE_COLUMNS):
        assert list(columns) in told
    for name in ("Extraction", "Entity", "Mention", "Quote", "Speaker"):
        model = getattr(diplo_ner, name)
        written = [field for field, about in model.model_fields.items() if not about.exclude]
        assert written in told, name


def test_contributing_shows_rows_that_fit_their_tables() -> None:
    page = text_of("CONTRIBUTING.md").splitlines()
    shown = [block for block in blocks("CONTRIBUTING.md") if block.language == "csv"]
    assert shown
    for block in shown:
        before = "\n".join(page[max(0, block.line - 12) : block.line - 1])
        table = ROOT / re.findall(r"src/diplo_ner/[\w/]+\.csv", before)[-1]
        lines = [line for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        header, *rows = block.lines
        assert header == lines[0], table.name
        assert rows
        for row in csv.reader(rows):
            assert len(row) == len(next(csv.reader([header]))), row


def test_contributing_draws_every_room_of_the_package() -> None:
    drawn = next(block for block in blocks("CONTRIBUTING.md") if block.lines[:1] == ("src/diplo_ner/",))
    names = {line.split()[0] for line in drawn.lines[1:] if line.startswith("  ") and line.split()}
    rooms = {f"{room.name}/" for room in PACKAGE.iterdir() if (room / "__init__.py").is_file()}
    modules = {file.name for file in PACKAGE.glob("*.py")}
    assert rooms | modules <= names


TEXTS = {".py", ".md", ".csv", ".toml", ".yml", ".yaml", ".html", ".css", ".js", ".cfg", ""}
HOSTS = [".".join(name) for name in (("pypi", "org"), ("pythonhosted", "org"), ("anaconda", "org"), ("npmjs", "com"))]
MACHINE = re.compile(r"(?<![\w.~-])/(?:work|root|home|Users|private|var/folders)/\w|[A-Z]:\\Users\\\w")


def _texts() -> list[Path]:
    """The text files of the project, as they are handed on."""
    kept = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if kept.returncode:
        folders = ["src", "tests", "docs", "bench", "fixtures", ".ci"]
        files = [file for folder in folders for file in (ROOT / folder).rglob("*")] + list(ROOT.iterdir())
    else:
        files = [ROOT / name for name in kept.stdout.decode().split("\0") if name]
    return [f for f in files if f.suffix in TEXTS and f.is_file() and "__pycache__" not in f.parts]


@pytest.mark.parametrize("folder", [("work", "main"), ("root", "x"), ("home", "x", "y"), ("Users", "x")])
def test_texts_that_name_a_machine_are_seen(folder: tuple[str, ...]) -> None:
    assert MACHINE.search("see " + "".join(f"/{part}" for part in folder))
    assert not MACHINE.search("docs" + "".join(f"/{part}" for part in folder))


def test_texts_name_no_machine_and_no_registry() -> None:
    found = []
    for file in _texts():
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            if any(host in line for host in HOSTS) or MACHINE.search(line):
                found.append(f"{file.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_changelog_tells_the_version() -> None:
    assert re.search(
        rf"^## {re.escape(diplo_ner.__version__)} \(\d{{4}}-\d\d-\d\d\)$",
        text_of("CHANGELOG.md"),
        re.MULTILINE,
    )
    assert PROJECT["version"] == diplo_ner.__version__


def test_command_is_installed_where_the_package_is() -> None:
    from importlib.metadata import PackageNotFoundError, entry_points, version

    try:
        version("diplo_ner")
    except PackageNotFoundError:
        pytest.skip("the package is not installed in this environment")
    assert [e.value for e in entry_points(group="console_scripts", name="diplo-ner")] == ["diplo_ner.cli:main"]
    assert command() is not None


def test_docs_site_builds_without_a_warning(tmp_path: Path) -> None:
    pytest.importorskip("material", reason="mkdocs-material is not installed")
    pytest.importorskip("mkdocstrings", reason="mkdocstrings is not installed")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "--site-dir",
            str(tmp_path / "site"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file()
