"""Dated happenings between Dutch and foreign governments."""

from extractors.events.find import find_events

__all__ = ["find_events"]
