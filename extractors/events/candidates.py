"""Where a paper may tell of a happening: each sentence with a time, cut so that each has its own.

A candidate says nothing yet; whether it is an event and of which type is decided from its features.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.records import Entity, Mention
from extractors.events.times import Time, times_of
from extractors.sentences import Sentence

# Where one clause ends and the next begins, the plainest first.
_CUTS = tuple(
    re.compile(pattern)
    for pattern in (
        r";\s",
        r"[.:]\s",
        r",\s(?:en|maar|terwijl|waarna|waarop|dat|die|doch)\s",
        r"\s(?:en|maar|terwijl|waarna)\s",
        r",\s",
    )
)
_BEFORE = re.compile(
    r"(?:\b(?:in|op|per|van|sinds|sedert|tot|vanaf|rond|omstreeks|pas in|eind|begin|medio)\s+"
    r"(?:de\s+|het\s+)?|\()$",
    re.IGNORECASE,
)
_FEWEST = 3  # letters of a sentence that may tell something
_WORDS = 5  # a stretch of fewer words besides its time says too little: the sentence is read whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch of a sentence with the time that its happening may have had.

    `start` and `end` are the paper's offsets. `above` are the foreign governments that the text
    goes on about (heading, sentences before); `owner` is whose paper it is.
    """

    sentence: Sentence
    time: Time
    start: int
    end: int
    above: tuple[Entity, ...] = ()
    owner: Entity | None = None
    before: str = ""  # the sentence before it in the same passage
    beside: tuple[Time, ...] = ()  # the other times that the sentence says

    @property
    def text(self) -> str:
        return self.sentence.document.text[self.start : self.end]

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Those inside the stretch."""
        return tuple(
            m
            for m in self.sentence.mentions
            if self.start <= m.span.start and m.span.end <= self.end
        )


def candidates(sentences: Sequence[Sentence], *, owner: Entity | None) -> Iterator[Candidate]:
    """Every stretch of the paper that has a time, in order."""
    times = times_of(sentences)
    above: tuple[Entity, ...] = ()
    passage, before = -1, ""
    section: tuple[str, ...] = ()
    for sentence, said in zip(sentences, times, strict=True):
        if sentence.passage.section != section:
            section = sentence.passage.section
            above = _headed(sentences, sentence)
        if sentence.passage.index != passage:
            passage, before = sentence.passage.index, ""
        if sum(c.isalpha() for c in sentence.text) >= _FEWEST:
            for time, (start, end) in zip(said, _stretches(sentence, said), strict=True):
                yield Candidate(
                    sentence=sentence,
                    time=time,
                    start=start,
                    end=end,
                    above=above,
                    owner=owner,
                    before=before,
                    beside=tuple(t for t in said if t.start != time.start and t.is_said),
                )
        above = _foreign(sentence) or above
        before = sentence.text


def _foreign(sentence: Sentence) -> tuple[Entity, ...]:
    seen = {m.entity.id: m.entity for m in sentence.foreign_governments if m.entity}
    return tuple(seen.values())


def _headed(sentences: Sequence[Sentence], sentence: Sentence) -> tuple[Entity, ...]:
    """The foreign governments that the nearest heading above names."""
    if not sentence.passage.section:
        return ()
    heading = sentence.passage.section[-1]
    for other in sentences:
        if other.span.start >= sentence.span.start:
            break
        if other.passage.kind == "heading" and other.document.text_of(other.passage) == heading:
            found = _foreign(other)
            if found:
                return found
    return ()


def _stretches(sentence: Sentence, times: Sequence[Time]) -> Iterator[tuple[int, int]]:
    """For each time its part of the sentence: cut between two times where the clause ends."""
    places = sorted({t.start for t in times})
    edges = [sentence.span.start]
    for left, right in itertools.pairwise(places):
        end_of_left = max(t.end for t in times if t.start == left)
        edges.append(_cut(sentence, end_of_left, right))
    edges.append(sentence.span.end)
    for time in times:
        at = places.index(time.start)
        start, end = edges[at], edges[at + 1]
        said = sentence.document.text[start : time.start], sentence.document.text[time.end : end]
        if sum(len(part.split()) for part in said) < _WORDS:
            start, end = sentence.span.start, sentence.span.end
        yield start, end


def _cut(sentence: Sentence, left: int, right: int) -> int:
    """Where to cut between two times: after the last and plainest clause end between them."""
    between = sentence.document.text[left:right]
    for pattern in _CUTS:
        ends = [m.end() for m in pattern.finditer(between)]
        if ends:
            return left + ends[-1]
    before = _BEFORE.search(between)
    return left + before.start() if before else right
