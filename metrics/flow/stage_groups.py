"""Puts activities of a log together into groups that cases seldom go back to (suggested stages)."""

import numpy as np

LARGEST = 0.3
"""Share of the events that a group may grow to, as long as there is another choice."""
UNORDERED = 0.6
"""From here two groups come in no fixed order: 0 always one before the other, 1 by chance."""
ROUNDS = 20


class Grouping:
    """Groups of activities while they are put together and single activities moved.

    Steps that go back = all steps between groups + cases - pairs of a case and a group in it,
    so that what a change brings is read from three small tables: `near` (how often two
    activities are neighbours in a case), `many` (events of each activity in each case), `label`.
    """

    def __init__(
        self,
        case: np.ndarray,
        activity: np.ndarray,
        label: np.ndarray,
        stops: np.ndarray,
        common: np.ndarray,
    ) -> None:
        size = len(label)
        self.case, self.activity = case, activity
        same = case[1:] == case[:-1]
        self.near = np.zeros((size, size))
        np.add.at(self.near, (activity[:-1][same], activity[1:][same]), 1)
        self.near += self.near.T
        self.many = np.zeros((int(case.max()) + 1, size), dtype=np.int32)
        np.add.at(self.many, (case, activity), 1)
        self.events = self.many.sum(axis=0)
        self.label, self.stops, self.common = label, stops, common
        self.most = LARGEST * len(case)

    def _tables(self) -> tuple[np.ndarray, np.ndarray]:
        """Neighbouring events of two groups, and events of each group in each case."""
        member = np.eye(int(self.label.max()) + 1)[self.label]
        between = member.T @ self.near @ member
        np.fill_diagonal(between, 0)
        return between, self.many @ member

    def _may(self) -> np.ndarray:
        """Which two groups may become one: same clock, not two stages of the vocabulary."""
        groups = int(self.label.max()) + 1
        kind, fixed = np.zeros(groups, bool), np.zeros(groups, bool)
        kind[self.label] = self.stops
        fixed[self.label[self.common]] = True
        return (kind[:, None] == kind) & ~(fixed[:, None] & fixed) & ~np.eye(groups, dtype=bool)

    def _share_back(self) -> float:
        """Share of the steps between groups that go back to a group already left."""
        between, held = self._tables()
        steps = between.sum() / 2
        return float((steps + len(held) - (held > 0).sum()) / steps) if steps else 0.0

    def _disorder(self) -> np.ndarray:
        """How little two groups keep to an order: 0 one always before the other, 1 by chance."""
        here = np.eye(int(self.label.max()) + 1)[self.label][self.activity]
        passed = here.cumsum(axis=0) - here
        begin = np.flatnonzero(np.diff(self.case, prepend=-1))
        passed -= np.repeat(passed[begin], np.diff(begin, append=len(here)), axis=0)
        before = passed.T @ here
        pairs = before + before.T
        return 2 * np.minimum(before, before.T) / np.where(pairs > 0, pairs, 1)

    def _join(self, likeness: np.ndarray) -> None:
        one, other = sorted(np.unravel_index(likeness.argmax(), likeness.shape))
        self.label = np.where(self.label == other, one, self.label)
        self.label = np.unique(self.label, return_inverse=True)[1]

    def merge_to(self, most: int) -> None:
        """Put groups together until there are `most`, each time the two that stand side by side
        most often for their size; none grows beyond LARGEST while there is another choice.
        """
        while self.label.max() + 1 > most:
            may = self._may()
            between, held = self._tables()
            size = held.sum(axis=0)
            small = may & (size[:, None] + size <= self.most)
            may = small if small.any() else may
            if not may.any():
                return
            self._join(np.where(may, between / np.minimum.outer(size, size), -1))

    def merge_unordered(self) -> None:
        """Put groups together that come in no fixed order, as far as the share of steps that go
        back is smallest.
        """
        best, kept = self._share_back(), self.label
        while True:
            disorder = np.where(self._may(), self._disorder(), 0)
            if disorder.max() < UNORDERED:
                break
            self._join(disorder)
            share = self._share_back()
            if share <= best:
                best, kept = share, self.label
        self.label = kept

    def move(self) -> None:
        """Move single activities to the group where they cause the fewest steps back."""
        groups = int(self.label.max()) + 1
        kind = np.zeros(groups, bool)
        kind[self.label] = self.stops
        held = self._tables()[1]
        size = held.sum(axis=0)
        order = np.argsort(-self.events, kind="stable")
        for _round in range(ROUNDS):
            moved = 0
            for a in order[~self.common[order]]:
                here, mine = self.label[a], self.many[:, a]
                has = mine > 0
                beside = np.bincount(self.label, weights=self.near[a], minlength=groups)
                beside[here] -= self.near[a, a]
                alone = (held[has, here] == mine[has]).sum()
                saved = beside - beside[here] + (held[has] == 0).sum(axis=0) - alone
                saved[(kind != self.stops[a]) | (size + self.events[a] > self.most)] = -np.inf
                saved[here] = 0
                there = int(saved.argmax())
                if saved[there] <= 0:
                    continue
                held[:, here] -= mine
                held[:, there] += mine
                size[here] -= self.events[a]
                size[there] += self.events[a]
                self.label[a] = there
                moved += 1
            if not moved:
                break
        self.label = np.unique(self.label, return_inverse=True)[1]
