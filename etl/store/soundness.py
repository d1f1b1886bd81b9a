"""Holds the current tables against what the batches assert, key by key."""

import duckdb

from etl.schema import kinds
from etl.store.merge import quoted
from etl.store.undo import fold_sql, in_force
from etl.words import _


def check(con: duckdb.DuckDBPyConnection) -> list[str]:
    """Sentences about what does not fit; empty for sound facts. Reads every row."""
    said = []
    for (table,) in con.execute(
        "SELECT table_name FROM duckdb_tables() WHERE database_name = 'facts'"
    ).fetchall():
        con.execute(f'SELECT bit_xor(hash(t)) FROM facts."{table}" t').fetchall()  # every block
    for kind in kinds():
        for fault, query in _faults(con, kind):
            row = con.execute(f"SELECT count(*) FROM ({query})").fetchone()
            if row and row[0]:
                said.append(
                    _("{kind}: {n} kunci {fault}; pulihkan dari cadangan.").format(
                        kind=kind, n=row[0], fault=fault
                    )
                )
    return said


def _faults(con: duckdb.DuckDBPyConnection, kind: str) -> list[tuple[str, str]]:
    """(what is wrong, query of the keys it is wrong for)."""
    keys = quoted(kinds()[kind].key)
    current, history = f"facts.current_{kind}", f"facts.history_{kind}"
    fields = quoted([f.name for f in kinds()[kind].fields])
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE _assertions AS "
        f"SELECT * FROM {history} h WHERE {in_force(kind, 'h')}"
    )
    folded = f"(SELECT {fields}, _batch FROM ({fold_sql(con, kind)}))"
    several = f"(SELECT DISTINCT {keys} FROM {history})"
    standing = f"(SELECT {fields}, _batch FROM {current} SEMI JOIN {several} USING ({keys}))"
    live = "(SELECT batch FROM facts.batches WHERE state = 'live')"
    nulls = " OR ".join(f'"{k}" IS NULL' for k in kinds()[kind].key)
    return [
        (
            _("ganda"),
            f"SELECT {keys} FROM {current} GROUP BY {keys} HAVING count(*) > 1",
        ),
        (_("tanpa isi"), f"SELECT {keys} FROM {current} WHERE {nulls}"),
        (
            _("berbeda dari riwayatnya"),
            f"(SELECT * FROM {folded} EXCEPT SELECT * FROM {standing}) UNION ALL "
            f"(SELECT * FROM {standing} EXCEPT SELECT * FROM {folded})",
        ),
        (
            _("berasal dari muatan yang tidak berlaku"),
            f"SELECT {keys} FROM {current} WHERE _batch NOT IN {live} UNION ALL "
            f"SELECT {keys} FROM {history} WHERE _batch NOT IN {live}",
        ),
    ]
