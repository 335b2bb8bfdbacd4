"""Batches that were counted before they came: open until every order is in, or until somebody answers for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders.control_totals import close, declared_numbers, open_batches, report_of
from station.orders.control_words import BatchReport, Expected, sentence
from station.orders.engine import reading, writing
from station.orders.import_records import newest
from station.orders.importing import take_files
from station.orders.orderbook import OrderBook
from station.packing.inputs import Found
from tests.orders.conftest import ROUTING, put_order
from tests.orders.intake import T0, order_file, shelf, taobao_file

Take = Callable[..., BatchReport]


@pytest.fixture
def take(book: OrderBook, home: Home) -> Take:
    """Imports files that were counted, and gives how the batch stands."""

    def run(*paths: Path, expected: Expected, dry_run: bool = False) -> BatchReport:
        batch = take_files(shelf(book, home), paths, now_us=T0, expected=expected, dry_run=dry_run)[1]
        assert batch is not None
        return batch

    return run


def _open(book: OrderBook) -> list[str]:
    with reading(book.engine) as connection:
        return [batch.name for batch in open_batches(connection, limit=10)]


def test_a_count_that_agrees(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """All orders in: the batch is closed by itself, and the import says which batch it was of."""
    batch = take(order_file(tmp_path / "a.csv", "1", "2"), expected=Expected(count=2))
    assert (batch.name, batch.complete, batch.open, batch.closed_by) == ("a.csv", True, False, "P001")
    assert _open(book) == []
    with reading(book.engine) as connection:
        (entry,) = newest(connection, limit=10)
    assert (entry.batch, entry.who, entry.counts["new"], Path(entry.file).name) == ("a.csv", "P001", 2, "a.csv")


def test_orders_that_did_not_come(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """A short batch stays open, its orders can be packed, and the file that brings the rest closes it."""
    batch = take(order_file(tmp_path / "a.csv", "1"), expected=Expected(count=3))
    assert (batch.open, batch.expected, batch.imported) == (True, 3, 1)
    assert sentence(batch) == "batch a.csv: 3 orders were declared and 1 are in; 2 in none of the files"
    assert book.claim("1", bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED
    rest = take(order_file(tmp_path / "b.csv", "2", "3", "1"), expected=Expected(name="a.csv"))
    assert (rest.name, rest.imported, rest.open) == ("a.csv", 3, False)


def test_refused_rows_are_named(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """An order whose rows were refused is missing by its number and reason, until a file brings it whole."""
    batch = take(order_file(tmp_path / "a.csv", "1", "2!"), expected=Expected(count=2))
    assert list(batch.refused) == ["2"]
    assert "refused: 2 (the quantity must be a whole number" in sentence(batch)
    assert "in none of the files" not in sentence(batch)
    batch = take(order_file(tmp_path / "a.csv", "1", "2"), expected=Expected(count=2))
    assert (batch.name, batch.refused, batch.open) == ("a.csv", {}, False)


def test_a_refused_row_with_any_text_for_a_number(take: Take, tmp_path: Path) -> None:
    """Whatever stands in the number's cell, the batch can name it: a page of text too."""
    path = order_file(tmp_path / "a.csv", "1")
    path.write_text(path.read_text("utf-8") + f"{'长' * 9_000},MUG,1,\n", "utf-8")
    batch = take(path, expected=Expected(count=2))
    assert [len(number) for number in batch.refused] == [64]


def test_a_declared_list(take: Take, tmp_path: Path) -> None:
    """With the numbers declared, the missing and the undeclared orders are named, even when the counts agree."""
    batch = take(order_file(tmp_path / "a.csv", "1", "9"), expected=Expected(count=2, numbers=("1", "2")))
    assert (batch.complete, batch.missing, batch.extra) == (False, ("2",), ("9",))
    assert sentence(batch).endswith("missing: 2; not declared: 9")


def test_too_many_orders(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """More orders than declared: those that the book had before are the first to look at."""
    put_order(book.engine, "2", {"MUG": 1})
    batch = take(order_file(tmp_path / "a.csv", "1", "2"), expected=Expected(count=1))
    assert (batch.open, batch.known) == (True, ("2",))
    assert sentence(batch).endswith("1 orders were declared and 2 are in; in the book before: 2")


def test_an_order_that_stands_twice(take: Take, tmp_path: Path) -> None:
    """Who counted rows is told which order has two."""
    batch = take(taobao_file(tmp_path / "a.csv", ["1", "2", "2"]), expected=Expected(count=3))
    assert batch.repeated == ("2",)
    assert "more than once in a file and counted once: 2" in sentence(batch)


def test_order_and_item_reports_count_an_order_once(take: Take, tmp_path: Path) -> None:
    """Two files about the same orders are one batch of these orders."""
    items = tmp_path / "items.csv"
    items.write_text("订单编号,标题,价格,购买数量,商家编码\n1,杯,9.90,1,MUG\n", "utf-8")
    batch = take(taobao_file(tmp_path / "a.csv", ["1"]), items, expected=Expected(count=1))
    assert (batch.complete, batch.known) == (True, ())


def test_a_dry_run_opens_nothing(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """A dry run says how the count would stand and keeps nothing of it."""
    batch = take(order_file(tmp_path / "a.csv", "1", "2!"), expected=Expected(count=2), dry_run=True)
    assert (batch.complete, batch.imported, list(batch.refused)) == (False, 1, ["2"])
    assert (_open(book), book.order_copy("1")) == ([], None)


def test_only_a_named_person_with_a_reason(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """A batch whose count differs is closed by a name and a reason, both kept, and only once."""
    take(order_file(tmp_path / "a.csv", "1"), expected=Expected(count=2, name="morning"))
    for who, reason in (("", "lost"), ("P001", "")):
        with pytest.raises(UsageTrouble, match="closed by a named person"), writing(book.engine) as connection:
            close(connection, "morning", now_us=T0, who=who, reason=reason)
    with writing(book.engine) as connection:
        close(connection, "morning", now_us=T0 + 1, who="P001", reason="the second was cancelled")
        batch = report_of(connection, "morning")
    assert (batch.closed_us, batch.closed_by, batch.reason) == (T0 + 1, "P001", "the second was cancelled")
    with pytest.raises(Trouble, match="closed already"), writing(book.engine) as connection:
        close(connection, "morning", now_us=T0, who="P001", reason="again")


def test_batches_that_cannot_take_a_file(book: OrderBook, take: Take, tmp_path: Path) -> None:
    """A closed batch, another count, or a batch nobody opened: refused before anything is imported."""
    take(order_file(tmp_path / "a.csv", "1"), expected=Expected(count=1, name="done"))
    take(order_file(tmp_path / "b.csv", "2"), expected=Expected(count=2, name="open"))
    more = order_file(tmp_path / "c.csv", "3")
    for expected, word in (
        (Expected(count=1, name="done"), "closed"),
        (Expected(count=5, name="open"), "opened for 2"),
        (Expected(name="nowhere"), "no batch nowhere"),
    ):
        with pytest.raises(UsageTrouble, match=word):
            take(more, expected=expected)
    assert book.order_copy("3") is None


def test_the_same_file_name_every_day(take: Take, tmp_path: Path) -> None:
    """Exports are called alike: a new day's is a batch of its own, a file taken again belongs to its open one."""
    names = [
        take(order_file(tmp_path / "orders.csv", *numbers), expected=Expected(count=count)).name
        for numbers, count in ((("1",), 1), (("2",), 2), (("2",), 2), (("2", "3"), 2), (("4",), 1))
    ]
    assert names == ["orders.csv", *["orders.csv (2)"] * 3, "orders.csv (3)"]


def test_lists_of_numbers(tmp_path: Path) -> None:
    """A declared list is text, one number a line; anything else is one sentence."""
    path = tmp_path / "list.txt"
    path.write_text("\ufeffSO-1\r\n SO-2 \n\nSO-1\n", "utf-8")
    assert declared_numbers(path) == ("SO-1", "SO-2")
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Trouble, match="not UTF-8"):
        declared_numbers(path)
    path.write_text("\n")
    with pytest.raises(Trouble, match="one number a line"):
        declared_numbers(path)
    with pytest.raises(Trouble, match="takes a number"):
        declared_numbers(tmp_path / "none.txt")
