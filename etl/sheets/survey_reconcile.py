"""Why: holds a survey sheet's printed totals against its own answers, and says what explains them.

A printed IKM is tried against every weight, rounding and denominator in use (regulations.md §1.5):
the simplest that gives it is named; where none does, the cells that do not add up are.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from itertools import product
from typing import Any

from openpyxl.utils import get_column_letter

from etl.reading.book import Cell
from etl.recognising.vocabulary import normal
from etl.sheets.survey_rows import Printed
from etl.sheets.survey_rules import Rule, half_up
from etl.words import _

WEIGHTS = ("exact", "0.111", "0.11", "0.1111", "0.071", "0.0714")
ROUNDINGS = (None, 2, 3, 4)
TO_100 = 25
IKM_PLACES = 2  # an index is printed to two places; a number cell shows 72.40 as 72.4
MOST_PLACES = 6
NOISE = 9  # places at which the noise of binary fractions is cut


@dataclass(frozen=True)
class Counted:
    """What the answers of a sheet give: by element their sum and number, and the respondents.

    `unfilled`: forms without an answer that the sheet numbers among its respondents.
    """

    sums: Mapping[str, int]
    answers: Mapping[str, int]
    respondents: int
    unfilled: int = 0


@dataclass(frozen=True)
class Recipe:
    """One way to an IKM: weight, what is rounded on the way, and what sums are divided by."""

    weight: str
    nrr_places: int | None
    weighted_places: int | None
    denominator: str
    cut: bool = False  # cut off after the last place instead of rounded half up

    def to_json(self) -> dict[str, str]:
        """The recipe in plain words."""
        return {
            "weight": self.weight,
            "rounding": self.rounding,
            "denominator": DENOMINATORS[self.denominator](),
        }

    @property
    def rounding(self) -> str:
        """What is rounded before the end, in words."""
        said = []
        if self.nrr_places is not None:
            said.append(_("NRR ke {n} desimal").format(n=self.nrr_places))
        if self.weighted_places is not None:
            said.append(_("NRR tertimbang ke {n} desimal").format(n=self.weighted_places))
        if self.cut:
            said.append(_("dipotong di akhir"))
        return ", ".join(said) or _("sekali di akhir")


DENOMINATORS = {
    "answers": lambda: _("jawaban tiap unsur"),
    "respondents": lambda: _("semua responden, jawaban kosong ikut dihitung nol"),
    "forms": lambda: _("semua formulir, yang tidak diisi ikut dihitung nol"),
}


def indices(counted: Counted, its: Rule) -> dict[str, float | None]:
    """The IKM of the answers under the usual weights, rounded once."""
    names = dict.fromkeys(["exact", "0.111", str(its.text_weight)])
    return {name: _ikm(counted, its, Recipe(name, None, None, "answers")) for name in names}


def _ikm(counted: Counted, its: Rule, recipe: Recipe) -> float | None:
    exact = index(counted, its, recipe)
    return None if exact is None else float(half_up(exact))


def index(counted: Counted, its: Rule, recipe: Recipe) -> Fraction | None:
    """The converted value by a recipe, unrounded at the end; None without answers to divide by."""
    weight, total = its.weight(recipe.weight), Fraction(0)
    for slug, sum_ in counted.sums.items():
        below = _denominator(counted, slug, recipe.denominator)
        if not below:
            return None
        nrr = Fraction(sum_, below)
        if recipe.nrr_places is not None:
            nrr = Fraction(half_up(nrr, recipe.nrr_places))
        part = nrr * weight
        if recipe.weighted_places is not None:
            part = Fraction(half_up(part, recipe.weighted_places))
        total += part
    return total * TO_100


def _denominator(counted: Counted, slug: str, name: str) -> int:
    if name == "answers":
        return counted.answers[slug]
    return counted.respondents + (counted.unfilled if name == "forms" else 0)


def recipes(counted: Counted, its: Rule) -> Iterator[Recipe]:
    """Every recipe, the simplest first; denominators that cannot differ are left out."""
    below = ["answers"]
    if any(n != counted.respondents for n in counted.answers.values()):
        below.append("respondents")
    if counted.unfilled:
        below.append("forms")
    usual = (str(its.text_weight), "exact", *WEIGHTS)
    weights = list(dict.fromkeys(w for w in usual if _near(w, its)))
    for denominator in below:
        for nrr in ROUNDINGS:
            for weighted in ROUNDINGS:
                for weight in weights:
                    yield Recipe(weight, nrr, weighted, denominator)


def _near(weight: str, its: Rule) -> bool:
    return abs(its.weight(weight) * len(its.elements) - 1) < Fraction(2, 100)


def number(cell: Cell) -> Decimal | None:
    """The number in a cell, also written as text with a comma; None for none."""
    if isinstance(cell, bool) or cell is None or cell == "":
        return None
    text = _bare(cell) if isinstance(cell, int | float) else _written(str(cell))
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def _bare(cell: int | float) -> str:
    """A number as it stands in its cell, without the noise of binary fractions."""
    return format(Decimal(repr(round(cell, NOISE))), "f") if isinstance(cell, float) else str(cell)


def _written(words: str) -> str:
    """A number as people write it: "72,40", "72.40 %", "B (72,40)"; its places are kept."""
    found = re.search(r"(?<![\d.,])[+-]?\d+(?:[.,]\d+)?(?![\d.,])", words.strip())
    alone = found and len(re.findall(r"\d+(?:[.,]\d+)?", words)) == 1
    return found[0].replace(",", ".") if found and alone else words.strip().replace(",", ".")


def places_of(printed: Decimal, least: int = 0) -> int:
    """The places a printed figure shows; a number cell drops its noughts, so at least `least`."""
    exponent = printed.as_tuple().exponent
    shown = -exponent if isinstance(exponent, int) else 0
    return min(max(shown, least), MOST_PLACES)


def agrees(printed: Decimal, exact: Fraction, least: int = 0) -> bool:
    """Whether a printed figure is the exact one at the places it shows (`least` of them anyhow),
    rounded half up or cut off."""
    return rounds_to(printed, exact, least) or cut_to(printed, exact, least)


def rounds_to(printed: Decimal, exact: Fraction, least: int = 0) -> bool:
    """Whether a printed figure is the exact one rounded half up at its places."""
    places = places_of(printed, least)
    return Fraction(half_up(Fraction(printed), places)) == Fraction(half_up(exact, places))


def cut_to(printed: Decimal, exact: Fraction, least: int = 0) -> bool:
    """Whether a printed figure is the exact one cut off after its places."""
    places = places_of(printed, least)
    shown = Fraction(half_up(Fraction(printed), places))
    return 0 <= exact - shown < Fraction(1, 10**places)


def kind_of(label: str) -> str:
    """What a row of totals holds by its label: sum, count, nrr, weighted, ikm or ""."""
    words = normal(label)
    if re.search(r"tertimbang|\bbobot\b|\bx 0\b", words):
        return "weighted"
    if re.search(r"\bikm\b|\bskm\b|indeks|konversi|nilai unit|unit pelayanan", words):
        return "ikm"
    if re.search(r"\bnrr\b|rata|rerata|mean|average|n r r", words):
        return "nrr"
    if re.search(r"\b(jawaban|responden|kuesioner|kuisioner|terisi)\b", words):
        return "count"
    if re.search(r"jumlah|jml|total|ttl|\bsum\b|nilai unsur", words) or "Σ" in label:
        return "sum"
    return ""


def reconcile(
    sheet: str,
    its: Rule,
    columns: Mapping[int, str],
    counted: Counted,
    printed: Sequence[Printed],
) -> dict[str, Any]:
    """The reconciliation of one sheet, for the load's JSON; `columns`: column → element.

    `differences` lists printed cells that the answers do not give; `printed_ikm` the printed
    index with the recipe that gives it (`reproduced_by`, null where none does).
    """
    found = printed_index(printed)
    recipe = None
    if found:
        recipe = explanation(counted, its, found[0])
    differences = list(_differences(printed, columns, counted))
    answer: dict[str, Any] = {
        "sheet": sheet,
        "rule": its.code,
        "respondents": counted.respondents,
        "sums": dict(counted.sums),
        "ikm": indices(counted, its),
        "printed_rows": [{"row": p.row, "label": p.label} for p in printed],
        "printed_ikm": float(found[0]) if found else None,
        "printed_cell": found[1] if found else None,
        "reproduced_by": recipe.to_json() if recipe else None,
        "differences": differences,
    }
    return answer | {"summary": summary(answer)}


def explanation(counted: Counted, its: Rule, printed: Decimal) -> Recipe | None:
    """The simplest recipe that gives a printed index, None where there is none.

    At two places first, since a number cell drops its noughts, then at those it shows; rounded
    half up before cut off.
    """
    tried = [(r, index(counted, its, r)) for r in recipes(counted, its)]
    plain = [t for t in tried if t[0].nrr_places is t[0].weighted_places is None]
    for least, which in product((IKM_PLACES, 0), (plain, tried)):
        for fits, cut in ((rounds_to, False), (cut_to, True)):
            for recipe, exact in which:
                if exact is not None and fits(printed, exact, least):
                    return replace(recipe, cut=cut)
    return None


def summary(answer: Mapping[str, Any]) -> str:
    """One sentence on what was found."""
    ours = _decimal(answer["ikm"]["exact"])
    if answer["printed_ikm"] is None and not answer["printed_rows"]:
        return _("Lembar tidak mencetak jumlah; IKM dari jawabannya {ours}.").format(ours=ours)
    wrong = answer["differences"]
    cells = ", ".join(d["cell"] for d in wrong[:5]) + (" …" if len(wrong) > 5 else "")
    said = []
    if answer["printed_ikm"] is not None:
        by, printed = answer["reproduced_by"], _decimal(answer["printed_ikm"])
        if by is None:
            text = _("IKM tercetak {printed} di {cell} tidak keluar dari jawabannya ({ours}).")
        else:
            text = _(
                "IKM tercetak {printed} di {cell} keluar dengan bobot {weight}, dibulatkan "
                "{rounding}, dibagi {denominator}; bobot tepat, dibulatkan sekali, memberi {ours}."
            )
        recipe = dict(by or {})
        if recipe:
            exact = recipe["weight"] == "exact"
            recipe["weight"] = _("tepat") if exact else recipe["weight"].replace(".", ",")
        said.append(text.format(printed=printed, cell=answer["printed_cell"], ours=ours, **recipe))
    if wrong:
        said.append(_("Sel yang tidak cocok dengan jawabannya: {cells}.").format(cells=cells))
    elif answer["printed_rows"]:
        said.append(_("Jumlah dan rata-rata tercetak cocok."))
    return " ".join(said)


def _decimal(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}".replace(".", ",")


def printed_index(printed: Sequence[Printed]) -> tuple[Decimal, str] | None:
    """The printed index and its cell: the last figure from 25 to 100 in a row that names it."""
    for row in reversed(printed):
        if kind_of(row.label) != "ikm":
            continue
        for column in range(len(row.cells) - 1, -1, -1):
            value = number(row.cells[column])
            if value is not None and 20 <= value <= 101:
                return value, f"{get_column_letter(column + 1)}{row.row}"
    return None


def _differences(
    printed: Sequence[Printed], columns: Mapping[int, str], counted: Counted
) -> Iterator[dict[str, Any]]:
    last = {kind_of(p.label): p for p in printed}
    for kind in ("sum", "count", "nrr"):
        row = last.get(kind)
        for column, slug in columns.items() if row else ():
            cell = row.cells[column] if row and column < len(row.cells) else ""
            value = number(cell)
            if row is None or value is None:
                continue
            total, n = counted.sums[slug], counted.answers[slug]
            figures = {"sum": Fraction(total), "count": Fraction(n)}
            exact = figures.get(kind) or (Fraction(total, n) if n else None)
            if exact is None or agrees(value, exact):
                continue
            yield {
                "row": row.row,
                "cell": f"{get_column_letter(column + 1)}{row.row}",
                "label": row.label,
                "element": slug,
                "printed": _as_written(cell),
                "computed": int(exact) if kind in figures else float(half_up(exact, 4)),
            }


def _as_written(cell: Cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def tally_figure(label: str, counted: Counted) -> dict[str, Fraction] | None:
    """What a printed column of a tally should hold, by element; None for a label of no figure."""
    kind, words = kind_of(label), normal(label)
    if kind == "nrr":
        return {s: Fraction(t, counted.answers[s]) for s, t in counted.sums.items()}
    if kind == "sum" and re.search(r"\b(nilai|skor)\b", words):
        return {s: Fraction(t) for s, t in counted.sums.items()}
    if kind in ("sum", "count"):
        return {s: Fraction(n) for s, n in counted.answers.items()}
    return None
