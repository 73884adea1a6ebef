"""Papers are read in processes with bounds: time, memory, no network, no writing, no programs.

A paper that breaks its process or outstays its time costs its own row and nothing else: pebble
ends the process and starts another.
"""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, as_completed
from functools import cache
from multiprocessing import current_process, get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pebble import ProcessExpired, ProcessPool

from corpus.errors import UnreadablePaper
from corpus.records import Analysis, SourceItem
from flows.choice import ToolChoice
from flows.failures import failed

if TYPE_CHECKING:  # heavy: only the processes load it
    from extractors.analyse import ToolsNote

_GRACE = 30  # seconds for the analysis of a paper whose reading used up its own time
_FILE_LIMIT = 1_000_000_000  # bytes of one temporary file
# Events of Python's audit system (PEP 578) that reading a paper has no cause for.
_NEVER = frozenset(
    ("socket.connect", "socket.bind", "socket.sendto", "os.system", "os.exec", "os.posix_spawn")
)
_WRITING = frozenset(("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.link"))
_PROGRAMS = frozenset(("tesseract",))


def analyse_guarded(
    items: Iterable[SourceItem], choice: ToolChoice, *, workers: int = 1
) -> Iterator[Analysis]:
    """The analyses of papers as they are done, each made within bounds.

    A process that may have no children (a Dask worker under its nanny) reads them itself.
    """
    if current_process().daemon:
        yield from (_analyse(item, choice) for item in items)
        return
    pool = _pool(choice, workers)
    seconds = choice.reading.seconds + _GRACE
    waiting: dict[Any, SourceItem] = {
        pool.schedule(_analyse, args=(item, choice), timeout=seconds): item for item in items
    }
    for future in as_completed(waiting):
        yield _outcome(future, waiting.pop(future), choice)


def describe_guarded(choice: ToolChoice, *, workers: int = 1) -> ToolsNote:
    """What the tools are, told by a process that has them: this one need not load them.

    Raises ModelMissing for a pipeline or classifier that is not there.
    """
    if current_process().daemon:
        return _describe(choice)
    pool = _pool(choice, workers)
    note: ToolsNote = pool.schedule(_describe, args=(choice,)).result()
    for _ in range(workers):  # the rest of the tools, while this process goes on
        pool.schedule(_load, args=(choice,))
    return note


def _outcome(future: Any, item: SourceItem, choice: ToolChoice) -> Analysis:
    try:
        result: Analysis = future.result()
    except TimeoutError:
        reason = f"reading it took longer than {choice.reading.seconds + _GRACE} seconds"
        remedy = "Split it, or raise paper_seconds in stedenband.toml."
        error = UnreadablePaper(item.name, reason, remedy, code="timeout")
    except (ProcessExpired, CancelledError) as expired:
        reason = f"the process that read it broke down ({expired})"
        remedy = "Print it to a new PDF; if it is a good paper, please report it."
        error = UnreadablePaper(item.name, reason, remedy, code="crashed")
    else:
        return result
    return failed(item, error)


def _analyse(item: SourceItem, choice: ToolChoice) -> Analysis:
    from flows.steps import analyse_item, tools_for

    tools = tools_for(choice)
    if current_process().name != "MainProcess":
        _confine()
    return analyse_item(item, tools)


def _describe(choice: ToolChoice) -> ToolsNote:
    from flows.steps import describe

    return describe(choice)


def _load(choice: ToolChoice) -> None:
    from flows.steps import tools_for

    tools_for(choice)


@cache
def _pool(choice: ToolChoice, workers: int) -> ProcessPool:
    """The processes for a choice of tools, kept for the life of this process."""
    # spawn: a fork would copy threads' locks and whatever libraries hold open.
    pool = ProcessPool(
        max_workers=workers,
        context=get_context("spawn"),
        initializer=_enter,
        initargs=(choice,),
    )
    atexit.register(_end, pool)
    return pool


def _end(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()


def _enter(choice: ToolChoice) -> None:
    """What a process does first of all."""
    _bound_memory(choice.reading.megabytes)


@cache
def _confine() -> None:
    """From here on this process writes nothing and reaches nothing; its tools are loaded by now."""
    sys.dont_write_bytecode = True
    sys.addaudithook(_forbid(Path(tempfile.gettempdir()).resolve()))


def _bound_memory(megabytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows: time is bounded there, memory is not
        return
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_FILE_LIMIT, _FILE_LIMIT))


def _forbid(temporary: Path) -> Any:
    """A hook that stops what no paper may make a process do; writing only under `temporary`."""

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if event in _NEVER:
            raise PermissionError(f"reading a paper may not do this: {event}")
        if event == "subprocess.Popen" and Path(str(arguments[0])).name not in _PROGRAMS:
            raise PermissionError(f"reading a paper may not start {arguments[0]}")
        writes = event in _WRITING or (event == "open" and _is_writing(*arguments[1:3]))
        if writes and not _is_inside(arguments[0], temporary):
            raise PermissionError(f"reading a paper may not write {arguments[0]}")

    return hook


def _is_writing(mode: str | None, flags: int | None) -> bool:
    if mode is not None:
        return any(letter in mode for letter in "wax+")
    return bool((flags or 0) & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _is_inside(path: Any, folder: Path) -> bool:
    if not isinstance(path, str | bytes | os.PathLike):
        return True  # a descriptor that is open already
    written = Path(os.fsdecode(path)).absolute()
    return written == Path(os.devnull) or folder in (written, *written.resolve().parents)
