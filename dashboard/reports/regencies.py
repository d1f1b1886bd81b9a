"""The regencies of a province in one report: how each stands, asked once and named one way."""

from functools import cached_property

import pandas as pd

from dashboard.locale import format as f
from dashboard.locale.verdict_words import over_time
from dashboard.parts.side_by_side import stages
from dashboard.reports.asked import Asked
from etl.words import _
from metrics.asking.query import Query
from metrics.asking.result import plain
from metrics.judging.compare import Comparison, compare, standardised_rates
from metrics.judging.reporting import regencies, standing
from metrics.judging.verdict import Verdict, judge, judge_each

MAIN = "on_time_rate"


class Regencies:
    """Every regency of the province in view, compared on its on-time rate."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.query: Query = asked.view.query
        codes = regencies(asked.snapshot, asked.scope, self.query)
        self.names = {code: _short(asked, code) for code in codes}

    @cached_property
    def made(self) -> Comparison:
        """The comparison on the on-time rate."""
        return self.compared(MAIN)

    def compared(self, name: str) -> Comparison:
        """The comparison on an indicator."""
        return compare(self.asked.snapshot, self.asked.scope, name, self.query)

    @cached_property
    def rows(self) -> dict[str, dict]:
        """The comparison's row of each regency."""
        return {str(r["office"]): r for r in self.made.rows.to_dict("records")}

    @cached_property
    def standing(self) -> pd.DataFrame:
        """How each stands with its reports, by kind."""
        return standing(self.asked.snapshot, self.asked.scope, self.query)

    @cached_property
    def verdicts(self) -> dict[str, Verdict]:
        """The verdict on each regency's on-time rate, the one that its own pages show."""
        return judge_each(self.asked.snapshot, self.asked.scope, MAIN, self.query, self.names)

    def verdict(self, code: str, name: str) -> Verdict:
        """The verdict on one regency's figure."""
        asked = self.query.change(office=code, province=None)
        return judge(self.asked.snapshot, self.asked.scope, name, asked)

    @property
    def worse(self) -> list[str]:
        """Regencies truly worse than the province, the lowest first."""
        return self._where("worse", True)

    @property
    def better(self) -> list[str]:
        """Regencies truly better than the province, the highest first."""
        return self._where("better", False)

    def _where(self, verdict: str, ascending: bool) -> list[str]:
        rows = self.made.rows[self.made.rows["verdict"] == verdict]
        return [str(o) for o in rows.sort_values("value", ascending=ascending)["office"]]

    def need_help(self) -> list[str]:
        """Who is truly worse, then who worsens by its own chart."""
        falling = [o for o, v in self.verdicts.items() if v.direction == "worse"]
        return list(dict.fromkeys([*self.worse, *falling]))

    def late_offices(self) -> list[str]:
        """Whose reports of permits are late or were never made, the latest first."""
        own = self.standing[self.standing["kind"] == "applications"]
        silent = list(own.loc[own["last_month"].isna(), "office"])
        late = own[own["days_late"] > 0].sort_values("days_late", ascending=False)
        return [str(o) for o in (*silent, *late["office"])]

    def figure(self, code: str) -> str:
        """ "78,1 % (n = 412)", "–" where there is none."""
        row = self.rows[code]
        if f.missing(plain(row["value"])):
            return f.MISSING
        return f"{f.percent(row['value'])} (n{f.NBSP}={f.NBSP}{f.number(row['n'])})"

    def why_help(self, code: str) -> str:
        """What is wrong at a regency, since when, and where its cases stick."""
        parts = [self.figure(code)]
        if code in self.worse:
            parts.append(_("nyata lebih rendah dari rata-rata provinsi"))
        verdict = self.verdicts[code]
        if verdict.direction == "worse":
            parts.append(over_time(verdict))
        told = f"{self.names[code]}: {', '.join(parts)}"
        own = Asked(self.asked.snapshot, self.asked.scope, self.asked.code, office=code)
        stage = stages(own.view)
        if stage.bottleneck:
            [slow] = stage.frame.loc[stage.frame["stage"] == stage.bottleneck, "code"]
            desk = own.beside(str(slow))
            told += _("; tahap kantor terlama {stage}{desk}").format(
                stage=stage.bottleneck, desk=f" ({desk})" if desk else ""
            )
        return told + "."

    def practice(self, code: str) -> str:
        """What is good at a regency, and whether its mix of permits may explain it."""
        told = f"{self.names[code]}: {self.figure(code)}, "
        told += _("nyata lebih tinggi dari rata-rata provinsi")
        made = self.standardised.get(code)
        if made is not None and self.made.centre is not None:
            fair = _("; setelah bauran jenis izin disamakan {value} (selang 95{nbsp}% {a}–{b})")
            told += fair.format(
                value=f.percent(made[0]), nbsp=f.NBSP, a=f.percent(made[1]), b=f.percent(made[2])
            )
            if made[1] <= self.made.centre:
                told += _(", jadi bauran izinnya dapat menjelaskannya")
        return told + "."

    @cached_property
    def standardised(self) -> dict[str, tuple[float, float, float]]:
        """(value, low, high) of each regency on the province's mix of permits."""
        rows = standardised_rates(self.asked.snapshot, self.asked.scope, MAIN, self.query)
        known = rows.dropna(subset=["value", "low", "high"])
        return {
            str(r["office"]): (float(r["value"]), float(r["low"]), float(r["high"]))
            for r in known.to_dict("records")
        }


def _short(asked: Asked, code: str) -> str:
    return asked.view.office_name(code)
