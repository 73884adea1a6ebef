"""What a paper says of itself on its first page: title, kind, date, language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import PurePath

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from corpus.records import Passage
from corpus.reference.cues import load_cues
from extractors.dates import find_dates
from extractors.patterns import matcher

_LANGUAGES = ["nl", "en", "de", "fr", "fy", "es", "it", "pl", "tr", "zh"]
_HEAD = 2500  # characters in which a paper says what it is
_LETTERHEAD = 200  # a passage longer than this ends the letterhead
_YEAR_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_]?(0[1-9]|1[0-2])[-_]?([0-2]\d|3[01]))?(?!\d)"
)


def find_title(text: str, passages: Sequence[Passage], named: str) -> str:
    """The subject line, else the first large heading, else the file's own title, else the start."""
    subject = next(_labelled(text, "subject"), "")
    if len(subject) > 3:
        return subject.strip(" .")
    headings = [p for p in passages[:40] if p.kind == "heading"]
    if headings:
        top = min(headings, key=lambda p: (p.level, p.start))
        return text[top.start : top.end].strip()
    if named and not re.search(r"\.(docx?|pdf|odt)$|^microsoft word", named, re.IGNORECASE):
        return named
    return text.strip().split("\n")[0][:120]


def find_kind(text: str, title: str, name: str) -> str:
    """The kind of paper that its title, its file's name or else its first lines tell.

    `overig` where none does. In the title the first word of kind counts ("Verslag over de nota"),
    below it the most telling one, in the order of the table.
    """
    kinds = matcher("paper_kinds")
    for part in (title, re.sub(r"[-_.]+", " ", PurePath(name).stem)):
        found = kinds.first(part)
        if found:
            return found.kind
    order = list(dict.fromkeys(cue.kind for cue in load_cues("paper_kinds")))
    for part in (text[:600], text[:_HEAD]):
        told = kinds.find(part)
        if told:
            return min((match.kind for match in told), key=order.index)
    return "overig"


def find_date(text: str, passages: Sequence[Passage], title: str, name: str) -> str:
    """The paper's own date as EDTF; empty where it tells none.

    In that order: a date line, the title, the letterhead, a closing "Place, date" line, the name
    of the file. A date in the running text is the date of something else.
    """
    letterhead = []
    for passage in passages[:30]:
        if passage.end - passage.start > _LETTERHEAD:
            break
        letterhead.append(text[passage.start : passage.end])
    closing = [text[p.start : p.end] for p in passages[-8:] if p.kind == "body"]
    signed = [line for line in closing if re.fullmatch(r"[A-Z][\w' -]{2,30},[\w\s]{8,20}\.?", line)]
    for line in (*_labelled(text, "date"), title, *letterhead, *signed):
        found = [d.edtf.split("/")[-1] for d in find_dates(line)]
        dates = [edtf for edtf in found if len(edtf) >= 7]
        if dates:
            return dates[-1]
    return _date_in_name(name)


def _date_in_name(name: str) -> str:
    match = _YEAR_IN_NAME.search(PurePath(name).stem)
    return "-".join(part for part in match.groups() if part) if match else ""


def _labelled(text: str, kind: str) -> Iterator[str]:
    """What stands behind a label of this kind in the reference block ("Datum: 12 maart 2019")."""
    for match in matcher("reference_block").find(text[:_HEAD], kind):
        line_start = text.rfind("\n", 0, match.start) + 1
        if not text[line_start : match.start].strip(" ;"):
            yield text[match.end :].split("\n", 1)[0].strip(" :\t")


def find_language(text: str) -> str:
    """The paper's language (BCP 47) by its words; empty where there are too few to tell."""
    sample = text[:20_000]
    return str(_identifier().classify(sample)[0]) if len(sample.split()) >= 8 else ""


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
