"""A report's pictures as native charts of a workbook, each beside the numbers that it draws."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.chart import BarChart, LineChart, Reference, ScatterChart, Series
from openpyxl.chart.marker import Marker

from dashboard.reports.model import Chart
from etl.words import _

SIZE = (24, 11)  # cm
GREYS = {"mean": "9AA7B2", "low": "9AA7B2", "high": "9AA7B2", "target": "4A5A66", "value": "16232C"}


def put_chart(book: Workbook, name: str, chart: Chart) -> None:
    """Add the sheet `name` with the numbers of `chart`, and the chart itself."""
    sheet: Any = book.create_sheet(name)
    sheet["A1"] = chart.alt
    sheet["A1"].data_type = "s"
    _PUT[chart.kind](sheet, chart)


def _columns(sheet: Any, heads: Sequence[str], columns: Sequence[Sequence[Any]]) -> int:
    """Write columns of numbers from row 3 on; the last row."""
    for place, (head, values) in enumerate(zip(heads, columns, strict=True), 1):
        sheet.cell(3, place, head)
        for row, value in enumerate(values, 4):
            box = sheet.cell(row, place, value)
            if isinstance(value, str):
                box.data_type = "s"
    return 3 + max((len(c) for c in columns), default=0)


def _sized(made: Any, title: str) -> Any:
    made.title = title
    made.width, made.height = SIZE
    made.x_axis.delete = made.y_axis.delete = False
    return made


def _process(sheet: Any, chart: Chart) -> None:
    names = ("value", "mean", "low", "high", "target")
    heads = (
        _("Bulan"),
        chart.data["name"],
        _("Rata-rata"),
        _("Batas bawah"),
        _("Batas atas"),
        _("Target"),
    )
    last = _columns(sheet, heads, [chart.data["period"], *(chart.data[n] for n in names)])
    made = _sized(LineChart(), chart.data["name"])
    made.add_data(
        Reference(sheet, min_col=2, max_col=6, min_row=3, max_row=last), titles_from_data=True
    )
    made.set_categories(Reference(sheet, min_col=1, min_row=4, max_row=last))
    for series, name in zip(made.series, names, strict=True):
        series.graphicalProperties.line.solidFill = GREYS[name]
        series.graphicalProperties.line.width = 22000 if name == "value" else 12000
        series.smooth = False
        if name in ("low", "high", "target"):
            series.graphicalProperties.line.dashStyle = "dash"
    if chart.data["shape"] == "rate":
        made.y_axis.number_format = "0%"
        for row in sheet.iter_rows(4, last, 2, 6):
            for box in row:
                box.number_format = "0.0%"
    sheet.add_chart(made, "H3")


def _stages(sheet: Any, chart: Chart) -> None:
    heads = (_("Tahap"), _("Dikerjakan (hari)"), _("Menunggu (hari)"))
    last = _columns(sheet, heads, [chart.data[n] for n in ("stage", "run", "wait")])
    made = _sized(BarChart(), _("Hari kerja tiap berkas menurut tahap"))
    made.type, made.grouping, made.overlap = "bar", "stacked", 100
    made.add_data(
        Reference(sheet, min_col=2, max_col=3, min_row=3, max_row=last), titles_from_data=True
    )
    made.set_categories(Reference(sheet, min_col=1, min_row=4, max_row=last))
    made.x_axis.scaling.orientation = "maxMin"
    for series, colour in zip(made.series, ("9AA7B2", "CBD3DA"), strict=True):
        series.graphicalProperties.solidFill = colour
    sheet.add_chart(made, "E3")


def _bars(sheet: Any, chart: Chart) -> None:
    heads = (_("Daerah"), chart.data["name"], _("Bawah 95 %"), _("Atas 95 %"))
    last = _columns(sheet, heads, [chart.data[n] for n in ("label", "value", "low", "high")])
    made = _sized(BarChart(), chart.data["name"])
    made.type = "bar"
    made.height = max(SIZE[1], 0.7 * (last - 3))
    made.add_data(Reference(sheet, min_col=2, min_row=3, max_row=last), titles_from_data=True)
    made.set_categories(Reference(sheet, min_col=1, min_row=4, max_row=last))
    made.x_axis.scaling.orientation = "maxMin"
    made.series[0].graphicalProperties.solidFill = "9AA7B2"
    sheet.add_chart(made, "G3")


def _funnel(sheet: Any, chart: Chart) -> None:
    limits = ("low95", "high95", "low998", "high998")
    heads = (
        _("Daerah"), "n", chart.data["name"], _("n batas"), _("Bawah 95 %"), _("Atas 95 %"),
        _("Bawah 99,8 %"), _("Atas 99,8 %"),
    )  # fmt: skip
    columns = [chart.data[n] for n in ("label", "n", "value", "curve_n", *limits)]
    _columns(sheet, heads, columns)
    made = _sized(ScatterChart(), chart.data["name"])
    made.style = 13
    offices, curve = 3 + len(chart.data["n"]), 3 + len(chart.data["curve_n"])
    points = Series(
        Reference(sheet, min_col=3, min_row=4, max_row=offices),
        Reference(sheet, min_col=2, min_row=4, max_row=offices),
        title=chart.data["name"],
    )
    points.marker = Marker("circle", size=7)
    points.graphicalProperties.line.noFill = True
    made.series.append(points)
    for place, name in enumerate(limits, 5):
        line = Series(
            Reference(sheet, min_col=place, min_row=4, max_row=curve),
            Reference(sheet, min_col=4, min_row=4, max_row=curve),
            title=heads[place - 1],
        )
        line.marker = Marker("none")
        line.graphicalProperties.line.solidFill = "9AA7B2"
        if name.endswith("95"):
            line.graphicalProperties.line.dashStyle = "dash"
        made.series.append(line)
    made.x_axis.title = chart.data["unit"]
    sheet.add_chart(made, "J3")


_PUT = {"process": _process, "stages": _stages, "bars": _bars, "funnel": _funnel}
