"""The colours of screens and papers, and round ticks: without Plotly, which papers do not need."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as hex."""

    better: str
    worse: str
    ordinary: str
    light: str  # second part of a grey bar
    ink: str
    second: str
    rule: str
    paper: str
    panel: str  # the ground of bars and headings
    selected: str
    control: str  # the line around what can be pressed
    worse_text: str  # the two meanings as text, dark enough to read
    better_text: str


LIGHT = Palette(
    better="#1D6FA5",
    worse="#D1600A",
    ordinary="#7F8D99",
    light="#C4CDD5",
    ink="#16232C",
    second="#4A5A66",
    rule="#E1E7EC",
    paper="#FFFFFF",
    panel="#F4F6F8",
    selected="#EAF2F8",
    control="#CBD4DB",
    worse_text="#AD4B00",
    better_text="#1A6496",
)
DARK = Palette(
    better="#5FA8D8",
    worse="#F0954B",
    ordinary="#8795A1",
    light="#46535E",
    ink="#E6ECF0",
    second="#B4C0C9",
    rule="#26313A",
    paper="#12191E",
    panel="#1B242B",
    selected="#14293A",
    control="#3A4751",
    worse_text="#F0A566",
    better_text="#7DBBE4",
)


def nice_ticks(low: float, high: float, most: int = 5, whole: bool = False) -> list[float]:
    """At most `most` + 1 round values that span `low` to `high`; `whole` ones where asked.

    >>> nice_ticks(0, 87)
    [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]
    >>> nice_ticks(0, 2, whole=True)
    [0.0, 1.0, 2.0]
    """
    if not high > low:
        low, high = (0.0, low or 1.0) if low >= 0 else (low, 0.0)
    rough = max((high - low) / most, 1.0 if whole else 0.0)
    power = 10.0 ** math.floor(math.log10(rough))
    steps = [s * power for s in (1, 2, 2.5, 5, 10) if not whole or (s * power) % 1 == 0]
    step = next(s for s in steps if s >= rough * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(k * step, 12) for k in range(first, last + 1)]
