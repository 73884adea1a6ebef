"""Record ↔ plain dict ↔ JSON line, for the store and for transport between machines."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def to_plain(value: object) -> Any:
    """A record as dicts, lists and scalars; fields that hold their default are kept too."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value


def from_plain(kind: type[T], plain: Mapping[str, Any]) -> T:
    """The record of class `kind` that `to_plain` wrote.

    Raises KeyError or TypeError where the dict is not of that class.
    """
    hints = _hints(kind)  # type: ignore[arg-type]
    return kind(**{name: _revive(hints[name], value) for name, value in plain.items()})


def to_json(record: object) -> str:
    """One line of JSON, keys in the order of the fields, so that equal records are equal bytes."""
    return json.dumps(to_plain(record), ensure_ascii=False, separators=(",", ":"))


def from_json(kind: type[T], line: str) -> T:
    """The record of class `kind` that `to_json` wrote."""
    return from_plain(kind, json.loads(line))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _revive(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = get_origin(hint)
    if origin is tuple:
        kinds = get_args(hint)
        if len(kinds) == 2 and kinds[1] is Ellipsis:
            return tuple(_revive(kinds[0], item) for item in value)
        return tuple(_revive(kind, item) for kind, item in zip(kinds, value, strict=True))
    if origin in (Union, types.UnionType):
        real = next(kind for kind in get_args(hint) if kind is not type(None))
        return _revive(real, value)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value)
    return value
