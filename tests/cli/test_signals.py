"""Told to end, a load undoes itself and a server takes its children along."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from etl.store.store import Store
from tests.conftest import ENV, ROOT
from tests.etl.store_files import offices, write


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cli", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **ENV},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def of_group(group: int) -> list[int]:
    """Processes of the session that the command began."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == group and fields[0] != "Z":
            found.append(int(path.parent.name))
    return found


def wait_for(condition, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come about in time"
        time.sleep(0.1)


def test_a_load_that_is_told_to_end_leaves_nothing_half_done(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    store.load(offices(tmp_path))
    rows = "\n".join(f"32.14,N-{i},SIUP,2024-05-{1 + i % 28:02d}" for i in range(150_000))
    head = "office_code,application_no,permit_type,submitted_at"
    large = write(tmp_path / "besar.csv", f"{head}\n{rows}\n")
    load = started("load", large, "--store", store.folder)
    wait_for(lambda: len(of_group(load.pid)) > 2)  # the reading process is at work
    load.send_signal(signal.SIGTERM)
    out, said = load.communicate(timeout=60)
    assert load.returncode == 2, (out, said)
    assert "Dihentikan" in said
    assert "Traceback" not in said
    wait_for(lambda: not of_group(load.pid))
    assert len(store.batches()) == 1
    assert store.load(large)[0].total.accepted == 150_000


def test_a_server_that_is_told_to_end_takes_its_children_along(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = started("serve", "--port", port, "--store", tmp_path / "store")
    try:
        wait_for(lambda: _answers(port), 120)
        assert len(of_group(server.pid)) > 1
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=30) == 0
        wait_for(lambda: not of_group(server.pid), 10)
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False
