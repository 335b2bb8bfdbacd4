"""The sort wall's screen as a value: what is shown, heard and spoken after an answer. Pure; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, assert_never

from station.packing.effects import Tone
from station.packing.reasons import Reason
from station.packing.sorting import Cell, CellState, Placed, Refused, Wall
from station.packing.wall_answers import Asked, Emptied, Note, Noted, Recalled, TakenBack, WallAnswer
from station.ui.goods_words import article
from station.ui.screen import NO_WORDS, Verdict, Words
from station.ui.wall_words import Said, refusal_words, words

PACKABLE: Final = frozenset({CellState.FULL, CellState.TAKEN, CellState.PACKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """One cell of the grid. ``why`` is the reason that stopped it."""

    number: int
    order: str
    state: CellState
    why: str
    units: int
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WallScreen:
    """``cell`` is the number to read from three metres, None when no unit goes anywhere; ``spoken`` is said aloud."""

    batch: int
    verdict: Verdict
    headline: Words
    act: Words
    reason: str | None = None
    cell: int | None = None
    sku: str = ""
    name: Words = NO_WORDS
    order: str = ""
    units: int = 0
    cells: tuple[CellView, ...] = ()
    locked: bool = False
    who: str = ""
    tone: Tone | None = None
    spoken: Words | None = None

    @property
    def shown(self) -> CellView | None:
        return next((cell for cell in self.cells if cell.number == self.cell), None)

    @property
    def full(self) -> int:
        return sum(cell.state in PACKABLE for cell in self.cells)

    @property
    def stopped(self) -> tuple[CellView, ...]:
        return tuple(cell for cell in self.cells if cell.state is CellState.STOPPED)

    @property
    def sorted(self) -> int:
        return sum(cell.units for cell in self.cells if cell.state is not CellState.STOPPED)

    @property
    def needed(self) -> int:
        return sum(cell.needed for cell in self.cells if cell.state is not CellState.STOPPED)

    @property
    def done(self) -> bool:
        return all(cell.state is not CellState.OPEN for cell in self.cells)


def present_wall(answer: WallAnswer, wall: Wall, *, locked: bool, who: str) -> WallScreen:
    """An answer and the wall after it, in words."""
    said, verdict, cell, reason = _told(answer, wall)
    shown = None if cell is None else wall.cell(cell)
    sku = _sku(answer)
    return WallScreen(
        batch=wall.batch,
        verdict=verdict,
        headline=said.headline,
        act=said.act,
        reason=reason,
        cell=cell,
        sku=sku,
        name=_name(wall, sku),
        order="" if shown is None else shown.order,
        units=answer.units if isinstance(answer, Placed | TakenBack | Emptied) else 0,
        cells=tuple(_view(each) for each in wall.cells),
        locked=locked,
        who=who,
        tone=_tone(answer, wall),
        spoken=said.spoken,
    )


def _told(answer: WallAnswer, wall: Wall) -> tuple[Said, Verdict, int | None, str | None]:
    """Words, verdict, the cell they are about, and the reason of a no."""
    match answer:
        case Placed():
            moment = ("done" if wall.done else "full") if answer.full else "placed"
            return words(moment, cell=answer.cell, units=answer.units), Verdict.OK, answer.cell, None
        case Refused():
            verdict = Verdict.STOP if answer.locks else Verdict.ATTENTION
            return refusal_words(answer), verdict, answer.cell, answer.reason.value
        case TakenBack():
            return words("taken_back", cell=answer.cell, units=answer.units), Verdict.INFO, answer.cell, None
        case Emptied():
            return words("emptied", cell=answer.cell, units=answer.units), Verdict.INFO, None, None
        case Asked():
            return _asked(answer.cell), Verdict.INFO, answer.cell.number, None
        case Recalled():
            return _recalled(answer)
        case Noted():
            return words(answer.note.value, detail=answer.detail), Verdict.INFO, None, None
        case _:
            assert_never(answer)


def _asked(cell: Cell) -> Said:
    missing = ", ".join(f"{sku} × {units}" for sku, units in cell.missing)
    return words(f"cell_{cell.state.value}", cell=cell.number, units=cell.needed - cell.units, detail=missing)


def _recalled(answer: Recalled) -> tuple[Said, Verdict, int | None, str | None]:
    placed = answer.placed
    if answer.again:
        said = words("said_again", cell=placed.cell, units=placed.units, detail=placed.sku)
        return said, Verdict.ATTENTION, placed.cell, "said_again"
    return words("recalled", cell=placed.cell, units=placed.units, detail=placed.sku), Verdict.INFO, placed.cell, None


def _view(cell: Cell) -> CellView:
    return CellView(
        number=cell.number, order=cell.order, state=cell.state, why=cell.why, units=cell.units, needed=cell.needed
    )


def _sku(answer: WallAnswer) -> str:
    match answer:
        case Placed() | TakenBack():
            return answer.sku
        case Refused():
            return answer.sku or ""
        case Recalled():
            return answer.placed.sku
        case Emptied() | Asked() | Noted():
            return ""
        case _:
            assert_never(answer)


def _name(wall: Wall, sku: str) -> Words:
    lines = (line.line for cell in wall.cells for line in cell.lines)
    found = next((line for line in lines if line.sku == sku), None)
    return NO_WORDS if found is None or not (found.name or found.name_en) else article(found)


def _tone(answer: WallAnswer, wall: Wall) -> Tone | None:
    match answer:
        case Placed():
            return Tone.COMPLETE if answer.full else Tone.OK
        case Refused():
            if not answer.locks:
                return Tone.ATTENTION
            return Tone.TOO_MANY if answer.reason is Reason.ENOUGH_ALREADY else Tone.WRONG
        case Recalled():
            return Tone.ATTENTION if answer.again else None
        case TakenBack() | Emptied():
            return Tone.ATTENTION
        case Noted():
            return Tone.OK if answer.note in (Note.CLEARED, Note.SIGNED_IN) else None
        case Asked():
            return None
        case _:
            assert_never(answer)
