"""Makes the pictures of the reading room: ``python docs/pictures.py`` (Chromium must be installed).

The corpus is that of ``fixtures/styles``, fiction, with outlets and days made up here.
"""

from __future__ import annotations

import csv
import signal
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

DOCS = Path(__file__).parent
ARTICLES = DOCS.parent / "fixtures" / "styles"
OUTLETS = ("Le Courrier", "La Gazette", "L'Écho", "Le Fil")
PICTURES = {
    "room-search": ("/?q=accord", "1200,860", ()),
    "room-entity": ("/", "1200,860", ()),
    "room-article": ("/", "1200,860", ()),
    "room-dark": ("/?q=accord", "1200,860", ("--blink-settings=preferredColorScheme=0",)),
    "room-phone": ("/?q=accord", "500,900", ()),
}
"""The address (of the entity and the article: with many quotes), the size of the window, further flags."""


def write_corpus(path: Path) -> None:
    """Write the articles with a day, an outlet and a headline each."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["id", "date", "source", "title", "url", "text"])
        for number, article in enumerate(sorted(ARTICLES.glob("*.txt"))):
            text = article.read_bytes().decode("utf-8").lstrip("\ufeff")
            day = date(2022, 1, 15) + timedelta(days=23 * number)
            headline = next(line.strip() for line in text.splitlines() if line.strip())[:90]
            table.writerow(
                [article.stem, day, OUTLETS[number % 4], headline, f"https://example.org/{article.stem}", text]
            )


def take(address: str, picture: Path, size: str, flags: tuple[str, ...]) -> None:
    """Take a picture of a page."""
    subprocess.run(
        [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=fr",
            "--accept-lang=fr", "--virtual-time-budget=3000", f"--window-size={size}", f"--screenshot={picture}",
            *flags, address,
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip


def main(folder: Path) -> None:
    """Make the pictures."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "diplo_ner"]
    with tempfile.TemporaryDirectory() as made:
        corpus, store = Path(made) / "corpus.csv", Path(made) / "press.duckdb"
        write_corpus(corpus)
        subprocess.run([*command, "build", str(corpus), "-o", str(store), "-q"], check=True)
        import duckdb

        connection = duckdb.connect(str(store), read_only=True)
        who = connection.execute(
            "SELECT id FROM entities WHERE type = 'PERSON' ORDER BY quotes * documents DESC, entity LIMIT 1"
        ).fetchone()
        article = connection.execute(
            "SELECT doc_id FROM documents JOIN quotes USING (doc) GROUP BY doc_id ORDER BY count(*) DESC LIMIT 1"
        ).fetchone()
        connection.close()
        assert who is not None
        assert article is not None
        places = {"room-entity": f"/entity/{who[0]}", "room-article": f"/article/{article[0]}"}
        with subprocess.Popen([*command, "serve", str(store), "-q"], stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                address = server.stdout.readline().strip().rstrip("/")
                for name, (place, size, flags) in PICTURES.items():
                    take(address + places.get(name, place), folder / f"{name}.png", size, flags)
            finally:
                server.send_signal(signal.SIGINT)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCS / "images")
