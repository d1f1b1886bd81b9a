"""Indicators as people choose them in a form."""

from metrics.asking.registry import indicators


def figure_names(judged: bool = False) -> dict[str, str]:
    """Indicator → its label, in the registry's order.

    `judged`: those alone of which one way is good, so that a target or an action makes sense.
    """
    return {n: i.label() for n, i in indicators().items() if i.better or not judged}
