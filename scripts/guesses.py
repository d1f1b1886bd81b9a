"""Guesses at *cek posisi* over HTTP: how many find anything, and how many are let through.

    python -m scripts.guesses --store STORE --office 32.14 --guesses 10000 [--write]

Starts a server of its own. One address guesses numbers of the office's own form with days at
random; then wrong days of real numbers and unknown numbers are timed against each other, slowly
enough that nothing is throttled (each from another address, through a trusted proxy). With
`--write` the table goes into docs/public-door.md.
"""

import argparse
import http.client
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlencode

from etl.paths import ROOT

DOCS = ROOT / "docs" / "public-door.md"
BEGIN, END = "<!-- guesses: begin -->", "<!-- guesses: end -->"


SIGN_IN = """
[auth]
redirect_uri = "https://monev.example/oauth2callback"
cookie_secret = "a trial of the public door, nobody signs in"  # pragma: allowlist secret
client_id = "trial"
client_secret = "trial"  # pragma: allowlist secret
server_metadata_url = "https://accounts.example/.well-known/openid-configuration"
"""


class Door:
    """A server of the store with sign-in, as behind a proxy, asked over HTTP."""

    def __init__(self, store: Path, folder: Path) -> None:
        secrets = folder / "secrets.toml"
        secrets.write_text(SIGN_IN, encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        words = [sys.executable, "-m", "cli.main", "serve", "--store", str(store)]
        self.process = subprocess.Popen(
            [*words, "--port", str(self.port)],
            env={**os.environ, "MONEV_TRUSTED_PROXY": "true", "MONEV_SECRETS": str(secrets)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for _second in range(120):
            try:
                self.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                self.line.request("GET", "/publik")
                self.line.getresponse().read()
                return
            except OSError:
                time.sleep(1)
        raise SystemExit("the server did not start")

    def ask(self, office: str, number: str, day: date, address: str) -> tuple[int, bytes, float]:
        """Status, body and seconds of one try from an address."""
        body = urlencode({"kantor": office, "nomor": number, "tanggal": day.isoformat()})
        heads = {"content-type": "application/x-www-form-urlencoded", "x-forwarded-for": address}
        began = time.perf_counter()
        self.line.request("POST", "/publik/cek", body, heads)
        answer = self.line.getresponse()
        text = answer.read()
        return answer.status, text, time.perf_counter() - began

    def close(self) -> None:
        """Stop the server."""
        self.process.terminate()
        self.process.wait(30)


def one_address(door: Door, office: str, guesses: int, rng: random.Random) -> Counter[int]:
    """Statuses of `guesses` tries at random numbers and days from one address."""
    told: Counter[int] = Counter()
    for _turn in range(guesses):
        day = date(2021, 1, 4) + timedelta(rng.randrange(2100))
        number = f"PM-{day.year}-{rng.randrange(1, 600):05}"
        status, _text, _seconds = door.ask(office, number, day, "192.0.2.1")
        told[status] += 1
    return told


def alike(
    door: Door, office: str, numbers: list[str], rng: random.Random
) -> tuple[bool, dict[str, list[float]]]:
    """Whether wrong and unknown are one text, and the seconds that each took."""
    turns = [("wrong", n) for n in numbers]
    turns += [("unknown", f"PM-9999-{i:05}") for i in range(len(numbers))]
    rng.shuffle(turns)
    texts, took = set(), {"wrong": [], "unknown": []}  # type: ignore[var-annotated]
    for turn, (kind, number) in enumerate(turns):
        address = f"198.51.{turn // 250 % 250}.{turn % 250}"
        status, text, seconds = door.ask(office, number, date(1999, 1, 1), address)
        texts.add((status, text))
        took[kind].append(seconds)
    return len(texts) == 1, took


def main() -> int:
    """Run the trial; 1 where a guess found anything or the two answers differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--office", default="32.14")
    parser.add_argument("--guesses", type=int, default=10_000)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    from metrics.asking.query import Scope
    from metrics.asking.snapshot import open_snapshot

    snapshot = open_snapshot(asked.store)
    cases = snapshot.cases(Scope(), "applications", [asked.office], limit=None)
    numbers = list(cases["application_no"].sample(min(500, len(cases)), random_state=7))
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        door = Door(asked.store, Path(folder))
        try:
            same, took = alike(door, asked.office, numbers, rng)
            told = one_address(door, asked.office, asked.guesses, rng)
        finally:
            door.close()
    table = written(asked.guesses, told, same, took)
    print(table)
    if asked.write:
        text = DOCS.read_text(encoding="utf-8")
        head, rest = text.split(BEGIN)
        tail = rest.split(END)[1]
        DOCS.write_text(f"{head}{BEGIN}\n{table}{END}{tail}", encoding="utf-8")
    return int(told[200] > 0 or not same)


def written(guesses: int, told: Counter[int], same: bool, took: dict[str, list[float]]) -> str:
    """The table of a trial."""
    lines = ["| trial | came to |", "|---|---|"]
    lines.append(
        f"| {guesses:,} guesses from one address | {told[200]} found, {told[404]} answered "
        f"“not found”, {told[429]:,} throttled |"
    )
    lines.append(f"| wrong day and unknown number, {len(took['wrong'])} of each | "
                 f"{'one text, to the byte' if same else 'TEXTS DIFFER'} |")  # fmt: skip
    for kind, seconds in took.items():
        low, middle, high = (1000 * q for q in statistics.quantiles(seconds, n=4))
        lines.append(
            f"| {kind}: quartiles of the time | {low:.1f} – {middle:.1f} – {high:.1f} ms |"
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
