"""``pick`` and ``wall`` as a person or another program calls them: from ready orders to cells that a bench opens."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from station.home import Home
from station.orders.orderbook import OrderBook
from tests.orders.conftest import put_order, put_product
from tests.verbs.command import Command


@pytest.fixture
def sealbench(home: Home, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home with three orders to pick, one of a single unit."""
    book = OrderBook.open(f"sqlite:///{home.root / 'orders.db'}")
    put_product(book.engine, "MUG", {"6901234567892": 1}, name="=马克杯", variant="330 ml", location="A-2")
    put_product(book.engine, "CARD", {"CARD-1": 1}, name="贺卡", location="A-10")
    put_order(book.engine, "SO-1", {"MUG": 1, "CARD": 2}, due_us=10)
    put_order(book.engine, "SO-2", {"MUG": 1, "LAMP": 1}, due_us=20)
    put_order(book.engine, "ONE", {"MUG": 1}, due_us=30, single_sku="MUG")
    book.close()
    return Command(home.root, capsys)


def _wall(sealbench: Command, monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[dict[str, Any]]:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode())))
    return [json.loads(line) for line in sealbench("wall", "1", "--by", "李四").splitlines()]


def test_from_ready_orders_to_a_full_cell(sealbench: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Open, tote, pick by scan, sort, and a cell is full: each answer has what it promises."""
    opened = sealbench.json("pick", "open", "--most-urgent", "2", "--by", "王五")
    assert (opened["batch"], opened["opened_by"], opened["units"]) == (1, "王五", 5)
    assert [(cell["cell"], cell["order"]) for cell in opened["cells"]] == [(1, "SO-1"), (2, "SO-2")]
    assert [(stop["location"], stop["sku"]) for stop in opened["list"]] == [
        ("A-2", "MUG"), ("A-10", "CARD"), ("", "LAMP")
    ]  # fmt: skip
    toted = sealbench.json("pick", "tote", "1", "SO-1=T-1")
    assert [cell["tote"] for cell in toted["cells"]] == ["T-1", ""]
    scans = sealbench.json("pick", "scan", "1", "6901234567892", "NO", exits=1)
    assert [(each["taken"], each["reason"]) for each in scans["scans"]] == [(True, None), (False, "not_in_batch")]
    assert (scans["picked"], scans["scans"][0]["next"]["sku"]) == (1, "MUG")
    lines = _wall(sealbench, monkeypatch, "CARD-1", "CARD-1", "6901234567892")
    assert [(line["cell"], line["full"]) for line in lines[1:]] == [(1, False), (1, False), (1, True)]
    shown = sealbench.json("pick", "show", "1")
    assert [(cell["state"], cell["sorted"]) for cell in shown["cells"]] == [("full", 3), ("open", 0)]
    assert sealbench.json("pick", "close", "1", exits=1)["error"].startswith("goods lie in cells of batch 1: 1.")


def test_in_words(sealbench: Command) -> None:
    """Without --json a batch is one line, its cells one line each, a scan two."""
    assert sealbench("pick", "open").startswith("batch 1, open since ")
    assert "格 cell   1  SO-1 " in sealbench("pick", "show", "1")
    assert "3 cells, 0 complete; 0 of 6 units picked" in sealbench("pick", "show")
    scanned = sealbench("pick", "scan", "PICK-1", "CARD-1")
    assert "已拣 picked 1  CARD  1/2" in scanned
    assert "下一个 next  A-2  MUG" in scanned
    assert "放回 put back 1" in sealbench("pick", "scan", "1", "--put-back", "CARD-1")
    assert "A-10" in sealbench("pick", "list", "1")
    assert "is not there" not in sealbench("pick", "out", "1", "SO-1")
    assert "closed" in sealbench("pick", "close", "1")


def test_a_shortage_names_its_orders(sealbench: Command) -> None:
    """The orders that wait are told with what they lack; the office sees them with their owner."""
    sealbench("pick", "open")
    told = sealbench.json("pick", "short", "1", "MUG=1", "--owner", "service", "--reason", "碎了")
    assert (told["owner"], told["orders"]) == ("service", [{"order": "ONE", "missing": 1}])
    assert sealbench.json("orders", "show", "ONE")["state"] == "held"
    assert "1 of LAMP are not there" in sealbench(
        "pick", "short", "1", "LAMP=1", "--owner", "purchasing", "--reason", "货架空"
    )
    assert [cell["order"] for cell in sealbench.json("pick", "show", "1")["cells"]] == ["SO-1"]


@pytest.mark.usefixtures("qapp")
def test_lists_and_labels(sealbench: Command, tmp_path: Path) -> None:
    """The list goes to PDF, CSV and XLSX, the labels to PDF; a name that looks like a formula stays text."""
    sealbench("pick", "open")
    for name in ("list.pdf", "list.xlsx", "list.csv"):
        told = sealbench.json("pick", "list", "1", "-o", str(tmp_path / name))
        assert (told["stops"], told["units"]) == (3, 6)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF-")
    rows = list(csv.reader(io.StringIO((tmp_path / "list.csv").read_text("utf-8-sig"))))
    assert rows[1][1:5] == ["A-2", "MUG", "'=马克杯 330 ml", "3"]
    assert sealbench.json("pick", "labels", "1", "-o", str(tmp_path / "cells.pdf"))["labels"] == 3
    assert "3 labels" in sealbench("pick", "labels", "1", "--media", "100x60", "-o", str(tmp_path / "large.pdf"))
    assert "must end in" in sealbench.json("pick", "list", "1", "-o", str(tmp_path / "list.doc"), exits=2)["error"]


def test_single_orders(sealbench: Command, tmp_path: Path) -> None:
    """They are picked together and have neither cells nor a wall."""
    opened = sealbench.json("pick", "open", "--single")
    assert [(cell["order"], opened["single"]) for cell in opened["cells"]] == [("ONE", True)]
    assert "no cells" in sealbench.json("wall", "1", exits=1)["error"]
    assert "no cells" in sealbench.json("pick", "labels", "1", "-o", str(tmp_path / "x.pdf"), exits=1)["error"]
    assert sealbench.json("pick", "close", "1")["closed"] is not None


@pytest.mark.parametrize(
    ("words", "exits", "says"),
    [
        (("pick", "open", "SO-9"), 1, "SO-9 (no such order)"),
        (("pick", "open", "SO-1", "--most-urgent", "3"), 2, "not both"),
        (("pick", "open", "SO-1", "SO-2", "--cells", "1"), 2, "at most 1"),
        (("pick", "show", "7"), 1, "no pick batch 7"),
        (("pick", "tote", "7", "SO-1"), 2, "NO=TOTE"),
        (("pick", "short", "7", "MUG=x", "--owner", "purchasing", "--reason", "r"), 2, "no number of units"),
        (("pick", "short", "7", "=3", "--owner", "purchasing", "--reason", "r"), 2, "SKU=QTY"),
        (("wall", "7"), 1, "no pick batch 7"),
        (("wall", "7", "--window"), 2, "no screen"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    sealbench: Command, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], exits: int, says: str
) -> None:
    """Each mistake says what is wrong, and nothing is opened."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert says in sealbench.json(*words, exits=exits)["error"]
    assert sealbench.json("pick", "show") == {"batches": []}


@pytest.mark.parametrize("given", ["0", "-1", "x", "９", "99999999999", "PICK-"])
def test_a_number_that_is_none(sealbench: Command, given: str) -> None:
    """A batch's number is read before anything else happens."""
    with pytest.raises(SystemExit) as stopped:
        sealbench("wall", given)
    assert stopped.value.code == 2
