"""Words that stand for a government named before: "de stad", "beide steden", "onze gemeente".

What they stand for is told by the sentences before them in the same passage and by whose paper it
is. Where two answers are as good there is none. A reference is no mention of the contract: it helps
the fact extractors, and is not written to the tables.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from corpus.records import Entity, Mention, Span
from extractors.patterns import CueMatch, matcher
from extractors.sentences import Sentence, governments_in

_SCORE = 0.6
_Choice = tuple[Entity, ...]


def find_references(
    sentences: Sequence[Sentence], owner: Entity | None
) -> tuple[tuple[Mention, ...], ...]:
    """For each sentence the references in it that stand for one or two governments."""
    found: list[tuple[Mention, ...]] = []
    before: list[Sentence] = []
    for sentence in sentences:
        if before and before[-1].passage.index != sentence.passage.index:
            before = []
        found.append(tuple(_in_sentence(sentence, before, owner)))
        before.append(sentence)
    return tuple(found)


def _in_sentence(
    sentence: Sentence, before: Sequence[Sentence], owner: Entity | None
) -> Iterator[Mention]:
    named = governments_in(sentence.mentions)
    for match in matcher("references").find(sentence.text):
        start = sentence.span.start + match.start
        span = Span(start, start + len(match.text))
        if any(m.span.start < span.end and span.start < m.span.end for m in sentence.mentions):
            continue
        earlier = tuple(m for m in sentence.mentions if m.span.end <= span.start)
        for entity in _meant(match, earlier, before, owner):
            if entity not in named:
                yield Mention(
                    label="PLACE",
                    evidence=sentence.document.evidence(span),
                    entity=entity,
                    score=_SCORE,
                    method="reference",
                )


def _meant(
    match: CueMatch, earlier: Sequence[Mention], before: Sequence[Sentence], owner: Entity | None
) -> _Choice:
    own = (owner,) if owner else ()
    if match.kind == "own":
        return own
    steps = [governments_in(earlier), *(governments_in(s.mentions) for s in reversed(before))]
    if match.kind == "both":
        return next((step for step in steps if len(step) == 2), ())
    fits = _FITS[match.kind]
    said = next((kept for step in steps if (kept := tuple(filter(fits, step)))), ())
    if len(said) == 1:
        return said
    return own if not said and owner and fits(owner) and match.kind != "city" else ()


def _is_city(entity: Entity) -> bool:
    return entity.kind not in ("provincie", "district")


_FITS: dict[str, Callable[[Entity], bool]] = {
    "municipality": lambda e: e.is_dutch_government and e.kind == "gemeente",
    "province": lambda e: e.is_dutch_government and e.kind == "provincie",
    "city": _is_city,
    "partner": lambda e: e.is_foreign_government,
}
