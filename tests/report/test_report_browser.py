"""The report in a real browser: what a reader does, by pointer and by keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from written import CONTRAST, EVIL, SUMMIT, evil, extraction, quote, summit

from diplo_ner.report import render

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from conftest import Browser, Launch

TAB, ENTER, ESCAPE, SPACE, SHIFT = "\ue004", "\ue007", "\ue00c", " ", "\ue008"
LIT = "return [...document.querySelectorAll('.text .lit')].map(e => e.textContent)"
TYPE = "const q = one('#query'); q.value = arguments[0]; q.dispatchEvent(new Event('input'))"
READ = ".text, .text span, .panel :is(button, p, .count, .no, h4), .legend span"
OTHER = "Lavrov est à Paris. « Nous verrons », dit le ministre. Le désarmement attend."


def one() -> str:
    return render([summit()], [SUMMIT], title="Le sommet")


def several() -> str:
    second = extraction(OTHER, [], [quote(OTHER, "Nous verrons", "le ministre")], "deux")
    return render([summit("un"), second, summit("trois")], [SUMMIT, OTHER, SUMMIT], title="Trois articles")


def test_browser_shows_the_text_to_the_letter(browser: Browser) -> None:
    text = "\ufeffLigne 1\r\nLigne 2\rLigne 3\n\t🕊️ <b>&amp; \u00a0fin\u2028.\n"
    browser.open(render([extraction(text, [], [])], [text], title="Texte"))
    assert browser.run("return document.querySelector('.text').textContent") == text


def test_browser_breaks_lines_where_the_text_does(browser: Browser) -> None:
    heights = []
    for text in ("a", "a\nb", "a\r\nb", "a\rb"):
        browser.open(render([extraction(text, [], [])], [text], title="Lignes"))
        heights.append(browser.run("return document.querySelector('.text').offsetHeight"))
    assert heights[0] < heights[1]
    assert heights[1:] == [heights[1]] * 3


def test_pointer_on_a_quote_tells_who_says_it(browser: Browser) -> None:
    browser.open(one())
    assert not browser.find("#card").is_displayed()
    browser.hover(".text .quote[data-q='3']")
    card = browser.find("#card")
    assert card.is_displayed()
    for words in ("Sergueï Lavrov", "désigné par « Sergueï Lavrov »", "règle"):
        assert words in card.text.replace("\u00a0", " ")
    assert browser.texts(".told-by") == ["Sergueï Lavrov"]
    assert browser.texts(".told-quote") == ["exagère"]
    browser.hover("h1")
    browser.wait("return document.querySelector('#card').hidden")


def test_pointer_on_a_nested_quote_tells_of_the_inner_one(browser: Browser) -> None:
    browser.open(one())
    browser.hover(".text .quote[data-q='2']")
    assert browser.texts(".told-quote") == ["sans tarder"]


def test_focus_on_a_quote_tells_who_says_it(browser: Browser) -> None:
    browser.open(one())
    browser.run("document.querySelector('#a1-t1').focus()")
    card = browser.find("#card")
    assert card.is_displayed()
    told = card.text.replace("\u00a0", " ").replace("\u202f", " ")
    assert told.startswith("Antony Blinken\nphrase\ndésigné par « Antony Blinken »\nintroduit par « a déclaré »")
    assert told.endswith("confiance 95 %")
    assert browser.find("#a1-t1").get_attribute("aria-describedby") == "card"
    browser.press(ESCAPE)
    assert not card.is_displayed()


def test_click_on_a_speaker_lights_all_that_is_his(browser: Browser) -> None:
    browser.open(one())
    name = browser.find(".panel.quotes [data-name='Antony Blinken']")
    name.click()
    assert browser.run(LIT) == [
        "Nous répondrons “sans tarder” à Moscou",
        "sans tarder",
        "Antony Blinken",
        "Blinken",
    ]
    assert name.get_attribute("aria-pressed") == "true"
    assert browser.find(".panel.entities [data-name='Antony Blinken']").get_attribute("aria-pressed") == "true"
    assert browser.texts("#lit .where") == ["4 dans le texte"]
    name.click()
    assert browser.run(LIT) == []
    assert not browser.find("#lit").is_displayed()


def test_click_on_a_quote_lights_its_speaker(browser: Browser) -> None:
    browser.open(one())
    browser.find(".text .quote[data-q='4']").click()
    assert browser.run(LIT) == ["Rien n’est signé"]
    assert browser.texts("#lit strong") == ["un diplomate"]
    browser.press(ESCAPE)
    browser.press(ESCAPE)
    assert browser.run(LIT) == []


def test_click_on_a_mention_lights_its_entity(browser: Browser) -> None:
    browser.open(one())
    browser.find(".text .country").click()
    assert browser.run(LIT) == ["Moscou"]
    assert browser.texts("#lit strong") == ["Russie"]


def test_panels_tell_entities_and_quotes(browser: Browser) -> None:
    browser.open(one())
    assert browser.texts(".panel.entities h4") == ["Personnes", "Pays", "Organisations", "Lieux"]
    assert browser.texts(".panel.entities .person .variants bdi") == ["Antony Blinken", "Blinken"]
    assert browser.texts(".panel.quotes h4 bdi") == [
        "Antony Blinken",
        "Sergueï Lavrov",
        "un diplomate",
        "Sans locuteur",
    ]
    browser.find("#a1-q4 .no").click()
    assert browser.run("return document.activeElement.id") == "a1-t4"
    browser.press(ENTER)
    browser.wait("return document.activeElement.id === 'a1-q4'")


def test_checkboxes_take_marks_away(browser: Browser) -> None:
    browser.open(one())
    line = "return getComputedStyle(document.querySelector('.text .place')).textDecorationLine"
    assert browser.run(line) == "underline"
    browser.find("[data-show=place]").click()
    assert browser.run(line) == "none"
    assert not browser.find(".panel.entities .place").is_displayed()
    browser.find("[data-show=quote]").click()
    assert not browser.find(".panel.quotes").is_displayed()
    assert not browser.find(".ref").is_displayed()


def test_marks_differ_without_colour(browser: Browser) -> None:
    browser.open(one())
    styles = browser.run(
        "return ['person', 'country', 'organisation', 'place'].map("
        "k => getComputedStyle(document.querySelector('.text .' + k)).textDecorationStyle)"
    )
    assert styles == ["solid", "double", "dashed", "dotted"]
    assert browser.run("return getComputedStyle(document.querySelector('.ref'), '::after').content") == '"2" / ""'


def test_search_finds_without_accents_and_case(browser: Browser) -> None:
    browser.open(one())
    browser.find("#query").send_keys("SERGUEI lav")
    browser.wait("return !document.querySelector('#found').hidden")
    assert browser.texts("#status") == ["1 résultat"]
    assert browser.texts("#found mark") == ["Sergueï Lav"]
    assert browser.texts("#found [data-light]") == ["Sergueï Lavrov"]
    assert browser.run("return [...CSS.highlights.get('hits')].map(String)") == ["Sergueï Lav"]


def test_search_paints_over_marks_line_ends_and_emoji(browser: Browser) -> None:
    browser.open(one())
    for words, hit in (
        ("eveille nous", None),
        ("eveille «", None),
        ("blinken 🕊️ V", "Blinken 🕊️ v"),
        ("sans", "sans"),
    ):
        browser.run(TYPE, words)
        browser.wait("return document.querySelector('#found .sum')?.textContent && performance.now()")
        if hit:
            browser.wait("return [...(CSS.highlights.get('hits') ?? [])].map(String)[0] === arguments[0]", hit)
    browser.run(TYPE, "s’éveille «")
    browser.wait("return [...(CSS.highlights.get('hits') ?? [])].map(String)[0] === 's’éveille\\r\\n\\r\\n«'")


def test_search_steps_from_hit_to_hit(browser: Browser) -> None:
    browser.open(one())
    browser.find("#query").send_keys("blinken")
    browser.wait("return document.querySelector('#status').textContent === '2 résultats'")
    browser.press(ENTER)
    assert browser.texts("#status") == ["1/2"]
    browser.press(ENTER)
    assert browser.texts("#status") == ["2/2"]
    browser.press(ENTER)
    assert browser.texts("#status") == ["1/2"]


def test_search_tells_where_nothing_is(browser: Browser) -> None:
    browser.open(one())
    browser.find("#query").send_keys("introuvable")
    browser.wait("return document.querySelector('#status').textContent === 'Aucun résultat'")
    browser.press(ESCAPE)
    assert not browser.find("#found").is_displayed()


def test_search_goes_through_all_articles(browser: Browser) -> None:
    browser.open(several())
    browser.find("#query").send_keys("desarmement")
    browser.wait("return !document.querySelector('#found').hidden")
    assert browser.texts("#found a") == ["2. deux"]
    browser.find("#found a").click()
    browser.wait("return document.querySelector('#a2')")
    assert browser.run("return [...CSS.highlights.get('hit')].map(String)") == ["désarmement"]


def test_run_opens_with_its_overview(browser: Browser) -> None:
    browser.open(several())
    assert browser.find("#overview").is_displayed()
    assert browser.texts(".doc") == []
    assert browser.find("svg.chart").is_displayed()
    assert browser.texts("table.speakers th bdi") == ["Antony Blinken", "Sergueï Lavrov"]
    assert len(browser.texts("table.all-entities tbody tr")) == 5


def test_run_shows_one_article_at_a_time(browser: Browser) -> None:
    browser.open(several())
    assert browser.texts("noscript") == []
    for number, name in ((3, "3 trois"), (1, "1 un"), (2, "2 deux")):
        browser.find("#choose").send_keys(f"{number}.")
        browser.run("location.hash = arguments[0]", f"a{number}")
        browser.wait(f"return document.querySelector('#a{number}')")
        assert browser.texts(".doc h2") == [name]
        assert not browser.find("#overview").is_displayed()
        assert browser.find("#choose").get_attribute("value") == str(number)
    assert browser.run("return document.querySelector('.text').textContent") == OTHER
    browser.driver.back()
    browser.wait("return document.querySelector('#a1')")
    browser.find(".pager a").click()
    browser.wait("return !document.querySelector('#overview').hidden")


def test_run_builds_later_articles_like_the_first(browser: Browser) -> None:
    html = render([summit("un"), summit("un")], [SUMMIT, SUMMIT], title="Deux fois")
    browser.open(html, "#a1")
    shape = "return document.querySelector('.doc').innerHTML"
    first = browser.run(shape)
    browser.run("location.hash = 'a2'")
    browser.wait("return document.querySelector('#a2')")
    second = browser.run(shape)
    assert second.replace("a2", "a1").replace(">2</span> <bdi>un", ">1</span> <bdi>un") == first


def test_run_opens_at_a_place_in_an_article(browser: Browser) -> None:
    browser.open(several(), "#a3-q3")
    assert browser.texts(".doc h2") == ["3 trois"]
    assert browser.run("return document.activeElement.id") == "a3-q3"


@pytest.mark.parametrize("place", ["#a99", "#overview", "#nowhere", "#a1-q99", "#%F0%9F", "#main", "#a0"])
def test_run_opens_at_any_address(browser: Browser, place: str) -> None:
    browser.open(several(), place)
    assert browser.find("#overview").is_displayed() == (browser.texts(".doc") == [])


def test_run_keeps_a_speaker_lit_from_article_to_article(browser: Browser) -> None:
    browser.open(several())
    browser.find("table.speakers [data-with][href='#a3']").click()
    browser.wait("return document.querySelector('#a3')")
    assert "Antony Blinken" in browser.run(LIT)
    browser.run("location.hash = 'a2'")
    browser.wait("return document.querySelector('#a2')")
    assert browser.texts("#lit .where") == ["Absent de cet article"]
    browser.run("all('#lit button').find(b => b.textContent.startsWith('Article suivant')).click()")
    browser.wait("return document.querySelector('#a3')")
    browser.find(".panel.quotes .nameless").click()
    browser.run("location.hash = 'a1'")
    browser.wait("return document.querySelector('#a1')")
    assert browser.run(LIT) == []


def test_keys_reach_every_control(browser: Browser) -> None:
    browser.open(several(), "#a1")
    wanted = browser.run(
        "return [...document.querySelectorAll('a[href], button, input, select')]"
        ".filter(e => e.checkVisibility() && !e.disabled && e.tabIndex >= 0).length"
    )
    browser.run("document.activeElement.blur(); scrollTo(0, 0); document.body.tabIndex = -1; document.body.focus()")
    reached = []
    for _ in range(wanted + 10):
        browser.press(TAB)
        if browser.run("return document.activeElement.matches('a[href], button, input, select')"):
            reached.append(browser.run("const e = document.activeElement; e.seen = (e.seen ?? 0) + 1; return e.seen"))
        else:
            break
    assert reached == [1] * wanted


def test_keys_light_a_speaker_and_step_through_his_words(browser: Browser) -> None:
    browser.open(one())
    browser.run("document.querySelector('.panel.quotes .name').focus()")
    browser.press(ENTER)
    assert browser.texts("#lit .where") == ["4 dans le texte"]
    browser.press(TAB)
    assert browser.run("return document.activeElement.ariaLabel") == "Précédent"
    browser.press(TAB)
    browser.press(SPACE)
    assert browser.texts("#lit .where") == ["1/4"]
    assert browser.texts("#status") == ["1/4 Nous répondrons “sans tarder” à Moscou"]
    browser.press(ESCAPE)
    assert browser.run(LIT) == []
    assert browser.run("return document.activeElement.dataset.name") == "Antony Blinken"


def test_skip_link_leads_to_the_text(browser: Browser) -> None:
    browser.open(one())
    browser.press(TAB, ENTER)
    assert browser.run("return document.activeElement.id") == "main"


def test_landmarks_and_labels(browser: Browser) -> None:
    browser.open(several(), "#a1")
    tree = browser.driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    named = {(n["role"]["value"], n.get("name", {}).get("value", "")) for n in tree if not n["ignored"]}
    roles = {role for role, _ in named}
    assert {"banner", "main", "search", "navigation", "article", "region", "heading"} <= roles
    for role in ("button", "link", "checkbox", "searchbox", "combobox", "article", "region", "navigation"):
        assert not [name for found, name in named if found == role and not name.strip()], role
    assert ("link", "Citation 3, Sergueï Lavrov") in named
    assert ("searchbox", "Chercher") in named


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_told_apart_from_the_paper(browser: Browser, scheme: str) -> None:
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    try:
        browser.open(one())
        plain = min(browser.run(CONTRAST, READ))
        browser.find(".panel.quotes .name").click()
        lit = min(browser.run(CONTRAST, READ))
        paper = browser.run("return getComputedStyle(document.body).backgroundColor")
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert min(plain, lit) >= 4.5
    assert paper == {"light": "rgb(252, 251, 248)", "dark": "rgb(23, 24, 26)"}[scheme]


@pytest.mark.parametrize("width", [320, 390, 800, 1400])
@pytest.mark.parametrize("place", ["#overview", "#a1"])
def test_no_width_needs_sideways_scrolling(browser: Browser, width: int, place: str) -> None:
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    try:
        browser.open(several(), place)
        assert browser.run("return document.documentElement.scrollWidth") <= width
    finally:
        browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_paper_shows_the_text_and_both_lists_without_controls(browser: Browser) -> None:
    browser.open(one())
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        for selector in (".text", ".panel.entities", ".panel.quotes", ".panel .grounds", ".legend span"):
            assert browser.find(selector).is_displayed(), selector
        for selector in (".search", ".skip", "#lit", "#card", ".legend input"):
            assert not browser.find(selector).is_displayed(), selector
        assert browser.run("return getComputedStyle(document.querySelector('.panel.quotes')).maxHeight") == "none"
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})


def test_long_tables_open_on_demand(browser: Browser) -> None:
    browser.open(render([summit(str(n)) for n in range(40)], [SUMMIT] * 40, title="Quarante"))
    shown = "return [...document.querySelectorAll('.articles tbody tr')].filter(e => e.checkVisibility()).length"
    assert browser.run(shown) == 20
    browser.find(".articles + .more").click()
    assert browser.run(shown) == 40


@pytest.mark.parametrize("place", ["", "#a1", "#a2"])
def test_hostile_article_does_nothing(browser: Browser, place: str) -> None:
    found, text = evil()
    browser.run("window.alerted = 0")
    browser.open(render([found, found], [text, text], title=EVIL), place)
    assert browser.run("return document.querySelectorAll('img, b, script:not(#told, #held)').length") == 1
    if place:
        assert browser.run("return document.querySelector('.text').textContent") == text
        browser.find(".panel.quotes .name").click()
        assert browser.texts("#lit strong") == [EVIL]
        browser.hover(".ref")
        assert EVIL in browser.run("return document.querySelector('#card').textContent")
    browser.find("#query").send_keys("alert(1)")
    browser.wait("return !document.querySelector('#found').hidden")
    assert browser.run("return document.querySelectorAll('img, b, script:not(#told, #held)').length") == 1


def test_policy_stops_what_slips_into_the_page(launch: Launch) -> None:
    browser = launch()
    browser.open(one())
    browser.run("document.body.insertAdjacentHTML('beforeend', arguments[0])", '<img src=x onerror="broken = 1">')
    browser.run("document.body.append(make('script', { textContent: 'broken = 1' }))")
    browser.wait("return performance.now() > 300")
    assert browser.run("return window.broken") is None
    refused = browser.complaints()
    assert len(refused) >= 2
    assert all("Content Security Policy" in words for words in refused)


def test_without_script_all_articles_can_be_read(launch: Launch) -> None:
    browser = launch(**{"profile.managed_default_content_settings.javascript": 2})
    browser.open(several())
    assert browser.find("#overview").is_displayed()
    assert [e.text for e in browser.driver.find_elements("css selector", ".doc h2")] == [
        "1 un",
        "2 deux",
        "3 trois",
    ]
    assert browser.find("#a3 .text").is_displayed()
    assert browser.find("#a3 .grounds").is_displayed()
    assert not browser.find(".search").is_displayed()
    assert not browser.find(".legend input").is_displayed()
    browser.find(".articles a[href='#a3']").click()
    assert browser.find("#a3-t1").is_displayed()
    assert browser.complaints() == []


def test_two_hundred_articles_stay_quick(browser: Browser) -> None:
    text = (SUMMIT + "\n" + OTHER + "\n") * 20
    browser.open(render([summit(str(n)) for n in range(200)], [text] * 200, title="Deux cents"))
    assert browser.run("return document.querySelectorAll('*').length") < 20_000
    browser.run("window.began = performance.now(); views.show(150)")
    took = browser.run("document.body.offsetHeight; return performance.now() - began")
    assert took < 1000
    assert browser.texts(".doc h2") == ["150 149"]
