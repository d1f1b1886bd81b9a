"""Writes an empty workbook of a kind: headings, lists of values, what each column means."""

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from etl.errors import Refused
from etl.recognising.vocabulary import headings, words
from etl.schema import COMPOSITE, Field, Kind, element_slugs, elements, kinds
from etl.words import _
from etl.writing.sheetcells import put_headings, put_text

DATA_ROWS = 5000  # rows that get number formats and lists
_FORMATS = {"date": "dd/mm/yyyy", "time": "dd/mm/yyyy hh:mm", "amount": "#,##0", "integer": "0"}
_EXAMPLES = {
    "office": "32.14",
    "code": "001/PBG/2024",
    "time": "31/12/2024 09:30",
    "date": "31/12/2024",
    "month": "2024-05",
    "period": "2024-S1",
    "amount": "1.250.000",
    "value": "0,9",
    "integer": "5",
    "score": "4",
    "list": "PBG, SLF",
    "text": "teks",
}


def write_template(kind: str, out: Path, rule: str = "2017") -> Path:
    """Write the template of `kind` to `out` (xlsx) and return it.

    The first sheet is to be filled; the example stands on the explaining sheet, so that it is
    never loaded. `rule` picks the elements of a survey. Raises `Refused` for a kind without one.
    """
    if kind in COMPOSITE or kind not in kinds():
        raise Refused(
            _("Tidak ada templat untuk {kind}; pilih salah satu dari {kinds}.").format(
                kind=kind, kinds=", ".join(kinds())
            )
        )
    if out.suffix.lower() != ".xlsx":
        raise Refused(_("Templat ditulis sebagai .xlsx; ubah nama berkas {file}.").format(file=out))
    record = kinds()[kind]
    fields = _fields(record, rule)
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Data"
    titles = headings(kind)
    put_headings(sheet, [_title(f, titles[f.name].title, rule) for f in fields])
    _add_lists(book, sheet, fields)
    for column, field in enumerate(fields, 1):
        _format_column(sheet, column, field)
    _explain(book, record, fields, rule)
    out.parent.mkdir(parents=True, exist_ok=True)
    book.save(out)
    return out


def _fields(kind: Kind, rule: str) -> list[Field]:
    """The fields that a person fills in: of the elements only the rule's, in its order."""
    others = [f for f in kind.fields if f.name not in element_slugs() or kind.name != "survey"]
    if kind.name != "survey":
        return [f for f in others if f.name not in ("run_no", "seq")]
    own = [kind.by_name[e.slug] for e in elements() if e.rule == rule]
    if not own:
        raise Refused(_("Aturan survei {rule} tidak dikenal; pilih 2017.").format(rule=rule))
    head = [f for f in others if f.name not in ("comment", "sheet")]
    return [*head, *own, kind.by_name["comment"]]


def _title(field: Field, title: str, rule: str) -> str:
    if field.type != "score":
        return title
    own = [e.name for e in elements() if e.slug == field.name and e.rule == rule]
    return own[0] if own else title


def _choices(field: Field) -> list[str]:
    if field.enum == "element":
        return list(dict.fromkeys(e.name for e in elements()))
    return list(words(field.enum).titles.values()) if field.enum else []


def _add_lists(book: Workbook, sheet: Worksheet, fields: list[Field]) -> None:
    """Drop-down lists, their values on a hidden sheet since a formula holds 255 characters."""
    lists = book.create_sheet("Daftar")
    lists.sheet_state = "hidden"
    used = 0
    for column, field in enumerate(fields, 1):
        choices = _choices(field)
        if choices:
            used += 1
            for row, choice in enumerate(choices, 1):
                put_text(lists.cell(row, used), choice)
            letter = get_column_letter(used)
            area = f"{quote_sheetname('Daftar')}!${letter}$1:${letter}${len(choices)}"
            check = DataValidation(type="list", formula1=f"={area}", allow_blank=True)
            check.showErrorMessage = field.unknown == "reject"
        elif field.type == "score":
            check = DataValidation(
                type="whole", operator="between", formula1="1", formula2="4", allow_blank=True
            )
            check.showErrorMessage = True
            check.error = _("Nilai 1 sampai 4.")
        else:
            continue
        letter = get_column_letter(column)
        check.add(f"{letter}2:{letter}{DATA_ROWS + 1}")
        sheet.add_data_validation(check)


def _format_column(sheet: Worksheet, column: int, field: Field) -> None:
    letter = get_column_letter(column)
    as_text = field.sql_type == "VARCHAR"
    sheet.column_dimensions[letter].number_format = (
        "@" if as_text else _FORMATS.get(field.type, "General")
    )
    for row in range(2, 202):
        sheet.cell(row, column).number_format = sheet.column_dimensions[letter].number_format


def _explain(book: Workbook, kind: Kind, fields: list[Field], rule: str) -> None:
    sheet = book.create_sheet(_("Petunjuk"))
    lines = [
        _("Isi lembar Data, satu baris satu catatan; judul jangan diubah. Sel wajib harus terisi."),
        _("Kolom yang tidak dipunyai boleh dihapus: isinya yang sudah tercatat tidak berubah."),
        _("Tanggal ditulis hari/bulan/tahun. Jangan menulis nama, NIK, atau alamat."),
    ]
    for row, line in enumerate(lines, 1):
        put_text(sheet.cell(row, 1), line)
    heads = [_("Judul kolom"), _("Wajib"), _("Isi"), _("Contoh")]
    start = len(lines) + 2
    put_headings(sheet, heads, start)
    titles = headings(kind.name)
    for row, field in enumerate(fields, start + 1):
        choices = _choices(field)
        put_text(sheet.cell(row, 1), _title(field, titles[field.name].title, rule))
        put_text(sheet.cell(row, 2), _("wajib") if field.required else "")
        put_text(sheet.cell(row, 3), ", ".join(choices) or field.unit)
        put_text(sheet.cell(row, 4), choices[0] if choices else _EXAMPLES.get(field.type, ""))
        sheet.cell(row, 3).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCD", (38, 10, 70, 22), strict=True):
        sheet.column_dimensions[letter].width = width
