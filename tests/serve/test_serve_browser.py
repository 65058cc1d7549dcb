"""The reading room in a real browser, by pointer and by keys."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from stored import EVIL, articles

uvicorn = pytest.importorskip("uvicorn")
pytest.importorskip("starlette")
pytest.importorskip("duckdb")

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from report_browser import Browser

ENTER, ESCAPE, DOWN, UP = "\ue007", "\ue00c", "\ue015", "\ue013"


@pytest.fixture(scope="module")
def address(store_path: Path) -> Iterator[str]:
    from diplo_ner.cli.serve import _listen
    from diplo_ner.serve import make_app
    from diplo_ner.serve.room import Room

    listening = _listen("127.0.0.1", 0)
    config = uvicorn.Config(make_app(Room(store_path)), log_level="error", ws="none")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    end = time.monotonic() + 600
    while not server.started:
        assert time.monotonic() < end
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=600)


@pytest.fixture
def browser(room_browser: Browser, address: str) -> Iterator[Browser]:
    """A browser whose pages must not complain, and ask nothing of anybody else."""
    room_browser.complaints()
    room_browser.requests()
    yield room_browser
    assert room_browser.complaints() == []
    assert [url for url in room_browser.requests() if not url.startswith((address, "about:"))] == []


def go(browser: Browser, address: str) -> None:
    browser.driver.get(address)


def active(browser: Browser) -> Any:
    return browser.run("return document.activeElement.className || document.activeElement.id")


def test_answers_come_as_one_types_and_the_address_keeps_them(browser: Browser, address: str) -> None:
    go(browser, f"{address}/")
    browser.press("negocier")
    browser.wait("return document.querySelectorAll('.hit').length === 2")
    browser.wait("return location.search === '?q=negocier'")
    assert browser.run("return document.activeElement.id") == "box"
    assert browser.texts(".said mark") == ["négocié", "négocierons"]
    go(browser, browser.driver.current_url)
    assert len(browser.texts(".hit")) == 2
    assert browser.run("return document.querySelector('#box').value") == "negocier"


def test_filters_narrow_and_names_are_completed(browser: Browser, address: str) -> None:
    go(browser, f"{address}/?since=2022")
    browser.find("input[name=speaker]").send_keys("lav")
    browser.wait("return [...document.querySelectorAll('#names option')].some(o => o.value === 'Sergueï Lavrov')")
    browser.find("input[name=speaker]").send_keys("rov")
    browser.wait("return document.querySelectorAll('.hit').length === 2")
    assert browser.run("return location.search") == "?speaker=lavrov&since=2022"
    browser.run("document.querySelector('.facets a').click()")
    browser.wait("return document.querySelectorAll('.hit').length === 1")


def test_keys_lead_through_the_answers(browser: Browser, address: str) -> None:
    go(browser, f"{address}/?speaker=Lavrov")
    browser.press("/")
    assert active(browser) == "box"
    browser.press(DOWN)
    browser.press(DOWN)
    assert browser.run("return [...document.querySelectorAll('.hit')].indexOf(document.activeElement)") == 1
    browser.press(UP)
    assert browser.run("return [...document.querySelectorAll('.hit')].indexOf(document.activeElement)") == 0
    browser.press("?")
    assert browser.find("#keys").is_displayed()
    browser.press(ESCAPE)
    assert not browser.find("#keys").is_displayed()
    browser.press(ENTER)
    browser.wait("return location.pathname === '/article/deux' && document.querySelector('.text .quote')")


def test_answer_leads_to_its_place_in_the_article(browser: Browser, address: str) -> None:
    go(browser, f"{address}/?q=desescalade")
    browser.run("document.querySelector('.said').click()")
    browser.wait("return location.hash === '#a1-t1'")
    assert browser.run("return document.querySelector('.text').textContent") == articles()[0][1]
    browser.wait("return !document.querySelector('#card').hidden")
    card = browser.find("#card").text
    assert "Sergueï Lavrov" in card and "règle" in card
    browser.run("document.querySelector('.panel.entities .to-dossier').click()")
    browser.wait("return location.pathname.startsWith('/entity/')")


def test_quote_is_copied_with_its_source(browser: Browser, address: str) -> None:
    browser.driver.execute_cdp_cmd(
        "Browser.grantPermissions",
        {"origin": address, "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]},
    )
    go(browser, f"{address}/?q=desescalade")
    browser.find(".copy").click()
    browser.wait("return document.querySelector('.copy').textContent === '✓'")
    copied = browser.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == (
        "« La désescalade est possible avec l'OTAN » — Sergueï Lavrov, À Genève, Le Monde, 1er mars 2022, https://exemple.fr/un"
    )


def test_hostile_names_do_nothing(browser: Browser, address: str) -> None:
    go(browser, f"{address}/")
    browser.run("document.querySelector('#box').value = ''")
    said = browser.run(
        "return [...document.querySelectorAll('.said')].map(e => e.textContent).find(t => t.includes('alert'))"
    )
    assert EVIL in said
    browser.run("[...document.querySelectorAll('.by .mention')].find(e => e.textContent.includes('alert')).click()")
    browser.wait("return location.pathname.startsWith('/entity/')")
    assert browser.run("return document.querySelector('h1').textContent") == EVIL
    assert browser.run("return document.images.length") == 0


@pytest.mark.parametrize("path", ["/?q=guerre", "/entity/serguei-lavrov", "/article/un"])
def test_pages_fit_a_phone(browser: Browser, address: str, path: str) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        go(browser, address + path)
        assert browser.run("return document.documentElement.scrollWidth") <= 360
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_their_ground(browser: Browser, address: str, scheme: str) -> None:
    from written import CONTRAST

    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    try:
        for path in ("/?q=negocier", "/entity/serguei-lavrov"):
            go(browser, address + path)
            ratios = browser.run(CONTRAST, "main :is(a, p, span, time, h1, h2, h3, summary, button, mark, th)")
            assert ratios and min(ratios) >= 4.5, min(ratios)
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_search_works_without_scripts(plain_browser: Browser, address: str) -> None:
    go(plain_browser, f"{address}/")
    plain_browser.find("#box").send_keys("negocier" + ENTER)
    end = time.monotonic() + 600
    while "q=negocier" not in plain_browser.driver.current_url:
        assert time.monotonic() < end
        time.sleep(0.05)
    assert len(plain_browser.driver.find_elements("css selector", ".hit")) == 2
