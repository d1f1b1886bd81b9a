"""So many pages are drawn at once; the others wait their turn, who came first goes first.

Pages are Python: fifty drawn at the same time share one interpreter, so each is slower, the
heaviest by minutes, and the server's own loop (websockets, public pages, `/health`) starves beside
them. Drawn a few at a time they take no longer together, and nobody waits longer than the queue.
"""

import os
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

AT_ONCE = 2 * max(2, os.cpu_count() or 2)


class Turns:
    """At most `at_once` holders at a time, first come, first served.

    A `threading.Semaphore` lets a newcomer in between a release and who waits longest.
    """

    def __init__(self, at_once: int = AT_ONCE) -> None:
        self._free = at_once
        self._lock = threading.Lock()
        self._waiting: deque[threading.Event] = deque()
        self._mine = threading.local()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold a turn; whoever holds one already goes on with it."""
        if getattr(self._mine, "held", False):
            yield
            return
        self._take()
        try:
            yield
        finally:
            self._give()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Let others go on while this thread waits for another process."""
        if not getattr(self._mine, "held", False):
            yield
            return
        self._give()
        try:
            yield
        finally:
            self._take()

    def _take(self) -> None:
        mine = None
        with self._lock:
            if self._free:
                self._free -= 1
            else:
                mine = threading.Event()
                self._waiting.append(mine)
        if mine is not None:
            mine.wait()
        self._mine.held = True

    def _give(self) -> None:
        self._mine.held = False
        with self._lock:
            if self._waiting:
                self._waiting.popleft().set()  # the turn passes on; it is never free in between
            else:
                self._free += 1


PAGES = Turns()
