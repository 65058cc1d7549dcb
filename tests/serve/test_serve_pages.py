"""The reading room: what it shows, and what it lets nobody do."""

from __future__ import annotations

import csv
import json
import re
import time
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest

pytest.importorskip("starlette")
pytest.importorskip("duckdb")

from stored import EVIL, articles, make
from written import Tree, told

from diplo_ner.serve.asked import read_address
from diplo_ner.serve.language import language_of
from diplo_ner.serve.pictures import network, timeline
from diplo_ner.serve.room import Room, TooLongError
from diplo_ner.store.dossiers import Beside

PAGES = [
    "/",
    "/?q=guerre",
    "/entity/serguei-lavrov",
    "/entity/otan",
    "/entity/RU",
    "/article/un",
    "/article/trois",
    "/absent",
]
ATOM = "{http://www.w3.org/2005/Atom}"


def test_search_shows_quotes_with_speaker_outlet_and_day(client: Any) -> None:
    page = client.get("/?q=desescalade")
    assert page.status_code == 200
    words = told(page.text)
    for part in ("1\xa0citation".replace("\xa0", " "), "Sergueï Lavrov", "Le Monde", "1er mars 2022", "À Genève"):
        assert part in words.replace("\xa0", " "), part
    assert "<mark>désescalade</mark>" in page.text
    assert "/article/un#a1-t1" in page.text


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("/?speaker=lavrov", 2), ("/?speaker=Lavrov&speaker=Blinken", 3), ("/?about=NATO", 1), ("/?country=RU", 2),
        ("/?type=organisation", 1), ("/?source=le+monde", 2), ("/?since=2023&until=2023-05", 2), ("/?confidence=60", 6),
        ("/?q=%22ligne+rouge%22", 1), ("/?speaker=zorglub", 0), ("/?page=99", 7), ("/?page=x&order=y&z=1", 7),
    ],
)  # fmt: skip
def test_address_says_what_is_asked(client: Any, address: str, number: int) -> None:
    html = client.get(address).text
    assert re.search(rf'id="total">{number}\xa0', html), re.search('id="total">[^<]*', html)
    assert html.count('<li class="hit"') == number


def test_answers_alone_are_a_part_of_the_page(client: Any) -> None:
    part = client.get("/?q=guerre&part=answers").text
    assert part.strip() and "<html" not in part
    assert part.strip() in client.get("/?q=guerre").text


def test_dossier_tells_names_roles_and_who_is_beside(client: Any) -> None:
    page = client.get("/entity/serguei-lavrov")
    words = told(page.text)
    for part in ("Serguei Lavrov", "Ses citations", "Nommés dans les mêmes articles", "OTAN", "Antony Blinken"):
        assert part in words
    assert 'href="/?country=RU"' in page.text
    assert page.text.count('<li class="hit"') == 2


def test_article_is_marked_as_in_the_report(client: Any) -> None:
    page = Tree(client.get("/article/un").text)
    assert page.text_in("class", "text") == [articles()[0][1]]
    assert "Sergueï Lavrov" in page.text_in("class", "by")
    assert client.get("/article/un").text.count('href="/entity/serguei-lavrov"') >= 2


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_pages_are_whole_and_speak_the_readers_language(client: Any, address: str, lang: str) -> None:
    page = client.get(address, headers={"accept-language": lang})
    tree = Tree(page.text)
    assert dict(tree.elements[0][1])["lang"] == lang
    ids = [attributes["id"] for _, attributes in tree.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert ("Raccourcis clavier" if lang == "fr" else "Keyboard shortcuts") in tree.text


@pytest.mark.parametrize("address", [*PAGES, "/feed.atom", "/export.csv", "/assets/room.js", "/names?q=la"])
def test_every_answer_forbids_what_is_not_its_own(client: Any, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_pages_hold_no_code_of_their_own(client: Any) -> None:
    for address in (*PAGES, f"/article/{quote(EVIL, safe='')}", f"/entity/{quote(EVIL, safe='')}"):
        tree = Tree(client.get(address).text)
        for tag, attributes in tree.elements:
            assert tag != "style"
            assert not [name for name in attributes if name.startswith("on") or name == "style"], attributes
            if tag == "script":
                assert attributes.get("src", "").startswith("/assets/") or attributes["type"] == "application/json"
            for name in ("href", "src", "action"):
                assert not (attributes.get(name) or "").lower().startswith(("javascript:", "data:", "//")), attributes


def test_hostile_names_are_text(client: Any) -> None:
    for address in (
        "/",
        f"/article/{quote(EVIL, safe='')}",
        f"/entity/{quote(EVIL, safe='')}",
        f"/?q={quote(EVIL[:90])}",
        f"/?speaker={quote(EVIL)}",
        f"/?source={quote(EVIL)}",
    ):
        page = client.get(address)
        assert page.status_code == 200
        assert "<img" not in page.text and "<script>alert" not in page.text
    words = Tree(client.get("/").text).text
    assert EVIL in words


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200), ("localhost:8000", 200), ("LOCALHOST", 200), ("[::1]:8000", 200), ("192.168.1.7", 200),
        ("evil.example", 421), ("evil.example:8000", 421), ("127.0.0.1.evil.example", 421), ("", 421), ("localhost:x", 421),
        ("[::1", 421), ("localhost@evil.example", 421),
    ],
)  # fmt: skip
def test_only_names_of_this_server_are_answered(client: Any, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_is_written(client: Any, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_head_is_answered(client: Any) -> None:
    assert client.head("/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/entity/nobody",
        "/article/../../etc/passwd",
        "/article/%2e%2e%2fetc%2fpasswd",
        "/assets/..%2froom.py",
        "/assets/page.css",
        "/export.xlsx",
        "/export.",
        "/entity/",
        "/article/",
    ],
)
def test_what_is_not_there_is_told(client: Any, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 404
    assert "Rien à cette adresse" in page.text


@pytest.mark.parametrize(
    ("address", "french", "english"),
    [
        ("/?since=hier", "Une date s’écrit", "A date is written"),
        ("/?type=planet", "Ce type n’existe pas", "There is no such type"),
        ("/?confidence=lots", "La confiance va de", "Confidence goes from"),
        ("/?confidence=1000", "La confiance va de", "Confidence goes from"),
        (f"/?speaker={'x' * 900}", "un nom trop long", "a name too long"),
        (f"/?q={'mot+' * 40}", "Trop de mots", "Too many words"),
        ("/?article=%22deux+mots%22", "enlevez les guillemets", "take the quotation marks away"),
        ("/?since=2023&until=2022", "échangez les deux dates", "swap the two dates"),
    ],
)
def test_what_cannot_be_asked_is_told_in_the_readers_language(
    client: Any, address: str, french: str, english: str
) -> None:
    page = client.get(address)
    assert page.status_code == 400
    assert "Cette recherche ne peut pas être faite." in page.text and french in page.text
    assert english in client.get(address, headers={"accept-language": "en"}).text
    assert '<li class="hit"' not in page.text


def test_address_without_end_is_refused(client: Any) -> None:
    assert client.get("/?q=" + "a" * 5000).status_code == 414


def test_many_fields_are_passed_over() -> None:
    assert len(read_address([("speaker", f"n{n}") for n in range(10_000)]).values["speaker"]) < 100


def test_query_that_takes_too_long_is_ended_and_the_next_is_answered(store_path: Path) -> None:
    import anyio

    room = Room(store_path, seconds=0.2)
    slow = "SELECT count(*) FROM range(100000000) a, range(100000) b"

    async def ask() -> int:
        started = time.monotonic()
        with pytest.raises(TooLongError):
            await room.ask(lambda connection: connection.execute(slow).fetchall())
        assert time.monotonic() - started < 60
        return await room.ask(lambda connection: len(connection.execute("SELECT * FROM quotes").fetchall()))

    assert anyio.run(ask) == 7
    room.close()


def test_page_that_takes_too_long_says_so(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_long(*_: object, **__: object) -> str:
        raise TooLongError("too long")

    monkeypatch.setattr("diplo_ner.serve.app.search_page", too_long)
    page = client.get("/")
    assert page.status_code == 503
    assert "tarde trop" in page.text


def test_fault_is_told_without_its_trace(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from starlette.testclient import TestClient

    from diplo_ner.serve import make_app

    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("secret")

    monkeypatch.setattr("diplo_ner.serve.app.search_page", broken)
    with TestClient(make_app(Room(store_path)), base_url="http://localhost", raise_server_exceptions=False) as client:
        page = client.get("/")
    assert page.status_code == 500
    assert "secret" not in page.text and "défaut du programme" in page.text


def test_exports_are_what_is_shown(client: Any) -> None:
    table = client.get("/export.csv?speaker=Lavrov")
    rows = list(csv.DictReader(StringIO(table.text)))
    assert [row["doc"] for row in rows] == ["deux", "un"]
    assert table.headers["content-disposition"] == 'attachment; filename="quotes.csv"'
    lines = [json.loads(line) for line in client.get("/export.jsonl?speaker=Lavrov").text.splitlines()]
    assert [line["quote"] for line in lines] == [row["quote"] for row in rows]
    assert client.get("/export.md?speaker=Blinken").text.startswith("- « Nous négocierons")


@pytest.mark.parametrize("ending", ["csv", "jsonl", "md"])
def test_exports_in_parts_are_whole(client: Any, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    whole = client.get(f"/export.{ending}").text
    monkeypatch.setattr("diplo_ner.serve.app._IN_PART", 2)
    assert client.get(f"/export.{ending}").text == whole
    assert client.head(f"/export.{ending}").text == ""
    assert client.get(f"/export.{ending}?speaker=zorglub").text.count("\n") == (ending == "csv")


def test_export_that_takes_too_long_is_told_or_broken_off(client: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    import anyio

    from diplo_ner.store.hits import hits_of

    asked: list[int] = []

    def some(connection: Any, numbers: list[int]) -> Any:
        asked.append(len(numbers))
        if len(asked) == last:
            raise TooLongError("too long")
        return hits_of(connection, numbers)

    monkeypatch.setattr("diplo_ner.serve.app._IN_PART", 2)
    monkeypatch.setattr("diplo_ner.serve.app.hits_of", some)
    last = 1
    assert client.get("/export.csv").status_code == 503
    asked.clear()
    last = 3
    sent: list[Any] = []

    async def ask() -> None:
        async def receive() -> Any:
            await anyio.sleep_forever()

        async def send(message: Any) -> None:
            sent.append(message)

        scope = {
            "type": "http", "asgi": {"version": "3.0", "spec_version": "2.4"}, "http_version": "1.1", "method": "GET",
            "scheme": "http", "path": "/export.csv", "raw_path": b"/export.csv", "query_string": b"", "root_path": "",
            "headers": [(b"host", b"localhost")], "client": ("127.0.0.1", 9), "server": ("localhost", 80),
        }  # fmt: skip
        await client.app(scope, receive, send)

    anyio.run(ask)
    assert [message.get("more_body") for message in sent[1:]] == [True, True]
    assert b"".join(message["body"] for message in sent[1:]).count(b"\r\n") == 5


def test_feed_is_atom(client: Any) -> None:
    answer = client.get("/feed.atom?speaker=Lavrov")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    root = ElementTree.fromstring(answer.content)
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}updated") for entry in entries] == ["2023-05-02T00:00:00Z", "2022-03-01T00:00:00Z"]
    assert root.findtext(f"{ATOM}updated") == "2023-05-02T00:00:00Z"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == 2 and all(i and i.startswith("urn:uuid:") for i in ids)
    assert client.get("/feed.atom?speaker=Lavrov").content == answer.content
    links = [link.get("href") for link in root.findall(f"{ATOM}entry/{ATOM}link")]
    assert links == ["http://127.0.0.1:8000/article/deux#a1-t1", "http://127.0.0.1:8000/article/un#a1-t1"]
    for address in ("/feed.atom", "/feed.atom?speaker=zorglub", f"/feed.atom?q={quote(EVIL[:90])}"):
        read = pytest.importorskip("feedparser").parse(client.get(address).content)
        assert not read.bozo and read.version == "atom10" and read.feed.id and read.feed.title and read.feed.updated
        assert all(entry.id and entry.title and entry.updated and entry.author for entry in read.entries)


def test_print_says_what_was_asked(client: Any) -> None:
    page = client.get("/?q=guerre&country=RU&confidence=80", headers={"accept-language": "en"}).text
    asked = page.partition('<p class="asked">')[2].partition("</p>")[0]
    assert [part.replace("\xa0", " ") for part in re.findall(r"<span>(.*?)</span>", asked)] == [
        "Search: <bdi>guerre</bdi>", "Speaker’s country: <bdi>RU</bdi>", "Confidence: <bdi>≥ 80 %</bdi>",
    ]  # fmt: skip


def test_names_are_completed(client: Any) -> None:
    assert [one["name"] for one in client.get("/names?q=lav").json()] == ["Sergueï Lavrov"]
    assert client.get("/names?q=l").json() == []


def test_assets_are_kept_by_the_browser_for_as_long_as_they_are_the_same(client: Any) -> None:
    found = re.findall(r'"(/assets/[^"]+)"', client.get("/article/un").text)
    assert len(found) == 4
    for address in found:
        asset = client.get(address)
        assert asset.status_code == 200
        assert "immutable" in asset.headers["cache-control"]


def test_two_rooms_on_one_store(store_path: Path) -> None:
    rooms = [Room(store_path), Room(store_path)]
    assert [room.counts["quotes"] for room in rooms] == [7, 7]
    for room in rooms:
        room.close()


def test_store_without_texts_and_dates_is_shown(tmp_path: Path) -> None:
    from starlette.testclient import TestClient

    from diplo_ner.serve import make_app
    from diplo_ner.store.adding import Adding
    from diplo_ner.store.build import finish_store
    from diplo_ner.store.opening import open_to_write

    path = tmp_path / "s.duckdb"
    connection = open_to_write(path)
    adding = Adding(connection)
    adding.add(articles()[0][0].model_copy(update={"meta": None}), None)
    adding.flush()
    finish_store(connection)
    connection.close()
    empty = make(tmp_path / "empty.duckdb", [])
    with TestClient(make_app(Room(path)), base_url="http://localhost") as client:
        assert "ne contient pas le texte" in client.get("/article/un").text
        assert client.get("/").status_code == client.get("/entity/otan").status_code == 200
    with TestClient(make_app(Room(empty)), base_url="http://localhost") as client:
        assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("accepted", "lang"),
    [
        ("", "fr"),
        ("en", "en"),
        ("fr-CA,fr;q=0.9,en;q=0.8", "fr"),
        ("en;q=0.1, fr;q=0.05", "en"),
        ("de", "fr"),
        ("en;q=x,;;", "fr"),
    ],
)
def test_language_is_the_browsers(accepted: str, lang: str) -> None:
    assert language_of(accepted) == lang


def test_timeline_puts_years_together_where_months_are_many() -> None:
    assert timeline([]) is None and timeline([("2020-01", 4)]) is None
    months = timeline([("2020-01", 1), ("2021-02", 3)])
    assert months is not None and [bar.told for bar in months.bars] == ["2020-01", "2021-02"]
    years = timeline([("1900-01", 1), ("1900-02", 2), ("2021-02", 3)])
    assert years is not None and [(bar.told, bar.quotes) for bar in years.bars] == [("1900", 3), ("2021", 3)]
    assert all(x < years.width for _, x in years.years)


def test_network_draws_the_nearest_and_their_ties() -> None:
    near = [Beside(n, f"e{n}", "PERSON", f"Nom {n}", 30 - n, 0) for n in range(20)]
    drawn = network(near, [(0, 1, 4), (0, 19, 4)])
    assert drawn is not None
    assert len(drawn.knots) == 12 and len(drawn.lines) == 1
    assert all(0 < knot.x < drawn.width and 0 < knot.y < drawn.height for knot in drawn.knots)
    assert network(near[:1], []) is None


def test_all_who_say_a_quote_are_told(tmp_path: Path) -> None:
    from starlette.testclient import TestClient
    from test_store_dossiers import article

    from diplo_ner.serve import make_app

    room = Room(make(tmp_path / "s.duckdb", [article()]))
    with TestClient(make_app(room), base_url="http://127.0.0.1:8000") as client:
        second, first = (client.get(f"/entity/{ident}").text for ident in ("anne-leblanc", "paul-lenoir"))
        answers = client.get("/?q=partons").text
        feed = ElementTree.fromstring(client.get("/feed.atom?q=partons").content)
    by = re.findall(r'<p class="by">(.*?)</p>', second + first, flags=re.DOTALL)
    assert [[name for name in ("Paul Lenoir", "Anne Leblanc") if name in line] for line in by] == [
        ["Paul Lenoir", "Anne Leblanc"],
        ["Paul Lenoir", "Anne Leblanc"],
        [],
        [],
        [],
    ]
    assert 'data-copy="« Nous partons » — Paul Lenoir, Anne Leblanc, d' in answers
    assert [name.text for name in feed.iter(f"{ATOM}name")] == ["Paul Lenoir", "Anne Leblanc"]
