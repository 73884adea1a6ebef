"""Which sentences of a paper may tell of relations with abroad: the rest is daily work.

A meeting's papers run to hundreds of pages of dates, bodies and sums. What was learned of
happenings and actors was learned of papers on foreign relations, and says nothing of those pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Evidence
from extractors.patterns import matcher
from extractors.sentences import Sentence

_SHORT = 15_000  # characters of a paper: those that were learned of had no more
_REACH = 1_500  # characters around a sentence on abroad, in a paper that tells of ties


class Abroad:
    """The stretches of a paper that may tell of abroad.

    All of a short paper. In a long one that tells of ties, what stands near a foreign name or a
    word for a tie; in another long one only the sentences that have one themselves.
    """

    def __init__(self, sentences: Sequence[Sentence], *, tells_of_ties: bool) -> None:
        reach = _REACH if tells_of_ties else 0
        is_short = not sentences or len(sentences[0].document.text) <= _SHORT
        near = [True] * len(sentences) if is_short else _near(sentences, reach)
        self._starts = frozenset(s.span.start for s, n in zip(sentences, near, strict=True) if n)

    def has(self, evidence: Evidence) -> bool:
        """Whether the sentence that is this evidence may tell of abroad."""
        return evidence.start in self._starts


def _near(sentences: Sequence[Sentence], reach: int) -> list[bool]:
    spans = [s.span for s in sentences if _speaks_of_it(s)]
    found, at = [], 0
    for sentence in sentences:
        while at < len(spans) and spans[at].end + reach < sentence.span.start:
            at += 1
        found.append(at < len(spans) and spans[at].start <= sentence.span.end + reach)
    return found


def _speaks_of_it(sentence: Sentence) -> bool:
    named = any(m.entity and m.entity.country not in ("", "NL") for m in sentence.mentions)
    return named or matcher("ties").has(sentence.text, "strong")
