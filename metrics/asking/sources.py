"""Where counts stand that several indicators read: tables, their month and a condition."""

from metrics.asking.count_tables import Source
from metrics.asking.untold import MARGINALS, Untold

__all__ = [
    "BANK",
    "BILLED",
    "BUNDLES",
    "COMPLAINTS_RECEIVED",
    "DECIDED",
    "ENDED",
    "NO_AMOUNT",
    "NO_BILL", "NO_BILLS", "NO_DAY",
    "NO_METHOD", "NO_RECEIPT",
    "PAID",
    "SEN",
    "Source",
    "durations",
    "flow",
]  # fmt: skip

ENDED = "t.measure IN ('issued', 'rejected', 'withdrawn', 'closed')"
DECIDED = Source(
    "flow", "month",
    "t.measure IN ('issued', 'rejected', 'withdrawn', "
    "'undated_issued', 'undated_rejected', 'undated_withdrawn')", MARGINALS,
    tally_holds=("f.measure IN ('rejected', 'withdrawn')",),
)  # fmt: skip
COMPLAINTS_RECEIVED = Source("complaint", "received_month", permit_types=False)
BILLED = Source("money", "billed_month", "t.billed_month IS NOT NULL")
PAID = Source("money", "paid_month", "t.paid_month IS NOT NULL")
BANK = "('bank', 'virtual_account', 'va', 'qris')"
SEN = 100
NO_BILL = Untold(
    "sum(t.n) FILTER (WHERE t.valued IN (0, 2))",
    "{n} pembayaran atas tagihan yang nilainya tidak dinyatakan tidak ikut dihitung.",
)
NO_METHOD = Untold(
    "sum(t.n) FILTER (WHERE t.method = '')",
    "{n} pembayaran yang caranya tidak dinyatakan tidak ikut dihitung.",
)
NO_RECEIPT = Untold(
    "sum(t.n) FILTER (WHERE t.valued IN (0, 1))",
    "{n} pembayaran yang nilainya tidak dinyatakan tidak ikut dihitung.",
)
NO_AMOUNT = Untold(
    "sum(t.n) FILTER (WHERE t.valued IN (0, 1, 2, 4, 5, 6))",
    "{n} tagihan yang nilai atau pembayarannya tidak dinyatakan tidak ikut dihitung.",
)
NO_DAY = Untold(
    "sum(t.n)",
    "{n} tagihan yang tanggal pembayarannya tidak dinyatakan tidak ikut dihitung.",
    Source("money", "billed_month", "t.billed_month IS NOT NULL AND t.valued >= 4"),
)
NO_BILLS = Untold(
    "sum(t.n)",
    "{n} pembayaran yang tagihannya tidak dinyatakan tidak ikut dihitung.",
    Source("money", "paid_month", "t.paid_month IS NOT NULL AND t.billed_month IS NULL"),
)
# how many permits ran on the file; dimension values are texts
BUNDLES = Source("bundle", "month", columns={"size": "size::VARCHAR"}, permit_types=False)


def flow(measure: str) -> Source:
    """Applications by the month in which `measure` (received, issued …) happened to them."""
    its = f"measure = '{measure}'"
    return Source("flow", "month", f"t.{its}", MARGINALS, tally_holds=(f"f.{its}",))


def durations(clock: str) -> Source:
    """Ended cases by their days on one clock (net, gross, calendar) and the month they ended."""
    return Source("duration", "end_month", f"t.clock = '{clock}'")
