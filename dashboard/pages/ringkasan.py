"""Ringkasan: is the office doing well, what changed, and what needs a decision."""

from dashboard.components import head
from dashboard.navigation import Page
from dashboard.view import View

PAGE = Page(group="Kinerja", title="Ringkasan", icon="dashboard", order=10)


def render(view: View) -> None:
    """The page for the place and period in view."""
    head(f"{view.place}: {view.period.label()}", "")
