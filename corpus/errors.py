"""The whole tree of errors that stedenband raises itself, drawn once.

StedenbandError
├── SettingsError        a setting that is unknown or cannot be used        stops the run
├── ReferenceDataError   a data file of the project that is not as it should be   stops the run
├── ModelMissing         a pipeline or classifier that was asked for is not there  stops the run
├── StoreError           the store cannot be opened or written              stops the run
├── SourceError          a source of papers that cannot be reached or read  stops that source
└── UnreadablePaper      one paper that cannot be read                      stops that paper only

Every error names its subject, says why, and says what to do.
"""

from __future__ import annotations


class StedenbandError(Exception):
    """The root: `subject` is what it is about, `reason` why, `remedy` what the user can do."""

    def __init__(self, subject: str, reason: str, remedy: str = "") -> None:
        super().__init__(subject, reason, remedy)
        self.subject = subject
        self.reason = reason
        self.remedy = remedy

    def __str__(self) -> str:
        said = f"{self.subject}: {self.reason}"
        return f"{said}. {self.remedy}" if self.remedy else said


class SettingsError(StedenbandError):
    """A setting that is unknown or cannot be used."""


class ReferenceDataError(StedenbandError):
    """A data file that ships with the project, or that the user put in its place, is malformed."""


class ModelMissing(StedenbandError):
    """A language pipeline or classifier that was asked for by name is not installed."""


class StoreError(StedenbandError):
    """The store cannot be opened, read or written."""


class SourceError(StedenbandError):
    """A source of papers (folder, address, service) cannot be reached or read."""


class UnreadablePaper(StedenbandError):
    """One paper that cannot be read; `code` is its status reason (encrypted, broken, empty, …)."""

    def __init__(
        self, subject: str, reason: str, remedy: str = "", *, code: str = "broken"
    ) -> None:
        super().__init__(subject, reason, remedy)
        self.code = code

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; keyword-only arguments must survive pickling.
        return (_rebuild_unreadable, (self.subject, self.reason, self.remedy, self.code))


def _rebuild_unreadable(subject: str, reason: str, remedy: str, code: str) -> UnreadablePaper:
    return UnreadablePaper(subject, reason, remedy, code=code)
