"""A whole job without a network, and nothing in the package that runs what it reads."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import diplo_ner

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "fixtures" / "articles"
PACKAGE = Path(str(diplo_ner.__file__)).parent
MODULES = sorted(PACKAGE.rglob("*.py"))

SHUT = """
import sys
def shut(event, arguments):
    if event.startswith(("socket.connect", "socket.getaddrinfo", "socket.gethostby", "socket.bind", "socket.sendto",
                         "socket.sendmsg", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect")):
        raise RuntimeError(f"the network is shut: {event} {arguments}")
sys.addaudithook(shut)
"""
COMMAND = SHUT + "from diplo_ner.cli import main\nmain()\n"


def run(program: str, *arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(PACKAGE.parent), os.environ.get("PYTHONPATH", "")])}
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True, text=True, check=False, cwd=cwd, env=environment, encoding="utf-8",
    )  # fmt: skip


def test_the_network_is_shut_in_these_tests():
    tried = "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/')"
    assert "the network is shut" in run(SHUT + tried).stderr
    assert "the network is shut" in run(SHUT + "import socket; socket.create_connection(('127.0.0.1', 9))").stderr


@pytest.mark.slow
@pytest.mark.parametrize(
    "arguments",
    [
        ["entities", "--model", "fr_core_news_sm"],
        ["quotes", "--model", "fr_core_news_sm"],
        ["extract", "--model", "fr_core_news_sm", "-n", "2", "-o", "out"],
        ["report", "--model", "fr_core_news_sm", "-o", "out.html"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_whole_job_needs_no_network(arguments, tmp_path):
    command, *options = arguments
    done = run(COMMAND, command, ARTICLES, *options, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert "Antony Blinken" in done.stdout + "".join(path.read_text("utf-8") for path in written)


@pytest.mark.slow
def test_a_page_that_names_files_and_addresses_fetches_none(tmp_path):
    pytest.importorskip("trafilatura", reason="trafilatura is not installed")
    secret = tmp_path / "secret.txt"
    secret.write_text("un mot de passe", "utf-8")
    article = next(ARTICLES.glob("000*.txt")).read_text("utf-8")
    body = "".join(f"<p>{line}</p>" for line in article.splitlines() if line.strip())
    page = tmp_path / "page.html"
    page.write_text(
        f'<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
        '<html><head><link rel="stylesheet" href="http://127.0.0.1:9/x.css">'
        '<script src="http://127.0.0.1:9/x.js"></script></head>'
        f'<body><img src="http://127.0.0.1:9/x.png"><article>{body}<p>&e; Fin de cet article.</p></article></body></html>',
        "utf-8",
    )
    done = run(COMMAND, "extract", page, "--model", "fr_core_news_sm", "--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "antony-blinken" in done.stdout
    assert "mot de passe" not in done.stdout


FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
FORBIDDEN_MODULES = {
    "pickle", "cloudpickle", "dill", "marshal", "shelve", "socket", "ssl", "urllib", "http", "ftplib", "smtplib", "telnetlib",
    "xmlrpc", "requests", "httpx", "aiohttp", "asyncio", "subprocess", "pty", "ctypes", "code", "runpy", "webbrowser",
}  # fmt: skip
FORBIDDEN_ATTRIBUTES = {
    ("os", "system"),
    ("os", "popen"),
    ("os", "startfile"),
    ("tempfile", "mktemp"),
    ("yaml", "load"),
}


ALLOWED = {
    ("cli/serve.py", "socket"): "the reading room listens on this machine",
    ("cli/serve.py", "webbrowser"): "--open shows it",
}
"""What a module may import all the same, and why."""


def allowed(path: Path, wrong: str) -> bool:
    """Whether the module may; taking addresses apart reaches for nothing."""
    return wrong == "urllib.parse" or (path.relative_to(PACKAGE).as_posix(), wrong) in ALLOWED


def offences(path: Path) -> list[str]:
    """Where a module might run what it reads, or reach for the network."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        wrong = ""
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                wrong = f"{name}()"
            case ast.Call(keywords=keywords) if any(keyword.arg == "shell" for keyword in keywords):
                wrong = "shell="
            case ast.Import(names=names):
                wrong = ", ".join(a.name for a in names if a.name.partition(".")[0] in FORBIDDEN_MODULES)
            case ast.ImportFrom(module=str(module), level=0) if module.partition(".")[0] in FORBIDDEN_MODULES:
                wrong = module
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if (owner, name) in FORBIDDEN_ATTRIBUTES:
                wrong = f"{owner}.{name}"
        if wrong and not allowed(path, wrong):
            found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}: {wrong}")
    return found


def test_nothing_that_is_read_is_ever_run():
    assert len(MODULES) > 60
    assert [offence for path in MODULES for offence in offences(path)] == []


def test_what_is_forbidden_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    module = tmp_path / "module.py"
    module.write_text(
        "import pickle\nfrom urllib import request\nimport os\nos.system('x')\neval('1')\nf(shell=True)\n"
    )
    assert len(offences(module)) == 5


def test_modules_are_only_imported_by_names_that_the_package_holds():
    """Where a module is imported by a name, the name is written there or stands in a table of constants."""
    calls = [
        (path.relative_to(PACKAGE).as_posix(), ast.unparse(node.args[0]))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "import_module"
    ]
    assert ("__init__.py", "_HOME[name]") in calls
    assert {(path, name) for path, name in calls if not name.startswith("'")} <= {
        ("__init__.py", "_HOME[name]"),
    }
