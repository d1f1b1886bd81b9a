"""Places labels beside points so that none overlaps another or a point, at any page width.

Plotly does not move labels apart. The plot's width is known only in the browser, so a place is
taken when it is free at every width that a page can have, from a phone's to a desk's.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

WIDTHS = (240.0, 330.0, 460.0, 640.0, 900.0)  # of the plot itself, in pixels
CHARACTER = 6.9  # mean width of a letter at 13 pixels
LINE = 17.0
POINT = 7.0  # half a marker and a little air
DISTANCES = (15.0, 24.0, 36.0, 50.0, 66.0, 84.0, 104.0, 126.0)
ANGLES = tuple(range(0, 360, 15))
EDGE = 2.0


@dataclass(frozen=True)
class Place:
    """A label's centre, in pixels right of and above its point."""

    dx: float
    dy: float

    @property
    def far(self) -> bool:
        """Whether a line should lead from the label to its point."""
        return math.hypot(self.dx, self.dy * 2) > 75


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels: left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float

    def overlap(self, other: "Box") -> float:
        """The area shared with another box."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.top, other.top) - max(self.bottom, other.bottom)
        return max(0.0, wide) * max(0.0, high)

    def outside(self, width: float, height: float) -> float:
        """How far it sticks out of the plot, in pixels."""
        over = (-self.left, -self.bottom, self.right - width, self.top - height)
        return sum(max(0.0, x + EDGE) for x in over)


def size(label: str) -> tuple[float, float]:
    """Width and height of a label in pixels, an estimate on the large side."""
    lines = label.split("<br>")
    return max(len(line) for line in lines) * CHARACTER + 4, LINE * len(lines)


def box(point: tuple[float, float], label: str, place: Place, width: float, height: float) -> Box:
    """Where a label lies in a plot of this size; `point` as fractions of its width and height."""
    wide, high = size(label)
    x, y = point[0] * width + place.dx, point[1] * height + place.dy
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def place_labels(
    points: Sequence[tuple[float, float]], labels: Sequence[str], height: float
) -> list[Place]:
    """A place for every label; `points` as fractions (0 to 1) of the plot's width and height.

    The most crowded first, each at the nearest free place; then those that still overlap are moved
    again, a few rounds. Where that leaves an overlap, other orders are tried and the best is kept.
    """
    every = range(len(points))
    crowded = sorted(every, key=lambda i: -_crowd(points, i))
    across = sorted(every, key=lambda i: points[i])
    up = sorted(every, key=lambda i: points[i][::-1])
    best: dict[int, Place] = {}
    least = math.inf
    for order in (crowded, across, up, across[::-1], up[::-1], crowded[::-1]):
        placed, cost = _in_order(order, points, labels, height)
        if cost < least:
            best, least = placed, cost
        if not least:
            break
    return [best[i] for i in every]


def _in_order(
    order: Sequence[int],
    points: Sequence[tuple[float, float]],
    labels: Sequence[str],
    height: float,
) -> tuple[dict[int, Place], float]:
    """A place for every label, taken in this order, and what still overlaps (0: nothing)."""
    placed: dict[int, Place] = {}
    cost = math.inf
    for _round in range(4):
        for i in order:
            others = {j: p for j, p in placed.items() if j != i}
            placed[i] = _best(i, points, labels, others, height)
        cost = sum(_cost(i, placed[i], points, labels, placed, height) for i in order)
        if not cost:
            break
    return placed, cost


def _crowd(points: Sequence[tuple[float, float]], i: int) -> float:
    x, y = points[i]
    return sum(1 / (0.02 + math.hypot(x - a, y - b)) for k, (a, b) in enumerate(points) if k != i)


def _candidates(label: str) -> list[Place]:
    """Centres around a point by distance of the label's edge, sides before corners."""
    wide, high = size(label)
    found = []
    for distance in DISTANCES:
        for angle in ANGLES:
            across, up = math.cos(math.radians(angle)), math.sin(math.radians(angle))
            reach = min(
                wide / 2 / abs(across) if abs(across) > 1e-9 else math.inf,
                high / 2 / abs(up) if abs(up) > 1e-9 else math.inf,
            )
            far = reach + distance - DISTANCES[0] + POINT
            found.append(Place(round(far * across, 1), round(far * up, 1)))
    return found


def _best(
    i: int,
    points: Sequence[tuple[float, float]],
    labels: Sequence[str],
    placed: dict[int, Place],
    height: float,
) -> Place:
    best, least = Place(0, 0), math.inf
    for place in _candidates(labels[i]):
        cost = _cost(i, place, points, labels, placed, height)
        if cost == 0:
            return place
        if cost < least:
            best, least = place, cost
    return best


def _cost(
    i: int,
    place: Place,
    points: Sequence[tuple[float, float]],
    labels: Sequence[str],
    placed: dict[int, Place],
    height: float,
) -> float:
    total = 0.0
    for width in WIDTHS:
        own = box(points[i], labels[i], place, width, height)
        total += own.outside(width, height) * 10
        for j, (x, y) in enumerate(points):
            dot = Box(x * width - POINT, y * height - POINT, x * width + POINT, y * height + POINT)
            total += own.overlap(dot) if j != i else 0.0
            if j != i and j in placed:
                total += own.overlap(box(points[j], labels[j], placed[j], width, height))
    return total
