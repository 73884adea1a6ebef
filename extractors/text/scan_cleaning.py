"""A scan made fit for reading: specks out, straight, black on white."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

_ANGLE_MOST = 4.0  # degrees; a page that lies more askew was not meant to be read
_SMALL = 1000  # pixels: a picture of this height shows the angle as well as a large one


def cleaned(picture: Image.Image) -> Image.Image:
    """The grey `picture` without specks, turned straight, in black and white."""
    calm = picture.filter(ImageFilter.MedianFilter(3))
    angle = skew(calm)
    if abs(angle) > 0.15:
        calm = calm.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=255)
    level = ink_level(calm)
    return calm.point(lambda value: 255 if value > level else 0)


def skew(picture: Image.Image) -> float:
    """The degrees by which `picture` must be turned for its lines to lie level.

    Projection profile: the right angle parts rows of ink and rows of paper most sharply
    (Postl 1986).
    """
    share = min(_SMALL / max(picture.height, 1), 1.0)
    size = (max(round(picture.width * share), 1), max(round(picture.height * share), 1))
    small = picture.resize(size, Image.Resampling.BILINEAR)

    def sharpness(angle: float) -> float:
        turned = np.asarray(small.rotate(angle, fillcolor=255), dtype=float)
        return float(np.square(np.diff((255 - turned).sum(axis=1))).sum())

    coarse = max(np.arange(-_ANGLE_MOST, _ANGLE_MOST + 0.1, 0.5).tolist(), key=sharpness)
    return float(max((coarse + np.arange(-0.4, 0.41, 0.1)).tolist(), key=sharpness))


def ink_level(picture: Image.Image) -> int:
    """The grey value up to which a pixel is ink: it parts the two kinds best (Otsu 1979)."""
    counts = np.array(picture.histogram()[:256], dtype=float)
    values = np.arange(256)
    dark, light = np.cumsum(counts), counts.sum() - np.cumsum(counts)
    dark_sum = np.cumsum(counts * values)
    light_sum = dark_sum[-1] - dark_sum
    with np.errstate(divide="ignore", invalid="ignore"):
        spread = dark * light * np.square(dark_sum / dark - light_sum / light)
    return int(np.nanargmax(np.nan_to_num(spread)))
