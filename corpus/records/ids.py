"""A record's stable id: its kind and a hash of its identity. Changing this breaks promises."""

from __future__ import annotations

from hashlib import sha256

from corpus.records.facts import Fact
from corpus.records.text import slug

_PREFIX = {
    "ties": "tie",
    "events": "event",
    "theme_by_place": "interest",
    "actors": "actor",
    "actor_relations": "relation",
    "sources": "source",
    "figures": "figure",
    "periods": "period",
}


def record_id(fact: Fact) -> str:
    """`tie-3f9a…`: the kind and 12 hexadecimal digits over the identity fields (48 bits)."""
    return hashed_id(_PREFIX[fact.table], *fact.key)


def hashed_id(prefix: str, *parts: str) -> str:
    """The id of anything that is told apart by `parts`."""
    return f"{prefix}-{sha256(chr(31).join(parts).encode()).hexdigest()[:12]}"


def name_id(kind: str, name: str) -> str:
    """An entity id for a name that no register has: `name:stad:musterhausen`."""
    return f"name:{kind}:{slug(name)}"
