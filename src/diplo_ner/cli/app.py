"""The commands as typer sees them: what can be said on the command line, in help and examples."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from .guard import guarded
from .job import Job
from .options import EXIT_CODES, Excel, Json, Model, Names, Processes, TableFormat, examples, takes_job
from .store_commands import search, serve

if TYPE_CHECKING:
    from .engine import Engine

app = typer.Typer(
    name="diplo-ner",
    help="Who is in French articles on diplomacy, under one name each, and who said what.",
    epilog=EXIT_CODES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _show_version(asked: bool) -> None:
    if asked:
        from .. import __version__

        typer.echo(f"diplo-ner {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Who is in French articles on diplomacy, under one name each, and who said what."""


@app.command(
    epilog=examples(
        "entities articles/*.txt > entities.csv",
        "entities articles --per entity --excel -o entités.csv",
        "entities archive.jsonl --text-field body --id-field url -o entities.parquet",
    )
)
@guarded
@takes_job
def entities(
    job: Job,
    per: Annotated[str, typer.Option("--per", metavar="ROW", help="One row a mention, or one an entity.")] = "mention",
    format: TableFormat = None,
    excel: Excel = False,
) -> int:
    """A table of persons, countries, organisations and places.

    One row a mention, with its sentence.

    Columns: doc, entity, type, canonical, country, mention, kind, start, end, sentence; with --per entity:
    entity, type, canonical, country, mentions, documents, quotes, variants.
    """
    from ..errors import ConfigurationError
    from .tabular import ENTITIES, MENTIONS, write_table

    tables = {"mention": MENTIONS, "entity": ENTITIES}
    if per not in tables:
        raise ConfigurationError(f"there is no row for each {per!r}", advice="say --per mention or --per entity")
    return write_table(job, _engine(), tables[per], format=format, excel=excel)


@app.command(
    epilog=examples(
        "quotes articles/*.txt",
        "quotes - < article.txt",
        "quotes articles --excel -o citations.csv",
    )
)
@guarded
@takes_job
def quotes(job: Job, format: TableFormat = None, excel: Excel = False) -> int:
    """A table of quotes, each with its speaker.

    Columns: doc, quote, start, end, kind, speaker, speaker_type, speaker_country, by, cue, rule, confidence.
    """
    from .tabular import QUOTES, write_table

    return write_table(job, _engine(), QUOTES, format=format, excel=excel)


@app.command(
    epilog=examples(
        "extract articles/*.txt -o results",
        "extract articles -o results --resume",
        "extract articles --format jsonl | jq .quotes",
        "extract articles -o results.parquet",
    )
)
@guarded
@takes_job
def extract(
    job: Job,
    format: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--format",
            metavar="FORMAT",
            help="json (NAME.json each in the folder -o), or one file: jsonl, parquet, docbin, conll.",
        ),
    ] = None,
    texts: Annotated[
        bool, typer.Option("--texts", help="With json: write the text that offsets index as NAME.txt, too.")
    ] = False,
) -> int:
    """Whole results, entities and quotes, in JSON or another format.

    Each mention and each quote has its offsets in the text.
    """
    from .extract import write_results

    return write_results(job, _engine(), format=format, texts=texts)


@app.command(
    epilog=examples(
        "report articles/*.txt -o report.html",
        'report articles -o sommet.html --title "Le sommet de Genève"',
        "report articles -o summit.html --lang en",
    )
)
@guarded
@takes_job
def report(
    job: Job,
    title: Annotated[str, typer.Option("--title", metavar="WORDS", help="The report's title.")] = "",
    lang: Annotated[str, typer.Option("--lang", metavar="LANGUAGE", help="The report's language: fr or en.")] = "fr",
) -> int:
    """One HTML file to read in a browser, offline.

    It holds the texts with their marks, the entities, and the quotes by speaker.
    """
    from .report import write_report

    return write_report(job, _engine(), title=title, lang=lang)


@app.command(
    epilog=examples(
        "build articles -o press.duckdb",
        "build archive.csv --text-field body --id-field url -o press.duckdb",
        "build read.parquet -o press.duckdb",
    )
)
@guarded
@takes_job
def build(job: Job) -> int:
    """A store of what was read, to search and to serve.

    One DuckDB file holds documents, entities, mentions, quotes and an index of words.

    The same command with more files adds them; what is in the store is not read again, and an interrupted
    build goes on. --force builds it anew.
    """
    from .build import build_store

    return build_store(job, _engine())


app.command(
    epilog=examples(
        "search press.duckdb --speaker Lavrov --about OTAN --since 2022",
        'search press.duckdb --text \'"ligne rouge" négociation\' --source "Le Monde"',
        "search press.duckdb --speaker Macron --per month",
        "search press.duckdb --speaker Macron --format markdown > citations.md",
    )
)(search)
app.command(epilog=examples("serve press.duckdb --open", "serve press.duckdb --port 8000"))(serve)


@app.command(
    epilog=examples(
        "explain article.txt",
        "explain article.txt --lang en",
    )
)
@guarded
@takes_job
def explain(job: Job, lang: Annotated[str, typer.Option("--lang", metavar="LANGUAGE", help="fr or en.")] = "fr") -> int:
    """Why a mention belongs to its entity and a quote to its speaker."""
    from .explain import write_explanation

    return write_explanation(job, _engine(), language=lang)


@app.command(
    epilog=examples(
        "check article.txt",
        "check drafts --house-style spellings.csv",
        "check drafts --format github",
    )
)
@guarded
@takes_job
def check(
    job: Job,
    house_style: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--house-style", metavar="FILE", help="Preferred spellings, as CSV: preferred,instead_of."),
    ] = None,
    format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, github or json.")] = "text",
) -> int:
    """Proof-read names: slips, and spellings that differ.

    Forms that differ in one article, and forms that the house does not use.

    A line each: FILE:LINE:COLUMN FORM → INSTEAD (REASON). The exit status is 1 where something was found.
    """
    from .check import write_check

    return write_check(job, _engine(), format=format, style=house_style)


@app.command(
    epilog=examples(
        "evaluate fixtures/articles",
        "evaluate gold -p results --json",
        "evaluate gold --errors",
    )
)
@guarded
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of NAME.json and NAME.txt.")],
    predictions: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("-p", "--predictions", metavar="DIR", help="Score stored results, NAME.json each."),
    ] = None,
    as_json: Json = False,
    errors: Annotated[bool, typer.Option("--errors", help="List every difference with its sentence.")] = False,
    model: Model = None,
    names: Names = None,
    n_process: Processes = 1,
) -> int:
    """Measure results against articles that were read by hand.

    It prints precision, recall and F1.
    """
    from .evaluate import run_evaluation

    return run_evaluation(
        gold_dir,
        _engine(),
        predictions=predictions,
        model=model,
        names=names,
        n_process=n_process,
        as_json=as_json,
        errors=errors,
    )


@app.command(
    epilog=examples(
        'compare "Anthony Blinken" "Antony Blinken"',
        "compare Guinée Guinée-Bissau --type country",
    )
)
@guarded
def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A name.")],
    b: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    type: Annotated[str, typer.Option("--type", metavar="TYPE", help="person, country or organisation.")] = "person",
    as_json: Json = False,
) -> int:
    """Whether two names are the same, different or unsure, and why."""
    from ..names.compare import compare_names
    from .compare import write_comparison

    return write_comparison(a, b, compare_names, type=type, as_json=as_json)


@app.command(epilog=examples("info", "info --json"))
@guarded
def info(as_json: Json = False, model: Model = None, names: Names = None) -> int:
    """Versions, the model and its source, the sizes of the tables."""
    from .info import write_info

    return write_info(_engine(), model=model, names=names, as_json=as_json)


def _engine() -> Engine:
    from .engine import default_engine

    return default_engine()
