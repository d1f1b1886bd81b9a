"""`monev`: the commands in the order of its help, and the one way in."""

import signal
import sys
from collections.abc import Callable
from typing import Any

from cli.app import app
from cli.commands import (
    alerting,
    asking,
    forecasting,
    keeping,
    loading,
    publishing,
    recaps,
    serving,
    writing,
)

__all__ = [
    "alerting",
    "app",
    "asking",
    "forecasting",
    "keeping",
    "loading",
    "main",
    "publishing",
    "recaps",
    "serving",
    "writing",
]


def main(arguments: list[str] | None = None) -> None:
    """Run `monev` and leave with its exit code."""
    from cli.console import run

    if arguments is None:  # as a program: told to end, undo what is unfinished and say so
        signal.signal(signal.SIGTERM, _ended)
    command: Callable[..., Any] = app
    raise SystemExit(run(command, sys.argv[1:] if arguments is None else arguments))


def _ended(_number: int, _frame: object) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    main()
