"""How often somebody may try: so many times in so many minutes for each address and each number."""

import threading
import time
from collections import deque
from collections.abc import Callable, Hashable
from ipaddress import IPv6Address, ip_address

from starlette.requests import Request

from etl.settings import settings

TRIES = 20
SECONDS = 600.0
MOST_KEYS = 100_000
FORWARDED = ("x-forwarded-for", "forwarded", "x-real-ip")
UNKNOWN = "through a proxy that is not trusted"


class Throttle:
    """Counts tries by key in a sliding window; safe to share between threads."""

    def __init__(
        self,
        tries: int = TRIES,
        seconds: float = SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.tries, self.seconds, self._clock = tries, seconds, clock
        self._seen: dict[Hashable, deque[float]] = {}
        self._lock = threading.Lock()

    def allows(self, *keys: Hashable) -> bool:
        """Whether a try under all of `keys` is still free; it counts for each of them."""
        now = self._clock()
        with self._lock:
            free = True
            for key in keys:
                times = self._seen.pop(key, deque(maxlen=self.tries))
                while times and now - times[0] >= self.seconds:
                    times.popleft()
                free = free and len(times) < self.tries
                times.append(now)
                self._seen[key] = times  # newest last
            while len(self._seen) > MOST_KEYS:
                self._seen.pop(next(iter(self._seen)))
        return free


def address(request: Request) -> str:
    """Who asks: the network address, of IPv6 its /64.

    What a proxy says of it is believed only where `MONEV_TRUSTED_PROXY` says so, and then the last
    address alone, which that proxy wrote itself. Without it, all that claim to be forwarded count
    as one: a header that anybody can write frees nobody.
    """
    headers = request.headers
    if settings().trusted_proxy:
        said = headers.get("x-forwarded-for", "").rpartition(",")[2].strip()
        return _network(said or (request.client.host if request.client else ""))
    if any(name in headers for name in FORWARDED):
        return UNKNOWN
    return _network(request.client.host if request.client else "")


def _network(text: str) -> str:
    try:
        found = ip_address(text)
    except ValueError:
        return text[:80]
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return str(found.ipv4_mapped)
        return str(IPv6Address(int(found) >> 64 << 64))
    return str(found)
