"""Where counts stand that several indicators read: tables, their month and a condition."""

from metrics.asking.count_tables import Source

__all__ = [
    "BANK", "BILLED", "BUNDLES", "COMPLAINTS_RECEIVED", "DECIDED", "ENDED", "PAID", "SEN",
    "Source", "durations", "flow",
]  # fmt: skip

MARGINALS = {"channel": "flow_channel", "business_scale": "flow_scale"}
ENDED = "t.measure IN ('issued', 'rejected', 'withdrawn', 'closed')"
DECIDED = Source(
    "flow", "month", "t.measure IN ('issued', 'rejected', 'withdrawn')", MARGINALS,
    tally_holds="f.measure IN ('rejected', 'withdrawn')",
)  # fmt: skip
COMPLAINTS_RECEIVED = Source("complaint", "received_month", permit_types=False)
BILLED = Source("money", "billed_month", "t.billed_month IS NOT NULL")
PAID = Source("money", "paid_month", "t.paid_month IS NOT NULL")
BANK = "('bank', 'virtual_account', 'va', 'qris')"
SEN = 100
# how many permits ran on the file; dimension values are texts
BUNDLES = Source("bundle", "month", columns={"size": "size::VARCHAR"}, permit_types=False)


def flow(measure: str) -> Source:
    """Applications by the month in which `measure` (received, issued …) happened to them."""
    its = f"measure = '{measure}'"
    return Source("flow", "month", f"t.{its}", MARGINALS, tally_holds=f"f.{its}")


def durations(clock: str) -> Source:
    """Ended cases by their days on one clock (net, gross, calendar) and the month they ended."""
    return Source("duration", "end_month", f"t.clock = '{clock}'")
