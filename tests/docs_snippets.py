"""The snippets of README, CONTRIBUTING and docs: finding them, running them, comparing what they print.

What a page may hold:

- a block ``python``: runs in this process, in one namespace for the whole page (but see `APART`);
- a block ``sh`` or ``bash``: runs in bash. Lines that begin with a command of `CHECKS` are left out: those install the
  package or are the checks themselves, which CI runs as they stand;
- a block ``text``, ``json`` or ``csv`` right behind one of them: what it prints, errors included;
- ``<!-- needs: LIBRARY … -->`` before a block: it is skipped where one of them is not installed;
- ``<!-- not run: REASON -->`` before a block: it is not run.

All snippets of a page run in order in one folder, which holds a copy of ``fixtures``.

``python tests/docs_snippets.py`` writes what the snippets print now into the pages; look at the difference.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CHECKS = ("pip ", "pytest", "make", "ruff", "mypy", "mkdocs", "git ", "python -m venv", "source ")
SHELL = ("sh", "bash")
OUTPUTS = ("text", "json", "csv")

_FENCE = re.compile(r"(?P<indent> *)(?P<marks>`{3,})(?P<info>[^`]*)")
_COMMENT = re.compile(r"<!-- (?P<kind>needs|not run): (?P<words>.+?) -->")
_LARGE = "fr_core_news_lg"
_TAIL = 4000


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its lines, and where it stands (numbers from 1, the first line of code)."""

    page: str
    language: str
    lines: tuple[str, ...]
    line: int
    indent: str
    comments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Snippet:
    """A block that runs, and the block that shows what it prints."""

    block: Block
    shown: Block | None

    @property
    def name(self) -> str:
        return f"{self.block.page}:{self.block.line}"

    @property
    def code(self) -> str:
        lines = self.block.lines
        if self.block.language in SHELL:
            lines = tuple(line for line in lines if not line.startswith(CHECKS))
        return "\n".join(lines)

    @property
    def needs(self) -> tuple[str, ...]:
        told = [word for kind, words in self.block.comments if kind == "needs" for word in words.split()]
        return (*told, *NEEDED.get(self.block.page, ()))

    @property
    def not_run(self) -> str:
        return "; ".join(words for kind, words in self.block.comments if kind == "not run")


@dataclass(frozen=True)
class Outcome:
    """What became of a snippet: what it printed, why it was skipped, how it failed."""

    printed: str = ""
    skipped: str = ""
    failed: str = ""


def pages() -> list[str]:
    """The pages, by their path from the root of the project."""
    found = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [page.relative_to(ROOT).as_posix() for page in found]


def blocks(page: str) -> list[Block]:
    """All fenced blocks of a page."""
    found: list[Block] = []
    comments: list[tuple[str, str]] = []
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    at = 0
    while at < len(lines):
        fence = _FENCE.fullmatch(lines[at])
        if fence is None:
            comment = _COMMENT.fullmatch(lines[at].strip())
            if comment:
                comments.append((comment["kind"], comment["words"]))
            elif lines[at].strip():
                comments = []
            at += 1
            continue
        closing = fence["indent"] + fence["marks"]
        end = next(n for n in range(at + 1, len(lines)) if lines[n].rstrip() == closing)
        inside = tuple(line.removeprefix(fence["indent"]) for line in lines[at + 1 : end])
        language = fence["info"].strip().partition(" ")[0]
        found.append(Block(page, language, inside, at + 2, fence["indent"], tuple(comments)))
        comments = []
        at = end + 1
    return found


@cache
def snippets(page: str) -> tuple[Snippet, ...]:
    """The snippets of a page that have something to run."""
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    found = []
    every = blocks(page)
    for number, block in enumerate(every):
        if block.language not in ("python", *SHELL):
            continue
        after = every[number + 1] if number + 1 < len(every) else None
        end = block.line + len(block.lines)
        shown = after is not None and after.language in OUTPUTS
        between = lines[end : after.line - 2] if after else []
        snippet = Snippet(block, after if shown and not any(map(str.strip, between)) else None)
        if snippet.code.strip():
            found.append(snippet)
    return tuple(found)


class Page:
    """A page whose snippets run in order, each once."""

    def __init__(self, page: str) -> None:
        self.folder = Path(mkdtemp(prefix="docs-"))
        shutil.copytree(ROOT / "fixtures", self.folder / "fixtures")
        prepare = PREPARED.get(page)
        if prepare is not None:
            prepare(self.folder)
        self._waiting = list(snippets(page))
        self._outcomes: dict[str, Outcome] = {}
        self._names: dict[str, Any] = {"__name__": "snippet"}

    def outcome(self, snippet: Snippet) -> Outcome:
        """What becomes of a snippet, once those before it have run."""
        while snippet.name not in self._outcomes:
            ahead = self._waiting.pop(0)
            self._outcomes[ahead.name] = self._run(ahead)
        return self._outcomes[snippet.name]

    def _run(self, snippet: Snippet) -> Outcome:
        reason = snippet.not_run or _lacking(snippet)
        if reason:
            return Outcome(skipped=reason)
        if snippet.block.language == "python":
            return self._python(snippet)
        return self._process(["bash", "-euc", snippet.code])

    def _python(self, snippet: Snippet) -> Outcome:
        if snippet.block.page in APART:
            return self._process([sys.executable, "-c", snippet.code])
        blank = "\n" * (snippet.block.line - 1)
        printed = StringIO()
        try:
            with chdir(self.folder), redirect_stdout(printed):
                exec(compile(blank + snippet.code, snippet.block.page, "exec"), self._names)
        except Exception:
            return Outcome(plain(printed.getvalue()), failed=traceback.format_exc())
        return Outcome(plain(printed.getvalue()))

    def _process(self, words: list[str]) -> Outcome:
        done = subprocess.run(
            words,
            cwd=self.folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=600,
            check=False,
        )
        printed = plain(done.stdout.decode("utf-8"))
        failed = f"exit status {done.returncode}\n{printed[-_TAIL:]}" if done.returncode else ""
        return Outcome(printed, failed=failed)


def plain(printed: str) -> str:
    """Printed text as a page can show it: plain line ends, no spaces at the end of a line, no BOM."""
    lines = printed.replace("\r\n", "\n").replace("\ufeff", "").split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def command() -> Path | None:
    """The installed command, or None where the package is only on the path."""
    found = Path(sys.executable).parent / "diplo-ner"
    return found if found.is_file() else None


def _environment() -> dict[str, str]:
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    plainly = {"PATH": path, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"}
    spark = {"PYSPARK_PYTHON": sys.executable, "PYSPARK_DRIVER_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    return {**os.environ, **plainly, **spark}


def _lacking(snippet: Snippet) -> str:
    """Why a snippet cannot run here, or nothing."""
    if snippet.block.language in SHELL and command() is None:
        return "the command is not installed in this environment"
    for library in snippet.needs:
        if library == "java":
            if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
                return "needs a Java runtime"
        elif find_spec(library) is None:
            return f"needs {library}, which is not installed"
    if snippet.shown is not None and find_spec(_LARGE) is not None:
        return f"the pages show what the default model reads, and {_LARGE} is installed"
    return ""


def _spark_articles(folder: Path) -> None:
    """The lake of articles that the page on Spark reads."""
    if find_spec("pyarrow") is None:
        return
    import pyarrow
    from pyarrow import parquet

    texts = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("fixtures/articles/*.txt"))}
    (folder / "articles").mkdir()
    parquet.write_table(
        pyarrow.table({"id": list(texts), "text": list(texts.values())}),
        folder / "articles" / "part-0.parquet",
    )


def _articles(folder: Path) -> None:
    shutil.copytree(folder / "fixtures" / "articles", folder / "articles")


PREPARED: dict[str, Callable[[Path], None]] = {"docs/report.md": _articles, "docs/spark.md": _spark_articles}
NEEDED = {"docs/spark.md": ("pyspark", "pandas", "pyarrow", "java")}
APART = {"docs/spark.md"}
"""Pages whose Python runs in a process of its own: a Spark session would stay for the other tests."""


def rewrite(page: str) -> int:
    """Write into a page what its snippets print now; how many blocks changed."""
    running = Page(page)
    changes: list[tuple[Block, str]] = []
    for snippet in snippets(page):
        outcome = running.outcome(snippet)
        state = outcome.failed or (f"skipped: {outcome.skipped}" if outcome.skipped else "")
        if state:
            sys.stderr.write(f"{snippet.name}: {state}\n")
        elif snippet.shown is not None and "\n".join(snippet.shown.lines) != outcome.printed:
            changes.append((snippet.shown, outcome.printed))
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    for shown, printed in reversed(changes):
        first = shown.line - 1
        new = [shown.indent + line if line else "" for line in printed.split("\n")]
        lines[first : first + len(shown.lines)] = new
    if changes:
        (ROOT / page).write_text("\n".join(lines) + "\n", encoding="utf-8")
    shutil.rmtree(running.folder)
    return len(changes)


if __name__ == "__main__":
    for name in sys.argv[1:] or pages():
        sys.stdout.write(f"{name}: {rewrite(name)} blocks changed\n")
