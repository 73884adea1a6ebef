"""What can be seen of a candidate: named features for the learned decision.

Names are masked (GEMEENTE, BUITEN, ORG, PER, DATUM), so that nothing is learnt of one town.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from corpus.records import Mention
from corpus.records.dates import EdtfDate, parse_edtf
from extractors.events.candidates import Candidate
from extractors.events.rules import distance, found_cues

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[A-Z]{3,}")
_GRAM, _LONG = 5, 6  # letters of a piece; words from this length on are cut in pieces
_PIECE, _AROUND, _HEADING = 0.4, 0.5, 0.6  # what a piece, a word around, a heading's word counts
_OLD = 5  # years before the paper from which a happening is of long ago


def features(candidate: Candidate) -> dict[str, float]:
    """The features of a candidate by name; what is not there is 0."""
    found: dict[str, float] = {"always": 1.0}
    for name, value in (
        *_words(candidate),
        *_cues(candidate),
        *_senses(candidate),
        *_time(candidate),
        *_parties(candidate),
        *_place(candidate),
    ):
        found[name] = max(value, found.get(name, 0.0))
    return found


def _words(candidate: Candidate) -> Iterator[tuple[str, float]]:
    inside = _masked(candidate.text, candidate.mentions, candidate.start)
    for word in inside:
        yield f"word:{word}", 1.0
        if len(word) >= _LONG and word.islower():
            for at in range(len(word) - _GRAM + 1):
                yield f"piece:{word[at : at + _GRAM]}", _PIECE
    for left, right in itertools.pairwise(inside):
        yield f"pair:{left} {right}", 0.7
    sentence = candidate.sentence
    if (candidate.start, candidate.end) != (sentence.span.start, sentence.span.end):
        for word in _masked(sentence.text, sentence.mentions, sentence.span.start):
            yield f"near:{word}", _AROUND


def _masked(text: str, mentions: Sequence[Mention], offset: int) -> list[str]:
    parts: list[str] = []
    at = 0
    for mention in mentions:
        start, end = mention.span.start - offset, mention.span.end - offset
        if start < at:
            continue
        parts.extend((text[at:start].lower(), f" {_mask(mention)} "))
        at = end
    parts.append(text[at:].lower())
    return _WORD.findall("".join(parts))


def _mask(mention: Mention) -> str:
    entity = mention.entity
    if mention.label == "DATE":
        return "DATUM"
    if entity is not None and entity.is_dutch_government:
        return "GEMEENTE"
    if mention.label == "PLACE":
        return "LAND" if entity is not None and entity.kind == "land" else "BUITEN"
    return mention.label


def _cues(candidate: Candidate) -> Iterator[tuple[str, float]]:
    cues = [c for c in found_cues("events", candidate.text) if c.kind != "not"]
    for cue in cues:
        yield f"cue:{cue.kind}", 1.0
    if cues:
        yield f"first:{cues[0].kind}", 0.7
        nearest = min(cues, key=lambda c: (distance(candidate, c), c.start))
        yield f"nearest:{nearest.kind}", 0.7
    else:
        yield "cue:none", 1.0
    for kind, weight in _word_kinds(candidate.text).items():
        yield f"words:{kind}", weight
    for cue in found_cues("events", candidate.sentence.text):
        yield f"cue around:{cue.kind}", _AROUND


def _word_kinds(text: str) -> dict[str, float]:
    """How much the words of a text go with each type: one hit is 1, each more adds less."""
    hits = Counter(match.kind for match in found_cues("event_words", text))
    return {kind: 1.0 + log(count) for kind, count in sorted(hits.items())}


def _senses(candidate: Candidate) -> Iterator[tuple[str, float]]:
    for group, lead in (("event_sense", "sense"), ("ties", "tie")):
        here = {c.kind for c in found_cues(group, candidate.text)}
        around = {c.kind for c in found_cues(group, candidate.sentence.text)} - here
        for kind in here:
            yield f"{lead}:{kind}", 1.0
        for kind in around:
            yield f"{lead} around:{kind}", _AROUND


def _time(candidate: Candidate) -> Iterator[tuple[str, float]]:
    time, document = candidate.time, candidate.sentence.document
    yield f"time:{time.how}", 1.0
    if time.how in ("carried", "own"):
        yield f"carried over:{min(time.far, 3)}", 1.0
    date = parse_edtf(time.when)
    shape = "range" if "/" in time.when else "X" if "X" in time.when else str(len(time.when))
    yield f"date:{shape}", 1.0
    if document.published:
        yield from _age(date, parse_edtf(document.published))
        if time.when == document.published:
            yield "time:paper's own", 1.0
    if time.is_said:
        yield from _beside_date(document.text[candidate.start : time.start].lower())


def _age(date: EdtfDate, paper: EdtfDate) -> Iterator[tuple[str, float]]:
    age = paper.first[0] - date.first[0]
    old = "old" if age > _OLD else "recent" if age > 0 else "same" if age == 0 else "future"
    yield f"age:{old}", 1.0
    if old == "same":
        side = "before" if date.last < paper.first else "after" if date.first > paper.last else ""
        yield f"age:{side or 'now'}", 1.0


def _beside_date(before: str) -> Iterator[tuple[str, float]]:
    for word in _WORD.findall(before)[-2:]:
        yield f"before date:{word}", 1.0
    if label := re.search(r"(?:^|[;|]\s*)([\w' ]+):[^;|]*$", before):
        yield f"column:{label[1].strip()}", 1.0
    if before.endswith("("):
        yield "date:bracketed", 1.0


def _parties(candidate: Candidate) -> Iterator[tuple[str, float]]:
    kinds = {_mask(m) for m in candidate.mentions}
    around = {_mask(m) for m in candidate.sentence.mentions} - kinds
    for kind in kinds:
        yield f"party:{kind}", 1.0
    for kind in around:
        yield f"party around:{kind}", _AROUND
    if "BUITEN" not in kinds | around:
        yield "above:foreign" if candidate.above else "above:nothing", 1.0
    foreign = {m.entity.id for m in candidate.sentence.foreign_governments if m.entity}
    if len(foreign) > 1:
        yield "party:many foreign", 1.0


def _place(candidate: Candidate) -> Iterator[tuple[str, float]]:
    passage, document = candidate.sentence.passage, candidate.sentence.document
    yield f"kind:{passage.kind}", 1.0
    yield f"paper:{document.kind}", 0.5
    if passage.speaker:
        yield "kind:spoken", 1.0
    for heading in passage.section[-1:]:
        for word in _WORD.findall(heading.lower()):
            yield f"heading:{word}", _HEADING
        for cue in found_cues("events", heading):
            yield f"heading cue:{cue.kind}", _HEADING
    for cue in found_cues("events", candidate.before):
        yield f"cue before:{cue.kind}", 0.3
    if any(c.kind in ("strong", "bond") for c in found_cues("ties", candidate.before)):
        yield "tie before", 0.5
    share = candidate.start / max(len(document.text), 1)
    yield f"part:{'head' if share < 0.1 else 'tail' if share > 0.9 else 'middle'}", 0.5
