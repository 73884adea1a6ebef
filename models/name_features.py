"""What name lists say of each token, as a feature: the embedding of the embedded Dutch pipeline.

A token gets the bits of the lists (persons, places, organisations, other) in which the longest name
stands that covers it. Lists are kept as sorted 64-bit hashes within the model itself. While
training, a share of the names found is dropped: the pipeline must learn context too, for names that
stand in no list.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.featureextractor import FeatureExtractor
from spacy.ml.staticvectors import StaticVectors
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d

PERSON, PLACE, ORGANISATION, OTHER, FIRST, LAST = 1, 2, 4, 8, 16, 32
_WITHIN = 64  # the token goes on with the name, it does not begin it
_LONGEST = 6  # tokens of a name
_DROPPED = 0.35  # share of names hidden while training
_ROWS = 512  # of the table: more than there are kinds of feature

Keys = NDArray[np.uint64]
Bits = NDArray[np.uint8]


def name_key(name: str) -> int:
    """The hash under which a name stands in the lists (spaCy's own, MurmurHash64A)."""
    return int(get_string_id(name))


@registry.architectures("stedenband.NameEmbed.v1")  # type: ignore[untyped-decorator]
def build_name_embed(
    width: int, attrs: list[str], rows: list[int], names: str = ""
) -> Model[list[Doc], list[Floats2d]]:
    """Embeds tokens by their `attrs`, static vector and name lists, mixed to `width`.

    `names` is the file of the lists (`names.npz`, by models.training.dutch.name_lists), read when
    training begins; a trained model has them within.
    """
    hashed: list[Model[Any, Any]] = [
        HashEmbed(width, count, column=column, seed=7 + column, dropout=0.0)
        for column, count in enumerate(rows)
    ]
    words: Model[Any, Any] = chain(
        FeatureExtractor(attrs), list2ragged(), with_array(concatenate(*hashed))
    )
    listed: Model[Any, Any] = chain(
        name_features(names),
        list2ragged(),
        with_array(HashEmbed(width // 2, _ROWS, column=0, seed=77, dropout=0.0)),
    )
    static = StaticVectors(width, dropout=0.0)
    size = width * (len(rows) + 1) + width // 2
    mix: Model[Any, Any] = with_array(Maxout(width, size, nP=3, dropout=0.0, normalize=True))
    return chain(concatenate(words, listed, static), mix, ragged2list())


def name_features(names: str = "") -> Model[list[Doc], list[Ints2d]]:
    """A layer without weights: documents to one number a token."""
    keys, bits = np.zeros(0, dtype="uint64"), np.zeros(0, dtype="uint8")
    if names:
        with np.load(names) as file:
            keys, bits = file["keys"], file["bits"]
    return Model("name_features", _forward, attrs={"keys": keys, "bits": bits})


def _forward(
    model: Model[list[Doc], list[Ints2d]],
    docs: list[Doc],
    is_train: bool,  # noqa: FBT001 - thinc calls it so
) -> tuple[list[Ints2d], Any]:
    keys, bits = model.attrs["keys"], model.attrs["bits"]
    found = [token_features(doc, keys, bits, dropped=_DROPPED if is_train else 0.0) for doc in docs]
    columns: Any = [f.reshape(-1, 1) for f in found]
    return columns, lambda _: []


def token_features(doc: Doc, keys: Keys, bits: Bits, *, dropped: float = 0.0) -> NDArray[np.uint64]:
    """One number a token: the bits of its name's lists, whether it begins the name; 0 for none."""
    features = np.zeros(len(doc), dtype="uint64")
    spans = _candidates(doc)
    if not spans or not len(keys):
        return features
    wanted = np.array([key for _, _, key in spans], dtype="uint64")
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    known = np.where(keys[at] == wanted, bits[at], 0)
    end = 0
    for (start, length, _), said in zip(spans, known.tolist(), strict=True):
        if not said or start < end:
            continue
        end = start + length
        if dropped and np.random.random() < dropped:  # noqa: NPY002 - spaCy seeds this generator
            continue
        features[start] = said
        features[start + 1 : end] = said | _WITHIN
    return features


def _candidates(doc: Doc) -> list[tuple[int, int, int]]:
    """Stretches that may be names (start, length, key), the longest first at each place."""
    words = [token.text for token in doc]
    blanks = [token.whitespace_ for token in doc]
    found: list[tuple[int, int, int]] = []
    for start, word in enumerate(words):
        if not (word[0].isupper() or word[0] in "'‘’"):
            continue
        loud = len(word) > 3 and word.isupper()
        ends = range(min(start + _LONGEST, len(words)), start, -1)
        for end in ends:
            if not (words[end - 1][0].isalnum() or end == start + 1):
                continue
            text = "".join(map("".join, zip(words[start:end], blanks[start:end], strict=True)))
            name = text.rstrip()
            found.append((start, end - start, name_key(name.title() if loud else name)))
    return found
