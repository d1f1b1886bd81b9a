"""Writes the SQL that every count compiles to, for DuckDB (which runs it) and other engines."""

import shutil

from metrics.counting.program import DIALECTS, compile_for
from metrics.counting.shipped import FOLDER, ORDER, order_text


def texts() -> dict[str, str]:
    """Content of every shipped file by its path within `metrics/counting/compiled`."""
    files = {}
    for engine in DIALECTS:
        compiled = compile_for(engine)
        files[ORDER] = order_text(compiled)
        files |= {f"{engine}/{step.name}.sql": step.sql + "\n" for step in compiled}
    return files


def main() -> None:
    """Write them all, in place of what was there."""
    made = texts()
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, text in made.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
