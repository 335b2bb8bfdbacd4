"""A file about an order that is in several parcels: every parcel follows as far as it is not packed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from station.home import Home
from station.orders.engine import reading
from station.orders.gate_documents import gate_document
from station.orders.importing import import_files
from station.orders.orderbook import OrderBook
from station.orders.parting import parcels_of_order, split_order
from station.orders.shops import load_shop
from station.orders.tables import orders
from station.packing.deadlines import NO_RULES
from station.packing.inputs import Command, Found
from station.packing.model import HoldReason
from station.settings import config_dir
from tests.orders.bench_of_book import BenchOfBook
from tests.orders.conftest import YTO
from tests.orders.recorded import T0

HEAD = "order,sku,quantity,recipient,phone,city,address,status,amount"
WHO = "张示例,13800000000,杭州市,示例路 1 号"


class Shop:
    """One order, SO-1, as its platform tells of it in file after file."""

    def __init__(self, book: OrderBook, home: Home, folder: Path) -> None:
        self.book, self._home, self._folder = book, home, folder

    def says(self, lines: dict[str, int], *, who: str = WHO, status: str = "paid", amount: str = "") -> None:
        rows = [f"SO-1,{sku},{units},{who},{status},{amount}" for sku, units in lines.items()]
        path = self._folder / "orders.csv"
        path.write_text("\n".join((HEAD, *rows, "")), "utf-8")
        shop = load_shop("demo", config_dir() / "shops")
        (report,) = import_files(self.book, (path,), home=self._home, shop_name="demo", shop=shop, now_us=T0)
        assert not report.faults

    def splits(self, **units: int) -> None:
        split_order(self.book, "SO-1", units, who="", now_us=T0)

    def goods(self) -> list[tuple[str, dict[str, int]]]:
        parts = parcels_of_order(self.book, "SO-1")
        return [(part.state.value, {line.sku: line.quantity for line in part.lines}) for part in parts]

    def holds(self, number: str) -> list[HoldReason]:
        copy = self.book.order_copy(number)
        assert copy is not None
        return [hold.reason for hold in copy.holds]

    def packs(self, units: int) -> BenchOfBook:
        """A first box with so many units, sealed; the rest goes on."""
        bench = BenchOfBook(self.book)
        bench.takes("SO-1")
        bench.packs(units)
        bench.presses(Command.SPLIT)
        bench.seals()
        bench.relays()
        return bench


@pytest.fixture
def shop(book: OrderBook, home: Home, tmp_path: Path) -> Shop:
    made = Shop(book, home, tmp_path)
    made.says({"MUG": 3, "CARD": 2})
    book.add_numbers((f"YT{number:013d}" for number in range(1, 30)), YTO, now_us=T0)
    return made


def test_the_amount_is_the_orders_and_counts_once(shop: Shop) -> None:
    """Every parcel is judged by what the buyer pays for all of them now; whoever adds up documents has it once."""
    shop.says({"MUG": 3, "CARD": 2}, amount="30.00")
    shop.splits(MUG=1)
    shop.says({"MUG": 3, "CARD": 2}, amount="45.00")
    with reading(shop.book.engine) as connection:
        assert list(connection.execute(select(orders.c.amount)).scalars()) == [4500, 4500]
    numbers = [part.order for part in parcels_of_order(shop.book, "SO-1")]
    assert [gate_document(shop.book, number, NO_RULES)["amount"] for number in numbers] == ["45.00", None]


def test_the_same_file_again(shop: Shop) -> None:
    """A file is compared with the file's own lines, not with a parcel's: nothing has changed."""
    shop.splits(MUG=1)
    shop.says({"MUG": 3, "CARD": 2})
    assert shop.goods() == [("ready", {"MUG": 2, "CARD": 2}), ("ready", {"MUG": 1})]
    assert shop.holds("SO-1") == shop.holds("SO-1#2") == []


def test_a_new_address_reaches_every_parcel(shop: Shop) -> None:
    """A parcel that waits gets the new address; once one is packed, all that are not are held."""
    shop.splits(MUG=1)
    shop.says({"MUG": 3, "CARD": 2}, who=WHO.replace("1 号", "2 号"))
    part = shop.book.order_copy("SO-1#2")
    assert part is not None
    assert part.recipient.street.endswith("2 号")
    assert shop.holds("SO-1#2") == []
    shop.packs(1)
    shop.says({"MUG": 3, "CARD": 2}, who=WHO.replace("1 号", "3 号"))
    assert shop.holds("SO-1#2") == [HoldReason.ORDER_CHANGED]
    assert ("held", {"MUG": 1}) in shop.goods()
    shop.book.release_hold("SO-1", now_us=T0)
    assert ("ready", {"MUG": 1}) in shop.goods()


def test_a_change_while_a_part_is_open(shop: Shop) -> None:
    """The bench that has the second parcel sees a new revision and a hold."""
    shop.splits(MUG=1)
    opened = BenchOfBook(shop.book).takes("SO-1#2")
    shop.says({"MUG": 3, "CARD": 2}, who=WHO.replace("1 号", "2 号"))
    now = shop.book.holds("SO-1#2", bench="B01", fence=opened.fence, needs_waybill=False, service=None, now_us=T0)
    assert now.revision != opened.order.revision
    assert [hold.reason for hold in now.holds] == [HoldReason.ORDER_CHANGED]


def test_new_lines_before_anything_is_packed(shop: Shop) -> None:
    """The parcels are one again, with the new lines: nobody knows how to divide them."""
    shop.splits(MUG=1)
    shop.says({"MUG": 1, "HAT": 1})
    assert shop.goods() == []
    copy = shop.book.order_copy("SO-1")
    assert copy is not None
    assert {line.sku: line.quantity for line in copy.lines} == {"MUG": 1, "HAT": 1}


def test_new_lines_after_a_box_is_sealed(shop: Shop) -> None:
    """What is in the box stays; the rest of the new lines waits, held for a person's look."""
    shop.packs(2)
    shop.says({"MUG": 3, "HAT": 1})
    assert shop.goods() == [("sealed", {"MUG": 2}), ("held", {"MUG": 1, "HAT": 1})]


def test_units_that_are_too_many_are_named(shop: Shop) -> None:
    """A unit the order no longer has, in a box that is sealed, is told by number and SKU."""
    shop.packs(3)
    shop.says({"MUG": 1, "CARD": 2})
    copy = shop.book.order_copy("SO-1#2")
    assert copy is not None
    assert [(hold.reason, hold.detail) for hold in copy.holds] == [
        (HoldReason.ORDER_CHANGED, "2 × MUG too many in a box")
    ]


def test_lines_added_after_all_is_packed(shop: Shop) -> None:
    """They are a parcel of their own."""
    bench = shop.packs(3)
    bench.parcel("SO-1")
    shop.says({"MUG": 3, "CARD": 2, "HAT": 1})
    assert shop.goods()[2] == ("held", {"HAT": 1})


def test_lines_added_to_a_sealed_order(shop: Shop) -> None:
    """An order in one box, sealed: the added units are a parcel of their own, held until a person has looked."""
    BenchOfBook(shop.book).parcel("SO-1")
    shop.says({"MUG": 4, "CARD": 2, "HAT": 1})
    shop.says({"MUG": 4, "CARD": 2, "HAT": 1})
    assert shop.goods() == [("sealed", {"MUG": 3, "CARD": 2}), ("held", {"MUG": 1, "HAT": 1})]
    shop.book.release_hold("SO-1", now_us=T0)
    added = BenchOfBook(shop.book, "B02").parcel(parcels_of_order(shop.book, "SO-1")[1].order)
    assert {packed.sku: packed.units for packed in added.contents} == {"MUG": 1, "HAT": 1}


def test_lines_added_and_taken_back_again(shop: Shop) -> None:
    """The buyer thinks better of it: the further parcel is none any more, and the box is as it was."""
    BenchOfBook(shop.book).parcel("SO-1")
    shop.says({"MUG": 3, "CARD": 2, "HAT": 1})
    further = parcels_of_order(shop.book, "SO-1")[1].order
    shop.says({"MUG": 3, "CARD": 2})
    assert shop.goods() == []
    assert BenchOfBook(shop.book, "B02").opens(further).found is Found.CANCELLED


def test_lines_taken_from_a_sealed_order(shop: Shop) -> None:
    """Nothing is added, so it stays one parcel; it is held."""
    BenchOfBook(shop.book).parcel("SO-1")
    shop.says({"MUG": 2, "CARD": 2})
    assert shop.goods() == []
    assert shop.holds("SO-1") == [HoldReason.ORDER_CHANGED]


def test_units_taken_from_a_parcel_that_is_open(shop: Shop) -> None:
    """The order has fewer units than the bench has open: put aside and released, it comes back without them."""
    shop.splits(MUG=2)
    bench = BenchOfBook(shop.book)
    bench.takes("SO-1#2")
    shop.says({"MUG": 1, "CARD": 2})
    bench.presses(Command.HOLD)
    bench.relays()
    shop.book.release_hold("SO-1", now_us=T0)
    assert shop.goods() == [("ready", {"CARD": 2}), ("ready", {"MUG": 1})]


def test_a_parcel_left_with_nothing(shop: Shop) -> None:
    """A bench has all units that the order still has: nobody gets a label for the empty first parcel."""
    shop.splits(MUG=2)
    bench = BenchOfBook(shop.book)
    bench.takes("SO-1#2")
    shop.says({"MUG": 2})
    bench.presses(Command.HOLD)
    bench.relays()
    shop.book.release_hold("SO-1", now_us=T0)
    sealed = BenchOfBook(shop.book, "B02").parcel("SO-1")
    assert [(packed.sku, packed.units) for packed in sealed.contents] == [("MUG", 2)]
    assert BenchOfBook(shop.book, "B03").opens("SO-1").found is Found.OUTSIDE


def test_a_further_parcel_left_with_nothing(shop: Shop) -> None:
    """It is none any more; its number stays used."""
    shop.splits(MUG=1)
    bench = BenchOfBook(shop.book)
    bench.takes("SO-1#2")
    shop.says({"CARD": 2})
    bench.presses(Command.HOLD)
    bench.relays()
    shop.book.release_hold("SO-1", now_us=T0)
    assert BenchOfBook(shop.book, "B02").opens("SO-1#2").found is Found.CANCELLED


def test_a_number_kept_for_a_bench_is_not_given_away(shop: Shop) -> None:
    """A file adds a parcel while a bench that is off line splits one off: both are there."""
    bench = shop.packs(3)
    bench.takes("SO-1")
    bench.packs(1)
    bench.presses(Command.SPLIT)
    bench.seals()
    shop.says({"MUG": 3, "CARD": 2, "HAT": 1})
    bench.relays()
    assert [units for _, units in shop.goods()] == [{"MUG": 3}, {"CARD": 1}, {"CARD": 1}, {"HAT": 1}]


@pytest.mark.parametrize(("status", "waits"), [("cancelled", "cancelled"), ("shipped", "ready")])
def test_the_platforms_end(shop: Shop, status: str, waits: str) -> None:
    """Cancelled is every parcel; called shipped, on account of the first one, the rest still is to be packed."""
    shop.packs(2)
    shop.says({"MUG": 3, "CARD": 2}, status=status)
    assert [state for state, _ in shop.goods()] == [status, waits]


@pytest.mark.parametrize("status", ["cancelled", "shipped"])
def test_new_lines_of_an_order_that_ended(shop: Shop, status: str) -> None:
    """Files arrive late: no parcel is made of what an ended order says of its lines."""
    shop.splits(MUG=1)
    shop.says({"MUG": 3, "CARD": 2}, status=status)
    shop.says({"MUG": 4, "HAT": 1}, status=status)
    assert [state for state, _ in shop.goods()] == [status, status]


def test_shipped_elsewhere(shop: Shop) -> None:
    """With nothing packed, what the platform calls shipped is shipped, parcel by parcel."""
    shop.splits(MUG=1)
    shop.says({"MUG": 3, "CARD": 2}, status="shipped")
    assert [state for state, _ in shop.goods()] == ["shipped", "shipped"]


def test_one_row_a_parcel(shop: Shop) -> None:
    """However often files come, no row is added."""
    shop.splits(MUG=1)
    for street in ("2 号", "3 号", "2 号"):
        shop.says({"MUG": 3, "CARD": 2}, who=WHO.replace("1 号", street))
    with reading(shop.book.engine) as connection:
        assert len(connection.execute(select(orders.c.number)).all()) == 2
