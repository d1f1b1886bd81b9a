"""One compiled definition, as it is shipped and run."""

import re
from dataclasses import dataclass
from functools import cached_property

KEPT = re.compile(r"\bkept_\w+")


@dataclass(frozen=True)
class Step:
    """One definition compiled: `use` is "keep" (a table for others), "count" or "part"."""

    name: str
    use: str
    sql: str

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Names of the kept tables that it reads."""
        return tuple(sorted(set(KEPT.findall(self.sql))))
