"""Files into the order book: recognised, merged with what is known, all of a file or nothing."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from sqlalchemy import select

from station.errors import Trouble, UsageTrouble
from station.home import Home
from station.orders import merging
from station.orders.approving import record_call
from station.orders.engine import reading
from station.orders.importing import FileReport, import_files
from station.orders.order_values import EMPTY_HEAD
from station.orders.orderbook import OrderBook
from station.orders.reading import known_sources
from station.orders.shops import load_shop
from station.orders.tables import orders
from station.packing.inputs import Found
from station.packing.model import HoldReason, Order, OrderState
from station.settings import config_dir
from tests.orders.conftest import ROUTING, put_order

T0 = 1_790_000_000_000_000
ORDERS = (
    "订单编号",
    "买家应付货款",
    "订单状态",
    "收货人姓名",
    "收货地址",
    "订单创建时间",
    "宝贝总数量",
    "退款金额",
    "买家留言",
)
ITEMS = ("订单编号", "标题", "购买数量", "商家编码", "订单状态")
ADDRESS = "浙江省 杭州市 西湖区 样例路1号(310000)"
Importer = Callable[..., tuple[FileReport, ...]]


@pytest.fixture
def take(book: OrderBook, home: Home) -> Importer:
    """Imports files for the demo shop."""
    shop = load_shop("demo", config_dir() / "shops")

    def run(*paths: Path, source: str = "", dry_run: bool = False) -> tuple[FileReport, ...]:
        return import_files(
            book, paths, home=home, shop_name="demo", shop=shop, now_us=T0, source=source, dry_run=dry_run
        )

    return run


def _csv(path: Path, headers: Sequence[str], *rows: Sequence[str]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([headers, *rows])
    path.write_bytes(text.getvalue().encode("gb18030"))
    return path


def _orders(
    tmp_path: Path, *, status: str = "买家已付款", number: str = "31", refund: str = "0.00", **cells: str
) -> Path:
    row = {
        "订单编号": number,
        "订单状态": status,
        "收货人姓名": "林晓",
        "收货地址": ADDRESS,
        "订单创建时间": "2026-11-20 09:00:00",
        "宝贝总数量": "2",
        "退款金额": refund,
    } | cells
    return _csv(tmp_path / "orders.csv", ORDERS, [row.get(header, "") for header in ORDERS])


def _items(tmp_path: Path, *lines: tuple[str, str], number: str = "31", word: str = "") -> Path:
    return _csv(tmp_path / "items.csv", ITEMS, *((number, "杯", count, sku, word) for sku, count in lines))


def _order(book: OrderBook, number: str = "31") -> Order:
    order = book.order_copy(number)
    assert order is not None
    return order


def _reasons(book: OrderBook) -> list[str]:
    return [hold.reason for hold in _order(book).holds]


def test_sources_are_found_by_file_name() -> None:
    """Every reader of the folder is known, and nothing else."""
    assert known_sources() == (
        "ali1688",
        "aliexpress",
        "amazon",
        "dianxiaomi",
        "generic",
        "shopify",
        "taobao-items",
        "taobao-orders",
    )


def test_lines_complete_an_order(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """An order report alone holds its orders; the item report, now or later, makes them ready."""
    (report,) = take(_orders(tmp_path))
    assert (report.source, report.counts.new, report.counts.held) == ("taobao-orders", 1, 1)
    assert _reasons(book) == [HoldReason.NO_LINES]
    (report,) = take(_items(tmp_path, ("MUG", "2")))
    assert (report.source, report.counts.updated, report.counts.held) == ("taobao-items", 1, 0)
    order = _order(book)
    assert (order.state, order.revision, order.holds) == (OrderState.READY, 1, ())
    assert [(line.sku, line.quantity) for line in order.lines] == [("MUG", 2)]


def test_items_may_come_first(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """An item report of unknown orders is kept, and nothing of it ships before the order report is in."""
    take(_items(tmp_path, ("MUG", "2")))
    assert _order(book).state is OrderState.HELD
    take(_orders(tmp_path))
    assert _order(book).state is OrderState.READY
    assert _order(book).recipient.name == "林晓"


def test_one_call_takes_both_in_any_order(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """Item reports are joined after the order reports, whatever the order of the names; reports come as asked."""
    items, orders = take(_items(tmp_path, ("MUG", "2")), _orders(tmp_path))
    assert (items.source, orders.source) == ("taobao-items", "taobao-orders")
    assert (items.counts.new, items.counts.updated, orders.counts.new) == (0, 1, 1)
    assert _order(book).state is OrderState.READY


def test_missing_units_hold(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """When the platform's total and the lines differ, a line is missing and nothing ships."""
    take(_orders(tmp_path), _items(tmp_path, ("MUG", "1")))
    (hold,) = _order(book).holds
    assert (hold.reason, hold.detail) == (HoldReason.NO_LINES, "the order says 2 units, its lines 1")


def test_again_changes_nothing(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """A file taken twice is all unchanged, and a hold a person lifted stays lifted."""
    files = (_orders(tmp_path, status="货到付款"), _items(tmp_path, ("MUG", "2")))
    take(*files)
    assert _reasons(book) == [HoldReason.COD_UNCONFIRMED]
    record_call(book, "31", confirmed=True, who="客服 1", now_us=T0)
    for report in take(*files):
        assert (report.counts.new, report.counts.updated, report.counts.unchanged) == (0, 0, 1)
    assert _order(book).state is OrderState.READY
    take(_orders(tmp_path, status="货到付款", 收货人姓名="林小"))
    assert _order(book).state is OrderState.READY


@pytest.mark.parametrize(
    ("status", "state", "reason"),
    [
        ("等待买家付款", OrderState.HELD, HoldReason.UNPAID),
        ("退款中", OrderState.HELD, HoldReason.REFUND_ASKED),
        ("从未见过", OrderState.HELD, HoldReason.STATUS_UNKNOWN),
        ("", OrderState.HELD, HoldReason.STATUS_UNKNOWN),
        ("卖家已发货", OrderState.SHIPPED, None),
        ("交易成功", OrderState.FINISHED, None),
        ("交易关闭", OrderState.CANCELLED, None),
    ],
)
def test_status_words(
    book: OrderBook, take: Importer, tmp_path: Path, status: str, state: OrderState, reason: HoldReason | None
) -> None:
    """Status words become our states; a word nobody knows holds the order and is named."""
    take(_orders(tmp_path, status=status), _items(tmp_path, ("MUG", "2")))
    order = _order(book)
    assert order.state is state
    assert [hold.reason for hold in order.holds] == ([] if reason is None else [reason])
    assert reason is not HoldReason.STATUS_UNKNOWN or repr(status) in order.holds[0].detail


def test_the_platform_lifts_its_holds(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """What the platform held, its newer word lifts; a person cannot."""
    take(_orders(tmp_path, refund="5.00"), _items(tmp_path, ("MUG", "2")))
    with pytest.raises(Trouble, match="held by its platform"):
        book.release_hold("31", now_us=T0)
    take(_orders(tmp_path))
    assert _order(book).state is OrderState.READY


def test_a_supervisors_hold_survives_an_import(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """Files lift only what files have set."""
    take(_orders(tmp_path), _items(tmp_path, ("MUG", "2")))
    book.hold("31", HoldReason.BY_SUPERVISOR, now_us=T0)
    take(_orders(tmp_path, 收货人姓名="林小"))
    assert _reasons(book) == [HoldReason.BY_SUPERVISOR]


def test_changes_of_an_untouched_order(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """New lines of an order nobody packs raise its revision and hold nothing."""
    take(_orders(tmp_path), _items(tmp_path, ("MUG", "2")))
    take(_items(tmp_path, ("MUG", "1"), ("CUP", "1")))
    order = _order(book)
    assert (order.state, order.revision, len(order.lines)) == (OrderState.READY, 2, 2)


@pytest.mark.parametrize(
    ("cells", "detail"),
    [
        ({"收货地址": "江苏省 南京市 玄武区 新路2号(210000)"}, "address"),
        ({"买家留言": "礼物"}, "buyer's message, gift"),
    ],
)
def test_changes_of_an_order_at_a_bench(
    book: OrderBook, take: Importer, tmp_path: Path, cells: dict[str, str], detail: str
) -> None:
    """A changed address or message of a claimed order is a hold that the bench sees before the label."""
    take(_orders(tmp_path), _items(tmp_path, ("MUG", "2")))
    fence = book.claim("31", bench="B01", now_us=T0, routing=ROUTING).fence
    take(_orders(tmp_path, **cells))
    reply = book.holds("31", bench="B01", fence=fence, needs_waybill=False, service=None, now_us=T0)
    assert (reply.revision, reply.fence) == (2, fence)
    assert [(hold.reason, hold.detail) for hold in reply.holds] == [(HoldReason.ORDER_CHANGED, detail)]


def test_changed_lines_of_an_order_at_a_bench(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """Changed lines stop the bench; after a person's release the order is claimed as it is now."""
    take(_orders(tmp_path), _items(tmp_path, ("MUG", "2")))
    book.claim("31", bench="B01", now_us=T0, routing=ROUTING)
    take(_items(tmp_path, ("MUG", "1"), ("CUP", "1")))
    reply = book.claim("31", bench="B01", now_us=T0, routing=ROUTING)
    assert (reply.found, reply.fence) == (Found.HELD, 1)
    book.release_hold("31", now_us=T0)
    assert book.claim("31", bench="B01", now_us=T0, routing=ROUTING).found is Found.CLAIMED


def test_a_cancel_reaches_the_bench(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """An order the platform closes while it is packed is told as cancelled."""
    take(_orders(tmp_path), _items(tmp_path, ("MUG", "2")))
    book.claim("31", bench="B01", now_us=T0, routing=ROUTING)
    take(_orders(tmp_path, status="交易关闭"))
    reply = book.holds("31", bench="B01", fence=1, needs_waybill=True, service=None, now_us=T0)
    assert reply.cancelled
    assert book.claim("31", bench="B01", now_us=T0, routing=ROUTING).found is Found.CANCELLED


@pytest.mark.parametrize("state", ["shipped", "finished", "cancelled", "sealed"])
def test_a_closed_order_stays_closed(book: OrderBook, take: Importer, tmp_path: Path, state: str) -> None:
    """Files overlap and arrive late: an older one never makes a closed order ready again."""
    put_order(book.engine, "31", {"MUG": 2}, state=state)
    (report,) = take(_orders(tmp_path))
    assert _order(book).state == state
    assert (report.counts.updated, report.counts.closed) == (1, 1)


def test_a_refunded_line_holds(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """One line closed on the platform while others stand holds the order until a newer report says otherwise."""
    rows = [("31", "杯", "1", "MUG", "交易关闭"), ("31", "杯", "1", "CUP", "买家已付款")]
    take(_orders(tmp_path), _csv(tmp_path / "items.csv", ITEMS, *rows))
    assert _reasons(book) == [HoldReason.REFUND_ASKED]
    take(_items(tmp_path, ("MUG", "1"), ("CUP", "1"), word="买家已付款"))
    assert _order(book).state is OrderState.READY


def test_a_dry_run_changes_nothing(book: OrderBook, take: Importer, home: Home, tmp_path: Path) -> None:
    """A dry run counts and leaves no trace."""
    (report,) = take(_csv(tmp_path / "own.csv", ("order", "sku", "qty"), ("1", "A", "1")), dry_run=True)
    assert (report.source, report.counts.new) == ("generic", 1)
    assert book.order_copy("1") is None
    assert not home.mappings.exists()


def test_a_bad_file_beside_a_good_one(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """A file that cannot be used is one sentence, and the others are taken."""
    bad = tmp_path / "photo.jpg"
    bad.write_bytes(b"\xff\xd8\xff\xe0\x00\x10JFIF")
    missing, unknown = tmp_path / "nothing.csv", _csv(tmp_path / "x.csv", ("a", "b"), ("1", "2"))
    reports = take(bad, missing, unknown, _orders(tmp_path))
    words = ("neither a table", "cannot be read: no such file", "no order source knows these columns: a, b", "")
    for report, word in zip(reports, words, strict=True):
        assert word in report.trouble
        assert bool(word) == bool(report.trouble)
    assert _order(book).number == "31"


def test_bad_rows_are_named(take: Importer, tmp_path: Path) -> None:
    """Good rows are taken, bad ones named with row, column and reason."""
    path = _csv(tmp_path / "own.csv", ("order", "sku", "qty"), ("1", "A", "1"), ("2", "A", "many"), ("3", "", "1"))
    (report,) = take(path)
    assert report.counts.new == 1
    assert [(fault.row, fault.column) for fault in report.faults] == [(3, "qty"), (4, "sku")]


def test_a_named_source(take: Importer, tmp_path: Path) -> None:
    """A source can be named; an unknown name is told the known ones."""
    path = _csv(tmp_path / "own.csv", ("订单号", "SKU", "数量"), ("1", "A", "1"))
    assert take(path, source="generic")[0].source == "generic"
    with pytest.raises(UsageTrouble, match="known: ali1688, aliexpress"):
        take(path, source="ebay")


def test_a_mapping_is_kept_and_followed(book: OrderBook, take: Importer, home: Home, tmp_path: Path) -> None:
    """The meaning of a table's columns is kept in the home; put right by hand, it is what counts."""
    path = _csv(tmp_path / "own.csv", ("order", "sku", "qty", "说明"), ("1", "A", "1", "请包好"))
    take(path)
    (mapping,) = home.mappings.iterdir()
    mapping.write_text(mapping.read_text("utf-8") + '\n"说明" = "message"\n', "utf-8")
    take(path)
    assert _order(book, "1").buyer_message == "请包好"
    mapping.write_text("broken", "utf-8")
    assert "mapping cannot be read" in take(path)[0].trouble


def test_many_changes_at_once(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """Hundreds of changed orders are read and written together, each by its own rule."""
    numbers = [f"S{n:04}" for n in range(1_100)]
    headers = ("order", "sku", "qty", "status", "recipient", "country")
    first = [(number, "MUG", "1", "paid", "A", "FR") for number in numbers]
    take(_csv(tmp_path / "own.csv", headers, *first))
    book.claim("S0001", bench="B01", now_us=T0, routing=ROUTING)
    words = ("paid", "refund", "shipped", "cancelled")
    later = [(n, "MUG", str(1 + i % 2), words[i % 4], "AB"[i % 3 == 0], "FR") for i, n in enumerate(numbers)]
    (report,) = take(_csv(tmp_path / "own.csv", headers, *later))
    assert report.counts.updated + report.counts.unchanged == len(numbers)
    assert book.count_by_state() == {
        OrderState.READY: 275,
        OrderState.HELD: 274,
        OrderState.PACKING: 1,
        OrderState.SHIPPED: 275,
        OrderState.CANCELLED: 275,
    }
    order = _order(book, "S0001")
    assert [(line.sku, line.quantity) for line in order.lines] == [("MUG", 2)]
    assert {hold.reason for hold in order.holds} == {HoldReason.REFUND_ASKED, HoldReason.ORDER_CHANGED}
    (report,) = take(_csv(tmp_path / "own.csv", headers, *later))
    assert report.counts.unchanged == len(numbers)


def test_another_import_between(
    book: OrderBook, take: Importer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What another import brought after this one compared is seen before anything is written."""
    mine = _csv(tmp_path / "mine.csv", ("order", "sku", "qty", "buyer message"), ("1", "A", "1", "mine"))
    other = _csv(tmp_path / "other.csv", ("order", "sku", "qty", "buyer message"), ("1", "A", "1", "other"))
    really = merging.compare
    turns = iter([True])

    def compare(taking: merging.Taking, seen: merging.Seen) -> merging.Meeting:
        found = really(taking, seen)
        if next(turns, False):
            take(other)
        return found

    monkeypatch.setattr("station.orders.importing.compare", compare)
    (report,) = take(mine)
    assert (report.counts.new, report.counts.updated) == (0, 1)
    assert _order(book, "1").buyer_message == "mine"


def test_what_the_database_gives_by_itself(book: OrderBook, take: Importer, tmp_path: Path) -> None:
    """Values that are left out of an insert are the ones that would have been written."""
    take(_csv(tmp_path / "own.csv", ("order", "sku", "qty"), ("1", "A", "1")))
    with reading(book.engine) as connection:
        row = dict(connection.execute(select(orders)).one()._mapping)
    for name, value in {**EMPTY_HEAD, "country": "CN"}.items():
        assert name in ("head_print", "due_us") or row[name] == value, name


def test_another_shops_order_is_not_touched(book: OrderBook, take: Importer, home: Home, tmp_path: Path) -> None:
    """Two shops may count from the same number: the second one's row is refused, and the first's order stays."""
    shop = load_shop("demo", config_dir() / "shops")
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("order,sku,quantity\n1001,A,1\n", encoding="utf-8")
    second.write_text("order,sku,quantity\n1001,B,9\n1002,B,1\n", encoding="utf-8")
    take(first)
    (report,) = import_files(book, [second], home=home, shop_name="other", shop=shop, now_us=T0)
    assert (report.counts.orders, report.counts.new, len(report.faults)) == (1, 1, 1)
    assert report.faults[0].message == (
        "the book has order 1001 for shop demo: name that with --shop if it is the same order"
    )
    assert [line.sku for line in _order(book, "1001").lines] == ["A"]
