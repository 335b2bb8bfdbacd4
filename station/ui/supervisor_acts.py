"""What a supervisor may do on the figures' screen: asked first, then done. Pure; the desk does it.

Orders of a cut-off go before all others, or back; rows may stand by a figure where the house allows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias, assert_never

from station.ui import supervisor_act_words as told
from station.ui.supervisor_board import CutOffLine, Rank, Reassign
from station.ui.supervisor_screen import Panel, Spot, SupervisorScreen, put
from station.ui.words import Words

Ask: TypeAlias = Reassign | Rank
RANKED_FIRST: Final = "per_hour"
"""What rows stand by when the ring is on no figure."""


def wanting(lines: Sequence[CutOffLine], slack_wanted_us: int) -> CutOffLine | None:
    """The one that most needs an act: of those with too little slack, or that a slower pace would miss."""

    def needs(line: CutOffLine) -> bool:
        tight = line.slack_us is not None and line.slack_us < slack_wanted_us
        return bool(line.mend) or tight or line.misses > 0 or line.misses_if_slower > 0

    found = [line for line in lines if needs(line)]
    return min(found, key=lambda line: (line.slack_us is None, line.slack_us or 0), default=None)


def act_of(line: CutOffLine | None) -> Reassign | None:
    if line is None or not (line.reassigns or line.first):
        return None
    undo = not line.reassigns
    return Reassign(
        carrier=line.carrier, name=line.name, due_us=line.due_us, orders=line.first if undo else line.left, undo=undo
    )


def offered(screen: SupervisorScreen) -> Reassign | None:
    """Of the cut-off under the ring, else of the one that most needs it."""
    board = screen.board
    if board is None or screen.opened:
        return None
    if screen.focus is Panel.CUT_OFFS and screen.spot.row < len(board.cut_offs):
        return act_of(board.cut_offs[screen.spot.row])
    found = act_of(wanting(board.cut_offs, board.slack_wanted_us))
    return found if found is not None and not found.undo else None


# Asked and answered


def asked(screen: SupervisorScreen, ask: Ask) -> SupervisorScreen:
    return replace(screen, asking=ask, notice=None)


def dropped(screen: SupervisorScreen) -> SupervisorScreen:
    return replace(screen, asking=None)


def question(ask: Ask, due: str) -> tuple[Words, Words]:
    """What is asked, and how it is answered; ``due`` the cut-off's time as it is written."""
    match ask:
        case Reassign():
            words = told.ASK_BACK if ask.undo else told.ASK_FIRST
            return words.filled(carrier=ask.name, time=due, n=ask.orders), told.ASK_HOW
        case Rank():
            return told.ASK_RANK, told.ASK_RANK_HOW
    assert_never(ask)


# Rows by a figure


def sorted_by(screen: SupervisorScreen) -> SupervisorScreen:
    """Rows by the figure under the ring, or in their own order again; only where this house ranks."""
    figure = None if screen.rank is not None or screen.plain is None else _figure(screen)
    return put(replace(screen, rank=figure), screen.plain)


def _figure(screen: SupervisorScreen) -> str:
    board, names = screen.board, screen.figures
    slots = 0 if board is None or screen.compares else len(board.slots)
    at = screen.spots.get(Panel.HEAT, Spot()).column - slots
    return names[at] if 0 <= at < len(names) else RANKED_FIRST if RANKED_FIRST in names else names[0]


def allows(screen: SupervisorScreen) -> bool:
    return screen.board is not None and screen.board.ranking is not None
