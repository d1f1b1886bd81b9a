"""Applications, their stages and their payments as an office keeps them."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from etl.sampling import flow as work
from etl.sampling import routes
from etl.sampling.cases import CHANNELS, SCALES, Cases, months_of
from etl.sampling.clock import Clock
from etl.sampling.pausing import Holds, held
from etl.sampling.profiles import Office, Span
from etl.sampling.tables import number, pick, table, within_year, years_of

DECISIONS = np.array(["issued", "rejected", "withdrawn"], object)
METHODS = np.array(["cash", "bank", "virtual_account", "qris"], object)
SIGNATORY = "Kepala DPMPTSP"
NAMES = list(routes.SLOTS)
CODES = np.array([t.permit_type for t in routes.types()], object)


@dataclass(frozen=True)
class Files:
    """The files of one office: what came in, what became of it, and the numbers it carries."""

    office: Office
    clock: Clock
    cases: Cases
    flow: work.Flow
    submitted: np.ndarray  # datetime64[us]
    application_no: pa.Array
    holds: Holds | None = None


def files_of(rng: np.random.Generator, office: Office, clock: Clock, span: Span, cases: Cases,
             unit: np.ndarray) -> Files:  # fmt: skip
    """Let the office work on its applications."""
    pace = work.pace_of(rng, office, clock, span, cases, unit)
    flow = work.run(rng, cases.type, cases.channel == 1, cases.arrived, pace)
    if office.clean_up:
        day = clock.number(span.clean_up)
        flow = work.cut(flow, day + 0.4, cases.arrived < day - work.OLD_DAYS)
    submitted = clock.at(cases.arrived)
    years = years_of(submitted)
    return Files(office, clock, cases, flow, submitted, number("PM", years, within_year(years)))


def with_pauses(rng: np.random.Generator, files: Files, span: Span) -> Files:
    """The files as the office tells of them, where it pauses late ones on the last day."""
    if not files.office.pauses:
        return files
    flow, holds = held(rng, files.office, files.clock, span, files.cases, files.flow)
    return replace(files, flow=flow, holds=holds)


def applications(rng: np.random.Generator, files: Files) -> pa.Table:
    """The kind `applications`: nothing is written that lies after the last reported day."""
    cases, flow, clock, office = files.cases, files.flow, files.clock, files.office
    decided = clock.at(flow.ended)
    known = ~np.isnat(decided)
    issued = known & (flow.outcome == work.ISSUED)
    issued_at = np.where(issued, decided, np.datetime64("NaT", "us"))
    years = np.where(issued, years_of(np.where(issued, decided, np.datetime64("2000", "us"))), 0)
    permit_no = number("503", years, within_year(years))
    collected = np.where(issued, flow.finish[:, routes.HAND_OVER], np.nan)
    complete = clock.at(flow.complete) if office.complete_at else None
    leader_year = years_of(files.submitted)
    bundled = cases.bundle >= 0
    bundle_no = number("PR", leader_year, np.maximum(cases.bundle, 0))
    codes, index = CODES, cases.type
    if office.unmapped:
        codes = np.append(CODES, office.unmapped)
        odd = (index == list(CODES).index("KRK")) & (rng.random(len(cases)) < 0.3)
        index = np.where(odd, len(CODES), index)
    both = (cases.type == list(CODES).index("PBG")) & (rng.random(len(cases)) < 0.04)
    bupati = office.office == "32.02" and list(CODES).index("IMB")
    return table("applications", {
        "office_code": office.office,
        "application_no": files.application_no,
        "permit_type": pick(codes, index),
        "parts": pick(np.array(["PBG,SLF"], object), np.where(both, 0, -1)),
        "business_scale": pick(SCALES, cases.scale),
        "channel": pick(CHANNELS, cases.channel),
        "bundle_no": _where(bundled, bundle_no),
        "submitted_at": files.submitted,
        "complete_at": complete,
        "decision": pick(DECISIONS, np.where(known, flow.outcome, -1)),
        "decided_at": decided,
        "issued_at": issued_at,
        "permit_no": _where(issued, permit_no),
        "signatory": pick(
            np.array([SIGNATORY, "Bupati"], object),
            np.where(issued, (cases.type == bupati) & (bupati is not False), -1),
        ),
        "collected_at": clock.at(collected),
    })  # fmt: skip


def stages(files: Files) -> pa.Table:
    """The kind `stages`: one row a run that had begun by the last reported day."""
    flow, clock = files.flow, files.clock
    seen = np.nan_to_num(flow.start, nan=np.inf) < clock.end
    # A file that ended is not worked on further, whatever its route had in store.
    case, slot = np.nonzero(seen)
    seq = np.cumsum(seen, axis=1)[case, slot]
    run_no = np.ones(seen.shape, np.int64)
    for slots in (routes.CHECKS, routes.RETURNS, (routes.TEAM, routes.TEAM_AGAIN)):
        run_no[:, list(slots)] = np.cumsum(seen[:, list(slots)], axis=1)
    run, began, done = run_no[case, slot], flow.start[case, slot], flow.finish[case, slot]
    if files.holds is not None:
        case, slot, began, done = _with_holds(files, case, slot, began, done)
        seq, run = _counted(case, case), _counted(case, np.array(NAMES)[slot])
    desk, clock_of = routes.desks()
    return table("stages", {
        "office_code": files.office.office,
        "application_no": files.application_no.take(pa.array(case)),
        "stage": pick(np.array(routes.SLOTS, object), slot),
        "run_no": run,
        "started_at": clock.at(began),
        "finished_at": clock.at(done),
        "seq": seq,
        "desk": pick(desk, slot),
        "clock": pick(clock_of, slot),
    })  # fmt: skip


def _with_holds(files: Files, case: np.ndarray, slot: np.ndarray, began: np.ndarray,
                done: np.ndarray) -> tuple[np.ndarray, ...]:  # fmt: skip
    """The runs with the office's own pauses and what is left of each run that one cuts in two,
    in the order of case and time."""
    holds, end = files.holds, files.clock.end
    assert holds is not None
    cut = (holds.slot >= 0) & (holds.until < end)
    case = np.concatenate([case, holds.case, holds.case[cut]])
    slot = np.concatenate([slot, np.full(len(holds.case), routes.RETURNS[0]), holds.slot[cut]])
    began = np.concatenate([began, holds.start, holds.until[cut]])
    done = np.concatenate([done, holds.until, holds.rest[cut]])
    order = np.lexsort((np.nan_to_num(done, nan=np.inf), began, case))
    return case[order], slot[order], began[order], done[order]


def _counted(case: np.ndarray, name: np.ndarray) -> np.ndarray:
    """For each row how many of its case and name there are up to it."""
    rows = pd.DataFrame({"case": case, "name": name})
    return rows.groupby(["case", "name"]).cumcount().to_numpy() + 1


def payments(rng: np.random.Generator, files: Files, span: Span) -> pa.Table:
    """The kind `payments`: bills made out by the last reported day, paid or not, with the few
    slips that a treasurer looks for (another amount, no application, no bill at all)."""
    flow, cases, clock, office = files.flow, files.cases, files.clock, files.office
    billed_t, paid_t = flow.finish[:, routes.LEVY], flow.finish[:, routes.PAYMENT]
    n = len(cases)
    lost = rng.random(n) < 0.002
    those = np.flatnonzero((np.nan_to_num(billed_t, nan=np.inf) < clock.end) & ~lost)
    quit_there = (flow.outcome == work.WITHDRAWN) & ~np.isnan(paid_t)
    paid_t = np.where(quit_there, np.nan, paid_t)[those]
    billed = _levy(rng, office, span, cases)[those]
    slip = rng.random(len(those))
    paid = np.where(slip < 0.002, np.floor(billed * 0.9 / 1e5) * 1e5, billed)
    paid = np.where(slip > 0.9985, paid + 50_000 * 100, paid)
    billed_at, paid_at = clock.at(billed_t[those]), clock.at(paid_t)
    is_paid = ~np.isnat(paid_at)
    years = years_of(billed_at)
    accounts = np.array([t.account_code for t in routes.types()], object)
    orphan = rng.random(len(those)) < 0.001
    return table("payments", {
        "office_code": office.office,
        "receipt_no": number("SKRD", years, within_year(years)),
        "application_no": _where(~orphan, files.application_no.take(pa.array(those))),
        "billed_amount": billed,
        "billed_at": billed_at,
        "paid_amount": np.where(is_paid, paid, np.nan),
        "paid_at": paid_at,
        "method": pick(METHODS, np.where(is_paid, _method(rng, office, cases.month[those]), -1)),
        "account_code": pick(accounts, cases.type[those]),
    })  # fmt: skip


def tally(files: Files, span: Span) -> pa.Table:
    """The kind `monthly_counts`, for an office that keeps nothing else: received, issued,
    rejected and withdrawn by type and month."""
    months, clock = months_of(span), files.clock
    ended = clock.at(files.flow.ended)
    events = [("received", np.ones(len(files.cases), bool), files.submitted)]
    for index, name in enumerate(DECISIONS):
        events.append((name, (files.flow.outcome == index) & ~np.isnat(ended), ended))
    rows: dict[str, list] = {"permit_type": [], "month": [], "measure": [], "count": []}
    for measure, those, at in events:
        counts = np.zeros((len(CODES), len(months)), np.int64)
        place = (at[those].astype("datetime64[M]") - months[0]).astype(int)
        np.add.at(counts, (files.cases.type[those], place), 1)
        kind, month = np.nonzero(counts)
        rows["permit_type"] += list(CODES[kind])
        rows["month"] += list(months[month].astype(str))
        rows["measure"] += [measure] * len(kind)
        rows["count"] += counts[kind, month].tolist()
    return table("monthly_counts", {"office_code": files.office.office, **rows})


def _levy(rng: np.random.Generator, office: Office, span: Span, cases: Cases) -> np.ndarray:
    """The bill of each file in sen: the standard's fee, or worked out from the building's size."""
    amount = routes.fees(office.office, span.until)[cases.type]
    typical = np.array([t.levy or (np.nan,) * 4 for t in routes.types()])
    own = typical[cases.type, np.maximum(cases.scale, 0)] * rng.lognormal(0, 0.45, len(cases))
    amount = np.where(np.isnan(own), amount, np.round(own / 500) * 500)
    return np.nan_to_num(amount) * 100


def _method(rng: np.random.Generator, office: Office, month: np.ndarray) -> np.ndarray:
    year = month / 12
    other = rng.random(len(month)) < 1 / (1 + np.exp(-(-0.1 + 0.38 * year + office.non_cash)))
    qris = np.clip((year - 1) * 0.11, 0, 0.5)
    account = 0.25 + 0.03 * year
    u = rng.random(len(month))
    return np.where(~other, 0, np.where(u < qris, 3, np.where(u < qris + account, 2, 1)))


def _where(those: np.ndarray, values: pa.Array) -> pa.Array:
    return pc.if_else(pa.array(those), values, pa.scalar(None, values.type))
