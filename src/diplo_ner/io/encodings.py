"""From bytes to text: which encoding a file is in, and whether it is text at all.

The order of evidence: what the caller says, a byte order mark, UTF-8 that decodes, UTF-8 with a few broken
bytes (a truncated download), and only then statistics, by charset-normalizer, among the encodings that French
was written in.
"""

from __future__ import annotations

import codecs
import re
from typing import Literal, NamedTuple

from ..errors import ConfigurationError, InputError

Handling = Literal["strict", "replace"]

_FRENCH = ["cp1252", "latin_1", "iso8859_15", "mac_roman", "cp850"]
_SAMPLE = 65536
_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet file"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_AS_TEXT = "turn it into text first"
_SAY_IT = "say the right one with --encoding"


class Decoding(NamedTuple):
    """How bytes are to be read: ``data.decode(encoding, errors)`` gives the text."""

    encoding: str
    errors: Handling = "strict"
    note: str = ""
    """What to tell the user; empty for UTF-8 and for an encoding that the caller or a mark told."""


def checked_encoding(name: str) -> str:
    """The name of a text encoding, if Python knows it.

    Raises:
        ConfigurationError: there is no such encoding.
    """
    try:
        known = codecs.lookup(name)
        "".encode(name)  # codecs that are no text encodings, such as hex, fail here
    except (LookupError, ValueError):
        raise ConfigurationError(
            f"there is no encoding {name!r}", advice="try utf-8, cp1252, iso-8859-15, mac-roman or utf-16"
        ) from None
    return known.name


def decode(data: bytes, encoding: str | None = None, *, declared: str | None = None) -> tuple[str, Decoding]:
    """The text of a file's bytes and how it was read.

    Args:
        data: the whole file.
        encoding: the encoding, where the caller knows it; it is then not questioned.
        declared: the encoding that the content itself declares (HTML), preferred to statistics.

    Raises:
        InputError: the bytes are no text, or not in that encoding.

    >>> decode("déjà".encode("cp1252"))[0]
    'déjà'
    """
    if encoding in ("utf-8", "utf8") and data.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    how = Decoding(encoding) if encoding else detect(data, declared=declared)
    try:
        return data.decode(how.encoding, how.errors), how
    except UnicodeDecodeError as problem:
        if encoding:
            misfit = f"not in {encoding}: byte {problem.start} does not fit"
            raise InputError(misfit, advice=_SAY_IT) from None
    how = Decoding("latin_1", note="encoding not certain, read as latin_1; " + _SAY_IT)
    return data.decode(how.encoding), how


def decoded_twice(text: str) -> str | None:
    r"""The text that was meant where UTF-8 was taken for Windows-1252 and encoded again; None where it was not.

    No text in French is read so by mistake: an accented letter before a plain one is no UTF-8.

    >>> decoded_twice("dÃ©jÃ\xa0 dit"), decoded_twice("déjà dit")
    ('déjà dit', None)
    """
    if text.isascii():
        return None
    try:
        return b"".join(_byte_of(c) for c in text).decode("utf-8")
    except (UnicodeError, ValueError):
        return None


def _byte_of(letter: str) -> bytes:
    """The byte that Windows-1252 shows so; for those that it has no sign for, the control character of that number."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin_1")


def detect(data: bytes, *, declared: str | None = None) -> Decoding:
    """Find how bytes are to be read.

    Raises:
        InputError: the bytes are no text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoding(name, _handling(data, name))
    refuse_binary(data)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return Decoding("utf-8")
    if b"\x00" in data[:_SAMPLE]:
        return _wide(data)
    if declared and _fits(data, declared):
        return Decoding(declared, note=f"read as {declared}, which the page declares")
    return _damaged_utf8(data) or _by_statistics(data)


def refuse_binary(data: bytes) -> None:
    """Raise InputError where the first bytes tell a format that is no text, or many control characters do."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise InputError(f"{what}, not a text", advice=_AS_TEXT)
    head = data[:_SAMPLE]
    controls = len(_CONTROL.findall(head))
    if controls > 1 + len(head) // 30 and not _looks_wide(head):
        raise InputError("a binary file, not a text", advice=_AS_TEXT)


def _handling(data: bytes, encoding: str) -> Handling:
    return "strict" if _fits(data, encoding) else "replace"


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _looks_wide(head: bytes) -> bool:
    """UTF-16 of a Latin script has a zero in nearly every other byte, always on the same side."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) * 4 > len(head) and min(even, odd) * 20 < len(head)


def _wide(data: bytes) -> Decoding:
    head = data[:_SAMPLE]
    if _looks_wide(head):
        name = "utf-16-le" if head[1::2].count(0) > head[::2].count(0) else "utf-16-be"
        return Decoding(name, _handling(data, name), f"read as {name} (detected); {_SAY_IT}")
    raise InputError("a binary file, not a text", advice="if it is a text all the same, " + _SAY_IT)


def _damaged_utf8(data: bytes) -> Decoding | None:
    """UTF-8 with fewer broken places than whole accented characters is UTF-8 that suffered."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd") - data.count("\ufffd".encode())
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    if whole <= broken:
        return None
    places = "one place" if broken == 1 else f"{broken} places"
    return Decoding("utf-8", "replace", f"UTF-8 broken in {places}, read with U+FFFD there")


def _by_statistics(data: bytes) -> Decoding:
    from charset_normalizer import from_bytes

    first = _HIGH.search(data)
    start = max(0, first.start() - 2000) if first else 0
    sample = data[start : start + _SAMPLE]
    best = from_bytes(sample, cp_isolation=_FRENCH).best()
    if best is None:
        return Decoding("cp1252", note=f"encoding not certain, read as cp1252; {_SAY_IT}")
    return Decoding(best.encoding, note=f"read as {best.encoding} (detected); if that is wrong, {_SAY_IT}")
