"""What the command line says: objects for scripts on standard output, sentences for people."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from etl import clock, disk_words
from etl.error_log import unexpected
from etl.errors import MonevError, PublishedDamaged
from etl.jsonlines import put_json
from etl.paths import default_store
from etl.words import _


class Form(StrEnum):
    """How an answer is written."""

    table = "table"
    json = "json"


class TableForm(StrEnum):
    """How an answer made of rows is written."""

    table = "table"
    json = "json"
    csv = "csv"


INTERRUPTED = 130  # what Typer makes of an interrupt
WIDE = 200  # characters a line where nobody looks through a window


def console(stderr: bool = False) -> Console:
    """A console on standard output (or error); wide where it is not a terminal."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else WIDE
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)


def note(text: str) -> None:
    """Say something beside the answer, on standard error."""
    print(text, file=sys.stderr)


def put_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> None:
    """Rows as CSV with a heading; text that a sheet would take for a formula is marked as text."""
    names = list(columns) or list(dict.fromkeys(k for row in rows for k in row))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([_cell(row.get(name)) for name in names])


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return f"'{value}"
    return value


def put_table(
    columns: Mapping[str, str], rows: Sequence[Mapping[str, Any]], title: str = ""
) -> None:
    """Rows as a table; `columns` is name → heading, numbers stand to the right."""
    table = Table(title=title or None, title_justify="left", show_edge=False, pad_edge=False)
    for name, heading in columns.items():
        numeric = any(isinstance(row.get(name), int | float | Decimal) for row in rows)
        table.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_shown(row.get(name))) for name in columns))
    console().print(table)


def _shown(value: Any) -> str:
    from dashboard.locale.format import missing, number

    if missing(value):
        return "–"
    if isinstance(value, bool):
        return _("ya") if value else _("tidak")
    if isinstance(value, float | Decimal):
        size = float(value)
        return number(value, 0 if size.is_integer() else 4 if abs(size) < 1 else 2)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value)


@contextmanager
def working(text: str) -> Iterator[Any]:
    """A spinner on standard error while something long goes on; yields what changes its words.

    Nothing is shown where standard error is no terminal.
    """
    shown = console(stderr=True)
    if not shown.is_terminal:
        yield lambda _text: None
        return
    with shown.status(text) as status:
        yield lambda words: status.update(words)


def say_error(message: str, as_json: bool) -> None:
    """One sentence: on standard error, or as {"error": …} on standard output for scripts."""
    sentence = " ".join(str(message).split())
    if as_json:
        put_json({"error": sentence})
    else:
        note(sentence)


def run(command: Any, arguments: list[str]) -> int:
    """Run a Typer application; its exit code. Whatever goes wrong becomes one plain sentence."""
    import typer

    as_json = _asks_json(arguments)
    try:
        if arguments[:1] != ["doctor"]:
            clock.check()
        return _answered(command, arguments)
    except MonevError as error:
        say_error(str(error), as_json)
        return error.exit_code
    except typer.Abort:
        say_error(_("Dihentikan; tidak ada yang berubah."), as_json)
        return 2
    except typer.TyperException as error:
        say_error(usage_sentence(error), as_json)
        return 2
    except KeyboardInterrupt:
        say_error(_("Dihentikan; yang belum selesai tidak tersimpan."), as_json)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except Exception as error:
        if isinstance(error, OSError) and disk_words.known(error):
            say_error(disk_words.disk_words(error, _store_named(arguments)), as_json)
        else:
            say_error(unexpected(error, _store_named(arguments)), as_json)
        return 3


def _answered(command: Any, arguments: list[str]) -> int:
    """The command's exit code; one that met damaged published files is run again once mended."""
    try:
        return _code(command, arguments)
    except PublishedDamaged as damage:
        from metrics.publishing.mending import mend

        mend(damage.store)
    return _code(command, arguments)


def _code(command: Any, arguments: list[str]) -> int:
    code = int(command(args=arguments, prog_name="monev", standalone_mode=False) or 0)
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code


def usage_sentence(error: Exception) -> str:
    """What is wrong with the arguments, in a sentence that says what to do."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "monev"
    shown = path if path.startswith("monev") else "monev"
    about = getattr(error, "param", None)
    option = "/".join(getattr(about, "opts", [])) or getattr(about, "human_readable_name", "")
    if not option.startswith("-"):
        option = getattr(about, "metavar", None) or option.upper()
    match type(error).__name__:
        case "NoSuchOption":
            said = _("Opsi {name} tidak dikenal").format(name=getattr(error, "option_name", ""))
        case "MissingParameter":
            said = _("{name} belum diisi").format(name=option)
        case "BadParameter":
            said = _("Isi {name} tidak dapat dipakai, {why}").format(name=option, why=_why(about))
        case "BadOptionUsage":
            said = _("Opsi {name} kurang isinya").format(name=getattr(error, "option_name", ""))
        case _other if "No such command" in str(error):
            name = str(error).split("'")[1]
            said = _("Perintah {name} tidak ada").format(name=name)
        case _other if "Missing command" in str(error):
            said = _("Perintah belum disebut")
        case _other:
            said = _("Argumen tidak dapat dipakai ({why})").format(why=str(error).rstrip("."))
    return _("{said}; lihat {command} --help.").format(said=said, command=shown)


def _why(parameter: Any) -> str:
    """What a parameter wants to hold, in words."""
    wanted = getattr(getattr(parameter, "type_descriptor", None), "annotation", None)
    if isinstance(wanted, type) and issubclass(wanted, StrEnum):
        return _("pilih {choices}").format(choices=", ".join(c.value for c in wanted))
    if wanted is not int:
        return _("periksa tulisannya")
    lowest, highest = getattr(parameter, "min", None), getattr(parameter, "max", None)
    if lowest is None or highest is None:
        return _("tulis bilangan bulat")
    return _("tulis bilangan bulat {low} sampai {high}").format(low=lowest, high=highest)


def _asks_json(arguments: list[str]) -> bool:
    return _named("--format", arguments) == "json"


def _store_named(arguments: list[str]) -> Path:
    named = _named("--store", arguments)
    return Path(named) if named else default_store()


def _named(option: str, arguments: list[str]) -> str | None:
    """What an option was given, for when the arguments as a whole were not understood."""
    for one, following in pairwise([*arguments, ""]):
        if one == option:
            return following
        if one.startswith(f"{option}="):
            return one.removeprefix(f"{option}=")
    return None
