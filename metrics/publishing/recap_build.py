"""Makes the same recap from Parquet facts, on DuckDB or Apache Spark, without a store."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from etl.errors import Refused
from etl.schema import kinds
from etl.words import _
from metrics.counting.build import build as count
from metrics.counting.facts import Facts, files_in, from_parquet
from metrics.counting.tables import TABLES
from metrics.publishing.freshness import DEFINITIONS
from metrics.publishing.recap import (
    OfficeSet,
    Recap,
    parquet_bytes,
    period_of,
    standards_hash,
    write,
)

Progress = Callable[[str], None]


def build(
    facts: Path,
    out: Path,
    engine: str = "duckdb",
    as_of: date | None = None,
    progress: Progress | None = None,
) -> Recap:
    """Count the Parquet facts under `facts` (`<kind>/*.parquet`) and write the recap to `out`.

    `engine` is "duckdb" or "spark"; both count by the same definitions and write the same
    figures. Offices that reported nothing are left out. Raises `Refused` when the directory has no
    facts, or Spark is not installed.
    """
    tell = progress or (lambda _text: None)
    if not facts.is_dir():
        raise Refused(_("Folder {path} tidak ada.").format(path=facts))
    if not any((facts / kind).exists() or (facts / f"{kind}.parquet").exists() for kind in kinds()):
        raise Refused(
            _(
                "Folder {path} tidak memuat fakta: diharapkan subfolder seperti "
                "applications/*.parquet dan offices/*.parquet."
            ).format(path=facts)
        )
    tell(_("Menghitung dengan {engine}").format(engine=engine))
    counted = count(_facts(facts, engine), None, as_of)
    places = counted.places
    offices = list(places.offices["office"])
    if not offices:
        raise Refused(_("Folder {path} tidak memuat daftar kantor (offices).").format(path=facts))
    tell(_("Menulis {file}").format(file=out.name))
    sets = []
    for office in sorted(offices):
        own = counted.of(office)
        period = period_of(own["reporting"])
        if period is None:
            continue
        as_of_days = {r["kind"]: str(r["as_of"]) for r in own["meta"].to_pylist() if r["as_of"]}
        entry = {
            "source": "records",
            "as_of": as_of_days,
            "calendar": places.calendars.get(office, ""),
            "standards": standards_hash(own["ref_standard"]),
            "period": period,
        }
        sets.append(OfficeSet(office, {n: parquet_bytes(own[n]) for n in TABLES}, entry))
    if not sets:
        raise Refused(_("Folder {path} tidak memuat data satu kantor pun.").format(path=facts))
    return write(sets, out, DEFINITIONS, sample=False)


def _facts(directory: Path, engine: str) -> Facts:
    if engine == "duckdb":
        return from_parquet(files_in(directory))
    if engine != "spark":
        raise Refused(
            _("Mesin {engine} tidak dikenal: pakai duckdb atau spark.").format(engine=engine)
        )
    from metrics.counting.spark import from_parquet as in_spark

    return in_spark(files_in(directory))
