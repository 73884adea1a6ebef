"""The theme taxonomy: closed list of themes with labels, definitions, colours and related words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from corpus.errors import ReferenceDataError
from corpus.reference.tables import DATA
from corpus.reference.word_patterns import PatternHit, WordPatterns, split_patterns

SHIPPED = DATA / "themes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One theme; `words` and `hints` are patterns as `corpus.reference.word_patterns` has them."""

    id: str
    nl: str  # Dutch label
    en: str  # English label
    colour: str  # #rrggbb, for maps and site
    sector: str = ""  # the Dutch topsector it falls under
    means: str = ""  # the definition that labellers go by
    not_meant: str = ""
    examples: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # each carries the theme by itself
    hints: tuple[str, ...] = ()  # each does so in company


@dataclass(frozen=True, kw_only=True)
class ThemeLexicon:
    """The related words of all themes of a taxonomy, made ready for search."""

    themes: tuple[Theme, ...]

    def hits(self, text: str) -> tuple[tuple[PatternHit, str, bool], ...]:
        """(where, theme, whether the word carries it by itself) in order of the text.

        >>> hits = load_lexicon().hits("De voetbalclub won het toernooi.")
        >>> [(hit.pattern, theme) for hit, theme, strong in hits if strong]
        [('voetbal*', 'sport'), ('toernooi', 'sport')]
        """
        return tuple(
            (hit, theme, strong)
            for hit in self._patterns.find(text)
            for theme, strong in self._speak_of[hit.pattern]
        )

    @cached_property
    def _speak_of(self) -> Mapping[str, tuple[tuple[str, bool], ...]]:
        told: dict[str, tuple[tuple[str, bool], ...]] = {}
        for theme in self.themes:
            for strong, patterns in ((True, theme.words), (False, theme.hints)):
                for pattern in patterns:
                    told[pattern] = (*told.get(pattern, ()), (theme.id, strong))
        return told

    @cached_property
    def _patterns(self) -> WordPatterns:
        return WordPatterns(patterns=tuple(self._speak_of))


@cache
def load_themes(path: Path | None = None) -> tuple[Theme, ...]:
    """The themes of a taxonomy file, in its order; of the one that ships where none is named.

    Raises ReferenceDataError for a file that is no taxonomy, a theme without a label, or a word
    that is no pattern.
    """
    where = path or SHIPPED
    try:
        said = tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ReferenceDataError(str(where), str(error)) from error
    if not said:
        raise ReferenceDataError(str(where), "has no themes")
    return tuple(_theme(where, name, keys) for name, keys in said.items())


@cache
def load_lexicon(path: Path | None = None) -> ThemeLexicon:
    """The related words of the taxonomy in `path`; raises as `load_themes` does."""
    return ThemeLexicon(themes=load_themes(path))


def _theme(where: Path, name: str, keys: Mapping[str, Any]) -> Theme:
    try:
        return Theme(
            id=name,
            nl=keys["nl"],
            en=keys.get("en", keys["nl"]),
            colour=keys.get("colour", "#666666"),
            sector=keys.get("sector", ""),
            means=keys.get("means", ""),
            not_meant=keys.get("not", ""),
            examples=tuple(keys.get("examples", ())),
            words=split_patterns(keys.get("words", "")),
            hints=split_patterns(keys.get("hints", "")),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ReferenceDataError(str(where), f"[{name}] {error}") from error
