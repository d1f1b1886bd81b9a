"""An event log yields applications, one a case, and stages, one an event in the file's order."""

import duckdb

from etl.checking.convert import TextSource
from etl.checking.validate import Staged
from etl.reading.raw import ident, literal, temp_name
from etl.schema import kinds
from etl.words import _

OF_EVENT = ("stage", "run_no", "started_at", "finished_at", "seq", "desk", "clock")
SHARED = ("office_code", "application_no")


def split(
    con: duckdb.DuckDBPyConnection, log: TextSource, lifecycle: str | None = None
) -> tuple[TextSource, TextSource]:
    """Applications and stages of a log given as one text row an event.

    `log.relation` has `_sheet`, `_row` and the mapped fields; a field of the application takes the
    first value that its case has. `lifecycle` names a text column of start and complete
    transitions in it, whose pairs are joined into one run. A case without events stays a case.
    """
    of_case = [f for f in log.fields if f not in OF_EVENT and f not in SHARED]
    of_event = [f for f in log.fields if f in OF_EVENT]
    cases, events = temp_name("cases"), temp_name("events")
    firsts = ", ".join(
        f"arg_min({ident(f)}, _row) FILTER (trim({ident(f)}) <> '') AS {ident(f)}" for f in of_case
    )
    con.execute(
        f"CREATE TEMP TABLE {cases} AS SELECT min(_sheet) AS _sheet, min(_row) AS _row, "
        f"{', '.join(SHARED)}{', ' + firsts if firsts else ''} FROM {log.relation} "
        f"GROUP BY {', '.join(SHARED)} ORDER BY 2"
    )
    some = " OR ".join(f"trim({ident(f)}) <> ''" for f in of_event) or "false"
    order = (
        ""
        if "seq" in of_event
        else ", CAST(row_number() OVER (PARTITION BY office_code, application_no ORDER BY _row) "
        "AS VARCHAR) AS seq"
    )
    con.execute(
        f"CREATE TEMP TABLE {events} AS SELECT _sheet, _row, "
        f"{', '.join([*SHARED, *map(ident, of_event)])}{order}"
        f"{', ' + ident(lifecycle) + ' AS _lifecycle' if lifecycle else ''} "
        f"FROM {log.relation} WHERE {some} ORDER BY _row"
    )
    fields = [*SHARED, *of_event, *(["seq"] if "seq" not in of_event else [])]
    if lifecycle:
        fields = _pairs(con, events, fields)
    return (
        TextSource(kinds()["applications"], cases, (*SHARED, *of_case), log.labels, log.formats),
        TextSource(kinds()["stages"], events, tuple(fields), log.labels, log.formats),
    )


def _pairs(con: duckdb.DuckDBPyConnection, events: str, fields: list[str]) -> list[str]:
    """Join the n-th start of a stage in a case with its n-th completion, where a log has both."""
    starts, ends = con.execute(
        "SELECT count(*) FILTER (lower(_lifecycle) = 'start'), "
        f"count(*) FILTER (lower(_lifecycle) = 'complete') FROM {events}"
    ).fetchall()[0]
    if not starts or not ends or "started_at" in fields or "finished_at" not in fields:
        return fields
    run = "office_code, application_no, stage, nth"
    joined = temp_name("events")
    rest = ", ".join(f"arg_min({ident(f)}, _row) AS {ident(f)}" for f in fields if f not in _PAIRED)
    con.execute(
        f"CREATE TEMP TABLE {joined} AS SELECT min(_sheet) AS _sheet, min(_row) AS _row, "
        f"office_code, application_no, stage, {rest}, "
        "min(finished_at) FILTER (step = 'start') AS started_at, "
        "min(finished_at) FILTER (step = 'complete') AS finished_at FROM ("
        "SELECT *, lower(_lifecycle) AS step, row_number() OVER (PARTITION BY office_code, "
        f"application_no, stage, lower(_lifecycle) ORDER BY _row) AS nth FROM {events} "
        f"WHERE lower(_lifecycle) IN ('start', 'complete')) GROUP BY {run} ORDER BY 2"
    )
    con.execute(f"DROP TABLE {events}")
    con.execute(f"ALTER TABLE {joined} RENAME TO {events}")
    return [*fields, "started_at"]


_PAIRED = (*SHARED, "stage", "finished_at")


def reject_with_cases(
    con: duckdb.DuckDBPyConnection, stages: Staged, applications: str, label: str
) -> dict[str, int]:
    """Move the stages of rejected applications to the rejects, with that reason: rows by office.

    `applications`: the table of the accepted ones.
    """
    reason = _("Permohonannya ditolak; perbaiki permohonan itu lalu kirim ulang.")
    orphans = temp_name("orphans")
    con.execute(
        f"CREATE TEMP TABLE {orphans} AS SELECT s.rowid AS id, s.office_code, s.application_no, "
        f"s._sheet, s._row FROM {stages.table} s "
        f"ANTI JOIN {applications} USING (office_code, application_no)"
    )
    offices = dict(
        con.execute(f"SELECT office_code, count(*) FROM {orphans} GROUP BY 1").fetchall()
    )
    if offices:
        con.execute(
            f"INSERT INTO {stages.rejects} SELECT _sheet, _row, {literal(label)}, application_no, "
            f"{literal(reason)} FROM {orphans} ORDER BY _row"
        )
        con.execute(f"DELETE FROM {stages.table} WHERE rowid IN (SELECT id FROM {orphans})")
    con.execute(f"DROP TABLE {orphans}")
    return offices
