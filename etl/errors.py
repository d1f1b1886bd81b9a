"""The refusals that every door (command line, dashboard) turns into one plain sentence."""

from pathlib import Path


class MonevError(Exception):
    """Base of all errors that are meant for people; the message is one sentence."""

    exit_code = 2


class Refused(MonevError):  # noqa: N818 - a refusal is the term of the design
    """A file or an argument was refused and nothing changed.

    The message is for people; what it asks for is data: `needs` names the details (kind, mapping,
    office, period, service, rule, mode) that would settle it, `kind` what the file was taken for,
    and `sheet`, `row` and `column` where the fault lies.
    """

    exit_code = 2

    def __init__(
        self,
        message: str = "",
        *,
        needs: tuple[str, ...] = (),
        kind: str = "",
        sheet: str = "",
        row: int | None = None,
        column: str = "",
    ) -> None:
        super().__init__(message)
        self.needs = needs
        self.kind = kind
        self.sheet = sheet
        self.row = row
        self.column = column


class StoreBusy(MonevError):  # noqa: N818
    """Another process is writing the store."""

    exit_code = 3


class StoreDamaged(MonevError):  # noqa: N818
    """The store cannot be read."""

    exit_code = 3


class PublishedDamaged(StoreDamaged):
    """Published files are not what was written; counting again may mend them (`store`)."""

    def __init__(self, message: str, store: Path) -> None:
        super().__init__(message)
        self.store = store


class ProgramFaulty(MonevError):  # noqa: N818
    """A part of the program itself cannot be used; whoever keeps it must mend the named file."""

    exit_code = 3
