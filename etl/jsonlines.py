"""One JSON object a line: how our programs answer scripts and each other."""

import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any


def put_json(answer: Any) -> None:
    """One JSON object on one line of standard output."""
    print(json.dumps(answer, ensure_ascii=False, default=_plain, allow_nan=False))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if hasattr(value, "item"):  # a numpy scalar
        return value.item()
    raise TypeError(f"no JSON form of {type(value).__name__}")
