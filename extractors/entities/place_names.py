"""Place mentions of a paper: names of the register, accepted and linked by their context."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus.records import Document, Entity, Mention, Passage, Span
from corpus.reference.places import Places
from corpus.reference.tables import read_rows
from extractors.entities.gazetteer import Hit, find_written, is_shouted
from extractors.entities.linker import Choice, choose
from extractors.entities.names import mention_context
from extractors.entities.place_context import Context, context_of, countries_in, often
from extractors.patterns import matcher

_CARRIED = 0.62  # a name that is surely a place once is one in the whole paper
_SURE = 0.58
_NO_WORD = 0.8  # a place this well known is not taken for a word for being written small


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A hit in its passage, with what the context made of it."""

    passage: Passage
    hit: Hit
    context: Context
    choice: Choice | None
    word: bool  # the paper uses the name as an ordinary word too


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paper:
    """What the whole paper says of each name in it."""

    document: Document
    lower: frozenset[str]  # words that it writes small
    countries: Mapping[int, frozenset[str]]  # named in each passage
    about: frozenset[str]  # countries that it names often
    named: frozenset[str]  # countries that it names at all
    tells_of_ties: bool


class PlaceNames:
    """Finds the place mentions of a document."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def find(self, document: Document) -> tuple[Mention, ...]:
        """Every place mention, in order; names that are no place in their context are left out."""
        hits = {p.index: self._hits(document.text_of(p)) for p in document.passages}
        countries = {
            p.index: countries_in(document.text_of(p), hits[p.index], self._places)
            for p in document.passages
        }
        paper = _Paper(
            document=document,
            lower=_lower_case_words(document.text),
            countries={index: frozenset(named) for index, named in countries.items()},
            about=often(sum(countries.values(), Counter())),
            named=frozenset().union(*countries.values()),
            tells_of_ties=matcher("ties").has(document.text, "strong"),
        )
        found = [
            self._judge(paper, passage, hits[passage.index], index)
            for passage in document.passages
            for index in range(len(hits[passage.index]))
        ]
        return tuple(
            _mention(document, item) for item in self._agree(found) if item.choice is not None
        )

    def _hits(self, text: str) -> tuple[Hit, ...]:
        shouted = is_shouted(text)
        never, adjectives = _names("never"), self._places.adjectives()

        def written(stretch: str) -> str:
            name = self._places.written(stretch, shouted=shouted)
            return "" if name in never or name.lower() in adjectives else name

        return find_written(text, written)

    def _judge(self, paper: _Paper, passage: Passage, hits: Sequence[Hit], index: int) -> _Found:
        hit = hits[index]
        text = paper.document.text_of(passage)
        countries = (paper.countries[passage.index], paper.about)
        context = context_of(text, hits, index, countries=countries, places=self._places)
        context = replace(context, named=paper.named, of_ties=paper.tells_of_ties)
        if is_shouted(text):
            context = replace(context, runs_on=False)
        if hit.name in _doubtful():  # words stand in lists too
            context = replace(context, listed=False, acts=False)
        if paper.tells_of_ties and text.strip(" :.") == hit.name:  # a heading that only names it
            context = replace(context, partner=True)
        lower = paper.lower
        candidates = self._places.lookup(hit.name)
        # "Weert" is a word to be wary of; "amsterdam" in an address makes Amsterdam no word.
        word = hit.name.lower() in lower and candidates[0].prior < _NO_WORD
        abroad = candidates[0].entity.country not in ("", "NL")
        capital = context.starts or is_shouted(text)  # it says nothing of a name
        wordlike = (
            hit.name in _wordlike()
            or (hit.name in _names("start") and capital)
            or (word and (context.starts or abroad))
        )
        choice = choose(candidates, context, wordlike=wordlike)
        if candidates[0].kind == "adjective" and text[: hit.start].endswith("-"):
            choice = None  # "Oost-Friese" is not of Friesland
        return _Found(
            passage=passage,
            hit=hit,
            context=context,
            choice=choice,
            word=word or (hit.name in _wordlike() and hit.name.lower() in lower),
        )

    def _agree(self, found: Sequence[_Found]) -> list[_Found]:
        """One sense per paper: what a name surely is once, it is where its context is silent."""
        senses: dict[str, Counter[Entity]] = defaultdict(Counter)
        for item in found:
            if item.choice and item.choice.score >= _SURE:
                senses[item.hit.name][item.choice.entity] += 2 if item.context.kind else 1
        return [self._carried(item, senses.get(item.hit.name)) for item in found]

    def _carried(self, item: _Found, senses: Counter[Entity] | None) -> _Found:
        context = item.context
        if not senses or context.kind or context.beside or context.person_word:
            return item
        if item.word and item.choice is None:
            return item
        best = max(senses.items(), key=lambda pair: (pair[1], pair[0].id))[0]
        if item.choice is None:
            return item if context.runs_on else replace(item, choice=Choice(best, _CARRIED))
        # Two readings that the paper both holds (the city and the province) stay as they are.
        return (
            item
            if item.choice.entity in senses
            else replace(item, choice=Choice(best, item.choice.score))
        )


@cache
def _wordlike() -> frozenset[str]:
    by_hand = (r["name"] for r in read_rows("ambiguous_places") if r["reason"] != "start")
    return frozenset(by_hand) | _doubtful()


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(r["name"] for r in read_rows("doubtful_places"))


@cache
def _names(reason: str) -> frozenset[str]:
    return frozenset(r["name"] for r in read_rows("ambiguous_places") if r["reason"] == reason)


def _lower_case_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<!\w)[a-zà-ÿ]{2,}(?!\w)", text))


def _mention(document: Document, item: _Found) -> Mention:
    assert item.choice is not None
    start = item.hit.start if item.context.part_start is None else item.context.part_start
    span = Span(item.passage.start + start, item.passage.start + item.hit.end)
    return Mention(
        label="PLACE",
        evidence=document.evidence(span),
        entity=item.choice.entity,
        score=item.choice.score,
        context=mention_context(item.passage),
    )
