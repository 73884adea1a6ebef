"""What the interest in a Dutch place is about, and when: the rows behind theme_by_place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.records import Document, Entity, Interest, Tie
from corpus.records.dates import first_year
from extractors.patterns import matcher
from extractors.sentences import Sentence

_SAID, _CARRIED = 0.8, 0.6  # the place is named in the sentence itself, or in the one before


def find_interests(
    document: Document,
    sentences: Sequence[Sentence],
    *,
    ties: Sequence[Tie],
    owner: Entity | None = None,
    in_sections: bool = False,
) -> tuple[Interest, ...]:
    """One interest for each Dutch place, period and theme that the paper links to abroad.

    A sentence tells one if it has a theme, is about a Dutch place (named in it, in the sentence
    before, or the owner) and about abroad (a foreign place, or a tie or interest by name). The
    period is the paper's own, empty where it tells of none; a paper that is parted by period
    (`in_sections`) tells of no interests outside those parts. The years are those of the dates in
    the sentences, else of the paper.
    """
    partners = _partners(ties)
    found: dict[tuple[str, str, str], list[tuple[Interest, float]]] = {}
    for sentence, places, score in _about_places(sentences, owner):
        period, year = sentence.period, _year(document, sentence)
        if in_sections and not period:
            continue
        foreign = tuple(dict.fromkeys(m.entity for m in sentence.foreign_governments if m.entity))
        for place in places:
            for theme in sentence.themes:
                interest = Interest(
                    nl=place,
                    theme=theme,
                    period=period,
                    years=(year,) if year else (),
                    foreign=foreign or partners.get(place.id, ())[:1],
                    confidence=score,
                    evidences=(sentence.evidence,),
                )
                found.setdefault((place.id, period, theme), []).append((interest, score))
    merged = [_merged(items) for items in found.values()]
    return tuple(sorted(merged, key=lambda i: (i.period, i.nl.name, i.theme, i.key)))


def _about_places(
    sentences: Sequence[Sentence], owner: Entity | None
) -> Iterator[tuple[Sentence, tuple[Entity, ...], float]]:
    passage = -1
    carried: tuple[Entity, ...] = ()
    abroad = False
    for sentence in sentences:
        if sentence.passage.index != passage:
            passage, carried, abroad = sentence.passage.index, (), False
        named = tuple(dict.fromkeys(m.entity for m in sentence.dutch_governments if m.entity))
        abroad_here = _is_abroad(sentence)
        places = named or carried or ((owner,) if owner else ())
        told = sentence.passage.kind != "heading" and places and sentence.themes
        if told and (abroad_here or (abroad and not named)):
            yield sentence, places, _SAID if named else _CARRIED
        carried, abroad = named or carried, abroad or abroad_here


def _is_abroad(sentence: Sentence) -> bool:
    foreign = any(
        m.entity and m.entity.country not in ("", "NL") and m.label == "PLACE"
        for m in sentence.mentions
    )
    return foreign or matcher("interests").has(sentence.text, "abroad")


def _partners(ties: Sequence[Tie]) -> Mapping[str, tuple[Entity, ...]]:
    found: dict[str, tuple[Entity, ...]] = {}
    for tie in ties:
        found[tie.nl.id] = (*found.get(tie.nl.id, ()), tie.foreign)
    return found


def _year(document: Document, sentence: Sentence) -> int | None:
    dates = [m.value for m in sentence.mentions if m.label == "DATE" and m.value]
    years = [year for value in dates if (year := first_year(value))]
    return years[-1] if years else first_year(document.published)


def _merged(items: Sequence[tuple[Interest, float]]) -> Interest:
    ranked = sorted(items, key=lambda pair: (-pair[1], pair[0].evidences[0].start))
    foreign = tuple(dict.fromkeys(e for interest, _ in ranked for e in interest.foreign))
    missed = 1.0
    for _, score in items:
        missed *= 1 - score * 0.8  # each telling makes it surer, none makes it certain
    best = ranked[0][0]
    return Interest(
        nl=best.nl,
        theme=best.theme,
        period=best.period,
        years=tuple(sorted({year for interest, _ in ranked for year in interest.years})),
        foreign=foreign,
        confidence=round(1 - missed, 3),
        evidences=tuple(dict.fromkeys(e for interest, _ in ranked for e in interest.evidences)),
    )
