"""From where the ring stands to what lies behind it. Pure: figures by name, times and words; nothing is read here."""

from __future__ import annotations

from dataclasses import replace

from station.ui import supervisor_act_words as told
from station.ui import supervisor_words as said
from station.ui.supervisor_board import Board, Drill, Group, Row
from station.ui.supervisor_screen import CARDS, Panel, Spot, SupervisorScreen
from station.ui.words import Words, same

REFUSED, SAVED = "refused", "saved"
"""Whatever the reason, and whatever the kind."""
_BEHIND = {
    "parcels": "parcels",
    "per_hour": "parcels",
    "lines_per_hour": "lines",
    "first_pass": REFUSED,
    "saves": SAVED,
    "sealed": "parcels",
    "speed": "parcels",
    "lines": "lines",
}
_CARD_WORDS = {
    "sealed": said.SEALED,
    "speed": said.SPEED,
    "lines": said.LINES,
    "first_pass": said.FIRST_PASS,
    "saves": said.SAVES,
}


def drill_at(screen: SupervisorScreen) -> Drill | None:
    """What Enter opens; None where nothing lies behind."""
    behind, board = screen.behind, screen.board
    if behind is not None:
        lines = behind.page.lines if behind.page is not None else ()
        return lines[behind.row].into if behind.row < len(lines) else None
    if board is None:
        return None
    spot = screen.spot
    match screen.focus:
        case Panel.CARDS:
            return _card(board, CARDS[spot.column])
        case Panel.HEAT:
            return _heat(screen, board, spot)
        case Panel.CUT_OFFS:
            return _waiting(board, spot.row)
        case Panel.SAVES:
            return _saves(board, spot)
        case Panel.STEPS:
            return _slowest(board, spot.row)
        case Panel.DEVICES:
            return _bench(board, spot)


def _of(board: Board, figure: str, *title: Words, what: str = "entries") -> Drill:
    return Drill(what=what, figure=figure, from_us=board.from_us, to_us=board.to_us, title=title)


def _card(board: Board, name: str) -> Drill | None:
    if name != "slack":
        return _of(board, _BEHIND[name], _CARD_WORDS[name])
    tight = board.tightest
    return None if tight is None else _waiting(board, board.cut_offs.index(tight))


def _heat(screen: SupervisorScreen, board: Board, spot: Spot) -> Drill | None:
    if spot.row >= len(board.rows):
        return None
    row = board.rows[spot.row]
    slots = () if screen.compares else board.slots
    if spot.column < len(slots):
        slot, count = slots[spot.column], row.cells[spot.column].parcels
        title = said.CELL.filled(row=row.words, slot=slot.name, n=count or 0)
        drill = _rowed(screen, board, row, "parcels", said.FIGURES["parcels"])
        return replace(drill, from_us=slot.from_us, to_us=slot.to_us, title=(title,))
    name = screen.figures[min(spot.column - len(slots), len(screen.figures) - 1)]
    return _rowed(screen, board, row, name, said.FIGURES[name])


def _rowed(screen: SupervisorScreen, board: Board, row: Row, name: str, words: Words) -> Drill:
    group = screen.query.group
    figure = row.key if group is Group.CARRIER else _BEHIND[name]
    return Drill(
        what="shipped" if group is Group.CARRIER else "entries",
        figure=figure,
        from_us=board.from_us,
        to_us=board.to_us,
        title=(said.ROW_FIGURE.filled(row=row.words, figure=words),),
        benches=(row.key,) if group is Group.BENCH else (),
        packers=(row.key,) if group is Group.PACKER else (),
    )


def _waiting(board: Board, at: int) -> Drill | None:
    if at >= len(board.cut_offs):
        return None
    line = board.cut_offs[at]
    return Drill(
        what="waiting",
        figure=line.carrier,
        from_us=line.due_us,
        to_us=line.due_us + 1,
        title=(said.FORECAST, line.name),
    )


def _saves(board: Board, spot: Spot) -> Drill | None:
    if board.shared and spot.row == len(board.saves) + (1 if board.saves and board.signs else 0):
        return _of(board, "shared", told.SHARED, what="shared")
    bars = board.saves if spot.row < len(board.saves) else board.signs
    at = spot.row if spot.row < len(board.saves) else spot.column
    return _of(board, bars[at].figure, said.SAVES_PANEL, bars[at].name) if at < len(bars) else None


def _slowest(board: Board, at: int) -> Drill | None:
    if at >= len(board.stacks):
        return None
    stack = board.stacks[at]
    return _of(board, stack.order_class, said.STEPS_PANEL, stack.name, what="slowest")


def _bench(board: Board, spot: Spot) -> Drill | None:
    if spot.row >= len(board.benches):
        return None
    bench = board.benches[spot.row].bench
    if spot.column >= len(board.kinds):
        return _of(board, bench, said.EVIDENCE, same(bench), what="gaps")
    return Drill(
        what="entries",
        figure="devices_lost",
        from_us=board.from_us,
        to_us=board.to_us,
        title=(said.DEVICES, same(bench)),
        benches=(bench,),
    )
