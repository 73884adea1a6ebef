"""Organisations and governments with a part in a paper's story, and their relations."""

from extractors.actors.gathering import find_actors
from extractors.actors.relations import find_relations

__all__ = ["find_actors", "find_relations"]
