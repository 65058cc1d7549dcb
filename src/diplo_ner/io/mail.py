"""A mail as it is kept in a file: its words are the article, its headers tell date, title and author."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from ..errors import InputError
from ..metadata.fields import Fields, find_fields
from ..metadata.records import meta_of
from .document import Document
from .fragments import plain_text
from .sources import Source

_TOLD = find_fields(Fields(), ("date", "title", "author"))


def read_mail(source: Source, data: bytes) -> Iterator[Document]:
    """Yield the document of a mail.

    Raises:
        InputError: it holds no words, or is no mail.
    """
    if not data.strip():
        raise InputError("the file is empty")
    mail = message_from_bytes(data, policy=policy.default)
    if not isinstance(mail, EmailMessage) or not mail.keys():
        raise InputError("not a mail: it has no headers", advice="say --input-format text")
    body = mail.get_body(("plain", "html"))
    content = body.get_content() if body is not None else ""
    text = plain_text(content) if body is not None and body.get_content_subtype() == "html" else content
    if not isinstance(text, str):
        raise InputError("no words in this mail")
    record = {"date": _header(mail, "date"), "title": _header(mail, "subject"), "author": _header(mail, "from")}
    meta, notes = meta_of(record, _TOLD)
    charset = body.get_content_charset() if body is not None else None
    yield Document(source.doc_id, text, source.shown, charset, meta, notes)


def _header(mail: EmailMessage, name: str) -> str | None:
    """A header's words; of an address the name that it bears."""
    header = mail.get(name)
    addresses = getattr(header, "addresses", ())
    if addresses:
        return ", ".join(one.display_name or one.addr_spec for one in addresses)
    return str(header) if header is not None else None
