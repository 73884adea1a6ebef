"""Which of the finds of registers, patterns and the pipeline stand where they overlap.

The rule: a find weighs as much as it is sure of its label and edges; a name in a register .9,
whatever it may be linked to. Finds of one stretch and one label by several methods support each
other, as independent witnesses do. A longer name outweighs a shorter one inside it, by a quarter
for each of its first words more ("Universiteit van Amsterdam" is no "Amsterdam"). From the heaviest
on each find stands that overlaps none that stands. Equal weights: the longer, then by place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import prod

from corpus.records import Mention

_REGISTER = 0.9  # set by hand, above the pipeline's own scores (models/labels.py)
_WORD = 0.25
_WORDS = 4  # more add nothing
_METHODS = ("gazetteer", "learnt", "pattern", "model")  # whose link is kept, the best first


def merge_finds(finds: Sequence[Mention]) -> list[Mention]:
    """The finds that stand, none overlapping, in no order."""
    together: defaultdict[tuple[int, int, str], list[Mention]] = defaultdict(list)
    for find in finds:
        together[find.span.start, find.span.end, find.label].append(find)
    weighed = [(_weight(same), _best(same)) for same in together.values()]
    weighed.sort(key=lambda w: (-w[0], -len(w[1].span), w[1].span, w[1].label))
    kept: list[Mention] = []
    taken: set[int] = set()
    for _, find in weighed:
        places = range(find.span.start, find.span.end)
        if not taken.intersection(places):
            kept.append(find)
            taken.update(places)
    return kept


def _weight(same: Sequence[Mention]) -> float:
    sure = {find.method: max(_sure(f) for f in same if f.method == find.method) for find in same}
    words = min(same[0].surface.count(" ") + 1, _WORDS)
    return (1 - prod(1 - s for s in sure.values())) * (1 + _WORD * (words - 1))


def _sure(find: Mention) -> float:
    in_register = find.method == "gazetteer" and find.label == "PLACE"
    return _REGISTER if in_register or find.label == "DATE" else min(find.score, 0.99)


def _best(same: Sequence[Mention]) -> Mention:
    return min(same, key=lambda find: (_METHODS.index(find.method), -find.score))
