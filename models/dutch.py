"""Chooses, loads and names the Dutch pipeline. The one room that loads spaCy.

The order: what the settings name; `nl_core_news_lg` where it is installed; else the embedded
default: spaCy's Dutch tokenizer and its sentencizer, taught the abbreviations of council papers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any, Literal

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from corpus.errors import ModelMissing
from corpus.reference.tables import read_rows

LARGE = "nl_core_news_lg"
EMBEDDED = "nl_stedenband"
TaggedLabel = Literal["PER", "ORG", "PLACE"]
_LABELS: dict[str, TaggedLabel] = {
    "PERSON": "PER",
    "PER": "PER",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
}
_OPENING = re.compile(r"[.!?…]\s+(?P<quote>['\"“‘„(])\s*$")
_INITIAL = re.compile(r"(?:[A-Z]\.)+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class DutchPipeline:
    """A loaded pipeline; `reason` says why this one."""

    nlp: Language
    name: str
    version: str
    reason: str

    def sentences(self, text: str) -> tuple[tuple[int, int], ...]:
        """Start and end of each sentence in `text`, without the blanks around it."""
        spans: list[tuple[int, int]] = []
        for start, end in _cut(self._sentence_doc(text)):
            stretch = text[start:end]
            left = start + len(stretch) - len(stretch.lstrip())
            right = start + len(stretch.rstrip())
            if left < right:
                spans.append((left, right))
        return tuple(spans)

    def entities(self, text: str) -> tuple[tuple[int, int, TaggedLabel], ...]:
        """Names that the pipeline tags; none where it has no entity recogniser."""
        if not self.nlp.has_pipe("ner"):
            return ()
        return tuple(
            (span.start_char, span.end_char, _LABELS[span.label_])
            for span in self.nlp(text).ents
            if span.label_ in _LABELS
        )

    def _sentence_doc(self, text: str) -> Doc:
        """Tokens with sentence starts by punctuation: trained parsers split headings wrongly."""
        return sentencizer()(text)


@cache
def load_dutch(name: str = "") -> DutchPipeline:
    """The pipeline `name` (a package or a folder), else the best that is installed.

    Raises ModelMissing where a pipeline that was asked for by name is not there.
    """
    if name and name != EMBEDDED:
        return _installed(name, f"the settings ask for {name}")
    if not name and find_spec(LARGE) is not None:
        return _installed(LARGE, f"{LARGE} is installed")
    said = "the settings ask for it" if name else f"{LARGE} is not installed"
    return DutchPipeline(
        nlp=sentencizer(), name=EMBEDDED, version=f"0.1+spacy{version('spacy')}", reason=said
    )


def _installed(name: str, reason: str) -> DutchPipeline:
    try:
        nlp = spacy.load(name, exclude=["parser", "lemmatizer", "attribute_ruler"])
    except OSError as error:
        raise ModelMissing(
            name, "this Dutch pipeline is not installed", "Run: stedenband model install"
        ) from error
    return DutchPipeline(
        nlp=nlp, name=name, version=str(nlp.meta.get("version", "")), reason=reason
    )


@cache
def sentencizer() -> Language:
    """Dutch tokens and sentence ends; abbreviations of council papers are one token each."""
    nlp = spacy.blank("nl")
    tokenizer: Any = nlp.tokenizer
    for row in read_rows("abbreviations"):
        word = row["abbreviation"]
        for form in {word, word[0].upper() + word[1:]}:
            tokenizer.add_special_case(form, [{"ORTH": form}])
    nlp.add_pipe("sentencizer", config={"punct_chars": [".", "!", "?", "…"]})
    nlp.max_length = 20_000_000  # characters; there is no parser whose memory grows with it
    return nlp


def _cut(doc: Doc) -> list[tuple[int, int]]:
    """The sentencizer's sentences; one that follows an initial or starts small is joined on."""
    cut: list[tuple[int, int]] = []
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        if cut and (quote := _OPENING.search(doc.text[cut[-1][0] : cut[-1][1]])):
            # The sentencizer leaves an opening quote with the sentence before it.
            start = cut[-1][0] + quote.start("quote")
            cut[-1] = (cut[-1][0], start)
        if cut and not _ends(doc.text[cut[-1][0] : cut[-1][1]], doc.text[start:end]):
            cut[-1] = (cut[-1][0], end)
        else:
            cut.append((start, end))
    return cut


def _ends(before: str, after: str) -> bool:
    """Whether a full stop between these two ends a sentence."""
    last = before.rsplit(maxsplit=1)[-1] if before.strip() else ""
    first = after.lstrip()[:1]
    if _INITIAL.search(last) or re.fullmatch(r"\(?\d{1,3}\.", before.strip()):
        return False
    return not (first.islower() or first in ",;:)]")
