"""Options that several commands share, defined once: commands that read documents take a Job made from them."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Optional, get_args, get_type_hints

import typer

from ..io.sources import Format
from .job import Job

EXIT_CODES = (
    "Exit codes: 0 all fine; 1 some input failed, the rest came out; 2 wrong option or configuration; "
    "3 the output could not be written; 130 interrupted; 141 the reader of the output went away; "
    "143 ended by a signal."
)

_READING = "Reading"
_RUNNING = "Running"
_WRITING = "Writing"

Model = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--model", metavar="NAME", help="spaCy pipeline to read with; default: the best installed."),
]
Names = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("--names", metavar="FILE", help="Own names to add to the tables, as CSV."),
]
Encoding = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--encoding", metavar="NAME", help="Encoding of the files; default: detected and reported."),
]
Json = Annotated[bool, typer.Option("--json", help="JSON instead of words.")]
TableFormat = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--format", metavar="FORMAT", help="csv, jsonl or parquet; default: by the ending of -o, else csv."),
]
Processes = Annotated[int, typer.Option("-n", "--n-process", metavar="N", min=1, help="Processes to read with.")]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS",
        show_default=False,
        help="Files, folders, globs, or - for standard input: .txt .html .csv .jsonl .json .xml .eml .md and more.",
    ),
]
Output = Annotated[
    Optional[Path],  # noqa: UP045
    typer.Option("-o", "--output", metavar="PATH", help="File or folder to write; default: standard output."),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Tell failures only.")]
TextField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--text-field", metavar="NAME", help="Column of the text in tables, JSON and XML; default: by its usual names."
    ),
]
IdField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--id-field",
        metavar="NAME",
        help="Column that names the document; default: by its usual names, else the row's number.",
    ),
]
DateField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option(
        "--date-field", metavar="NAME", help="Column of the date; default, as for the next four: by its usual names."
    ),
]
TitleField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--title-field", metavar="NAME", help="Column of the headline."),
]
UrlField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--url-field", metavar="NAME", help="Column of the link."),
]
SourceField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--source-field", metavar="NAME", help="Column of the outlet."),
]
AuthorField = Annotated[
    Optional[str],  # noqa: UP045
    typer.Option("--author-field", metavar="NAME", help="Column of the author."),
]
Excel = Annotated[bool, typer.Option("--excel", help="CSV for French Excel: byte order mark, semicolons, no formulas.")]
Force = Annotated[bool, typer.Option("--force", help="Overwrite what exists.")]


def examples(*lines: str) -> str:
    """Examples for the end of a command's help."""
    return "\b\nExamples:\n" + "\n".join(f"  diplo-ner {line}" for line in lines)


def takes_job(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the shared options and, as its first argument, the Job that they make."""
    shared = inspect.signature(_job)
    own = list(inspect.signature(command).parameters.values())[1:]
    hints = {**get_type_hints(command, include_extras=True), **get_type_hints(_job, include_extras=True)}

    @functools.wraps(command)
    def with_job(**given: Any) -> int:
        job = _job(**{name: given.pop(name) for name in shared.parameters})
        return command(job, **given)

    parameters = [p.replace(kind=p.KEYWORD_ONLY, annotation=hints[p.name]) for p in (*own, *shared.parameters.values())]
    parameters.sort(key=lambda p: p.name != "paths")
    del with_job.__wrapped__
    with_job.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_job.__annotations__ = {p.name: p.annotation for p in parameters}
    return with_job


def _job(
    paths: Paths,
    output: Output = None,
    force: Force = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an interrupted run stopped.")] = False,
    failures: Annotated[
        Optional[Path],  # noqa: UP045
        typer.Option("--failures", metavar="FILE", help="Write the inputs that failed to a CSV file, too."),
    ] = None,
    merge: Annotated[
        bool,
        typer.Option(
            "--merge/--no-merge",
            help="One entity, one id in the whole run; else in its document only, and results come at once.",
        ),
    ] = True,
    text_field: TextField = None,
    id_field: IdField = None,
    date_field: DateField = None,
    title_field: TitleField = None,
    url_field: UrlField = None,
    source_field: SourceField = None,
    author_field: AuthorField = None,
    keep: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option("--keep", metavar="COLUMNS", help="Other columns to keep, with commas between them; or all."),
    ] = None,
    encoding: Encoding = None,
    input_format: Annotated[
        Optional[str],  # noqa: UP045
        typer.Option(
            "--input-format",
            metavar="FORMAT",
            help=f"Read everything as one of {', '.join(get_args(Format))}, whatever its ending.",
        ),
    ] = None,
    model: Model = None,
    names: Names = None,
    n_process: Processes = 1,
    quiet: Quiet = False,
) -> Job:
    from ..errors import ConfigurationError
    from ..io.readers import ReadOptions
    from ..metadata.fields import Fields

    known: dict[str, Format] = {form: form for form in get_args(Format)}
    if input_format is not None and input_format not in known:
        raise ConfigurationError(f"there is no format {input_format!r}", advice=f"one of: {', '.join(known)}")
    fields = Fields(
        text=text_field,
        id=id_field,
        date=date_field,
        title=title_field,
        url=url_field,
        source=source_field,
        author=author_field,
        keep=tuple(name.strip() for name in keep.split(",") if name.strip()) if keep else (),
    )
    return Job(
        paths=tuple(paths),
        read=ReadOptions(encoding, fields, known[input_format] if input_format else None),
        model=model,
        names=names,
        n_process=n_process,
        merge=merge,
        output=output,
        force=force,
        resume=resume,
        failures=failures,
        quiet=quiet,
    )
