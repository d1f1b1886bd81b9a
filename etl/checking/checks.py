"""The checks of a row as SQL conditions with the sentence that tells a person what to mend."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from etl.checking.convert import TextSource
from etl.doors import template
from etl.reading.raw import ident, literal
from etl.recognising.vocabulary import words
from etl.reference import share_indicators
from etl.schema import Field, element_slugs
from etl.words import _

FIRST = "1900-01-02"  # the days before are sentinels, not dates
MOST_RUPIAH = 10**12  # of one bill, receipt or fee: more is a number of something, not an amount


@dataclass(frozen=True)
class Check:
    """A condition (true: the row is rejected) over text columns `t_FIELD` and value columns.

    `value` is SQL of the offending text.
    """

    condition: str
    field: str
    value: str
    reason: str


def text_of(name: str) -> str:
    """The column of the tidy text of a field."""
    return ident(f"t_{name}")


#: How Excel writes a number that it has shortened: 9,12E+12.
SHORTENED = r"^-?\d([.,]\d+)?[eE]\+\d+$"
PROVINCES = ("standards", "targets", "closures")  # kinds that may speak of a whole province


def checks(
    source: TextSource,
    today: date,
    scope: frozenset[str] | None,
    known: frozenset[str] | None = None,
) -> tuple[Check, ...]:
    """Every check of the source's kind.

    `scope`: the offices that the person may load for; `known`: all that an offices file or a
    recap has named.
    """
    found = [
        check for name in source.fields for check in _of_field(source.kind.by_name[name], today)
    ]
    found += _of_pairs(source)
    found += _of_target(source)
    if known is not None and "office_code" in source.fields and source.kind.name != "offices":
        found.append(_of_office(source, known))
    if scope is not None and "office_code" in source.fields:
        listed = ", ".join(literal(code) for code in sorted(scope)) or "''"
        found.append(
            Check(
                f"coalesce(office_code, '') NOT IN ({listed})",
                "office_code",
                text_of("office_code"),
                _("Kantor di luar wewenang Anda; minta kantor itu atau provinsi yang memuatnya."),
            )
        )
    return tuple(found)


def _of_office(source: TextSource, known: frozenset[str]) -> Check:
    """An office that nobody has named costs its rows, not the file."""
    allowed = set(known)
    if source.kind.name in PROVINCES:
        allowed |= {code.partition(".")[0] for code in known}
    if not source.kind.by_name["office_code"].required:
        allowed.add("")
    listed = ", ".join(literal(code) for code in sorted(allowed)) or "''"
    return Check(
        f"office_code NOT IN ({listed})",
        "office_code",
        text_of("office_code"),
        _(
            "Kantor ini belum dikenal; muat dahulu daftar kantor ({template}) yang memuat kode "
            "itu, atau perbaiki kodenya."
        ).format(template=template("offices")),
    )


def _of_field(field: Field, today: date) -> Iterator[Check]:
    name, raw, value = field.name, text_of(field.name), ident(field.name)
    if field.required:
        yield Check(f"{raw} IS NULL", name, raw, _("Kosong padahal wajib; isi sel ini."))
    if field.type == "code" and (field.key or field.name == "application_no"):
        yield Check(
            f"contains(upper({raw}), 'E+') AND regexp_matches({raw}, '{SHORTENED}')",
            name,
            raw,
            _("Excel memendekkan nomor ini; jadikan kolom teks lalu isi nomor lengkapnya."),
        )
    if field.type in ("time", "date"):
        yield from _of_time(field, raw, value, today)
    elif field.type in ("amount", "value"):
        unread = _("Bukan angka; tulis seperti 1.234.567 atau 1234567.")
        yield Check(f"{raw} IS NOT NULL AND {value} IS NULL", name, raw, unread)
        if not field.refunds:
            yield Check(f"{value} < 0", name, raw, _("Nilai negatif; tulis nilai nol atau lebih."))
        if field.type == "amount":
            yield Check(
                f"abs({value}) > {MOST_RUPIAH}",
                name,
                raw,
                _("Lebih dari Rp 1 triliun; periksa apakah ini nomor, bukan jumlah uang."),
            )
    elif field.type in ("integer", "score"):
        unread = _("Bukan bilangan bulat; tulis seperti 4.")
        yield Check(f"{raw} IS NOT NULL AND {value} IS NULL", name, raw, unread)
        bounds = [f"{value} < {field.low}"] if field.low is not None else []
        bounds += [f"{value} > {field.high}"] if field.high is not None else []
        if bounds:
            yield Check(" OR ".join(bounds), name, raw, _bounds_reason(field))
    elif field.type == "month":
        unread = _("Bukan bulan; tulis seperti 2024-05.")
        yield Check(f"{raw} IS NOT NULL AND {value} IS NULL", name, raw, unread)
    elif field.type == "period":
        unread = _("Bukan periode; tulis seperti 2024, 2024-05, 2024-Q3 atau 2024-S1.")
        yield Check(f"{raw} IS NOT NULL AND {value} IS NULL", name, raw, unread)
    elif field.type == "enum" and field.unknown == "reject":
        listed = ", ".join(words(field.enum).titles)
        unread = _("Nilai tidak dikenal; pakai salah satu dari: {values}.").format(values=listed)
        yield Check(f"{raw} IS NOT NULL AND {value} IS NULL", name, raw, unread)


def _bounds_reason(field: Field) -> str:
    if field.high is None:
        return _("Kurang dari {low}; perbaiki angka ini.").format(low=field.low)
    if field.type == "score":
        return _("Nilai di luar 1–4; perbaiki atau kosongkan bila tidak dijawab.")
    return _("Di luar {low}–{high}; perbaiki angka ini.").format(low=field.low, high=field.high)


def _of_time(field: Field, raw: str, value: str, today: date) -> Iterator[Check]:
    yield Check(
        f"{raw} IS NOT NULL AND {value} IS NULL",
        field.name,
        raw,
        _("Tanggal tidak ada di kalender atau tidak terbaca; tulis seperti 31/12/2024."),
    )
    yield Check(
        f"{value} < DATE '{FIRST}'",
        field.name,
        raw,
        _("Tanggal ini penanda kosong, bukan tanggal; isi yang benar atau kosongkan."),
    )
    if field.type == "time" or field.name == "survey_date":
        after = (today + timedelta(days=2)).isoformat()
        yield Check(
            f"{value} >= DATE '{after}'",
            field.name,
            raw,
            _("Tanggal ini belum tiba; periksa tahunnya."),
        )


def _of_target(source: TextSource) -> Iterator[Check]:
    """A target of a share is a fraction; 85 or 500 would be one that nobody can meet."""
    if source.kind.name == "targets" and {"indicator", "value"} <= set(source.fields):
        shares = ", ".join(literal(name) for name in share_indicators())
        yield Check(
            f"indicator IN ({shares}) AND value NOT BETWEEN 0 AND 1",
            "value",
            text_of("value"),
            _("Target bagian ditulis sebagai pecahan dari 0 sampai 1: 0,85 untuk 85 persen."),
        )


def _of_pairs(source: TextSource) -> Iterator[Check]:
    for earlier, later in source.kind.order:
        if earlier in source.fields and later in source.fields:
            a, b = ident(earlier), ident(later)
            # a day without a time of day is not before a time on that day; a sentinel is told once
            crossed = (
                f"{b} < {a} AND {b} >= DATE '{FIRST}' "
                f"AND ({b} <> date_trunc('day', {b}) OR {b} < date_trunc('day', {a}))"
            )
            yield Check(
                crossed,
                later,
                text_of(later),
                _("Lebih awal daripada {earlier}; periksa kedua tanggal.").format(
                    earlier=source.label(earlier)
                ),
            )


def off_scale(source: TextSource) -> str | None:
    """Condition of a respondent with an answer outside 1–4; None where there are no scores."""
    scores = [n for n in source.fields if n in element_slugs()]
    if not scores:
        return None
    return " OR ".join(
        f"coalesce({ident(n)} NOT BETWEEN 1 AND 4, {text_of(n)} IS NOT NULL)" for n in scores
    )
