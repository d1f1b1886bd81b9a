"""Processing time: days on three clocks, stages, waiting, on time, rework, expected days (§3)."""

from metrics.asking.readers import Source, distribution, rate, survival
from metrics.asking.registry import Indicator, register

DIMS = ("office", "province", "permit_type", "group", "year", "quarter", "month")
STAGE_DIMS = (*DIMS, "stage", "desk")


def _days(name: str, title: str, short: str, clock: str, unit: str, formula: str) -> None:
    register(
        Indicator(
            name=name, title=title, short=short, unit=unit, kind="applications", shape="days",
            dims=DIMS, formula=formula, section="§3", better="down", decimals=1,
            reader=distribution(Source("duration", "end_month", f"t.clock = '{clock}'")),
            card=name == "processing_time",
        )
    )  # fmt: skip


_days(
    "processing_time", "Waktu proses (hari kerja bersih)", "Waktu proses", "net", "hari kerja",
    "Hari kerja sejak berkas lengkap sampai terbit atau diputus, tanpa hari kerja saat berkas "
    "ada pada pemohon; median atas perkara yang selesai dalam periode.",
)  # fmt: skip
_days(
    "processing_time_gross", "Waktu proses (hari kerja kotor)", "Waktu kotor", "gross",
    "hari kerja",
    "Hari kerja sejak berkas lengkap sampai terbit atau diputus, termasuk waktu pemohon.",
)  # fmt: skip
_days(
    "processing_time_calendar", "Waktu proses (hari kalender)", "Hari kalender", "calendar",
    "hari kalender", "Hari kalender sejak berkas lengkap sampai terbit atau diputus.",
)  # fmt: skip

for _name, _title, _what, _formula in (
    (
        "stage_time", "Waktu per tahap", "run",
        "Hari kerja dari mulai sampai selesai tiap tahap; median atas tahap yang selesai "
        "dalam periode.",
    ),
    (
        "waiting_time", "Waktu tunggu antartahap", "wait",
        "Hari kerja dari selesainya tahap sebelumnya sampai tahap ini dimulai.",
    ),
):  # fmt: skip
    register(
        Indicator(
            name=_name, title=_title, short=_title, unit="hari kerja", kind="applications",
            shape="days", dims=STAGE_DIMS, formula=_formula, section="§3", better="down",
            decimals=1, reader=distribution(Source("stage", "month", f"t.what = '{_what}'")),
        )
    )  # fmt: skip

register(
    Indicator(
        name="on_time_rate",
        title="Tepat waktu",
        short="Tepat waktu",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=(*DIMS, "channel"),
        formula=(
            "Dari semua permohonan yang jatuh tempo dalam periode (mulai + standar, digeser jeda "
            "pemohon), bagian yang diputus tidak melewati standar; yang masih berjalan lewat "
            "jatuh tempo dihitung terlambat."
        ),
        section="§3",
        better="up",
        decimals=1,
        card=True,
        reader=rate(
            Source("due", "due_month", "t.subject = 'permit'"),
            "sum(t.n * t.met)",
            "sum(t.n)",
            why="Tidak ada permohonan dengan standar yang jatuh tempo pada periode ini.",
        ),
    )
)

register(
    Indicator(
        name="rework_rate",
        title="Berkas yang tahapnya diulang",
        short="Pengulangan",
        unit="rate",
        kind="applications",
        shape="rate",
        dims=(*DIMS, "stage"),
        formula=(
            "Dari permohonan yang selesai dalam periode, bagian yang sebuah tahap kantornya "
            "dijalankan lebih dari sekali."
        ),
        section="§3",
        better="down",
        decimals=1,
        reader=lambda indicator, snapshot, scope, query: rate(
            Source(
                "stage_case", "month",
                "t.stage <> '*'" if "stage" in query.by else "t.stage = '*'",
            ),
            "sum(t.n * t.repeated)",
            "sum(t.n)",
            why="Tidak ada permohonan bertahap yang selesai pada periode ini.",
        )(indicator, snapshot, scope, query),
    )
)  # fmt: skip

STARTED = Source("duration", "start_month", "t.clock = 'net'")
WAITING = Source("open_case", "start_month")
FINISHED = "t.outcome <> 'withdrawn'"

register(
    Indicator(
        name="expected_days",
        title="Lama yang dapat diharapkan",
        short="Lama diharapkan",
        unit="hari kerja",
        kind="applications",
        shape="days",
        dims=DIMS,
        formula=(
            "Median Kaplan–Meier hari kerja bersih atas permohonan yang mulai dalam periode; yang "
            "masih berjalan atau dicabut ikut dihitung sampai tanggal data."
        ),
        section="§3",
        better="down",
        decimals=1,
        reader=survival(STARTED, WAITING, "days", "net", FINISHED),
    )
)
