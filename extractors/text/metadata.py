"""What a paper says of itself on its first page: title, language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from corpus.records import Passage
from extractors.text.labels import labelled

_LANGUAGES = ["nl", "en", "de", "fr", "fy", "es", "it", "pl", "tr", "zh"]
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d+)*|[IVX]+|[A-Z])[.)]\s")


def find_title(text: str, passages: Sequence[Passage], named: str) -> str:
    """The subject line, else the first large heading, else the file's own title, else the start."""
    subject = next(labelled(text, "subject"), "")
    if len(subject) > 3:
        return subject.strip(" .")
    headings = [p for p in passages[:40] if p.kind == "heading" and not _is_item(text, p)]
    if headings:
        top = min(headings, key=lambda p: (p.level, p.start))
        return text[top.start : top.end].strip()
    if named and not re.search(r"\.(docx?|pdf|odt)$|^microsoft word", named, re.IGNORECASE):
        return named
    return text.strip().split("\n")[0][:120]


def _is_item(text: str, passage: Passage) -> bool:
    """Whether a heading is of a part: "3. Mededelingen" is no title of minutes."""
    said = text[passage.start : passage.end]
    return (
        bool(passage.label)
        or re.match(r"(?:\d{1,2}(?:\.\d+)*|[IVX]+|[A-Z])[.)]\s", said) is not None
    )


def find_language(text: str) -> str:
    """The paper's language (BCP 47) by its words; empty where there are too few to tell."""
    sample = text[:20_000]
    return str(_identifier().classify(sample)[0]) if len(sample.split()) >= 8 else ""


@cache
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(_LANGUAGES)
    return identifier
