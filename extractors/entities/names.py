"""Runs of capitalised words: the raw material of names that no register has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.records import MentionContext, Passage

# One capitalised word: Vopak, TU/e, B&W, N.V., O'Neill, Noord-Brabant.
_CAPITAL = r"(?:(?:[A-ZÀ-Þ]\.){2,}|[A-ZÀ-Þ][\w'’/&-]*[\w]|[A-ZÀ-Þ])"
# Small words that hold a Dutch or English name together.
_LINK = (
    r"(?:van de|van der|van den|van het|van|voor de|voor het|voor|der|des|den|"
    r"of the|of|for the|for|and|&|en|the)"
)
_RUN = re.compile(rf"(?<![\w.]){_CAPITAL}(?:\s(?:{_LINK}\s)?{_CAPITAL})*")


@dataclass(frozen=True, slots=True)
class Run:
    """A run of capitalised words with the small words that link them; offsets into the text."""

    start: int
    end: int
    text: str

    def words(self) -> tuple[tuple[int, str], ...]:
        """Each word with its offset in the run."""
        return tuple((m.start(), m.group()) for m in re.finditer(r"\S+", self.text))

    def part(self, start: int, end: int) -> Run:
        """The stretch of the run between two offsets in it."""
        return Run(self.start + start, self.start + end, self.text[start:end])


def capital_runs(text: str) -> tuple[Run, ...]:
    """Every longest run in `text`.

    >>> [run.text for run in capital_runs("De Kamer van Koophandel en Jan zeiden dat.")]
    ['De Kamer van Koophandel en Jan']
    """
    return tuple(Run(match.start(), match.end(), match.group()) for match in _RUN.finditer(text))


def mention_context(passage: Passage) -> MentionContext:
    """Where a mention stands. Running heads repeat what is said elsewhere, as contents do."""
    contexts: dict[str, MentionContext] = {
        "heading": "heading",
        "footnote": "footnote",
        "toc": "toc",
        "running_head": "toc",
    }
    return contexts.get(passage.kind, "body")
