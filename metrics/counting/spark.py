"""The same counts on Apache Spark: the definitions compiled for it, run in one session."""

import os
from collections.abc import Mapping, Sequence
from functools import cache, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from etl.errors import Refused
from etl.schema import kinds
from etl.settings import settings
from etl.words import _
from metrics.counting.facts import framed
from metrics.counting.step import Step

if TYPE_CHECKING:
    import pandas as pd

LOG = Path(__file__).with_name("spark_log.properties")
PART_BYTES = 4_000_000  # of compressed Parquet: some hundred thousand records
COMPILED_FROM = 16_000_000  # bytes of Parquet from which on Spark compiles its plans to Java
TYPES = {"VARCHAR": "STRING", "INTEGER": "INT"}


class SparkFacts:
    """Facts as temporary views of a Spark session; what is kept is worked out once and its plan
    is cut off, since the plans of what is kept upon what is kept would multiply beyond all memory.
    """

    def __init__(self, session: Any, files: Mapping[str, Sequence[Path]]) -> None:
        self.session = session
        self._kept: dict[str, Any] = {}
        for kind in kinds():
            rows = [_shaped(session.read.parquet(str(p)), kind) for p in files.get(kind, ())]
            if not rows:
                rows = [_shaped(session.range(0), kind)]
            reduce(lambda a, b: a.unionAll(b), rows).createOrReplaceTempView(f"fact_{kind}")

    def steps(self) -> Mapping[str, Step]:
        """The definitions compiled for Spark by Ibis."""
        return _compiled()

    def close(self) -> None:
        """End the session and what it keeps."""
        self.session.stop()

    def give(self, name: str, table: pa.Table) -> None:
        """Put a small table in; what was kept is forgotten."""
        self._kept.clear()
        self.session.createDataFrame(table).createOrReplaceTempView(name)

    def arrow(self, name: str) -> pa.Table:
        """The rows of a step, or of the facts of a kind (`fact_<kind>`)."""
        table = self._rows(name).toArrow()
        clocks = [
            f.with_type(pa.timestamp(f.type.unit)) if pa.types.is_timestamp(f.type) else f
            for f in table.schema
        ]  # the session's zone is UTC: times are as they were written
        return table.cast(pa.schema(clocks))

    def frame(self, name: str) -> "pd.DataFrame":
        """The same as a frame."""
        return framed(self.arrow(name))

    def _rows(self, name: str) -> Any:
        if name not in self.steps():
            return self.session.table(name)
        step = self.steps()[name]
        for other in step.needs:
            if other not in self._kept:
                kept = self._rows(other).localCheckpoint()
                kept.createOrReplaceTempView(other)
                self._kept[other] = kept
        return self.session.sql(step.sql)


@cache
def _compiled() -> Mapping[str, Step]:
    from metrics.counting.program import compile_for

    return {step.name: step for step in compile_for("spark")}


def _shaped(rows: Any, kind: str) -> Any:
    """Exactly the kind's fields: absent ones null, types as the schema has them."""
    have = set(rows.columns)
    return rows.selectExpr(
        *(
            f"CAST({f'`{f.name}`' if f.name in have else 'NULL'} AS "
            f"{TYPES.get(f.sql_type, f.sql_type)}) AS `{f.name}`"
            for f in kinds()[kind].fields
        )
    )


def from_parquet(files: Mapping[str, Sequence[Path]]) -> SparkFacts:
    """Facts of Parquet files by kind, counted by Spark. Raises `Refused` where it is not there."""
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise Refused(
            _("Spark belum terpasang: jalankan make setup-spark (perlu Java 17 atau lebih baru).")
        ) from error
    asked = {
        "spark.master": settings().spark_master,
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.ansi.enabled": "false",
        "spark.sql.shuffle.partitions": str(_partitions(files)),
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={LOG.as_uri()}",
    }
    if _bytes(files) < COMPILED_FROM:  # compiling a hundred plans takes longer than running them
        asked["spark.sql.codegen.wholeStage"] = "false"
        asked["spark.driver.extraJavaOptions"] += " -XX:TieredStopAtLevel=1"
    builder = SparkSession.builder.appName("monev-recap")
    for name, value in asked.items():
        builder = builder.config(name, value)
    try:
        session = builder.getOrCreate()
    except Exception as error:
        raise Refused(
            _(
                "Spark tidak dapat dijalankan; periksa Java (17 atau lebih baru) "
                "dan MONEV_SPARK_MASTER."
            )
        ) from error
    return SparkFacts(session, files)


def _partitions(files: Mapping[str, Sequence[Path]]) -> int:
    """Parts that a shuffle is cut into: by the size of the facts, at least one a processor."""
    return max(os.cpu_count() or 1, _bytes(files) // PART_BYTES)


def _bytes(files: Mapping[str, Sequence[Path]]) -> int:
    return sum(path.stat().st_size for paths in files.values() for path in paths)
