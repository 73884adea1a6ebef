"""A trained classifier on disk: arrays as npy, words as JSON, with checksums; never a pickle."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import ModelMissing

Array = NDArray[np.float64]
TAXONOMY = "taxonomy.toml"  # the taxonomy that a classifier was trained for, where it is one's own
# Half precision halves the folder and moves no probability by more than .002.
_STORED = {"coefficients": np.float16, "word_idf": np.float16, "part_idf": np.float16}


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What the theme classifier learned. Rows of `coefficients` are themes; columns are words,
    parts of words, then the features of related words (models/theme_features.py)."""

    themes: tuple[str, ...]
    words: tuple[str, ...]
    parts: tuple[str, ...]
    word_idf: Array
    part_idf: Array
    coefficients: Array
    intercepts: Array
    slopes: Array  # calibration: probability = 1 / (1 + exp(-(slope * score + offset)))
    offsets: Array
    thresholds: Array  # below it the classifier abstains from the theme


def save_weights(weights: Weights, folder: Path, taxonomy: Path | None = None) -> Path:
    """Writes the weights, and beside them the `taxonomy` where it is not the one that ships."""
    folder.mkdir(parents=True, exist_ok=True)
    config: dict[str, Any] = {
        "themes": weights.themes,
        "words": weights.words,
        "parts": weights.parts,
        "arrays": {},
    }
    for name, array in _arrays_of(weights).items():
        buffer = io.BytesIO()
        np.save(buffer, array.astype(_STORED.get(name, np.float32)), allow_pickle=False)
        (folder / f"{name}.npy").write_bytes(buffer.getvalue())
        config["arrays"][name] = sha256(buffer.getvalue()).hexdigest()
    text = json.dumps(config, ensure_ascii=False, separators=(",", ":"))
    (folder / "config.json").write_text(text + "\n", encoding="utf-8")
    if taxonomy is not None and taxonomy.resolve() != (folder / TAXONOMY).resolve():
        shutil.copyfile(taxonomy, folder / TAXONOMY)
    return folder


def load_weights(folder: Path) -> tuple[Weights, str]:
    """The weights and their version (a hash of all they hold).

    Raises ModelMissing where the folder is no artifact or a file does not match its checksum.
    """
    try:
        raw = (folder / "config.json").read_bytes()
        config = json.loads(raw)
        arrays = {name: _array(folder, name, digest) for name, digest in config["arrays"].items()}
        weights = Weights(
            themes=tuple(config["themes"]),
            words=tuple(config["words"]),
            parts=tuple(config["parts"]),
            **arrays,
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelMissing(
            str(folder), f"is no theme classifier ({error})", "Run: stedenband model train"
        ) from error
    return weights, sha256(raw).hexdigest()[:12]


def taxonomy_of(folder: Path) -> Path | None:
    """The taxonomy kept in a classifier's folder, none where it was trained for the shipped one."""
    own = folder / TAXONOMY
    return own if own.is_file() else None


def _arrays_of(weights: Weights) -> Mapping[str, Array]:
    return {
        "word_idf": weights.word_idf,
        "part_idf": weights.part_idf,
        "coefficients": weights.coefficients,
        "intercepts": weights.intercepts,
        "slopes": weights.slopes,
        "offsets": weights.offsets,
        "thresholds": weights.thresholds,
    }


def _array(folder: Path, name: str, digest: str) -> Array:
    data = (folder / f"{name}.npy").read_bytes()
    if sha256(data).hexdigest() != digest:
        raise ValueError(f"{name}.npy does not match its checksum")
    array: Array = np.load(io.BytesIO(data), allow_pickle=False).astype(np.float64)
    return array
