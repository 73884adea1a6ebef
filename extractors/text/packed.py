"""Zip files: what they would unpack to is looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import UnreadablePaper

_RATIO = 200  # a page of XML packs 20 to 1; a bomb thousands to 1
_RATIO_FROM = 10_000_000  # bytes: small files may pack well


def open_packed(data: bytes, name: str) -> zipfile.ZipFile:
    """The zip file. Raises UnreadablePaper where it is broken."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise UnreadablePaper(
            name, f"the archive is broken ({error})", "Download it again."
        ) from error


def check_unpacked(data: bytes, name: str, *, megabytes: int) -> None:
    """Raises UnreadablePaper where it is broken, encrypted, or would unpack to more than that."""
    with open_packed(data, name) as archive:
        members = archive.infolist()
    size = sum(member.file_size for member in members)
    if size > megabytes * 1_000_000 or (size > _RATIO_FROM and size > _RATIO * len(data)):
        reason = f"it unpacks to {size // 1_000_000} MB, more than a paper can be"
        raise UnreadablePaper(name, reason, "Unpack it, and give its papers.", code="too_large")
    if any(member.flag_bits & 1 for member in members):
        raise UnreadablePaper(
            name, "it is encrypted with a password", "Save it without one.", code="encrypted"
        )
