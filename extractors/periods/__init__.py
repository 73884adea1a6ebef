"""The periods that a paper itself tells apart, and what of it is about which."""

from extractors.periods.headings import find_periods, period_by_passage
from extractors.periods.paper import PaperPeriods, tell_periods

__all__ = ["PaperPeriods", "find_periods", "period_by_passage", "tell_periods"]
