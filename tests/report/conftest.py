from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM, DRIVER = Path("/usr/bin/chromium"), Path("/usr/bin/chromedriver")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--force-prefers-reduced-motion",
    "--window-size=1400,900",
)


class Browser:
    """Chromium without a window: opens reports, tells what it loaded and what it complained of."""

    def __init__(self, driver: Any, folder: Path) -> None:
        self.driver = driver
        self._folder = folder
        self._pages = 0
        self.page = ""

    def open(self, html: str, place: str = "") -> None:
        """Write a report to a new file, and open it there."""
        self._pages += 1
        file = self._folder / f"report {self._pages}.html"
        file.write_bytes(html.encode())
        self.complaints()
        self.driver.get_log("performance")
        self.page = file.as_uri()
        self.driver.get(self.page + place)

    def run(self, script: str, *values: Any) -> Any:
        """Run a script in the page."""
        return self.driver.execute_script(script, *values)

    def find(self, selector: str) -> Any:
        """The first element for a selector."""
        return self.driver.find_element("css selector", selector)

    def texts(self, selector: str) -> list[str]:
        """The text of every element for a selector."""
        found: list[str] = self.run(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent.trim())", selector
        )
        return found

    def wait(self, script: str, *values: Any) -> Any:
        """Wait until a script gives something."""
        end = time.monotonic() + 600
        while not (found := self.run(script, *values)):
            assert time.monotonic() < end, script
            time.sleep(0.02)
        return found

    def press(self, *keys: str) -> None:
        """Press keys, wherever the focus is."""
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def hover(self, selector: str) -> None:
        """Put the pointer on an element."""
        from selenium.webdriver.common.action_chains import ActionChains

        ActionChains(self.driver).move_to_element(self.find(selector)).perform()

    def complaints(self) -> list[str]:
        """What the console said since the last look."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses that the page asked for since it was opened."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]


Launch = Callable[..., Browser]


@pytest.fixture(scope="session")
def launch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Launch]:
    """Start browsers; all are closed at the end."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    from selenium.webdriver.chrome.service import Service

    if not (CHROMIUM.exists() and DRIVER.exists()):
        pytest.skip(f"no {CHROMIUM} with {DRIVER} on this machine: apt-get install chromium chromium-driver")
    started: list[tuple[Any, Path]] = []

    def start(**preferences: Any) -> Browser:
        home = tmp_path_factory.mktemp("chromium")
        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for flag in (*FLAGS, f"--user-data-dir={home / 'data'}"):
            options.add_argument(flag)
        options.add_experimental_option("prefs", preferences)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(str(DRIVER)))
        started.append((driver, home))
        driver.get("about:blank")
        pages = home / "pages"
        pages.mkdir()
        return Browser(driver, pages)

    yield start
    for driver, home in started:
        driver.quit()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_browser(launch: Launch) -> Browser:
    return launch()


@pytest.fixture
def browser(shared_browser: Browser) -> Iterator[Browser]:
    """A browser whose page must not complain, and ask for nothing but itself."""
    yield shared_browser
    assert shared_browser.complaints() == []
    assert [url for url in shared_browser.requests() if not url.startswith(shared_browser.page)] == []
    assert shared_browser.run("return performance.getEntriesByType('resource').length") == 0
