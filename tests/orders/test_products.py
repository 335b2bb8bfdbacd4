"""The product file: barcodes with counts, weights, goods without a barcode."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from station.errors import Trouble
from station.orders.engine import reading
from station.orders.import_records import newest
from station.orders.orderbook import OrderBook
from station.orders.products import import_products
from station.orders.tables import products
from station.orders.weights import weight_gaps
from station.packing.model import Capture, LineKind, OrderState
from tests.orders.conftest import ROUTING, put_order
from tests.orders.demo_files import DEMO

HEADERS = "sku,barcodes,name,weight_g,class,picture,origin,customs name,HS code,captures,components"


def _file(tmp_path: Path, *rows: str, headers: str = HEADERS) -> Path:
    path = tmp_path / "products.csv"
    path.write_text("\n".join((headers, *rows)), "utf-8")
    return path


@pytest.mark.parametrize("file", ["taobao-items.csv", "plain.csv"])
def test_an_order_file_is_no_product_file(book: OrderBook, tmp_path: Path, file: str) -> None:
    """Its SKU column would make products of order lines: refused by its headers, and nothing is stored."""
    path = DEMO / file
    if not path.exists():
        path = tmp_path / file
        path.write_text("订单号,商家编码,数量\nSO-1,MUG,2\n", "utf-8")
    with pytest.raises(Trouble, match="this is an order file: use import"):
        import_products(book, path, now_us=1)
    with reading(book.engine) as connection:
        assert connection.execute(select(products.c.sku)).all() == []


def test_products_reach_the_lines(book: OrderBook, tmp_path: Path) -> None:
    """Barcodes, cartons, weights, classes and captures of the file stand on the order's lines."""
    rows = (
        "MUG,6901234567892 CTN*12,马克杯,310.5,fragile,mug.svg,CN,Mug,6912,,",
        "OIL,1,精油,38,liquid,,,,,lot expiry,",
    )
    report = import_products(
        book, _file(tmp_path, *rows, "STONE,-,石头,,,,,,,,", "BOX,,盒,,no barcode,,,,,,"), now_us=1
    )
    assert (report.products, report.new, report.faults) == (4, 4, ())
    put_order(book.engine, "1", {"MUG": 1, "OIL": 1, "STONE": 1, "BOX": 1})
    order = book.order_copy("1")
    assert order is not None
    mug, oil, stone, box = order.lines
    assert (mug.name, mug.weight_mg, mug.goods_class, mug.picture) == ("马克杯", 310_500, "fragile", "mug.svg")
    assert [(b.code, b.units) for b in mug.barcodes] == [("6901234567892", 1), ("CTN", 12), ("MUG", 1)]
    assert oil.captures == (Capture.LOT, Capture.EXPIRY)
    assert (stone.kind, box.kind) == (LineKind.BY_HAND, LineKind.BY_HAND)


def test_kits_are_exploded(book: OrderBook, tmp_path: Path) -> None:
    """An order's kit becomes a line for each component, as often as it was ordered."""
    import_products(book, _file(tmp_path, "SET,,套装,,,,,,,,POT BOWL*4", "POT,1,壶,700,,,,,,,"), now_us=1)
    put_order(book.engine, "1", {"SET": 2})
    order = book.order_copy("1")
    assert order is not None
    assert [(line.sku, line.quantity, line.kit) for line in order.lines] == [("BOWL", 8, "SET"), ("POT", 2, "SET")]


def test_orders_of_virtual_goods_alone_are_not_for_a_bench(book: OrderBook, tmp_path: Path) -> None:
    """Goods that become virtual after their orders came take those orders off the list; mixed orders stay."""
    put_order(book.engine, "1", {"CODE": 1})
    put_order(book.engine, "2", {"CODE": 1, "MUG": 1})
    put_order(book.engine, "3", {"CODE": 1})
    book.claim("3", bench="B01", now_us=1, routing=ROUTING)
    import_products(book, _file(tmp_path, "CODE,,充值码,,virtual,,,,,,", "MUG,1,马克杯,310,,,,,,,"), now_us=1)
    states = {row.number: row.state for row in book.search()}
    assert states == {"1": OrderState.OUTSIDE, "2": OrderState.READY, "3": OrderState.PACKING}


def test_again_and_changed(book: OrderBook, tmp_path: Path) -> None:
    """A file taken again changes nothing; a changed row replaces the product and its barcodes."""
    rows = ("MUG,1 2*12,马克杯,310,,,,,,,", "CUP,3,杯,100,,,,,,,")
    import_products(book, _file(tmp_path, *rows), now_us=1)
    report = import_products(book, _file(tmp_path, *rows), now_us=1)
    assert (report.new, report.updated, report.unchanged) == (0, 0, 2)
    report = import_products(book, _file(tmp_path, "MUG,4,马克杯,311,,,,,,,"), now_us=1)
    assert (report.new, report.updated) == (0, 1)
    assert book.recognise("1") is None
    assert book.recognise("4") is not None
    assert book.recognise("3") is not None


def test_chinese_headers(book: OrderBook, tmp_path: Path) -> None:
    """The columns may be named in Chinese."""
    report = import_products(book, _file(tmp_path, "MUG,1*6,杯,100", headers="货号,条码,名称,重量(克)"), now_us=1)
    assert report.new == 1


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",1,x,1,,,,,,,", "sku"),
        ("A,1*0,x,1,,,,,,,", "barcodes"),
        ("A,1,x,heavy,,,,,,,", "weight_g"),
        ("A,1,x,-3,,,,,,,", "weight_g"),
        ("A,1,x,nan,,,,,,,", "weight_g"),
        ("A,1,x,1,,,,,,colour,", "captures"),
    ],
)
def test_bad_rows(book: OrderBook, tmp_path: Path, row: str, column: str) -> None:
    """A row that cannot be used is named by row and column; the others are taken."""
    report = import_products(book, _file(tmp_path, row, "GOOD,9,x,1,,,,,,,"), now_us=1)
    assert [(fault.row, fault.column) for fault in report.faults] == [(2, column)]
    assert report.new == 1


def test_a_sku_twice(book: OrderBook, tmp_path: Path) -> None:
    """A SKU that stands twice is refused both times."""
    report = import_products(book, _file(tmp_path, "A,1,x,1,,,,,,,", "A,2,x,1,,,,,,,"), now_us=1)
    assert ([fault.row for fault in report.faults], report.new) == ([2, 3], 0)


def test_no_sku_column(book: OrderBook, tmp_path: Path) -> None:
    """A table without SKUs is refused in one sentence."""
    with pytest.raises(Trouble, match="no column for the SKU"):
        import_products(book, _file(tmp_path, headers="a,b"), now_us=1)


def test_sizes_and_places(book: OrderBook, tmp_path: Path) -> None:
    """Sides in a column each or in one, weights and sides in the unit that the header names, and where goods lie."""
    import_products(book, _file(tmp_path, "MUG,90,8,8,A-01-3", headers="sku,长(mm),宽(cm),height_cm,库位"), now_us=1)
    import_products(book, _file(tmp_path, "BOX,20 x 15x7.6,0.25", headers="sku,尺寸(cm),重量(kg)"), now_us=1)
    with reading(book.engine) as connection:
        rows = {row.sku: row for row in connection.execute(select(products))}
    mug, box = rows["MUG"], rows["BOX"]
    assert (mug.length_mm, mug.width_mm, mug.height_mm, mug.location) == (90, 80, 80, "A-01-3")
    assert (box.length_mm, box.width_mm, box.height_mm, box.weight_mg) == (200, 150, 76, 250_000)
    put_order(book.engine, "1", {"MUG": 1})
    order = book.order_copy("1")
    assert order is not None
    assert order.lines[0].location == "A-01-3"


def test_a_column_that_is_not_there(book: OrderBook, tmp_path: Path) -> None:
    """A file of places alone changes places alone: barcodes, weights and kits stay as they were given."""
    import_products(book, _file(tmp_path, "SET,1*12,套装,310,fragile,,,,,,POT*2", "POT,2,壶,,,,,,,,"), now_us=1)
    report = import_products(book, _file(tmp_path, "SET,B-7", headers="sku,location"), now_us=2)
    assert (report.updated, report.unchanged) == (1, 0)
    with reading(book.engine) as connection:
        row = connection.execute(select(products).where(products.c.sku == "SET")).one()
    assert (row.name, row.weight_mg, row.goods_class, row.location) == ("套装", 310_000, "fragile", "B-7")
    known = book.recognise("1")
    assert known is not None
    put_order(book.engine, "1", {"SET": 1})
    order = book.order_copy("1")
    assert order is not None
    assert [(line.sku, line.quantity) for line in order.lines] == [("POT", 2)]
    assert import_products(book, _file(tmp_path, "SET,B-7", headers="sku,location"), now_us=3).unchanged == 1


@pytest.mark.parametrize(
    ("headers", "row", "column"),
    [
        ("sku,size", "A,100x80", "size"),
        ("sku,length_mm", "A,long", "length_mm"),
        ("sku,高", "A,-1", "高"),
        ("sku,barcodes", "A,6.90123E+12", "barcodes"),
        ("sku,weight_kg", "A,2000", "weight_kg"),
    ],
)
def test_bad_sizes_and_codes(book: OrderBook, tmp_path: Path, headers: str, row: str, column: str) -> None:
    """A size, weight or barcode that cannot be is named by the file's own header."""
    report = import_products(book, _file(tmp_path, row, headers=headers), now_us=1)
    assert [(fault.row, fault.column) for fault in report.faults] == [(2, column)]


def test_a_product_file_is_recorded(book: OrderBook, tmp_path: Path) -> None:
    """Who took which product file when stands beside the order files."""
    import_products(book, _file(tmp_path, "MUG,1,马克杯,310,,,,,,,"), now_us=5, who="P001")
    with reading(book.engine) as connection:
        (entry,) = newest(connection, limit=9)
    assert (entry.source, entry.who, entry.at_us, entry.counts["new"]) == ("products", "P001", 5, 1)


def test_weights_that_contradict_each_other(book: OrderBook, tmp_path: Path) -> None:
    """A given weight stays, and is named when three parcels say something else by more than the tolerance."""
    import_products(
        book, _file(tmp_path, "MUG,1,马克杯,310,,,,,,,", "CUP,2,杯,100,,,,,,,", "POT,3,壶,500,,,,,,,"), now_us=1
    )
    for weight_mg in (400_000, 402_000, 404_000):
        book.learn_weight("MUG", weight_mg)
        book.learn_weight("CUP", 104_000)
    book.learn_weight("POT", 900_000)
    with reading(book.engine) as connection:
        (gap,) = weight_gaps(connection, tolerance_mg=10_000, tolerance_percent=5)
    assert (gap.sku, gap.given_mg, gap.learned_mg, gap.parcels) == ("MUG", 310_000, 402_000, 3)
    put_order(book.engine, "1", {"MUG": 1})
    order = book.order_copy("1")
    assert order is not None
    assert order.lines[0].weight_mg == 310_000
