"""Standards as the figures hold them: under common permit types, each with the days it is valid."""

import pandas as pd

from etl.rows import rows_of

FOREVER = pd.Timestamp("2262-01-01")


def spells(standards: pd.DataFrame, names: pd.DataFrame) -> pd.DataFrame:
    """The rows of `standards` with `first` and `until`, the days each holds from and to.

    `permit_type` is the common one by `names` (office_code, own_name, permit_type), `stage` is ""
    for the whole service. A standard holds until the next one of its office, type and stage.
    """
    common = {(row.office_code or "", row.own_name): row.permit_type for row in rows_of(names)}
    rows = standards.assign(
        permit_type=[
            common.get((o, t), common.get(("", t), t))
            for o, t in zip(standards["office_code"], standards["permit_type"], strict=True)
        ],
        stage=standards["stage"].fillna(""),
        first=pd.to_datetime(standards["valid_from"]),
    )
    key = ["office_code", "permit_type", "stage"]
    rows = rows.sort_values("first").drop_duplicates([*key, "first"], keep="last")
    until = rows.groupby(key)["first"].shift(-1)
    return rows.assign(until=pd.to_datetime(until).fillna(FOREVER))
