"""Ties between Dutch and foreign governments, with years and status."""

from extractors.ties.find import find_ties

__all__ = ["find_ties"]
