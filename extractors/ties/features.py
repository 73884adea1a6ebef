"""What the relation classifiers look at: a sighting of a candidate pair as named features.

A feature is named for what an analyst would call it (`near:strong`, `before:met`), so that a
decision can be explained by the features that carried it.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.records import Document, Entity, Mention, Span
from corpus.records.dates import first_year
from extractors.patterns import matcher
from extractors.sentences import Sentence
from extractors.ties.dating import course_of
from extractors.ties.pairing import governments
from extractors.ties.sightings import Candidate, Sighting

Features = dict[str, float]

_NEAR, _MIDDLE = 30, 90  # characters between a cue and the foreign name
_WORDS_AROUND = 5
# What is true of a pair wherever it is said: these features are pooled over its sightings.
_POOLED = (
    *("near:", "course:", "question", "quoted", "above:", "hyphen", "between:", "says:"),
    *("in:", "end:"),
)
_NOT_OF_TIES = ("course:", "says:", "date:")  # of how a tie went on, not of whether it is one
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|<\w+>|[?!:;|]")
_MASKS = {"PER": "<per>", "ORG": "<org>", "PROG": "<prog>", "DATE": "<datum>", "PLACE": "<plaats>"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What features need of the paper beside the sighting.

    `ruled` is the confidence of the rules by pair and offset of the evidence they rest on.
    """

    document: Document
    sentences: tuple[Sentence, ...]
    owner: Entity | None
    rivals: int  # foreign governments that the paper names
    ruled: Mapping[tuple[str, str], Mapping[int, float]]
    whole: tuple[str, ...]  # what is true of it all: `features_of_paper`


def features_of_paper(document: Document) -> tuple[str, ...]:
    """The features that each sighting in a paper shares: read once, a paper may be long."""
    cues = matcher("ties")
    has_strong = ("paper_has:strong",) if cues.has(document.text, "strong") else ()
    titled = dict.fromkeys(f"title:{cue.kind}" for cue in cues.find(document.title))
    return (f"paper:{document.kind or 'unknown'}", *titled, *has_strong)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The features of a candidate's sightings, in their order.

    `ties` has those of the sightings that name the foreign end, with what is said anywhere of the
    pair (`some:`): whether it is a tie. `courses` has those of all: how the tie stands.
    """

    ties: tuple[Features, ...]
    courses: tuple[Features, ...]


def features_of(candidate: Candidate, paper: Paper) -> Seen:
    """What is seen of a candidate."""
    every = [_of_sighting(sighting, candidate, paper) for sighting in candidate.sightings]
    pooled = {
        f"some:{name.replace('understood:', 'near:')}"
        for features in every
        for name in features
        if name.replace("understood:", "near:").startswith(_POOLED)
    }
    ties = tuple(
        {n: v for n, v in features.items() if not n.startswith(_NOT_OF_TIES)}
        | dict.fromkeys(sorted(pooled), 1.0)
        for sighting, features in zip(candidate.sightings, every, strict=True)
        if sighting.foreign is not None
    )
    courses = tuple({n: v for n, v in f.items() if not n.startswith("rule:")} for f in every)
    return Seen(ties=ties, courses=courses)


def _of_sighting(sighting: Sighting, candidate: Candidate, paper: Paper) -> Features:
    """The features of one sighting of a candidate, each 0 to 1."""
    found: Features = {
        f"end:{sighting.dutch_end}": 1.0,
        f"in:{sighting.sentence.passage.kind}": 1.0,
    }
    several = (
        _cues(sighting),
        _between(sighting),
        _surroundings(sighting, paper.sentences),
        _company(sighting),
        _words(sighting),
        _course(sighting),
        _of_paper(candidate, paper),
    )
    found.update((name, 1.0) for name in itertools.chain.from_iterable(several))
    found["often"] = math.log2(1 + len(candidate.sightings)) / 3
    found["rivals"] = math.log2(1 + paper.rivals) / 4
    rules = paper.ruled.get(candidate.key, {})
    if here := rules.get(sighting.sentence.span.start, 0.0):
        found["rule:here"] = here
    if rules:
        found["rule:somewhere"] = max(rules.values())
    return found


def _anchor(sighting: Sighting) -> Span:
    """Where the foreign end stands, in the sentence; its start where it is understood."""
    offset = sighting.sentence.span.start
    if sighting.foreign is None:
        return Span(0, 1)
    return Span(sighting.foreign.span.start - offset, sighting.foreign.span.end - offset)


def _cues(sighting: Sighting) -> Iterator[str]:
    """Each kind of cue with how far it stands from the foreign name and on which side."""
    anchor = _anchor(sighting)
    for cue in matcher("ties").find(sighting.sentence.text):
        if sighting.foreign is None:
            yield f"understood:{cue.kind}"
            continue
        apart = anchor.gap(Span(cue.start, cue.end))
        reach = "near" if apart <= _NEAR else "middle" if apart <= _MIDDLE else "far"
        yield f"{reach}:{cue.kind}"
        if reach == "near":
            yield f"{'ahead' if cue.end <= anchor.start else 'behind'}:{cue.kind}"


def _between(sighting: Sighting) -> Iterator[str]:
    """What stands between the two names."""
    if sighting.dutch is None or sighting.foreign is None:
        return
    left, right = sorted((sighting.dutch.span, sighting.foreign.span))
    between = sighting.sentence.document.text[left.end : right.start]
    yield from (f"between:{cue.kind}" for cue in matcher("ties").find(between))
    yield "order:dutch_first" if left == sighting.dutch.span else "order:foreign_first"
    yield f"apart:{min(len(between) // 40, 5)}"
    if re.fullmatch(r"\s*[-\u2013/]\s*", between):
        yield "hyphen"


def _surroundings(sighting: Sighting, sentences: Sequence[Sentence]) -> Iterator[str]:
    """Cues in headings and in the neighbouring sentences of the passage."""
    sentence = sighting.sentence
    for cue in matcher("ties").find(" ".join(sentence.passage.section[-2:])):
        yield f"above:{cue.kind}"
    for step, name in ((-1, "previous"), (1, "next")):
        at = sighting.index + step
        if 0 <= at < len(sentences) and sentences[at].passage.index == sentence.passage.index:
            yield from (f"{name}:{cue.kind}" for cue in matcher("ties").find(sentences[at].text))


def _company(sighting: Sighting) -> Iterator[str]:
    """Which other governments the sentence names, and how it speaks."""
    sentence = sighting.sentence
    named = governments(sentence)
    foreign = {m.entity.id for m in named if m.entity and m.entity.is_foreign_government}
    dutch = {m.entity.id for m in named if m.entity and m.entity.is_dutch_government}
    yield f"foreign_ends:{min(len(foreign), 4)}"
    yield f"dutch_ends:{min(len(dutch), 3)}"
    if sighting.dutch_end != "named" and dutch:
        yield "other_dutch"
    if sighting.foreign is not None:
        yield from _nearer(sighting.foreign, sighting.dutch, named)
    if sentence.text.rstrip().endswith("?"):
        yield "question"
    if len(re.findall(r"[\"“”„«»]", sentence.text[: _anchor(sighting).start])) % 2:
        yield "quoted"


def _nearer(foreign: Mention, own: Mention | None, named: Sequence[Mention]) -> Iterator[str]:
    """Whether another Dutch government stands nearer to the foreign name than the pair's own."""
    others = [
        m.span
        for m in named
        if m.entity and m.entity.is_dutch_government and (own is None or m.entity != own.entity)
    ]
    mine = own.span.gap(foreign.span) if own else None
    for span in others:
        if mine is None or span.gap(foreign.span) < mine:
            yield "nearer_dutch:before" if span < foreign.span else "nearer_dutch:behind"


def _words(sighting: Sighting) -> Iterator[str]:
    """Words around the foreign name and in the sentence, names masked by what they name."""
    words = _WORD.findall(_masked(sighting))
    yield from (f"sentence:{w}" for w in words)
    if "<hier>" not in words:
        return
    at = words.index("<hier>")
    left, right = words[max(0, at - _WORDS_AROUND) : at], words[at + 1 : at + 1 + _WORDS_AROUND]
    yield from (f"word:{w}" for w in (*left, *right))
    yield f"before:{' '.join(left[-1:]) or '^'}"
    yield f"before2:{' '.join(left[-2:]) or '^'}"
    yield f"after:{' '.join(right[:1]) or '$'}"


def _masked(sighting: Sighting) -> str:
    """The sentence in lower case, its names masked."""
    sentence, pieces, at = sighting.sentence, [], sighting.sentence.span.start
    for mention in sentence.mentions:
        if mention.span.start >= at:
            text = sentence.document.text[at : mention.span.start].lower()
            pieces.append(f"{text} {_mask(mention, sighting)} ")
            at = mention.span.end
    pieces.append(sentence.document.text[at : sentence.span.end].lower())
    return "".join(pieces)


def _mask(mention: Mention, sighting: Sighting) -> str:
    entity = mention.entity
    if mention.label != "PLACE" or entity is None:
        return _MASKS[mention.label]
    if sighting.foreign is not None and entity == sighting.foreign.entity:
        return "<hier>" if mention.span == sighting.foreign.span else "<zelf>"
    if sighting.dutch is not None and entity == sighting.dutch.entity:
        return "<nl>"
    if entity.is_dutch_government:
        return "<nederlands>"
    return "<ander>" if entity.is_foreign_government else f"<{entity.kind or 'plaats'}>"


def _course(sighting: Sighting) -> Iterator[str]:
    """What the rules read of the tie's course in the clause, and how its dates stand to today."""
    course = course_of(sighting.sentence, sighting.at)
    yield f"course:{course.status}"
    yield from (f"says:{part}" for part in ("formed", "ended") if getattr(course, part))
    today = first_year(sighting.sentence.document.published)
    for mention in sighting.sentence.labelled("DATE"):
        year = first_year(mention.value)
        if year and today:
            yield "date:later" if year > today else "date:now" if year == today else "date:past"


def _of_paper(candidate: Candidate, paper: Paper) -> Iterator[str]:
    document = paper.document
    yield from paper.whole
    yield f"foreign:{candidate.foreign.kind}"
    yield f"dutch:{candidate.nl.kind}"
    if paper.owner is not None:
        yield "owner:self" if paper.owner == candidate.nl else "owner:other"
    # A paper of one passage has its only sentence for a title.
    if candidate.foreign.name in document.title and len(document.passages) > 1:
        yield "in_title"
