"""Parallel permits: how many applications run on one file, and the days that saves (§8)."""

from metrics.asking.readers import Source, rate
from metrics.asking.registry import Indicator, register

# how many permits ran on the file; dimension values are texts
SIZE = {"size": "size::VARCHAR"}

register(
    Indicator(
        name="parallel_share", title="Izin paralel", short="Paralel", unit="rate",
        kind="applications", shape="rate", section="§8", better="up", decimals=1,
        dims=("office", "province", "permit_type", "group", "year", "quarter", "month"),
        formula="Permohonan yang berjalan dalam satu berkas bersama izin lain dibagi semua "
        "permohonan masuk.",
        reader=rate(
            Source(
                "flow", "month", "t.measure IN ('bundled', 'received') AND t.source = 'records'"
            ),
            "sum(CASE WHEN t.measure = 'bundled' THEN t.n ELSE 0 END)",
            "sum(CASE WHEN t.measure = 'received' THEN t.n ELSE 0 END)",
            why="Tidak ada permohonan masuk pada periode ini.",
        ),
    )
)  # fmt: skip

for _name, _title, _column, _formula in (
    ("parallel_gain", "Lama paralel dibanding berurutan", "t.total",
     "Hari kerja sebuah berkas dibagi jumlah hari kerja izin-izinnya."),
    ("parallel_gain_longest", "Lama paralel dibanding izin terlama", "t.longest",
     "Hari kerja sebuah berkas dibagi hari kerja izin terlamanya."),
):  # fmt: skip
    register(
        Indicator(
            name=_name, title=_title, short=_title, unit="ratio", kind="applications",
            shape="ratio", dims=("office", "province", "year", "quarter", "month", "size"),
            section="§8", better="down", decimals=2, formula=_formula,
            reader=rate(
                Source("bundle", "month", columns=SIZE, permit_types=False), "sum(t.span * t.n)",
                f"sum({_column} * t.n)", n="sum(t.n)", interval=False,
                why="Tidak ada berkas paralel yang selesai pada periode ini.",
            ),
        )
    )  # fmt: skip
