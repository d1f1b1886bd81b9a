"""Applications as they come in: how many, of which type, when, how, and which run as a bundle."""

from dataclasses import dataclass

import numpy as np

from etl.sampling import routes
from etl.sampling.clock import Clock
from etl.sampling.profiles import FIRST_MONTH, Office, Span

CHANNELS = np.array(["loket", "online", "keliling"], object)
SCALES = np.array(["mikro", "kecil", "menengah", "besar"], object)
SCALE_SHARES = (0.55, 0.26, 0.14, 0.05)
# January … December: Ramadan moves, so only the year's usual shape is drawn.
SEASON = np.array([1.05, 1.0, 1.05, 0.9, 0.95, 1.0, 1.05, 1.0, 1.05, 1.05, 1.0, 0.9])


@dataclass(frozen=True)
class Cases:
    """Applications of one office in order of arrival; arrays of one length.

    `type` indexes `routes.types()`, `month` the sample's months, `arrived` is office time,
    `channel` and `scale` index CHANNELS and SCALES (scale -1: none), `bundle` numbers a bundle
    (-1: on its own).
    """

    type: np.ndarray
    month: np.ndarray
    arrived: np.ndarray
    channel: np.ndarray
    scale: np.ndarray
    bundle: np.ndarray

    def __len__(self) -> int:
        return len(self.type)


def months_of(span: Span) -> np.ndarray:
    """Every month of the sample as datetime64[M]."""
    return np.arange(np.datetime64(FIRST_MONTH, "M"), np.datetime64(span.until, "M") + 1)


def shares(offices: list[Office], span: Span) -> np.ndarray:
    """Each office's share of all applications: its volume times the part of the span it reports."""
    months = months_of(span)
    demand = _demand(months).sum(axis=0)
    told = np.array(
        [
            demand[months <= np.datetime64(span.silence if o.silent else span.until, "M")].sum()
            for o in offices
        ]
    )
    return np.array([o.volume for o in offices]) * told / demand.sum()


def draw(rng: np.random.Generator, office: Office, clock: Clock, span: Span, n: int) -> Cases:
    """`n` applications of an office over the months that it reports."""
    months = months_of(span)
    first, after = clock.month_bounds(months)
    days = np.maximum(after - first, 0)
    cells = _demand(months) * (days > 0)
    counts = rng.multinomial(n, (cells / cells.sum()).ravel()).reshape(cells.shape)
    kind = np.repeat(np.repeat(np.arange(cells.shape[0]), cells.shape[1]), counts.ravel())
    month = np.repeat(np.tile(np.arange(cells.shape[1]), cells.shape[0]), counts.ravel())
    day = first[month] + np.floor(rng.random(n) * days[month])
    arrived = day + rng.beta(1.6, 2.2, n) * 0.97
    order = np.argsort(arrived, kind="stable")
    kind, month, arrived = kind[order], month[order], arrived[order]

    year = month / 12
    online = 1 / (1 + np.exp(-(-1.1 + 0.38 * year)))
    u = rng.random(n)
    channel = np.where(u < 0.03, 2, np.where(u < 0.03 + 0.97 * online, 1, 0))
    business = np.array([t.business for t in routes.types()])[kind]
    scale = np.where(business, rng.choice(len(SCALES), n, p=SCALE_SHARES), -1)
    bundle = _bundles(rng, office, span, months, kind, month)
    lead = np.where(bundle >= 0, bundle, np.arange(n))
    numbered = np.where(bundle >= 0, np.cumsum(bundle == np.arange(n))[lead], -1)
    return Cases(kind, month, arrived[lead], channel[lead], np.where(scale < 0, scale, scale[lead]),
                 numbered)  # fmt: skip


def _demand(months: np.ndarray) -> np.ndarray:
    return routes.weights(months) * SEASON[months.astype(int) % 12]


def _bundles(
    rng: np.random.Generator,
    office: Office,
    span: Span,
    months: np.ndarray,
    kind: np.ndarray,
    month: np.ndarray,
) -> np.ndarray:
    """The leader's position for every member of a bundle (two or three types of one month), -1
    elsewhere. Bundles grow over the years; the reformed office runs more of them."""
    leader = np.full(len(kind), -1)
    can = np.flatnonzero(np.array([t.bundles for t in routes.types()])[kind])
    if len(can) < 3:
        return leader
    share = 0.05 + 0.012 * month[can] / 12
    if office.reform:
        share = np.where(months[month[can]] >= np.datetime64(span.reform, "M"), share * 2.2, share)
    starts = np.flatnonzero(rng.random(len(can)) < share)
    starts = starts[starts < len(can) - 2]
    starts = starts[np.diff(starts, prepend=-9) > 2]
    a, b, c = can[starts], can[starts + 1], can[starts + 2]
    pair = (kind[a] != kind[b]) & (month[a] == month[b])
    triple = pair & (month[a] == month[c]) & (kind[c] != kind[a]) & (kind[c] != kind[b])
    triple &= rng.random(len(a)) < 0.35
    leader[a[pair]] = a[pair]
    leader[b[pair]] = a[pair]
    leader[c[triple]] = a[triple]
    return leader
