"""Where shipped tables and the store lie, so that no other module guesses a path."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data"
FACTS = "facts.duckdb"
PENDING = "publish.pending"  # there while a change in the facts may not be published yet


def default_store() -> Path:
    """The store directory: `MONEV_STORE`, else `data/store` beside the code."""
    return Path(os.environ.get("MONEV_STORE") or DATA / "store")
