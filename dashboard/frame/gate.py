"""What pages write through: the store's gate, made of the grant that the reader has right now."""

from typing import TYPE_CHECKING

from dashboard.frame.access import in_force
from etl.store.gate import Gate
from etl.store.rights import Rights

if TYPE_CHECKING:
    from dashboard.frame.view import View

__all__ = ["Gate", "gate"]


def gate(view: "View") -> Gate:
    """The way to write targets, events, actions, publications and settings as the reader in view.

    Made anew at each press: where people sign in, the rights are those of the grant in force at
    that moment, never wider than what the page was drawn with.
    """
    scope = in_force(view.store, view.who, view.scope)
    return Gate(view.store, view.who, Rights(scope.role, scope.offices))
