"""Noise of council papers, laid over training text: capitals, OCR slips, words cut by a hyphen.

Tokens keep their number, so that what is annotated stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

# Letters that Tesseract and older engines take for each other (confusions seen on scanned Woo
# papers and in the Europeana newspapers).
_SLIPS = {"l": "1", "i": "l", "o": "0", "e": "c", "c": "e", "n": "u", "u": "n", "b": "h", "s": "5"}
Augmenter = Callable[[Language, Example], Iterator[Example]]


@registry.augmenters("stedenband.council_noise.v1")  # type: ignore[untyped-decorator]
def council_noise(share: float, kinds: list[str]) -> Augmenter:
    """An augmenter that adds a noisy copy of about this share of the documents.

    `kinds`: which of `capitals` (whole text), `titles` (some words, as in headings), `slips` (OCR)
    and `parted` (a hyphen left in a word) are drawn from.
    """
    changes = [_CHANGES[kind] for kind in kinds]

    def augment(nlp: Language, example: Example) -> Iterator[Example]:
        yield example
        if np.random.random() < share:  # noqa: NPY002 - spaCy seeds this generator
            change = changes[np.random.randint(len(changes))]  # noqa: NPY002
            yield _changed(nlp, example, change)

    return augment


def _changed(nlp: Language, example: Example, change: Callable[[str], str]) -> Example:
    words = [token.text for token in example.reference]
    noisy = [change(word) or word for word in words]
    data = example.to_dict()
    data["token_annotation"]["ORTH"] = noisy
    spaces = [bool(token.whitespace_) for token in example.reference]
    return Example.from_dict(Doc(nlp.vocab, words=noisy, spaces=spaces), data)


def _slip(word: str) -> str:
    """One letter in a long word misread, now and then."""
    at = np.random.randint(max(len(word), 1))  # noqa: NPY002
    if len(word) < 4 or np.random.random() < 0.8 or word[at] not in _SLIPS:  # noqa: NPY002
        return word
    return word[:at] + _SLIPS[word[at]] + word[at + 1 :]


def _parted(word: str) -> str:
    """A hyphen left within a long word, now and then."""
    if len(word) < 8 or not word.isalpha() or np.random.random() < 0.9:  # noqa: NPY002
        return word
    at = np.random.randint(3, len(word) - 3)  # noqa: NPY002
    return f"{word[:at]}-{word[at:]}"


def _titled(word: str) -> str:
    """A long word with a capital, as in headings, one in three."""
    if len(word) < 4 or np.random.random() < 0.67:  # noqa: NPY002
        return word
    return word[:1].upper() + word[1:]


_CHANGES: dict[str, Callable[[str], str]] = {
    "capitals": str.upper,
    "titles": _titled,
    "slips": _slip,
    "parted": _parted,
}
