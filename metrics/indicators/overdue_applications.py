"""Permits open longer than their standard: the promise already broken."""

from metrics.asking.dimensions import PERMITS
from metrics.asking.registry import Indicator, Place, register
from metrics.asking.stocks import open_cases

register(
    Indicator(
        name="overdue_applications",
        title="Permohonan lewat standar",
        short="Permohonan lewat standar",
        unit="permohonan",
        kind="applications",
        shape="count",
        moment="end",
        dims=(*PERMITS, "stage"),
        formula="Permohonan berjalan yang umurnya, dalam hari kerja bersih, melebihi standarnya.",
        section="§4",
        rank=20,
        reader=open_cases("t.net > t.standard"),
        better="down",
        reports=(Place("office", "summary", 50),),
    )
)
