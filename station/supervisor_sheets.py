"""What the supervisor's screen shows, as tables for a file: the panel with the ring, or on paper all of them.

No figure is made here; they are those on the screen, in the language of the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from station.errors import Trouble
from station.home import Home
from station.report_output import pdf_of
from station.reports.figure_period import local_time
from station.reports.paper import Sheet, page
from station.reports.table import Cell, save, write_csv, write_xlsx
from station.ui import supervisor_words as said
from station.ui.device_names import kind_words
from station.ui.look import Look
from station.ui.supervisor_board import Board, Page, Row, Speed
from station.ui.supervisor_screen import CARDS, Panel, SupervisorScreen
from station.ui.words import Words

FOLDER: Final = "exports"
"""The folder of a home that gets what is exported from the screens."""
FILES_MAX: Final = 1_000
"""Of one name; by then somebody should clear the folder."""
FORMATS: Final = ("csv", "xlsx", "pdf")


def export(home: Home, screen: SupervisorScreen, look: Look, form: str) -> Path | None:
    """Writes what is shown; None where there is nothing yet.

    Raises:
        Trouble: it cannot be written.
    """
    sheets = sheets_of(screen, look)
    if not sheets:
        return None
    assert screen.board is not None
    day = local_time(screen.board.from_us, look.zone).strftime("%Y-%m-%d")
    name = screen.focus.value if not screen.opened else "behind"
    file = _free(home.root / FOLDER, f"supervisor-{day}-{name.replace('_', '-')}", form)
    first = sheets[0]
    match form:
        case "csv":
            save(file, write_csv(first.headers, first.rows))
        case "xlsx":
            save(file, write_xlsx(first.headers, first.rows, title=first.title))
        case _:
            save(file, pdf_of(page(sheets, look.language)))
    return file


def _free(folder: Path, name: str, form: str) -> Path:
    """One that is not there yet: what was exported before may be open in a spreadsheet."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(f"the folder cannot be made: {(error.strerror or '').lower()}", where=str(folder)) from error
    for number in range(1, FILES_MAX):
        file = folder / (f"{name}.{form}" if number == 1 else f"{name}-{number}.{form}")
        if not file.exists():
            return file
    raise Trouble(f"there are {FILES_MAX} files {name} already", where=str(folder), remedy="Clear the folder.")


def sheets_of(screen: SupervisorScreen, look: Look) -> tuple[Sheet, ...]:
    """What has the ring first, then the other panels; behind a figure only its page."""
    board, behind = screen.board, screen.behind
    if board is None:
        return ()
    if behind is not None:
        return (_behind(behind.page, look),) if behind.page is not None else ()
    order = [screen.focus, *(panel for panel in Panel if panel is not screen.focus)]
    return tuple(_PANELS[panel](screen, board, look) for panel in order)


def _sheet(board: Board, look: Look, title: Words, headers: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Sheet:
    told = tuple(tuple(row) for row in rows)
    return Sheet(title=look.lead(title), headers=tuple(headers), rows=told, period=look.lead(board.title))


def _behind(shown: Page, look: Look) -> Sheet:
    headers = tuple(look.lead(column.head) for column in shown.columns)
    rows = tuple(tuple(look.lead(cell) for cell in line.cells) for line in shown.lines)
    title = shown.drill.title[-1] if shown.drill.title else said.BEHIND
    return Sheet(title=look.lead(title), headers=headers, rows=rows)


def _cards(screen: SupervisorScreen, board: Board, look: Look) -> Sheet:
    names = (said.SEALED, said.SPEED, said.LINES, said.FIRST_PASS, said.SAVES, said.SLACK_MINUTES)
    tight = board.tightest
    slack = None if tight is None or tight.slack_us is None else tight.slack_us // 60_000_000
    speed, then = board.totals.speed, board.totals.then
    rows = [(*_speed(speed), slack), *([(*_speed(then), None)] if then is not None else [])]
    assert len(names) == len(CARDS)
    return _sheet(board, look, said.ALL_OF_GROUP[board.query.group.value], [look.lead(name) for name in names], rows)


def _speed(speed: Speed) -> tuple[Cell, ...]:
    return (
        speed.parcels, _rounded(speed.per_hour), _rounded(speed.lines_per_hour), _rounded(speed.first_pass), speed.saves
    )  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def _hours(screen: SupervisorScreen, board: Board, look: Look) -> Sheet:
    days = bool(board.slots) and board.slots[0].day
    title = said.TWO_PERIODS if screen.compares else said.BY_DAY if days else said.BY_HOUR
    group = look.lead(said.WORDS_OF_GROUP[board.query.group.value])
    figures = [look.lead(words) for words in said.FIGURES.values()]
    if screen.compares:
        then = [f"{name} ({look.lead(said.THEN_HEAD)})" for name in figures]
        rows = [
            (*_named(row, look), *_speed(row.speed), *(_speed(row.then) if row.then else (None,) * 5))
            for row in board.rows
        ]
        return _sheet(board, look, title, (group, "", *figures, *then), rows)
    slots = [f"{look.lead(slot.name)}{'*' if slot.part_minutes is not None else ''}" for slot in board.slots]
    rows = [(*_named(row, look), *(cell.parcels for cell in row.cells), *_speed(row.speed)) for row in board.rows]
    return _sheet(board, look, title, (group, "", *slots, *figures), rows)


def _named(row: Row, look: Look) -> tuple[str, str]:
    return look.lead(row.words), look.lead(row.names[0]) if row.names else ""


def _cut_offs(screen: SupervisorScreen, board: Board, look: Look) -> Sheet:
    heads = (
        said.WORDS_OF_GROUP["carrier"],
        said.COLUMNS["due"],
        said.CARD_LEFT,
        said.CARD_DONE,
        said.SLACK_MINUTES,
        said.MENDS,
    )
    rows = [
        (
            look.lead(line.name),
            look.local(line.due_us).strftime("%m-%d %H:%M"),
            line.left,
            "" if line.done_us is None else look.local(line.done_us).strftime("%m-%d %H:%M"),
            None if line.slack_us is None else line.slack_us // 60_000_000,
            look.lead(line.mend) if line.mend else "",
        )
        for line in board.cut_offs
    ]
    return _sheet(board, look, said.FORECAST, [look.lead(words) for words in heads], rows)


def _saves(screen: SupervisorScreen, board: Board, look: Look) -> Sheet:
    """What the house has not valued has no amount, which is not nothing."""
    bars = (*board.saves, *board.signs)
    rows = [(look.lead(bar.name), bar.count, _rounded(bar.cost), bar.most_at) for bar in bars]
    currency = next((bar.currency for bar in bars if bar.currency), "")
    heads = (said.SAVES_PANEL, said.TIMES_UNIT, said.COST.filled(currency=currency), said.MOSTLY)
    return _sheet(board, look, said.SAVES_PANEL, [look.lead(words) for words in heads], rows)


def _steps(screen: SupervisorScreen, board: Board, look: Look) -> Sheet:
    steps = [look.lead(words) for words in said.STEPS.values()]
    ends = [look.lead(words) for words in (said.SECONDS, said.EXPECTED, said.FIRST_PASS)]
    rows = [
        (
            look.lead(stack.name),
            *(round(seconds, 1) for _, seconds in stack.steps_s),
            round(stack.took_s, 1),
            _rounded(stack.expected_s),
            round(stack.first_pass, 1),
        )
        for stack in board.stacks
    ]
    return _sheet(board, look, said.STEPS_PANEL, ("", *steps, *ends), rows)


def _devices(screen: SupervisorScreen, board: Board, look: Look) -> Sheet:
    kinds = [look.lead(kind_words(kind)) for kind in board.kinds]
    rows = [
        (
            line.bench,
            look.lead(line.silent) if line.silent else "",
            *(
                "" if each is None else look.lead(each.word) if each.word else look.lead(said.DEVICE_WELL)
                for each in line.devices
            ),
            look.lead(line.gaps) if line.gaps else "",
        )
        for line in board.benches
    ]
    heads = (look.lead(said.COLUMNS["bench"]), look.lead(said.COLUMNS["state"]), *kinds, look.lead(said.EVIDENCE))
    return _sheet(board, look, said.DEVICES, heads, rows)


_PANELS: Final[dict[Panel, Callable[[SupervisorScreen, Board, Look], Sheet]]] = {
    Panel.CARDS: _cards,
    Panel.HEAT: _hours,
    Panel.CUT_OFFS: _cut_offs,
    Panel.SAVES: _saves,
    Panel.STEPS: _steps,
    Panel.DEVICES: _devices,
}
