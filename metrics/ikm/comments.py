"""What respondents said of an element: comments of those who scored it low, its words first."""

import pandas as pd

from etl.recognising.vocabulary import normal
from etl.sheets.survey_rules import Element

LOW = 2  # scores that are a complaint: 1 and 2
SHORTEST = 4  # letters of a word that tells an element


def words_of(element: Element) -> frozenset[str]:
    """The single words by which people speak of an element, from its names and synonyms."""
    ordinary = {"pelayanan", "layanan", "jenis", "sistem", "kesesuaian", "kemudahan", "kualitas",
                "petugas", "pelaksana", "penanganan", "kejelasan", "saran", "masukan"}  # fmt: skip
    texts = (element.name, element.short, *element.synonyms)
    found = {w for text in texts for w in normal(text).split() if len(w) >= SHORTEST}
    return frozenset(found - ordinary)


def said_of(comments: pd.DataFrame, element: Element, most: int = 3) -> list[str]:
    """Up to `most` comments of respondents who gave the element 1 or 2, each text once.

    `comments` has `comment` and a column a element slug. Comments that name the element come
    first, then by the score from the lowest.
    """
    if comments.empty or element.slug not in comments:
        return []
    low = comments[comments[element.slug].between(1, LOW)].copy()
    if low.empty:
        return []
    words = words_of(element)
    low["other"] = [not words & set(normal(text).split()) for text in low["comment"]]
    low = low.sort_values(["other", element.slug], kind="stable").drop_duplicates("comment")
    return list(low["comment"].head(most))
