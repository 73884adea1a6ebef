"""What kind of source a source is, by its tail, its words and its author."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.citations.source import Source, is_policy, with_kind
from extractors.citations.tail import Tail
from extractors.citations.who import is_body, is_person
from extractors.patterns import matcher


def kind_of(source: Source, tail: Tail, *, is_letter: bool = False) -> Source:
    """The source with its kind; the words of a title go before what kind of author it has."""
    kind = _by_tail(source, tail, is_letter=is_letter) or _by_author(source, tail)
    return replace(source, kind=kind) if kind else with_kind(source, quoted=True)


def _by_tail(source: Source, tail: Tail, *, is_letter: bool) -> str:
    if tail.archive or is_letter or re.match(r"e-mail", source.title, re.IGNORECASE):
        return "archive"
    if tail.thesis:
        return "paper"
    return "article" if tail.periodical and not (tail.is_in and is_policy(source)) else ""


def _by_author(source: Source, tail: Tail) -> str:
    person = is_person(source.authors)
    account = matcher("citations").first(source.title, "account")
    if account is not None and not person:
        return "report"
    if person:
        worded = with_kind(source, quoted=True).kind
        return worded if worded in ("paper", "report") else "book"
    if is_policy(source):
        return "policy_document"
    return "report" if source.authors and (tail.place or is_body(source.authors)) else ""
