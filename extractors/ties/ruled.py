"""Ties as rules find them: told, listed, in tables, and by clues of the owner's own ties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from corpus.records import Document, Entity, Evidence, Span
from corpus.records.facts import TieStatus
from corpus.reference.places import load_places
from extractors.patterns import matcher
from extractors.sentences import Sentence
from extractors.ties.about import Clue, clues_about, enough
from extractors.ties.dating import Course, course_of
from extractors.ties.listed import bracket_pairs, row_pairs
from extractors.ties.pairing import Pair, governments
from extractors.ties.told import told_pairs

_LISTED, _IN_ROW = 0.9, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One place where a paper says that a pair is tied."""

    pair: Pair
    confidence: float
    evidence: Evidence
    course: Course
    negated: bool = False


def ruled_ties(
    document: Document, sentences: Sequence[Sentence], *, owner: Entity | None = None
) -> dict[tuple[str, str], tuple[Found, ...]]:
    """Every telling of each pair that the rules hold for tied, by Dutch and foreign id.

    A tie that is only denied is left out; one that is only proposed has courses that say so.
    """
    found: dict[tuple[str, str], list[Found]] = {}
    last: Found | None = None
    for sentence, topic in _with_topic(sentences, owner):
        here = [f for f in _in_sentence(document, sentence, topic, owner) if not f.negated]
        for item in here:
            found.setdefault((item.pair.nl.id, item.pair.foreign.id), []).append(item)
        if not here and last is not None and _goes_on(sentence, last):
            found[last.pair.nl.id, last.pair.foreign.id].append(_continued(sentence, last))
        last = here[-1] if here else last
    clues = tuple(clues_about(sentences, owner)) if owner else ()
    denied = {(c.pair.nl.id, c.pair.foreign.id) for c in clues if c.weight < 0}
    found = {
        key: items
        for key, items in found.items()
        if key not in denied or any(_is_fact(f.course) for f in items)
    }
    for item in _about_owner(clues, found):
        found.setdefault((item.pair.nl.id, item.pair.foreign.id), []).append(item)
    for item in _of_one_end(sentences, found):
        found[item.pair.nl.id, item.pair.foreign.id].append(item)
    return {key: tuple(items) for key, items in found.items()}


def _with_topic(
    sentences: Sequence[Sentence], owner: Entity | None
) -> Iterator[tuple[Sentence, Entity | None]]:
    """Each sentence with the Dutch government it goes on about: of its passage so far, its
    heading, else the paper's owner."""
    passage, topic = -1, owner
    for sentence in sentences:
        if sentence.passage.index != passage:
            passage, topic = sentence.passage.index, owner
        yield sentence, topic
        dutch = [m.entity for m in sentence.dutch_governments if m.entity]
        topic = dutch[-1] if dutch else topic


def _in_sentence(
    document: Document, sentence: Sentence, topic: Entity | None, owner: Entity | None
) -> Iterator[Found]:
    listed = bracket_pairs(sentence, _provinces())
    for pair in listed:
        yield Found(
            pair=pair,
            confidence=_LISTED,
            evidence=document.evidence(Span(*pair.at)),
            course=Course(),
        )
    if listed:
        return
    rows = tuple(row_pairs(sentence, owner))
    for pair in rows:
        yield Found(
            pair=pair,
            confidence=_IN_ROW,
            evidence=sentence.evidence,
            course=course_of(sentence),
            negated=_is_denied(sentence, pair),
        )
    if rows or sentence.passage.kind == "table":
        return
    for told in told_pairs(sentence, topic=topic, owner=owner):
        yield Found(
            pair=told.pair,
            confidence=told.confidence,
            evidence=sentence.evidence,
            course=course_of(sentence, told.pair.at),
            negated=_is_denied(sentence, told.pair),
        )


@cache
def _provinces() -> dict[str, Entity]:
    return {e.name: e for e in load_places().dutch() if e.kind == "provincie"}


def _is_denied(sentence: Sentence, pair: Pair) -> bool:
    """ "geen stedenband met": a denial near the cue that belongs to this pair."""
    text = sentence.text
    offset = sentence.span.start
    for cue in matcher("ties").find(text, "strong", "weak"):
        if abs(cue.start + offset - pair.at[1]) > 200:
            continue
        before = text[max(0, cue.start - 40) : cue.start]
        after = re.split(r"[,;(]", text[cue.end : cue.end + 60])[0]
        near = re.split(r"[;.]", before)[-1]
        if matcher("ties").has(near, "negated"):
            return True
        if re.search(r"\b(?:niet|afgewezen|verworpen|nooit)\b", after) and not matcher("ties").has(
            after, "ended"
        ):
            return True
    return False


def _goes_on(sentence: Sentence, last: Found) -> bool:
    """A sentence without partners that tells on about the tie just named."""
    same = sentence.evidence.start - last.evidence.end
    if governments(sentence) or not 0 <= same <= 400:
        return False
    return matcher("ties").has(sentence.text, "strong") and course_of(sentence).says


def _is_fact(course: Course) -> bool:
    """Whether a telling gives a date of what was, which no later refusal takes back."""
    return course.status != "proposed" and bool(course.formed or course.ended)


def _about_owner(
    clues: Sequence[Clue], found: Mapping[tuple[str, str], Sequence[Found]]
) -> Iterator[Found]:
    """The owner's ties by clues, and what clues add to ties that were found otherwise."""
    by_partner: dict[str, list[Clue]] = {}
    for clue in clues:
        by_partner.setdefault(clue.pair.foreign.id, []).append(clue)
    for several in by_partner.values():
        first = several[0].pair
        confidence = enough(several)
        known = found.get((first.nl.id, first.foreign.id), ())
        if not confidence and not known:
            continue
        seen = {f.evidence for f in known}
        for clue in several:
            if clue.weight > 0 and clue.sentence.evidence not in seen:
                yield Found(
                    pair=clue.pair,
                    confidence=min(confidence or 0.5, clue.weight),
                    evidence=clue.sentence.evidence,
                    course=course_of(clue.sentence, clue.pair.at),
                )


def _of_one_end(
    sentences: Sequence[Sentence], found: Mapping[tuple[str, str], Sequence[Found]]
) -> Iterator[Found]:
    """ "Zwolle heeft de stedenband opgezegd": told of a government that has one tie only."""
    for sentence in sentences:
        dutch = {m.entity.id for m in sentence.dutch_governments if m.entity}
        if len(dutch) != 1 or sentence.foreign_governments:
            continue
        own = [key for key in found if key[0] in dutch]
        course = course_of(sentence)
        if (
            len(own) == 1
            and course.status == "ended"
            and matcher("ties").has(sentence.text, "strong")
        ):
            first = found[own[0]][0]
            yield Found(pair=first.pair, confidence=0.7, evidence=sentence.evidence, course=course)


def _continued(sentence: Sentence, last: Found) -> Found:
    course = course_of(sentence)
    status: TieStatus = course.status if course.status == "ended" else "unknown"
    return Found(
        pair=last.pair,
        confidence=last.confidence - 0.1,
        evidence=sentence.evidence,
        course=Course(
            formed=course.formed, formalised=course.formalised, ended=course.ended, status=status
        ),
    )


def ruled_status(items: Sequence[Found], *, own: bool) -> TieStatus:
    """What the paper says of it; a government that tells of its own tie has it, unless it says
    that the tie ended, is only proposed, or sleeps."""
    said = {f.course.status for f in items}
    if "ended" in said:
        return "ended"
    if any(matcher("ties").has(f.evidence.quote, "asleep") for f in items):
        return "unknown"
    if "active" in said:
        return "active"
    if "proposed" in said and not any(f.course.formed for f in items):
        return "proposed"
    return "active" if own else "unknown"
