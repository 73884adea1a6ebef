"""Word patterns an analyst can write: `tomat*`, `*kwekerij*`, `belt and road`.

`*` stands for any letters, accents and capitals do not matter, an entry may be several words. Each
word of a text is looked up in tables, so thousands of patterns cost no more than a few.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

_WORD = re.compile(r"[^\W_]+(?:['’.+-][^\W_]+)*\+?")
_SHAPES = ("exact", "prefix", "suffix", "infix")


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternHit:
    """Where a pattern was found, and which: `start` and `end` are code points of the text."""

    start: int
    end: int
    pattern: str


@dataclass(frozen=True, kw_only=True)
class WordPatterns:
    """Patterns made ready for search; equal patterns are one."""

    patterns: tuple[str, ...]
    _seen: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def find(self, text: str) -> tuple[PatternHit, ...]:
        """Every pattern at every word where it stands, in order of the text.

        >>> lexicon = WordPatterns(patterns=("tomat*", "*kwekerij*", "belt and road"))
        >>> [h.pattern for h in lexicon.find("De tomatenkwekerij en de Belt and Road.")]
        ['*kwekerij*', 'tomat*', 'belt and road']
        """
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [plain(text[start:end]) for start, end in spans]
        found: list[PatternHit] = []
        for at, (start, _) in enumerate(spans):
            for pattern in self._of_word(words[at]):
                length = self._length(pattern, words[at:])
                if length:
                    end = spans[at + length - 1][1]
                    found.append(PatternHit(start=start, end=end, pattern=pattern))
        return tuple(found)

    def _of_word(self, word: str) -> tuple[str, ...]:
        """The patterns whose first word is found in `word` or a part of it between hyphens."""
        if word not in self._seen:
            parts = {word, *word.split("-")} if "-" in word else {word}
            self._seen[word] = tuple(sorted({p for part in parts for p in self._look_up(part)}))
        return self._seen[word]

    def _look_up(self, word: str) -> Iterable[str]:
        tables, size = self._tables, len(word)
        yield from tables["exact"].get(word, ())
        for at in range(1, size + 1):
            yield from tables["prefix"].get(word[:at], ())
            yield from tables["suffix"].get(word[size - at :], ())
        for start in range(size):
            for end in range(start + self._shortest, size + 1):
                yield from tables["infix"].get(word[start:end], ())

    def _length(self, pattern: str, words: Sequence[str]) -> int:
        """How many of `words` the pattern takes, from the first; 0 where it does not fit."""
        rest = self._rest.get(pattern)
        if rest is None:
            return 1
        following = words[1 : len(rest) + 1]
        fits = len(following) == len(rest) and all(
            one.fullmatch(word) for one, word in zip(rest, following, strict=True)
        )
        return len(rest) + 1 if fits else 0

    @cached_property
    def _tables(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        tables: dict[str, dict[str, tuple[str, ...]]] = {shape: {} for shape in _SHAPES}
        for pattern in dict.fromkeys(self.patterns):
            first = plain(pattern).split()[0]
            shape = _SHAPES[first.endswith("*") + 2 * first.startswith("*")]
            table, key = tables[shape], first.strip("*")
            table[key] = (*table.get(key, ()), pattern)
        return tables

    @cached_property
    def _shortest(self) -> int:
        return min((len(key) for key in self._tables["infix"]), default=1_000)

    @cached_property
    def _rest(self) -> Mapping[str, tuple[re.Pattern[str], ...]]:
        return {
            pattern: tuple(_glob(word) for word in plain(pattern).split()[1:])
            for pattern in self.patterns
            if " " in pattern
        }


def plain(text: str) -> str:
    """Small letters without accents, one for one: `Zoöloog’s` becomes `zooloog's`."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(c for c in parts if not unicodedata.combining(c))


def split_patterns(text: str) -> tuple[str, ...]:
    """The patterns of a comma-separated list, without blanks around them.

    Raises ValueError for an entry that is no pattern: nothing but `*`, or `*` inside a word.

    >>> split_patterns("tomat*, belt and road")
    ('tomat*', 'belt and road')
    """
    patterns = tuple(" ".join(part.split()) for part in text.split(",") if part.strip())
    for pattern in patterns:
        if any(not word.strip("*") or "*" in word.strip("*") for word in pattern.split()):
            raise ValueError(f"`{pattern}`: `*` stands at the start or end of a word")
    return patterns


def _glob(word: str) -> re.Pattern[str]:
    return re.compile(re.escape(word).replace(r"\*", ".*"))
