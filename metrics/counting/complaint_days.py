"""How many working days an answer to a complaint may take, by category."""

import pandas as pd

from etl.paths import DATA

DEFAULT_DAYS = 10


def answer_days() -> pd.DataFrame:
    """Columns category and working_days; category '' is the general rule and is always there."""
    path = DATA / "complaint_standards.csv"
    general = pd.DataFrame({"category": [""], "working_days": [DEFAULT_DAYS]})
    if not path.exists():
        return general
    table = pd.read_csv(path, dtype={"category": str}, keep_default_na=False)
    table = table[["category", "working_days"]].astype({"working_days": int})
    return table if (table["category"] == "").any() else pd.concat([general, table])
