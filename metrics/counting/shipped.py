"""The compiled definitions: shipped as text, so that counting needs no compiler.

`compiled/<engine>/<step>.sql` is what a definition compiles to, `compiled/steps.txt` the order
of the steps, what each is for, and the record kinds that they were compiled for. `make sql` writes
them; a test compiles them again.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from etl.schema import elements, kinds
from metrics.counting.step import Step

FOLDER = Path(__file__).parent / "compiled"
ORDER = "steps.txt"


def footing() -> str:
    """A short name of the record kinds and survey elements that definitions are compiled for."""
    fields = {kind: [(f.name, f.sql_type) for f in kinds()[kind].fields] for kind in kinds()}
    asked = [(e.rule, e.slug) for e in elements()]
    return hashlib.sha256(json.dumps([fields, asked]).encode()).hexdigest()[:16]


@lru_cache(maxsize=4)
def steps(engine: str = "duckdb") -> Mapping[str, Step]:
    """The steps of an engine by name, in order; compiled anew where the kinds were changed."""
    stamp, *order = (FOLDER / ORDER).read_text("utf-8").splitlines()
    if stamp != f"footing {footing()}":
        from metrics.counting.program import compile_for

        return {step.name: step for step in compile_for(engine)}
    found = {}
    for line in order:
        use, name = line.split()
        found[name] = Step(name, use, (FOLDER / engine / f"{name}.sql").read_text("utf-8"))
    return found


def order_text(compiled: Iterable[Step]) -> str:
    """The text of `steps.txt`."""
    lines = [f"footing {footing()}", *(f"{step.use} {step.name}" for step in compiled)]
    return "\n".join(lines) + "\n"
