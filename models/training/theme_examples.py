"""Labelled passages for the theme classifier, and how they are read.

A file has one passage a line: `theme;theme | passage`, or `theme | Title :: passage` where the
passage stands in a section with a title; `- | passage` is one without a theme. Lines that start
with `#` are comments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from corpus.errors import ReferenceDataError
from corpus.reference.themes import ThemeLexicon, load_lexicon

DATA = Path(__file__).parent / "data"
_WEAK = "themes_papers.txt"  # its first lines say how it was made
_TEST_SHARE = 5  # one passage in five is held out, by its hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A passage, the title of its section, and its themes."""

    text: str
    themes: frozenset[str]
    title: str = ""
    unjudged: frozenset[str] = frozenset()  # themes that its labeller did not look for
    is_weak: bool = False  # labelled by a machine and read through: to learn from, not to test on

    @property
    def is_held_out(self) -> bool:
        return (
            not self.is_weak and int(sha256(self.text.encode()).hexdigest(), 16) % _TEST_SHARE == 0
        )


def read_examples(folder: Path = DATA) -> tuple[Example, ...]:
    """The passages of a folder's files `themes*.txt`.

    Raises ReferenceDataError for a theme that the shipped taxonomy does not have.
    """
    known = frozenset(theme.id for theme in load_lexicon().themes)
    files = sorted(folder.glob("themes*.txt"))
    return tuple(e for path in files for e in read_file(path, known))


def read_file(path: Path, known: frozenset[str]) -> Iterator[Example]:
    """The passages of one file; raises ReferenceDataError for a theme that is not `known`, a line
    without a passage, or a file that cannot be read."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ReferenceDataError(str(path), f"cannot be read ({error})") from error
    for line in lines:
        if line.strip() and not line.startswith("#"):
            said, bar, rest = line.partition(" | ")
            title, colons, text = rest.partition(" :: ")
            themes = frozenset(said.strip().split(";")) - {"-"}
            if not bar or not rest.strip():
                raise ReferenceDataError(str(path), f"not `theme | passage`: {line}")
            if unknown := themes - known:
                raise ReferenceDataError(str(path), f"unknown theme {min(unknown)} in: {line}")
            yield Example(
                text=text if colons else rest,
                themes=themes,
                title=title if colons else "",
                is_weak=path.name == _WEAK,
            )


def adapted(examples: Sequence[Example], lexicon: ThemeLexicon) -> tuple[Example, ...]:
    """The project's own passages as examples for another taxonomy.

    Themes that the taxonomy lacks are forgotten. For a theme that the passages were not labelled
    with, one that has none of its words is an example without it; one that has some is unjudged.
    """
    wanted = frozenset(theme.id for theme in lexicon.themes)
    new = wanted - frozenset(theme.id for theme in load_lexicon().themes)
    made = []
    for example in examples:
        spoken_of = frozenset(theme for _, theme, strong in lexicon.hits(example.text) if strong)
        made.append(replace(example, themes=example.themes & wanted, unjudged=spoken_of & new))
    return tuple(made)
