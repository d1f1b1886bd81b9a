"""Caps of the process that reads a user's file: memory, processor time, and time by the clock."""

import contextlib
import ctypes
import math
import resource
from pathlib import Path

from etl.settings import settings

MB = 1024 * 1024
ARENA_MAX = -8  # of mallopt(3)


def seconds_for(path: Path) -> float:
    """How long reading a file of this size may take, by the clock."""
    limits = settings()
    size = path.stat().st_size / MB if path.exists() else 0
    return limits.reading_seconds + limits.reading_seconds_per_mb * size


def hold(path: Path, times: int = 1) -> None:
    """Cap this process, for good, before it opens `path`; beyond the caps it fails or is ended.

    `times` widens the caps for a process that does more than reading. Memory is counted from what
    the process has already mapped: libraries reserve a lot of it.
    """
    limits = settings()
    with contextlib.suppress(
        OSError, AttributeError
    ):  # each thread would reserve a heap of its own
        ctypes.CDLL(None).mallopt(ARENA_MAX, 1)
    mapped = _mapped() + times * limits.reading_memory_mb * MB
    seconds = math.ceil(seconds_for(path) * 2 * times)  # two threads may both be at work
    for what, most in ((resource.RLIMIT_AS, mapped), (resource.RLIMIT_CPU, seconds)):
        with contextlib.suppress(ValueError, OSError):  # a stricter cap of the machine stands
            resource.setrlimit(what, (most, most))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _mapped() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 1024 * MB
    return pages * resource.getpagesize()
