"""The supervisor's screen as a value: what was read last, where the ring stands, what is opened behind a figure. Pure.

Each function gives the screen after something happened; nothing here knows the order book, a key or a size.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from station.ui import supervisor_words as said
from station.ui.supervisor_board import (
    Against,
    Board,
    Cell,
    Drill,
    Group,
    Page,
    Period,
    Query,
    Rank,
    Reassign,
    Row,
    Slot,
)
from station.ui.troubles.telling import explained
from station.ui.words import Words

CARDS: Final = ("sealed", "speed", "lines", "first_pass", "saves", "slack")
FIGURES: Final = ("parcels", "per_hour", "lines_per_hour", "first_pass", "saves")
"""The columns right of the hours. A speed never stands without the two errors (E16)."""
OF_CARRIER: Final = ("parcels", "first_pass")
"""Hours of work belong to no carrier, so there is no speed by carrier."""
BACK_MAX: Final = 400

PRESENT: Final = Query()
_Value = TypeVar("_Value", Period, Group)


class Panel(StrEnum):
    CARDS = "cards"
    HEAT = "heat"
    CUT_OFFS = "cut_offs"
    SAVES = "saves"
    STEPS = "steps"
    DEVICES = "devices"


class Step(StrEnum):
    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Spot:
    row: int = 0
    column: int = 0


START: Final = Spot()


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A table behind a figure. ``before`` are the pages left by going on; ``page`` is None while it is read."""

    drill: Drill
    page: Page | None = None
    before: tuple[Drill, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisorScreen:
    """``trouble`` is why nothing newer is shown; ``since_us`` when the book last answered; ``notice`` what was done.

    ``asking`` waits for yes or no. ``plain`` is the board as it was read; ``rank`` the figure that rows stand by.
    """

    query: Query = PRESENT
    now_us: int = 0
    board: Board | None = None
    plain: Board | None = None
    rank: str | None = None
    asking: Reassign | Rank | None = None
    trouble: Words | None = None
    since_us: int | None = None
    notice: Words | None = None
    focus: Panel = Panel.HEAT
    spots: Mapping[Panel, Spot] = field(default_factory=lambda: MappingProxyType({}))
    opened: tuple[Opened, ...] = ()
    keys: bool = False  # the card of all keys lies over the figures

    @property
    def spot(self) -> Spot:
        return self.spots.get(self.focus, Spot())

    @property
    def behind(self) -> Opened | None:
        return self.opened[-1] if self.opened else None

    @property
    def figures(self) -> tuple[str, ...]:
        return OF_CARRIER if self.query.group is Group.CARRIER else FIGURES

    @property
    def compares(self) -> bool:
        return self.board is not None and self.board.then_title is not None


# What the book says


def looked(screen: SupervisorScreen, board: Board) -> SupervisorScreen:
    """News of the same question changes figures and moves nothing; an answer to an older question is none."""
    if board.query != screen.query:
        return screen
    fresh = screen.board is None or screen.board.query != board.query
    screen = put(replace(screen, trouble=None, since_us=None, now_us=board.at_us), board)
    assert screen.board is not None
    if fresh or not screen.spots.get(Panel.HEAT):
        return _at(screen, Panel.HEAT, notable(screen.board))
    return _kept_within(screen)


def put(screen: SupervisorScreen, board: Board | None) -> SupervisorScreen:
    """The board as it was read, its rows by the figure chosen where this house ranks."""
    rank = screen.rank if board is not None and board.ranking is not None and screen.rank in screen.figures else None
    shown = board
    if board is not None and rank is not None:
        shown = replace(board, rows=tuple(sorted(board.rows, key=lambda row: -_figure(row, rank))))
    return replace(screen, plain=board, board=shown, rank=rank)


def _figure(row: Row, name: str) -> float:
    """What is not known stands last."""
    value: float | None = getattr(row.speed, name)
    return -1.0 if value is None else value


def unreachable(screen: SupervisorScreen, sentence: str, *, now_us: int) -> SupervisorScreen:
    """What was read before stays; the time is that of the first answer that did not come."""
    since_us = screen.since_us or (screen.board.at_us if screen.board is not None else now_us)
    return replace(screen, trouble=explained(sentence), since_us=since_us, notice=None)


def failed(screen: SupervisorScreen, sentence: str) -> SupervisorScreen:
    """Something else is wrong than the way to the book."""
    return replace(screen, trouble=explained(sentence), since_us=None, notice=None)


def paged(screen: SupervisorScreen, page: Page) -> SupervisorScreen:
    """A page that nobody waits for any more is dropped."""
    behind = screen.behind
    if behind is None or behind.drill != page.drill:
        return screen
    return _top(replace(screen, trouble=None, since_us=None), replace(behind, page=page, row=0))


def noticed(screen: SupervisorScreen, words: Words) -> SupervisorScreen:
    return replace(screen, notice=words)


def _kept_within(screen: SupervisorScreen) -> SupervisorScreen:
    """Rows may have gone since."""
    kept = {panel: _within(shape(screen, panel), spot) for panel, spot in screen.spots.items()}
    return replace(screen, spots=MappingProxyType(kept))


def _within(rows: tuple[int, ...], spot: Spot) -> Spot:
    if not rows:
        return Spot()
    row = min(spot.row, len(rows) - 1)
    return Spot(row, max(0, min(spot.column, rows[row] - 1)))


def notable(board: Board) -> Spot:
    """The cell that fell most behind its row and has a reason; else the newest of the first row."""
    worst: tuple[float, Spot] | None = None
    for at, row in enumerate(board.rows):
        counts = [cell.parcels for cell in row.cells if cell.parcels is not None]
        mean = sum(counts) / len(counts) if counts else 0
        for column, (cell, slot) in enumerate(zip(row.cells, board.slots, strict=True)):
            if cell.parcels is None or cell.why is None or slot.part_minutes is not None or not mean:
                continue
            share = cell.parcels / mean
            if worst is None or share < worst[0]:
                worst = (share, Spot(at, column))
    return worst[1] if worst is not None else Spot(0, max(0, len(board.slots) - 1))


# What a person asks for


def asked(screen: SupervisorScreen, query: Query) -> SupervisorScreen:
    """The old figures stay until the new ones are there."""
    return replace(screen, query=query, notice=None, opened=(), asking=None)


def next_period(query: Query) -> Query:
    return replace(query, period=_after(query.period), back=0)


def next_group(query: Query) -> Query:
    return replace(query, group=_after(query.group))


def further(query: Query, step: int) -> Query:
    """A period earlier (1) or later (-1); never into the future."""
    return replace(query, back=max(0, min(query.back + step, BACK_MAX)))


def next_against(query: Query) -> Query:
    """Beside nothing, beside the period before, beside the same a week earlier."""
    order = (None, Against.BEFORE, Against.WEEK)
    return replace(query, against=order[(order.index(query.against) + 1) % len(order)])


def _after(value: _Value) -> _Value:
    every = list(type(value))
    return every[(every.index(value) + 1) % len(every)]


# Where the ring goes

_BESIDE: Final[Mapping[tuple[Panel, Step], Panel]] = MappingProxyType(
    {
        (Panel.CARDS, Step.DOWN): Panel.HEAT,
        (Panel.HEAT, Step.UP): Panel.CARDS,
        (Panel.HEAT, Step.DOWN): Panel.SAVES,
        (Panel.HEAT, Step.RIGHT): Panel.CUT_OFFS,
        (Panel.CUT_OFFS, Step.UP): Panel.CARDS,
        (Panel.CUT_OFFS, Step.LEFT): Panel.HEAT,
        (Panel.CUT_OFFS, Step.DOWN): Panel.DEVICES,
        (Panel.SAVES, Step.UP): Panel.HEAT,
        (Panel.SAVES, Step.RIGHT): Panel.STEPS,
        (Panel.STEPS, Step.UP): Panel.HEAT,
        (Panel.STEPS, Step.LEFT): Panel.SAVES,
        (Panel.STEPS, Step.RIGHT): Panel.DEVICES,
        (Panel.DEVICES, Step.UP): Panel.CUT_OFFS,
        (Panel.DEVICES, Step.LEFT): Panel.STEPS,
    }
)
"""As they stand on a large screen; on a small one the pages follow the ring."""


def shape(screen: SupervisorScreen, panel: Panel) -> tuple[int, ...]:
    """How many spots each row of a panel has."""
    board = screen.board
    if board is None:
        return (len(CARDS),) if panel is Panel.CARDS else ()
    match panel:
        case Panel.CARDS:
            return (len(CARDS),)
        case Panel.HEAT:
            slots = 0 if screen.compares else len(board.slots)
            return (slots + len(screen.figures),) * len(board.rows)
        case Panel.CUT_OFFS:
            return (1,) * len(board.cut_offs)
        case Panel.SAVES:
            signs = (len(board.signs),) if board.saves and board.signs else ()
            return (*((1,) * len(board.saves)), *signs, *((1,) if board.shared else ()))
        case Panel.STEPS:
            return (1,) * len(board.stacks)
        case Panel.DEVICES:
            return (len(board.kinds) + 1,) * len(board.benches)


def stepped(screen: SupervisorScreen, step: Step) -> SupervisorScreen:
    """One spot on; past a panel's edge into the panel beside it, if that has anything."""
    behind = screen.behind
    if behind is not None:
        rows = len(behind.page.lines) if behind.page is not None else 0
        down = {Step.UP: -1, Step.DOWN: 1}.get(step, 0)
        return _top(screen, replace(behind, row=max(0, min(behind.row + down, rows - 1))))
    rows_of, spot = shape(screen, screen.focus), screen.spot
    down, right = {Step.UP: (-1, 0), Step.DOWN: (1, 0), Step.LEFT: (0, -1), Step.RIGHT: (0, 1)}[step]
    wanted = Spot(spot.row + down, spot.column + right)
    if 0 <= wanted.row < len(rows_of) and 0 <= wanted.column < rows_of[wanted.row]:
        return _at(screen, screen.focus, wanted)
    if down and 0 <= wanted.row < len(rows_of):  # a shorter row
        return _at(screen, screen.focus, _within(rows_of, wanted))
    return _into(screen, _BESIDE.get((screen.focus, step)))


def tabbed(screen: SupervisorScreen, step: int) -> SupervisorScreen:
    """To the next panel that has anything."""
    every = list(Panel)
    at = every.index(screen.focus)
    for count in range(1, len(every)):
        panel = every[(at + step * count) % len(every)]
        if shape(screen, panel):
            return _into(screen, panel)
    return screen


def pointed(screen: SupervisorScreen, panel: Panel, spot: Spot) -> SupervisorScreen:
    rows = shape(screen, panel)
    there = spot.row < len(rows) and spot.column < rows[spot.row]
    return _at(screen, panel, spot) if there else screen


def pointed_at(screen: SupervisorScreen, panel: Panel) -> SupervisorScreen:
    """The panel comes into view; the ring goes there even when it has nothing yet."""
    return _at(screen, panel, _within(shape(screen, panel), screen.spots.get(panel, Spot())))


def rowed(screen: SupervisorScreen, row: int) -> SupervisorScreen:
    behind = screen.behind
    return screen if behind is None else _top(screen, replace(behind, row=row))


def _into(screen: SupervisorScreen, panel: Panel | None) -> SupervisorScreen:
    if panel is None or not shape(screen, panel):
        return screen
    return _at(screen, panel, _within(shape(screen, panel), screen.spots.get(panel, Spot())))


def _at(screen: SupervisorScreen, panel: Panel, spot: Spot) -> SupervisorScreen:
    return replace(screen, focus=panel, spots=MappingProxyType({**screen.spots, panel: spot}), notice=None)


# Behind a figure


def entered(screen: SupervisorScreen, drill: Drill) -> SupervisorScreen:
    return replace(screen, opened=(*screen.opened, Opened(drill=drill)), notice=None)


def left(screen: SupervisorScreen) -> SupervisorScreen:
    """One level up; the ring stands where it stood."""
    return replace(screen, opened=screen.opened[:-1], notice=None)


def turned(screen: SupervisorScreen, step: int) -> SupervisorScreen:
    """The next or the last page of the table, to be read; the same screen where there is none."""
    behind = screen.behind
    if behind is None or behind.page is None:
        return screen
    if step > 0 and behind.page.more is not None:
        return _top(screen, Opened(drill=behind.page.more, before=(*behind.before, behind.drill)))
    if step < 0 and behind.before:
        return _top(screen, Opened(drill=behind.before[-1], before=behind.before[:-1]))
    return screen


def _top(screen: SupervisorScreen, opened: Opened) -> SupervisorScreen:
    return replace(screen, opened=(*screen.opened[:-1], opened))


def chosen_cell(screen: SupervisorScreen) -> tuple[str, Slot, Cell] | None:
    """The hour under the ring, with its row."""
    board, spot = screen.board, screen.spots.get(Panel.HEAT, Spot())
    if board is None or screen.compares or spot.row >= len(board.rows) or spot.column >= len(board.slots):
        return None
    row = board.rows[spot.row]
    return row.key, board.slots[spot.column], row.cells[spot.column]


def state_of(screen: SupervisorScreen) -> tuple[Words, Words] | None:
    """What is said over everything: what is wrong or missing, and how it goes on."""
    if screen.trouble is not None and screen.since_us is None:
        return said.NOT_DONE, screen.trouble
    if screen.board is None and screen.trouble is None:
        return said.LOADING, said.LOADING_HOW
    if screen.board is not None and screen.trouble is None and screen.board.empty:
        if not screen.board.begun:
            return said.FIRST_DAY, said.FIRST_DAY_HOW
        query = screen.board.query
        return said.QUIET_TODAY if query.period is Period.TODAY and not query.back else said.QUIET, said.QUIET_HOW
    return None


def is_busy(screen: SupervisorScreen) -> bool:
    """Something other is asked for than is shown."""
    waits = screen.behind is not None and screen.behind.page is None
    return waits or screen.board is None or screen.board.query != screen.query
