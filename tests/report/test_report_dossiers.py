"""Dossiers in the report: what an entity says and what is said about it, sifted, copied, taken away."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from written import CONTRAST, EVIL, JOINT, SUMMIT, evil, joint, summit

from diplo_ner.report import render
from diplo_ner.schema import Extraction, Meta

if TYPE_CHECKING:
    from conftest import Browser

ESCAPE, DOWN, UP, RIGHT, LEFT = "\ue00c", "\ue015", "\ue013", "\ue014", "\ue012"
SAID = ".dossier .said"


def run() -> str:
    metas = [
        Meta(date="2022-03-01", title="À Genève", source="Le Monde", url="https://exemple.fr/1"),
        Meta(date="2023-05-02T08:30:00+02:00", title="Encore", source="Le Figaro", url="javascript:alert(1)"),
        None,
    ]
    found: list[Extraction] = []
    for number, meta in enumerate(metas):
        plain = summit(f"sommet-{number}")
        entities = tuple(
            entity.model_copy(update={"wikidata": "Q58217"}) if "avrov" in entity.canonical else entity
            for entity in plain.entities
        )
        found.append(plain.model_copy(update={"meta": meta, "entities": entities}))
    return render(found, [SUMMIT] * 3, title="Trois")


def key_of(browser: Browser, name: str) -> str:
    found: str = browser.run('return one(`[data-name="${arguments[0]}"]`).dataset.light', name)
    return found


def go(browser: Browser, place: str) -> None:
    browser.run("location.hash = arguments[0]", place)
    browser.wait("return !one('#dossier').hidden && location.hash.slice(1) === arguments[0]", place)


def sift(browser: Browser, field: str, value: str) -> None:
    browser.run(
        "const f = one('#sieve').elements[arguments[0]]; f.value = arguments[1]; "
        "f.dispatchEvent(new Event('input', { bubbles: true }))",
        field,
        value,
    )
    time.sleep(0.3)


def test_dossier_holds_the_quotes_by_and_about_the_latest_first(browser: Browser) -> None:
    browser.open(run())
    go(browser, key_of(browser, "Antony Blinken"))
    assert browser.run("return one('#overview').hidden")
    assert browser.texts(".dossier h3")[:1] == ["Ses citations 6"]
    assert browser.texts(SAID)[:2] == ["« Nous répondrons “sans tarder” à Moscou »", "« sans tarder »"]
    assert browser.texts(".dossier .by")[0] == "Le Figaro, 2 mai 2023 · Encore"
    assert browser.texts(".dossier .by")[4] == "sommet-2"
    assert "Russie" in " ".join(browser.texts("#dossier-beside li"))
    go(browser, key_of(browser, "Russie"))
    assert browser.texts(".dossier h3")[0] == "Citations à son sujet 6"
    go(browser, key_of(browser, "Sergueï Lavrov"))
    assert browser.run("return one('#dossier-facts a').href") == "https://www.wikidata.org/wiki/Q58217"


def test_dossier_opens_from_an_arrow_behind_a_name_and_leads_into_the_text(browser: Browser) -> None:
    browser.open(run())
    browser.run("one('.speakers .to-dossier').click()")
    browser.wait("return !one('#dossier').hidden")
    browser.run("one('.dossier .said').click()")
    browser.wait("return location.hash === '#a2-t1' && one('#dossier').hidden && views.number === 2")
    browser.run("history.back()")
    browser.wait("return !one('#dossier').hidden")


@pytest.mark.parametrize(
    ("field", "value", "number"),
    [
        ("words", "sans tarder", 6), ("words", "TARDER AND moscou", 3), ("words", "« sans tarder »", 6),
        ("words", '"tarder sans"', 0), ("words", "suivr", 3), ("words", "uivre", 0), ("type", "PERSON", 9),
        ("country", "US", 6), ("source", "Le Monde", 5), ("since", "2023", 5), ("until", "2022", 5), ("least", "90", 3),
    ],
)  # fmt: skip
def test_all_quotes_are_sifted(browser: Browser, field: str, value: str, number: int) -> None:
    browser.open(run(), "#quotes")
    browser.wait("return document.querySelectorAll('.dossier .said').length === 15")
    sift(browser, field, value)
    assert len(browser.texts(SAID)) == number


def test_timeline_has_a_bar_for_each_month_with_quotes(browser: Browser) -> None:
    browser.open(run(), "#quotes")
    assert browser.texts("#dossier-time title") == ["2023-05\xa0: 5", "2022-03\xa0: 5"]
    browser.open(render([summit("a"), summit("b")], [SUMMIT] * 2, title="Sans dates"), "#quotes")
    assert browser.texts("#dossier-time svg") == []


def test_what_is_shown_is_taken_away_as_csv_from_a_disk(browser: Browser, tmp_path: Path) -> None:
    browser.open(run(), "#quotes")
    behaviour = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", behaviour)
    sift(browser, "words", "répondrons")
    browser.find("#as-csv").click()
    file = tmp_path / "toutes-les-citations.csv"
    end = time.monotonic() + 600
    while not file.exists():
        assert time.monotonic() < end, list(tmp_path.iterdir())
        time.sleep(0.05)
    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["date"], row["source"], row["speaker"], row["place"]) for row in rows] == [
        ("2023-05-02", "Le Figaro", "Antony Blinken", "a2-q1"),
        ("2022-03-01", "Le Monde", "Antony Blinken", "a1-q1"),
        ("", "", "Antony Blinken", "a3-q1"),
    ]
    assert [row["url"] for row in rows] == ["", "https://exemple.fr/1", ""]
    browser.requests()


def test_quote_is_copied_with_its_source(browser: Browser) -> None:
    browser.open(run(), "#quotes")
    sift(browser, "source", "Le Monde")
    browser.run("document.addEventListener('copy', () => { window.copied = document.activeElement.value; })")
    browser.run("navigator.clipboard.writeText = (words) => { window.copied = words; return Promise.resolve(); }")
    browser.find(".dossier .copy").click()
    browser.wait("return window.copied")
    assert browser.run("return window.copied") == (
        "« Nous répondrons “sans tarder” à Moscou » — Antony Blinken, À Genève, Le Monde, 1 mars 2022, https://exemple.fr/1"
    )


def test_keys_lead_through_quotes_and_articles(browser: Browser) -> None:
    browser.open(run(), "#quotes")
    at = "return all('.hit').indexOf(document.activeElement)"
    browser.press(DOWN)
    browser.press(DOWN)
    assert browser.run(at) == 1
    browser.press(UP)
    assert browser.run(at) == 0
    browser.press("/")
    assert browser.run("return document.activeElement.name") == "words"
    browser.press("x/?")
    assert browser.run("return document.activeElement.value") == "x/?"
    browser.run("document.activeElement.blur()")
    browser.press("?")
    assert browser.find("#keys").is_displayed()
    browser.press(ESCAPE)
    browser.run("location.hash = 'a1'")
    browser.wait("return views.number === 1")
    browser.press(RIGHT)
    browser.wait("return views.number === 2")
    browser.press(LEFT)
    browser.wait("return views.number === 1")
    browser.press("/")
    assert browser.run("return document.activeElement.id") == "query"


def test_hostile_names_do_nothing_in_a_dossier(browser: Browser) -> None:
    found, text = evil()
    meta = Meta(title=EVIL, source=EVIL, url=f"https://x/{EVIL}", date="2024-01-01")
    found = found.model_copy(update={"meta": meta})
    browser.open(render([found, found], [text, text], title="Mal"), "#e0")
    assert browser.run("return one('#dossier-name').textContent") == EVIL
    assert browser.run("return document.querySelectorAll('img, b, script:not(#told, #held)').length") == 1
    assert EVIL in browser.texts(".dossier .said")[0]


def test_dossier_fits_a_phone_where_tables_come_first(browser: Browser) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.open(run(), "#quotes")
        assert browser.run("return document.documentElement.scrollWidth") <= 360
        browser.open(run())
        assert browser.run("return one('.tables').offsetTop < one('.picture').offsetTop")
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_of_a_dossier_stand_out(browser: Browser, scheme: str) -> None:
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    try:
        browser.open(run(), "#quotes")
        ratios = browser.run(CONTRAST, ".dossier :is(a, p, h2, h3, span, label, button)")
        assert min(ratios) >= 4.5
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_words_of_several_are_in_the_dossier_of_each(browser: Browser) -> None:
    browser.open(render([joint(), summit()], [JOINT, SUMMIT], title="Deux"))
    go(browser, key_of(browser, "Angela Merkel"))
    assert browser.texts(".dossier h3")[0] == "Ses citations 2"
    assert browser.texts(SAID) == ["« Nous signerons »", "« Oui »"]
    assert browser.texts(".dossier .by")[0] == "avec Emmanuel Macron · essai"
    go(browser, key_of(browser, "Emmanuel Macron"))
    assert browser.texts(SAID) == ["« Nous signerons »"]
    assert browser.texts(".dossier h3")[0] == "Ses citations 1"
    go(browser, "quotes")
    sift(browser, "country", "DE")
    assert browser.texts(".dossier .by") == ["Emmanuel Macron, Angela Merkel · essai", "Angela Merkel · essai"]
    browser.run("document.addEventListener('copy', () => { window.copied = document.activeElement.value; })")
    browser.run("navigator.clipboard.writeText = (words) => { window.copied = words; return Promise.resolve(); }")
    browser.find(".dossier .copy").click()
    assert browser.wait("return window.copied") == "« Nous signerons » — Emmanuel Macron, Angela Merkel, essai"


def test_words_of_several_are_lit_with_each(browser: Browser) -> None:
    browser.open(render([joint(), summit()], [JOINT, SUMMIT], title="Deux"), "#a1")
    for name, words in (("Emmanuel Macron", 2), ("Angela Merkel", 4)):
        browser.run('one(`.panel [data-name="${arguments[0]}"]`).click()', name)
        lit = browser.run("return all('.text .lit').map((lit) => lit.textContent)")
        assert len(lit) == words and "Nous signerons" in lit
