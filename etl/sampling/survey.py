"""Two satisfaction surveys (SKM) a year, by the elements of Permenpan RB 14/2017."""

from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa

from etl.sampling.cases import months_of
from etl.sampling.profiles import Office, Span, rows, stream
from etl.sampling.records import Files
from etl.sampling.tables import pick, table
from etl.schema import elements

RULE = "2017"
# Latent level of an ordinary office on each element; 0 gives a mean score of some 3.35.
LEVEL = {
    "persyaratan": 0.0, "prosedur": -0.08, "waktu": -0.25, "biaya": 0.35, "produk": 0.08,
    "kompetensi": 0.12, "perilaku": 0.25, "pengaduan": -0.05, "sarana": -0.15,
}  # fmt: skip
BOUNDS = (-2.35, -1.4, 0.18)  # latent bounds between scores 1|2, 2|3 and 3|4
SEX = {"L": 0.55, "P": 0.45}
EDUCATION = {"SD": 0.05, "SMP": 0.11, "SMA": 0.43, "D1-D3": 0.12, "S1": 0.25, "S2": 0.04}
OCCUPATION = {
    "Wiraswasta": 0.42, "Pegawai swasta": 0.27, "PNS/TNI/Polri": 0.09, "Pelajar/mahasiswa": 0.09,
    "Lainnya": 0.13,
}  # fmt: skip
UNANSWERED = 0.006
FIELD_DAYS = {1: ((3, 1), (5, 20)), 2: ((8, 15), (10, 20))}  # from and to (month, day)


@dataclass(frozen=True)
class Round:
    """One survey of an office: its period, service, days, respondents and population."""

    period: str
    service: str
    first: date
    last: date
    persons: int
    respondents: int


def rounds(rng: np.random.Generator, files: Files, span: Span) -> list[Round]:
    """The surveys whose half-year had been surveyed by the office's last reported day."""
    office, clock = files.office, files.clock
    last_day = files.clock.days[int(clock.end) - 1].item()
    half = files.submitted.astype("datetime64[M]").astype(int) // 6
    counts = dict(zip(*np.unique(half, return_counts=True), strict=True))
    services = office.services.split("|") if office.services else [""]
    found = []
    for month in months_of(span)[::6]:
        year, part = month.item().year, 1 if month.item().month <= 6 else 2
        (a, b), (c, d) = FIELD_DAYS[part]
        first, last = date(year, a, b), date(year, c, d)
        if last > last_day:
            continue
        served = counts.get(int(month.astype(int)) // 6, 0) * 2.2 / len(services)
        for service in services:
            persons = max(int(served * rng.uniform(0.9, 1.1)), 12)
            wanted = 3.841 * persons * 0.25 / (0.0025 * (persons - 1) + 3.841 * 0.25)
            asked = max(int(wanted * rng.uniform(0.85, 1.12)), 10)
            found.append(
                Round(f"{year}-S{part}", service, first, last, persons, min(asked, persons))
            )
    return found


def answers(rng: np.random.Generator, office: Office, clock_days: np.ndarray, r: Round,
            span: Span) -> pa.Table:  # fmt: skip
    """The kind `survey` for one round: one row a respondent."""
    n = r.respondents
    slugs = [e.slug for e in elements() if e.rule == RULE]
    level = np.array([LEVEL[s] for s in slugs]) + office.ikm
    level += (int(r.period[:4]) - 2021) * 0.06 - 0.15
    if office.reform and r.first >= span.reform:
        years = (r.first - span.reform).days / 365.25
        level += np.where(np.isin(slugs, ["waktu", "prosedur"]), 0.18, 0.06) * years
    level += np.where(np.array(slugs) == "waktu", office.ikm_waktu, 0)
    level += np.where(np.array(slugs) == "pengaduan", office.ikm_pengaduan, 0)
    level += rng.normal(0, 0.02, len(slugs))

    age = np.clip(np.round(rng.gamma(9, 4.4, n)), 17, 78).astype(int)
    school = rng.choice(len(EDUCATION), n, p=list(EDUCATION.values()))
    person = rng.normal(0, 0.6, n) + (age - 40) * 0.004 - 0.06 * (school - 2)
    latent = level + person[:, None] + rng.normal(0, 0.8, (n, len(slugs)))
    score = 1 + (latent[:, :, None] > np.array(BOUNDS)).sum(axis=2)
    scores = np.where(rng.random(score.shape) < UNANSWERED, np.nan, score)
    days = clock_days[
        (clock_days >= np.datetime64(r.first)) & (clock_days <= np.datetime64(r.last))
    ]
    return table("survey", {
        "office_code": office.office, "period": r.period, "service": r.service, "rule": RULE,
        "sheet": f"SKM {r.period[:4]} semester {r.period[-1]}",
        "respondent_no": pa.array(np.arange(1, n + 1)).cast(pa.string()),
        "survey_date": np.sort(rng.choice(days, n)),
        "sex": pick(np.array(list(SEX), object), rng.choice(2, n, p=list(SEX.values()))),
        "age": pa.array(age).cast(pa.string()),
        "education": pick(np.array(list(EDUCATION), object), school),
        "occupation": pick(
            np.array(list(OCCUPATION), object),
            rng.choice(len(OCCUPATION), n, p=list(OCCUPATION.values())),
        ),
        **{slug: scores[:, i] for i, slug in enumerate(slugs)},
        "comment": _comments(rng, slugs, score),
    })  # fmt: skip


def counted(made: pa.Table) -> pa.Table:
    """The kind `survey_counts` from a round's answers: all that a tally-only office keeps."""
    first = {f: made[f][0].as_py() for f in ("office_code", "period", "service", "rule")}
    out: dict[str, list] = {"element": [], "score": [], "count": []}
    for slug in (e.slug for e in elements() if e.rule == RULE):
        values = made[slug].drop_null().to_numpy()
        for score in (1, 2, 3, 4):
            out["element"].append(slug)
            out["score"].append(score)
            out["count"].append(int((values == score).sum()))
    return table("survey_counts", {**first, **out})


def survey_of(seed: int, files: Files, span: Span) -> dict[str, list[pa.Table]]:
    """The survey tables of an office: answers, or their tally, and the populations."""
    office = files.office
    rng = stream(seed, office.office, "survey")
    found = rounds(rng, files, span)
    made = [answers(rng, office, files.clock.days, r, span) for r in found]
    persons = [
        table(
            "populations",
            {
                "office_code": office.office,
                "period": [r.period for r in found],
                "service": [r.service for r in found],
                "persons": [r.persons for r in found],
            },
        )
    ]
    if office.tally_only:
        return {"survey_counts": [counted(m) for m in made], "populations": persons}
    return {"survey": made, "populations": persons}


def _comments(rng: np.random.Generator, slugs: list[str], score: np.ndarray) -> pa.Array:
    """A remark from one respondent in four: on the lowest element where it was low, else praise."""
    by_element: dict[str, list[str]] = {}
    for row in rows("comments"):
        by_element.setdefault(row["element"], []).append(row["comment"])
    said: list[str | None] = [None] * len(score)
    for i in np.flatnonzero(rng.random(len(score)) < 0.25):
        low = np.flatnonzero(score[i] == score[i].min())
        pool = by_element[slugs[rng.choice(low)]] if score[i].min() <= 2 else by_element[""]
        said[i] = pool[rng.integers(len(pool))]
    return pa.array(said, pa.string())
