"""The sort wall as lines: what goes in and what comes out, for programs."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from station import wall_lines
from station.orders.engine import writing
from station.orders.orderbook import OrderBook
from station.orders.tables import orders
from tests.batches import sorter_of, two_cells


@pytest.fixture
def book(tmp_path: Path) -> Iterator[OrderBook]:
    opened = OrderBook.open(f"sqlite:///{tmp_path / 'orders.db'}")
    two_cells(opened)
    yield opened
    opened.close()


def _talk(book: OrderBook, *lines: str | bytes) -> list[dict[str, Any]]:
    out: list[dict[str, Any]] = []
    said = b"".join((line if isinstance(line, bytes) else line.encode()) + b"\n" for line in lines)
    wall_lines.run(sorter_of(book, 1), io.BytesIO(said), lambda line: out.append(json.loads(line)))
    return out


def test_a_scan_is_answered_with_its_cell(book: OrderBook) -> None:
    """The first line tells how the wall stands; each scan then has one line with cell, order and progress."""
    first, answer = _talk(book, "6901234567892")
    assert (first["n"], first["headline"]["en"], first["batch"]["needed"]) == (None, "Scan a unit", 4)
    assert {name: answer[name] for name in ("n", "verdict", "reason", "cell", "sku", "units", "order")} == {
        "n": 1, "verdict": "ok", "reason": None, "cell": 1, "sku": "MUG", "units": 1, "order": "SO-1",
    }  # fmt: skip
    assert (answer["cell_packed"], answer["cell_needed"], answer["full"]) == (1, 2, False)
    assert answer["batch"] == {"id": 1, "cells": 2, "full": 0, "sorted": 1, "needed": 4, "done": False}
    assert answer["headline"] == {"zh": "放进 1 号格", "en": "Put it in cell 1"}


def test_the_last_unit_ends_the_batch(book: OrderBook) -> None:
    """A full cell says so, and the last one says that all is sorted."""
    lines = _talk(book, "MUG", "CARD", "MUG", "MUG")[1:]
    assert [(line["cell"], line["full"], line["batch"]["done"]) for line in lines] == [
        (1, False, False), (1, True, False), (2, False, False), (2, True, True)
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "{",
        '{"weight": "3 g"}',
        '{"press": "dance"}',
        '{"scan": 3}',
        b"\xff\xfe",
        '{"answer": {"prompt": "x", "value": true}}',
    ],
)
def test_a_line_that_means_nothing_changes_nothing(book: OrderBook, line: str | bytes) -> None:
    """It is answered with bad_input and a sentence, the next line is taken as if it had not been."""
    _first, bad, good = _talk(book, line, "MUG")
    assert (bad["n"], bad["verdict"], bad["reason"], bad["locked"]) == (1, "stop", "bad_input", False)
    assert (good["n"], good["verdict"]) == (2, "ok")


def test_stops_and_presses(book: OrderBook) -> None:
    """A wrong scan locks until a press clears it; undo tells what to take out; a blank line is none."""
    lines = _talk(book, "MUG", "ZZZ", "", "MUG", '{"press": "clear"}', '{"press": "undo"}')[1:]
    assert [(line["n"], line["verdict"], line["reason"], line["locked"]) for line in lines] == [
        (1, "ok", None, False), (2, "stop", "unknown_code", True), (3, "stop", "must_clear", True),
        (4, "info", None, False), (5, "info", None, False),
    ]  # fmt: skip
    assert lines[-1]["headline"]["en"] == "Take it out of cell 1"


def test_a_line_without_end_is_cut(book: OrderBook) -> None:
    """Megabytes without a line's end are one bad line, and the next is taken."""
    _first, bad, good = _talk(book, "x" * 300_000, "MUG")
    assert (bad["reason"], good["verdict"]) == ("bad_input", "ok")


def test_stopped_cells_are_told_on_every_line(book: OrderBook) -> None:
    """A cancel in the middle of sorting shows on the next line, whatever was scanned."""
    _talk(book, "CARD")
    with writing(book.engine) as connection:
        connection.execute(update(orders).where(orders.c.number == "SO-1").values(state="cancelled"))
    first, line, emptied = _talk(book, "MUG", "CELL-1-1")
    told = [{"cell": 1, "order": "SO-1", "reason": "order_cancelled", "units": 1}]
    assert (first["stopped"], line["stopped"], line["cell"]) == (told, told, 2)
    assert (emptied["stopped"], emptied["units"], emptied["batch"]["cells"]) == ([], 1, 1)
