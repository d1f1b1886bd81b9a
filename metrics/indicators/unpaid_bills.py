"""Bills not paid in full at a moment."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.registry import Indicator, register
from metrics.asking.stocks import Wanting, stock

TOLD = Wanting(
    "SELECT office FROM ref_office WHERE office NOT IN (SELECT office FROM money) UNION SELECT "
    "office FROM money WHERE billed_month IS NOT NULL AND coalesce(valued, 3) NOT IN (4, 5)",
    ("money", "ref_office"),
    "Data tagihan tidak menyatakan mana yang sudah dibayar.",
)

register(
    Indicator(
        name="unpaid_bills",
        title="Tagihan belum lunas",
        short="Belum lunas",
        unit="tagihan",
        kind="payments",
        shape="count",
        moment="end",
        dims=PERMITS,
        formula=(
            "Tagihan yang terbit sampai akhir periode dan belum lunas pada akhir itu (bulan "
            "berjalan: pada tanggal data); satu tagihan dihitung sekali."
        ),
        section="§5",
        rank=65,
        reader=stock("money_backlog", wanting=TOLD),
        better="down",
    )
)
