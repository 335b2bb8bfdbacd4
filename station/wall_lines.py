"""The sort wall without a window: a line in, a line of JSON out (docs/wall.md). When a line is out, it is on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, BinaryIO

import msgspec

from station.lines import LINE_BYTES_MAX, NotALineError, understand
from station.packing.inputs import Pressed, Scan
from station.packing.reasons import Reason
from station.packing.sorting import CellState
from station.packing.wall_answers import Note, Noted
from station.sorter import Outcome, Sorter
from station.ui.screen import Verdict, Words
from station.ui.texts import MOMENTS
from station.ui.wall_screen import CellView, WallScreen, present_wall


def run(sorter: Sorter, lines: BinaryIO, write: Callable[[str], None]) -> None:
    """Until the input ends. The first line tells how the wall stands, with ``n`` null."""
    begun = sorter.begin()
    write(_line(None, _screen(begun)))
    for n, line in enumerate(_lines(lines), start=1):
        try:
            outcome = sorter.take(_understood(line))
        except NotALineError as why:
            write(_line(n, _bad(sorter.outcome(Noted(note=Note.READY)), str(why))))
            continue
        write(_line(n, _screen(outcome)))


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines that are not blank; the rest of one that is too long is read and dropped."""
    while line := stream.readline(LINE_BYTES_MAX + 2):
        whole = line
        while not line.endswith(b"\n") and (line := stream.readline(LINE_BYTES_MAX)):
            pass
        if whole.strip():
            yield whole


def _understood(line: bytes) -> Scan | Pressed:
    input = understand(line, ())
    if not isinstance(input, Scan | Pressed):
        raise NotALineError("a wall takes scans and presses only")
    return input


def _screen(outcome: Outcome) -> WallScreen:
    return present_wall(outcome.answer, outcome.wall, locked=outcome.locked, who=outcome.who)


def _bad(outcome: Outcome, why: str) -> WallScreen:
    """A line that cannot be read: said, and nothing else."""
    zh, en = MOMENTS["bad_line"]
    headline = Words(zh=zh.format(detail=why), en=en.format(detail=why))
    return replace(_screen(outcome), verdict=Verdict.STOP, reason=Reason.BAD_INPUT.value, headline=headline)


def _line(n: int | None, screen: WallScreen) -> str:
    shown = screen.shown
    told: dict[str, Any] = {
        "n": n,
        "verdict": screen.verdict,
        "reason": screen.reason,
        "headline": _both(screen.headline),
        "act": _both(screen.act),
        "cell": screen.cell,
        "sku": screen.sku or None,
        "units": screen.units,
        "order": screen.order or None,
        "cell_packed": None if shown is None else shown.units,
        "cell_needed": None if shown is None else shown.needed,
        "full": shown is not None and shown.state is CellState.FULL,
        "locked": screen.locked,
        "who": screen.who,
        "batch": {
            "id": screen.batch,
            "cells": len(screen.cells),
            "full": screen.full,
            "sorted": screen.sorted,
            "needed": screen.needed,
            "done": screen.done,
        },
        "stopped": [_stopped(cell) for cell in screen.stopped],
    }
    return msgspec.json.encode(told).decode()


def _both(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _stopped(cell: CellView) -> dict[str, Any]:
    return {"cell": cell.number, "order": cell.order, "reason": cell.why, "units": cell.units}
