"""On which addresses this very process listens, asked of the system and not of a setting."""

import contextlib
import os
import socket
import stat
from ipaddress import ip_address

FOLDERS = ("/proc/self/fd", "/dev/fd")


def listening() -> frozenset[str]:
    """The addresses of every internet socket that this process accepts connections on."""
    found = set()
    for number in _open_files():
        with contextlib.suppress(OSError, ValueError):
            if not stat.S_ISSOCK(os.fstat(number).st_mode):
                continue  # no copy of it is made: one that is no socket would stay open
            with socket.socket(fileno=os.dup(number)) as one:
                if one.family in (socket.AF_INET, socket.AF_INET6) and _accepts(one):
                    found.add(str(one.getsockname()[0]))
    return frozenset(found)


def beyond(addresses: frozenset[str]) -> list[str]:
    """Those of `addresses` that other machines can reach."""
    return sorted(a for a in addresses if not is_local(a))


def is_local(address: str) -> bool:
    """Whether an address is this machine's own loop."""
    try:
        return ip_address(address.split("%")[0]).is_loopback
    except ValueError:
        return address.lower().rstrip(".") == "localhost"


def _accepts(one: socket.socket) -> bool:
    return bool(one.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))


def _open_files() -> list[int]:
    for folder in FOLDERS:
        with contextlib.suppress(OSError):
            return [int(name) for name in os.listdir(folder) if name.isdigit()]
    return []
