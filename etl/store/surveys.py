"""What becomes of a survey whose period and service are loaded already: replaced or added to."""

import duckdb

from etl.doors import called
from etl.errors import Refused
from etl.schema import kinds
from etl.store.merge import REPLACEABLE, quoted, same_key
from etl.words import _


def check_mode(con: duckdb.DuckDBPyConnection, kind: str, table: str, first: int) -> None:
    """Refuse rows of a period and service that batches before `first` hold already."""
    group = quoted(REPLACEABLE[kind])
    row = con.execute(
        f"SELECT {group} FROM {table} SEMI JOIN "
        f"(SELECT * FROM facts.current_{kind} WHERE _batch < {first}) c USING ({group}) "
        f"ORDER BY ALL LIMIT 1"
    ).fetchone()
    if row:
        raise Refused(
            _(
                "Survei kantor {office} periode {period}{service} sudah dimuat; pakai {replace} "
                "untuk menggantinya atau {append} untuk menambah responden."
            ).format(
                office=row[0],
                period=row[1],
                service=f" ({row[2]})" if row[2] else "",
                replace=called("replace"),
                append=called("append"),
            ),
            needs=("mode",),
            kind=kind,
        )


def keep_apart(
    con: duckdb.DuckDBPyConnection,
    batch: int,
    kind: str,
    table: str,
    columns: tuple[str, ...],
    since: int,
) -> list[str]:
    """Let added respondents not overwrite others who bear the same number; notes saying so.

    Paper forms are numbered from 1 on every sheet, so the same number with other answers is
    another respondent: the rows of such a sheet get a sheet name of their own. A sheet whose
    rows all say what is known is the same sheet again (a cumulative export) and stays. Rows of
    batches before `since` are being replaced and do not count.
    """
    key = kinds()[kind].key
    differs = [f's."{c}" IS DISTINCT FROM c."{c}"' for c in columns if c not in key]
    clashing = [
        row[0]
        for row in con.execute(
            f"SELECT DISTINCT s.sheet FROM {table} s JOIN facts.current_{kind} c "
            f"ON {same_key(kind, 's', 'c')} WHERE c._batch >= {since} "
            f"AND ({' OR '.join(differs) or 'false'}) ORDER BY 1"
        ).fetchall()
    ]
    if not clashing:
        return []
    con.execute(
        f"UPDATE {table} SET sheet = trim(sheet || ' #{batch}') WHERE list_contains(?, sheet)",
        [clashing],
    )
    return [
        _(
            "Nomor responden pada lembar {sheet} sudah dipakai muatan sebelumnya dengan jawaban "
            "lain; barisnya disimpan sebagai responden tambahan."
        ).format(sheet=sheet or "-")
        for sheet in clashing
    ]
