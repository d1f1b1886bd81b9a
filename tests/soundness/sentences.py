"""Every sentence of a page that has a number or a claim, held against the command line.

A sentence is *told* where each of its numbers is a figure, a share, a sum or a day that the
command line gives for the same place and period, and each of its claims has its own question
there. What the command line cannot be asked (paths, days to go, elements of a survey) is listed in
`ELSEWHERE` with the test that holds it; a sentence that is in neither is a finding.

    python -m tests.soundness.sentences STORE PLACE,PLACE… PERIOD,PERIOD… [PAGE,…]

prints how many sentences of each page were held and by what, and each that was not.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.locale import format as f
from metrics.asking.registry import indicators
from tests.soundness.drawn import Drawn, drawn
from tests.soundness.told import DATE, MONTHS, NUMBER, Told, asker, bare, days_of, filters, told_of

PAGES = ("ringkasan", "waktu_proses", "pengaduan", "pembayaran", "ikm", "banding")
CLAIM = re.compile(
    r"\b(membaik|memburuk|naik|turun|tetap|sejak|semua(?! kantor$)|tidak ada|belum ada|"
    r"lebih dari|paling|terlama|terbanyak|terendah|tertinggi|tersering|di atas target|"
    r"di bawah target|(?:belum )?tercapai|lebih buruk|lebih baik|tidak diketahui|terhenti)\b",
    re.I,
)
#: Numbers that are words of the page, the same for every figure.
FIXED = re.compile(
    r"sekitar 2 dari 100|titik terakhir|\d+–\d+ hari|> 60 hari|(?:selang|rentang) 9\d %|"
    r"90 % selesai|dalam 3 hari kerja|3 hari kerja sebelumnya|95 %:|≤ 3 hari"
)
#: The day of an alert, told once over a list whose alerts have one day.
KNOWN_ON = re.compile(r" \(keadaan [^)]*\)\.$")
DUE = re.compile(
    r"(.+): (\d+) permohonan jatuh tempo dalam 3 hari kerja, yang pertama (.+?)(?: \(|\.$)"
)
SENTENCE = re.compile(r"(?<!Kab[.])(?<=[\w%)][.;]) +(?=[A-Z][a-z])")
#: Sentences of which the command line cannot be asked, and what holds them instead.
ELSEWHERE = {
    r"^Jalur |jalur tersering|^\d+\. |berkas, \d+ langkah|→|Tergambar|Pengulangan tersering|"
    r"^Urutan tahap|berkas yang selesai\. Angka": "paths: tests/metrics/flow",
    r"berkas serupa|diperkirakan akan lewat|belum dapat diperkirakan|"
    r"Rentang seperti ini": "days to go: tests/metrics/outlook",
    r"hari ke-|^PM-|^ADU-|^SKRD-|^jatuh tempo \d"
    "": "rows of a list: tests/soundness/test_lists_of_a_stock.py",
    r"mutu|bobot 1/|Nilai unsur|menahan indeks|Perbaiki dulu|Penting tetapi|Alpha|IKM kelompok|"
    r"Responden digabung|IKM dari|unsur terendah|Bobot|^> |respond|· \d\d,\d\d$"
    "": "elements of a survey: tests/metrics/ikm",
    r"corong|benar-benar|φ|peringkat|Peringkat|Batas|batas 9[59]|Garis: rentang|Tanpa peringkat"
    "": "funnel and ranks: tests/metrics/judging",
    r"Perubahan sejak tahun lalu|Dibanding tahun lalu|poin": "movers: tests/metrics/judging",
    r"Tahap-tahap satu|Satu permohonan dari|Rata-rata hari kerja|tiap permohonan:|menunggu |"
    r"Tahap kantor terlama|Terlama:|Mediannya paling naik": "stages: tests/dashboard/parts",
    r"^Cara bayar, terakhir": "shares of a quarter, worked out of `paid` by method",
    r"berjalan menurut umur|^Banding \d+ kabupaten": "ages, regencies: tests/dashboard/parts",
    r"terlambat \d+ hari": "who reports: tests/metrics/judging/test_reporting.py",
    r"^Ubah|^Muat |^Unduh|^Tampilkan|^Hanya \d+ baris|^Klik|^Centang|^Cari ": "how to use the page",
}
QUIET = re.compile(  # how a picture is read: no word of the figures
    r"^(Terbayar terendah|Terendah dulu|Yang lewat batas|Dijawab tepat waktu terendah|"
    r"Biru|Garis|Kotak|Lingkaran|"
    r"Jingga|Abu-abu|Kartu|Walau|Menurut|Median hari|Persen|Rupiah per|Bagian|Lama "
    r"selesai:|Bulan demi|Yang paling|Yang belum|Yang terburuk|Masih dalam|Terbayar:|NRR|garis|"
    r"nilai unsur|kepentingan|Jumlah|Permohonan selesai menurut|Berjalan dan|Pada akhir|Berkas "
    r"berjalan pada akhir|Angka disamakan|Saran dari|Perubahan dari bulan|Untuk pilihan ini)"
)


#: Columns that are worked out beside the figures, and what holds them.
WORKED_OUT = dict.fromkeys(
    ("Diharapkan", "Disamakan", "dari", "sampai"),
    "standardised: tests/metrics/judging/test_fair.py",
)


@dataclass(frozen=True)
class Held:
    """A sentence and what holds it: "command line", a test, or "" for nothing; what it lacks."""

    text: str
    by: str
    lacks: str = ""


def held(made: Drawn, told: Told) -> Iterator[Held]:
    """Each sentence of the page that has a number or a claim, with what holds it."""
    known = {i.label(): n for n, i in indicators().items()}
    fixed = {bare(i.explain()) for i in indicators().values()}
    fixed |= {bare(i.label()) for i in indicators().values()}
    fixed |= {bare(line) for note in told.notes for line in str(note).splitlines()}
    alerts = {bare(row["words"]) for row in told.ask("alerts", "--all")["rows"]}
    alerts |= {KNOWN_ON.sub(".", a) for a in alerts}
    alerts |= {a[:1].upper() + a[1:] for a in (a.partition(": ")[2] for a in alerts)}
    lines = []
    for line in dict.fromkeys(bare(line).strip() for line in made.lines):
        if line.removesuffix(" Catat tindak lanjut") in alerts or _due_list(line, made, told):
            yield Held(line, "command line")
        elif line in fixed:
            yield Held(line, "definition or note")
        else:
            lines += SENTENCE.split(line)
    for line in dict.fromkeys(lines):
        if not (NUMBER.search(line) or CLAIM.search(line)):
            continue
        if line in fixed:
            yield Held(line, "definition or note")
            continue
        lacks = _lacks(line, made, told, known)
        if not lacks:
            yield Held(line, "command line")
            continue
        elsewhere = [why for shape, why in ELSEWHERE.items() if re.search(shape, line)]
        quiet = QUIET.search(line) and not NUMBER.search(DATE.sub("", line))
        yield Held(line, elsewhere[0] if elsewhere else "reading" if quiet else "", lacks)


def _told_whole(made: Drawn, told: Told) -> bool:
    """Whether a stock of the page is told of the place as a whole, so that a row without any is a
    nought and no silence."""
    stocks = [r for r in made.side_by_side if r.indicator.moment == "end"]
    asked = {(r.indicator.name, *filters(r.query)) for r in stocks}
    rows = [told.ask("indicator", *one)["rows"] for one in sorted(asked)]
    return bool(rows) and all(r and r[0]["value"] is not None for r in rows)


def _due_list(line: str, made: Drawn, told: Told) -> bool:
    """Whether the line is an office's due days as its list at the command line has them."""
    found = DUE.match(line)
    codes = [c for c, o in made.view.offices.items() if found and o.short == found[1]]
    if not found or not codes:
        return False
    rows = told.ask("cases", "due-soon", "--office", codes[0])["rows"]
    first = f.date(min(row["due"] for row in rows)) if rows else ""
    return (str(len(rows)), first) == (found[2], found[3])


def cells(made: Drawn, told: Told) -> Iterator[Held]:
    """Each number in a table with a row an office, permit type or category, held against what the
    command line says of that very one; and each table against how a phone and paper have it."""
    assert made.view is not None
    names = {o.short: c for c, o in made.view.offices.items()}
    names |= {o.name: c for c, o in made.view.offices.items()}
    names |= {made.view.permit_short(c): c for c in made.view.permit_types}
    for rows in made.tables:
        for row in rows:
            (first, *_rest) = [shown for _value, shown in row.values()]
            code = names.get(first, first)
            if code not in told.own:
                continue
            for heading, (value, shown) in row.items():
                if heading in WORKED_OUT:
                    yield Held(f"{first}, {heading}: {shown}", WORKED_OUT[heading])
                    continue
                if isinstance(value, int | float) and value == value:
                    where = f"{first}, {heading}: {shown}"
                    known = value == 0 and _told_whole(made, told)
                    known |= any(abs(value - n) < 1e-6 * max(1, abs(n)) for n in told.own[code])
                    yield Held(where, "command line" if known else "", "" if known else shown)
    shown_rows = {tuple(w for _v, w in r.values()) for rows in made.tables for r in rows}
    on_desk = {tuple(sorted(map(bare, row))) for row in shown_rows}
    for table in made.printed:
        for cells_of in table[1:]:
            if (
                not cells_of or cells_of[0] not in names
            ):  # a list of cases has other columns on a desk
                continue
            same = tuple(sorted(map(bare, cells_of))) in on_desk
            yield Held(" | ".join(cells_of), "as on a desk" if same else "", "another row")


def _lacks(line: str, made: Drawn, told: Told, known: Mapping[str, str]) -> str:
    """What in the line the command line does not say; "" where it says all."""
    text = line
    for name in made.view.offices.values() if made.view is not None else ():
        text = text.replace(name.short, "·").replace(name.name, "·")
    days = DATE.findall(text)
    wrong = [d for d in days if not _day_known(d, made, told)]
    text = re.sub(r"\d{4}-(?:S\d|\d\d)|\b(?:20|19)\d\d\b", "", DATE.sub("", text))
    text = FIXED.sub("", text)
    own = [name for label, name in known.items() if bare(label) in line]
    pool = set().union(*(told.numbers.get(n, set()) for n in own)) if own else set()
    pool = (pool | told.every) if len(own) != 1 or not pool else pool
    pool |= {"".join(c.split()) for c in pool}
    for number in NUMBER.findall(text):
        plain = number.strip().rstrip(".").lstrip("+−-")
        if plain and plain not in pool and plain.removesuffix(" %") not in pool:
            wrong.append(number)
    return "; ".join([*wrong, *_unclaimed(line, own, told)])


def _day_known(day: str, made: Drawn, told: Told) -> bool:
    day = day.strip()
    if day in told.days:
        return True
    if made.view is None:
        return False
    window = {w for m in made.view.period.trend(24).months() for w in days_of(m)}
    return day in window


def _unclaimed(line: str, own: list[str], told: Told) -> list[str]:
    """The claims of a line that the verdict of the figures it names does not make."""
    found = []
    verdicts = [v for name in own for v in told.verdicts.get(name, ())] or [
        v for mine in told.verdicts.values() for v in mine
    ]
    said = {v["direction"] for v in verdicts}
    for word, direction in (("membaik", "better"), ("memburuk", "worse")):
        if re.search(rf"\b{word}\b", line) and direction not in said:
            found.append(word)
    for since in re.findall(rf"sejak ((?:{MONTHS}) \d{{4}})", line):
        dates = {w for v in verdicts for w in days_of(v["since"])}
        if since not in dates and "belum ada laporan" not in line:
            found.append(f"sejak {since}")
    for word, above in (("di atas target", True), ("di bawah target", False)):
        if word not in line or not own:
            continue
        sides = {v["value"] > v["target"] for v in verdicts if v["target"] and v["value"]}
        if above not in sides:
            found.append(word)
    for shape, holds in CLAIMS.items():
        if re.search(shape, line) and not holds(told):
            found.append(shape)
    if CLAIM.search(line) and not (own or NUMBER.search(line) or _has_claim(line)):
        found.append("claim")
    return found


def _has_claim(line: str) -> bool:
    return (
        any(re.search(shape, line) for shape in CLAIMS)
        or re.search(r"membaik|memburuk|tetap: naik-turun|^● tetap", line) is not None
    )


def _nought(*names: str) -> Callable[[Told], bool]:
    """Each of these figures is told, and nought: silence is not."""
    return lambda told: all(0 in told.values.get(n, ()) for n in names)


def _unknown(*names: str) -> Callable[[Told], bool]:
    """None of these figures has a value."""
    return lambda told: all(v is None for n in names for v in told.values.get(n, ()))


def _known(*names: str) -> Callable[[Told], bool]:
    """Each of these figures has a value, and not nought."""
    return lambda told: all(any(told.values.get(n, ())) for n in names)


#: A claim without a number → its own question to the command line.
CLAIMS: dict[str, Callable[[Told], bool]] = {
    r"Tidak ada berkas berjalan yang lewat standar|tidak ada yang lewat batas": _nought(
        "overdue_applications"
    ),
    r"Radar: tidak ada": _nought("due_soon"),
    r"Tidak ada yang mendesak diputuskan\.": _nought(
        "overdue_applications", "due_soon", "overdue_complaints"
    ),
    r"^Tidak ada pengaduan pada periode ini": _nought("complaints_received"),
    r"belum ada laporan pengaduan\.|Soal pengaduan tidak diketahui": _unknown(
        "complaints_received"
    ),
    r"^Paling sering tentang|soal yang menonjol": _known("complaints_received"),
    r"^Cara bayar terbanyak": lambda told: bool(told.numbers.get("paid")),
    r"berkas berjalan sampai tahap|tanpa catatan tahap": lambda told: bool(
        told.numbers.get("open_applications")
    ),
    r"^Yang lewat standar paling banyak sampai": _known("overdue_applications"),
    r"^IKM tiap kelompok|satu skala untuk semua|tidak ada yang berubah": lambda told: True,
    r"[Bb]elum ada tagihan yang dilaporkan": lambda told: (
        not any(told.values.get("billed", ()))
        or all(v is None for v in told.values.get("collection_rate", ()))
    ),
    r"Belum ada pembayaran yang dilaporkan": lambda told: not any(told.values.get("paid", ())),
    r"Tidak ada peringatan dari yang dilaporkan": _unknown("overdue_applications"),
    r"Tidak ada peringatan dari data yang dilaporkan": lambda told: (
        not told.ask("alerts", "--all") if not told.office else True
    ),
    r"keterlambatannya tidak diketahui|lewat standar tidak diketahui": _unknown(
        "overdue_applications"
    ),
    r"Waktu proses tidak diketahui": _unknown("processing_time"),
    r"Tidak ada berkas yang sedang berjalan": _nought("open_applications"),
    r"Belum ada catatan berkas berjalan": _unknown("open_applications"),
    r"Tidak ada data|Belum ada yang bisa|Belum ada data|belum ada data|Tidak ada baris|"
    r"Belum ada catatan tahap|Belum ada standar|Belum ada survei|Tidak ada permohonan|"
    r"Tidak ada saran|Belum ada tindak lanjut|Belum ada rencana|Tidak ada pembayaran|"
    r"Tidak ada tagihan|Tidak ada survei|belum ada angkanya|Hanya rekap|Belum cukup data|"
    r"Belum ada kantor|Belum ada daerah|Belum ada permohonan|Belum ada izin|tidak ada laporan|"
    r"Tidak ada pengaduan yang|Tidak ada jeda|Berkasnya tidak|Tidak ada catatan": lambda told: True,
}


def checked(store: Path, slug: str, asked: Mapping[str, str], ask: Any) -> list[Held]:
    """Every sentence of one page at one address."""
    made = drawn(store, slug, asked)
    if made.view is None:
        return []
    told = told_of(made, ask)
    return [*held(made, told), *cells(made, told)]


def places(text: str) -> Iterator[dict[str, str]]:
    """Addresses from "" (as it opens), "32.14" (an office) and "P99" (a province), by comma."""
    for code in text.split(","):
        yield {"province": code[1:]} if code[:1] == "P" else {"office": code} if code else {}


def main(args: Iterable[str]) -> int:
    """Print the table and what is not held; how many that are."""
    store, where, periods, *rest = args
    slugs = rest[0].split(",") if rest else PAGES
    ask, table, loose = asker(Path(store)), Counter[tuple[str, str]](), Counter[str]()
    for place in places(where):
        for period in periods.split(","):
            for slug in slugs:
                asked = place | ({"period": period} if period != "-" else {})
                for one in checked(Path(store), slug, asked, ask):
                    table[slug, one.by or "NOT HELD"] += 1
                    if not one.by:
                        loose[f"{slug} {asked}: {one.text[:300]}  [{one.lacks}]"] += 1
                        print(f"NOT HELD {slug} {asked}: {one.text[:300]}  [{one.lacks}]")
                print(f"{slug} {asked}", file=sys.stderr, flush=True)
    for (slug, by), n in sorted(table.items()):
        print(f"{slug:14s} {by:50s} {n}")
    return len(loose)


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1:]) else 0)
