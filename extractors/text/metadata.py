"""What a paper says of itself on its first page: title, kind, date, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from corpus.records import Passage
from extractors.patterns import matcher

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december"
_MONTH = _MONTHS.replace(" ", "|")
_DAY_DATE = re.compile(rf"\b(\d{{1,2}})\s+({_MONTH})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_MONTH_DATE = re.compile(rf"\b({_MONTH})\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)\b")
_DATED = re.compile(
    r"(?im)^\s*(?:datum|verzenddatum|d\.d\.|vergaderdatum|datum vergadering)\b[\s:]*(.{0,60})"
)
_SUBJECT = re.compile(r"(?im)^\s*(?:onderwerp|betreft|betreffende|titel)\s*:?[ \t]+(\S.{3,150})$")
_LANGUAGES = ["nl", "en", "de", "fr", "fy", "es", "it", "pl", "tr", "zh"]
_HEAD = 2500  # characters in which a paper says what it is


def find_title(text: str, passages: Sequence[Passage], named: str) -> str:
    """The subject line, else the first large heading, else the file's own title, else the start."""
    subject = _SUBJECT.search(text[:_HEAD])
    if subject:
        return subject[1].strip(" .")
    headings = [p for p in passages[:40] if p.kind == "heading"]
    if headings:
        top = min(headings, key=lambda p: (p.level, p.start))
        return text[top.start : top.end].strip()
    if named and not re.search(r"\.(docx?|pdf|odt)$|^microsoft word", named, re.IGNORECASE):
        return named
    return text.strip().split("\n")[0][:120]


def find_kind(text: str, title: str) -> str:
    """The kind of paper that its title, or else its first lines, name; `overig` where none does."""
    kinds = matcher("paper_kinds")
    for part in (title, text[:600], text[:_HEAD]):
        found = kinds.find(part)
        if found:
            return found[0].kind
    return "overig"


def find_date(text: str) -> str:
    """The date on the first page as EDTF: that of a date line first, else the first one told."""
    head = text[:_HEAD]
    for dated in _DATED.finditer(head):
        found = _date_in(dated[1])
        if found:
            return found
    return _date_in(head)


def _date_in(text: str) -> str:
    for pattern, write in (
        (_DAY_DATE, _by_name),
        (_FIGURES, _by_figures),
        (_MONTH_DATE, _by_month),
    ):
        match = pattern.search(text)
        if match:
            return write(match)
    return ""


def _by_name(match: re.Match[str]) -> str:
    return f"{match[3]}-{_MONTHS.split().index(match[2].lower()) + 1:02}-{int(match[1]):02}"


def _by_figures(match: re.Match[str]) -> str:
    month, day = int(match[2]), int(match[1])
    return f"{match[3]}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 28 else match[3]


def _by_month(match: re.Match[str]) -> str:
    return f"{match[2]}-{_MONTHS.split().index(match[1].lower()) + 1:02}"


def find_language(text: str) -> str:
    """The paper's language (BCP 47) by its words; empty where there are too few to tell."""
    sample = text[:20_000]
    return str(_identifier().classify(sample)[0]) if len(sample.split()) >= 8 else ""


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
