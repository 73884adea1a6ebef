"""pdfium's functions bound for speed: plain addresses in, buffers filled in bulk.

The bindings of pypdfium2 make an object for each argument of each call, which costs four times
what pdfium itself does. Everything here is called thousands of times a page.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

from pypdfium2 import raw


class Calls:
    """The functions, each with the types of pdfium's headers (fpdf_text.h, fpdf_edit.h)."""

    def __init__(self) -> None:
        at, index, size = ctypes.c_void_p, ctypes.c_int, ctypes.c_ulong
        self.text = _bound(raw.FPDFText_GetText, index, at, index, index, at)
        self.unicode = _bound(raw.FPDFText_GetUnicode, ctypes.c_uint, at, index)
        self.box = _bound(raw.FPDFText_GetLooseCharBox, index, at, index, at)
        self.origin = _bound(raw.FPDFText_GetCharOrigin, index, at, index, at, at)
        self.font = _bound(raw.FPDFText_GetFontInfo, size, at, index, at, size, at)
        self.drawn = _bound(raw.FPDFText_GetTextObject, at, at, index)
        self.angle = _bound(raw.FPDFText_GetCharAngle, ctypes.c_float, at, index)
        self.unmapped = _bound(raw.FPDFText_HasUnicodeMapError, index, at, index)
        self.objects = _bound(raw.FPDFPage_CountObjects, index, at)
        self.object = _bound(raw.FPDFPage_GetObject, at, at, index)
        self.form_objects = _bound(raw.FPDFFormObj_CountObjects, index, at)
        self.form_object = _bound(raw.FPDFFormObj_GetObject, at, at, size)
        self.kind = _bound(raw.FPDFPageObj_GetType, index, at)
        self.bounds = _bound(raw.FPDFPageObj_GetBounds, index, at, at, at, at, at)
        self.segments = _bound(raw.FPDFPath_CountSegments, index, at)


def _bound(function: Any, result: Any, *arguments: Any) -> Any:
    return ctypes.PYFUNCTYPE(result, *arguments)(address(function))


def address(pointer: Any) -> int:
    """The address that a pointer or function of the bindings stands for."""
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


calls = cache(Calls)
