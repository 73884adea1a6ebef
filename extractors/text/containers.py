"""Papers inside papers: archives and e-mails become the papers that they hold."""

from __future__ import annotations

import email
import email.policy
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from itertools import islice
from pathlib import PurePosixPath
from typing import Any

from oxmsg import Message

from corpus.errors import UnreadablePaper
from corpus.records import SourceItem
from extractors.text.html import read_html
from extractors.text.options import DEFAULTS, ReadingOptions
from extractors.text.packed import check_unpacked, open_packed
from extractors.text.sniff import is_container, sniff

_DEPTH = 3  # of archives in archives
_JUNK = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)
# Pictures in a signature, calendars, cards: parts of a mail that are no papers.
_NO_PAPERS = ("image/", "audio/", "video/", "text/calendar", "text/vcard", "application/pkcs7")
Unpacked = SourceItem | UnreadablePaper


def unpack(item: SourceItem, options: ReadingOptions = DEFAULTS) -> tuple[Unpacked, ...]:
    """The papers that `item` holds, or `item` itself where it holds none.

    An inner paper is called `archive.zip/inner.pdf`. What cannot be unpacked is an error in its
    place; other papers are not harmed.
    """
    return tuple(_unpacked(item, options, depth=0))


def _unpacked(item: SourceItem, options: ReadingOptions, depth: int) -> Iterator[Unpacked]:
    if not is_container(item.data, item.name):
        yield item
        return
    if depth >= _DEPTH:
        reason = "archives lie too deep in each other"
        yield UnreadablePaper(item.name, reason, "Unpack it.", code="nested")
        return
    inner = tuple(islice(_held(item, options), options.inner_papers + 1))
    if not inner:
        yield UnreadablePaper(item.name, "there is no paper in it", code="empty")
    for one in inner[: options.inner_papers]:
        if isinstance(one, SourceItem):
            yield from _unpacked(one, options, depth + 1)
        else:
            yield one
    if len(inner) > options.inner_papers:
        reason = f"it holds more than {options.inner_papers} papers; these are read"
        yield UnreadablePaper(item.name, reason, "Unpack it.", code="too_large")


def _held(item: SourceItem, options: ReadingOptions) -> Iterator[Unpacked]:
    try:
        yield from _HOLDS[sniff(item.data, item.name)](item, options)
    except UnreadablePaper as error:
        yield error
    except RecursionError:
        yield UnreadablePaper(item.name, "it is nested without end", "Ask for another copy.")


def _inner(item: SourceItem, name: str, data: bytes) -> SourceItem:
    return replace(item, name=f"{item.name}/{name}", data=data, media_type="")


def _in_zip(item: SourceItem, options: ReadingOptions) -> Iterator[Unpacked]:
    check_unpacked(item.data, item.name, megabytes=options.unpacked_megabytes)
    with open_packed(item.data, item.name) as archive:
        for member in archive.infolist():
            name = _plain_name(member.filename)
            if member.is_dir() or _JUNK.search(name):
                continue
            try:
                with archive.open(member) as file:
                    # One byte more than it says: zipfile then checks the sum at the end.
                    yield _inner(item, name, file.read(member.file_size + 1))
            except (zipfile.BadZipFile, OSError, RuntimeError, EOFError, ValueError) as error:
                inner = f"{item.name}/{name}"
                yield UnreadablePaper(inner, f"it is damaged ({error})", "Download it again.")


def _in_eml(item: SourceItem, _: ReadingOptions) -> Iterator[SourceItem]:
    message = email.message_from_bytes(item.data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    yield _inner(item, "bericht.txt", _letter(_headers(message), _body(message)))
    for number, part in enumerate(message.iter_attachments(), start=1):
        if part.get_content_type().startswith(_NO_PAPERS):
            continue
        name = _plain_name(part.get_filename() or f"bijlage-{number}")
        if part.get_content_type() == "message/rfc822":
            inner = part.get_content()
            yield _inner(item, f"{name}.eml" if "." not in name else name, bytes(inner))
        else:
            data = part.get_payload(decode=True)
            if isinstance(data, bytes) and data:
                yield _inner(item, name, data)


def _headers(message: EmailMessage) -> list[tuple[str, str]]:
    named = (("Van", "From"), ("Aan", "To"), ("Datum", "Date"), ("Onderwerp", "Subject"))
    return [(dutch, str(message.get(header, ""))) for dutch, header in named]


def _body(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        text = part.get_content()
    except (LookupError, ValueError):
        text = bytes(part.get_payload(decode=True) or b"").decode("utf-8", "replace")
    return _stripped(text) if part.get_content_subtype() == "html" else str(text)


def _stripped(html: str) -> str:
    paragraphs, _ = read_html(html.encode(), "bericht")
    return "\n\n".join(paragraph.text for paragraph in paragraphs)


def _in_msg(item: SourceItem, _: ReadingOptions) -> Iterator[SourceItem]:
    try:
        message = Message.load(io.BytesIO(item.data))
        headers = [
            ("Van", message.sender or ""),
            ("Aan", "; ".join(str(r.name or r.email_address) for r in message.recipients)),
            ("Datum", message.sent_date.strftime("%d-%m-%Y") if message.sent_date else ""),
            ("Onderwerp", message.subject or ""),
        ]
        body = message.body or (_stripped(message.html_body) if message.html_body else "")
        attached = [(a.file_name or "bijlage", a) for a in message.attachments]
    except Exception as error:
        raise UnreadablePaper(
            item.name, f"the message cannot be opened ({error})", "Save it as PDF or EML."
        ) from error
    yield _inner(item, "bericht.txt", _letter(headers, body))
    for name, attachment in attached:
        data = _bytes_of(attachment)
        if data and not str(attachment.mime_type or "").startswith(_NO_PAPERS):
            yield _inner(item, _plain_name(name), data)


def _bytes_of(attachment: Any) -> bytes:
    return bytes(attachment.file_bytes or b"") if attachment.attached_by_value else b""


def _letter(headers: list[tuple[str, str]], body: str) -> bytes:
    """A message as a letter: its reference block, then its text."""
    block = "\n\n".join(f"{name}: {value}" for name, value in headers if value)
    return f"{block}\n\n{body.strip()}\n".encode()


def _plain_name(name: str) -> str:
    """A member's name without folders that lead anywhere: it is never used as a path."""
    parts = [p for p in PurePosixPath(name.replace("\\", "/")).parts if p not in ("/", "..", ".")]
    return "/".join(parts) or hashlib.sha256(name.encode()).hexdigest()[:8]


_HOLDS = {"zip": _in_zip, "eml": _in_eml, "msg": _in_msg}
