"""The verbs of carriers and waybill numbers, as a person calls them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook

from station.orders.orderbook import OrderBook
from tests.orders.demo_files import DEMO
from tests.orders.parcels_made import put_sealed
from tests.verbs.command import Command

ORDERS = """order,sku,quantity,country,recipient,address,extras
US-1,A,1,US,Alex Sample,1 Example Street,
US-2,A,2,US,Bo Sample,2 Example Street,
BR-1,A,1,BR,Cruz Sample,3 Example Street,
CN-1,A,1,CN,丁样例,示例路 1 号,保价、签收短信
"""


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    command = Command(tmp_path / "home", capsys)
    orders = tmp_path / "orders.csv"
    orders.write_text(ORDERS, "utf-8")
    command("import", str(orders))
    return command


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_services_are_listed_and_shown(sealbench: Command) -> None:
    """Every service with its free numbers; one whole, with what it bills and how sure each figure is."""
    listed = {each["id"]: each for each in sealbench.json("services")["services"]}
    assert len(listed) == 15
    assert (listed["dhl"]["by_hand"], listed["yto"]["by_hand"]) == (True, False)
    shown = sealbench.json("services", "show", "epacket", "--weight", "10")
    assert shown["billed"] == {"weight_g": 10, "billed_g": 50, "price_fen": None}
    assert shown["limits"]["confirmed"] is False
    assert [(each["proves"], each["check"]) for each in shown["numbers"]] == [("check", "s10")]
    assert "weight_g" in sealbench("services", "show", "epacket")
    sealbench("services", "show", "pigeon", exits=2)
    sealbench("services", "show", "yto", "--weight", "-1", exits=2)


def test_why_an_order_gets_its_service(sealbench: Command) -> None:
    """The rule, what was passed over, and what is missing; a person's choice goes before and is kept."""
    found = sealbench.json("services", "route", "BR-1")
    assert (found["service"], found["because"]) == ("china-post-small-packet", "rule")
    assert [each["rule"] for each in found["passed_over"]] == [1, 2]
    assert "no free number" in found["warnings"][-1]
    sealbench("services", "choose", "BR-1", "epacket", "--reason", "faster", "--by", "Wu")
    found = sealbench.json("services", "route", "BR-1")
    assert (found["service"], found["because"]) == ("epacket", "office")
    assert found["choices"] == [{"service": "epacket", "by": "Wu", "reason": "faster"}]
    sealbench("services", "choose", "BR-1", "--undo", "--reason", "no")
    assert sealbench.json("services", "route", "BR-1")["service"] == "china-post-small-packet"
    sealbench("services", "choose", "BR-1", "--reason", "x", exits=2)
    sealbench("services", "choose", "BR-1", "yto", "--reason", "x", exits=1)
    assert "does not go to BR" in sealbench.err
    sealbench("services", "route", "404", exits=1)


def test_extras(sealbench: Command) -> None:
    """From the order file or by hand; what the service does not offer is said."""
    assert sealbench.json("orders", "show", "CN-1")["extras"] == ["insurance", "receipt_sms"]
    found = sealbench.json("services", "extra", "US-1", "--add", "insurance")
    assert found == {"order": "US-1", "extras": ["insurance"], "not_offered": ["insurance"]}
    assert sealbench.json("services", "extra", "US-1", "--drop", "insurance")["extras"] == []
    sealbench("services", "extra", "US-1", exits=2)
    sealbench("services", "extra", "404", "--add", "cod", exits=1)


def test_a_pool_by_range(sealbench: Command) -> None:
    """A range fills the pool, says when it is low, and a number can be voided for ever."""
    add = ("waybills", "add", "--service", "epacket", "--range")
    assert sealbench.json(*add, "LX12345678CN", "LX12345679CN")["added"] == 2
    assert sealbench.json(*add, "LX12345678CN", "LX12345680CN", exits=1)["refused"] == 2
    sealbench(*add, "LX12345680CN", "LX12345678CN", exits=2)
    sealbench(*add, "LX10000000CN", "LX99999999CN", exits=2)
    assert "at most" in sealbench.err
    sealbench("waybills", "add", "--service", "epacket", exits=2)
    (pool,) = [each for each in sealbench.json("waybills", "pool")["pools"] if each["free"]]
    assert (pool["service"], pool["free"], pool["low"], pool["days_left"]) == ("epacket", 3, True, None)
    assert "LOW" in sealbench("waybills", "pool")
    sealbench("waybills", "void", "LX123456785CN", "--reason", "torn", "--by", "Wu")
    assert sealbench.json("waybills", "voided", "--service", "epacket")["voided"][0]["reason"] == "torn (by Wu)"
    sealbench("waybills", "void", "LX123456785CN", "--reason", "torn", exits=1)


def test_a_number_by_hand(sealbench: Command) -> None:
    """DHL's number with its check digit; another service than the order's needs a reason."""
    sealbench("waybills", "assign", "US-1", "3318810025", "--service", "dhl", exits=2)
    assign = ("waybills", "assign", "US-1", "--service", "dhl", "--reason", "urgent")
    sealbench(*assign, "3318810010", exits=1)
    assert "check digit" in sealbench.err
    sealbench(*assign, "3318810025")
    assert sealbench.json("orders", "show", "US-1")["waybill"] == "3318810025"


def test_a_held_parcel_is_left_out_and_named(sealbench: Command, tmp_path: Path) -> None:
    """A person reads which orders and why; a program has them by order, and their reasons as keys."""
    book = OrderBook.open(f"sqlite:///{tmp_path / 'home' / 'orders.db'}")
    for number, waybill in (("SO-1", "LX123456785CN"), ("SO-2", "LX123456799CN")):
        put_sealed(book, number, waybill, service="epacket", country="US", shop="demo")
    book.close()
    sealbench("orders", "hold", "SO-2", "--reason", "ask first", "--by", "Wu")
    upload = ("waybills", "upload", "--service", "epacket", "-o", str(tmp_path / "b.csv"))
    assert "left out, they may not leave: SO-2 (by supervisor)" in sealbench(*upload)
    assert [row["订单号"] for row in _rows(tmp_path / "b.csv")] == ["SO-1", "US-1", "US-2"]
    assert sealbench.json(*upload)["left_out"] == [{"order": "SO-2", "reasons": ["by_supervisor"]}]


def test_an_order_is_shown_in_words(sealbench: Command, tmp_path: Path) -> None:
    """Yes and no, lists without brackets, in the lines of goods too."""
    products = tmp_path / "products.csv"
    products.write_text("sku,barcodes\nA,6901234567892 A-BOX*12\n", "utf-8")
    sealbench("products", "import", str(products))
    told = sealbench("orders", "show", "CN-1")
    assert "extras          insurance, receipt_sms\n" in told
    assert "gift            no\n" in told
    assert "barcodes 6901234567892, A-BOX*12" in told
    assert not {"[", "False", "None"} & set(told.replace("[", " [ ").split())


def test_a_batch_out_and_its_numbers_in(sealbench: Command, tmp_path: Path) -> None:
    """What the carrier was not told goes out once; its answer comes in whole or not at all."""
    batch, second = tmp_path / "batch.csv", tmp_path / "second.csv"
    upload = ("waybills", "upload", "--service", "epacket", "-o")
    done = sealbench.json(*upload, str(batch))
    assert (done["parcels"], done["without_number"], done["batch"]) == (2, 2, 1)
    assert [row["订单号"] for row in _rows(batch)] == ["US-1", "US-2"]
    assert sealbench.json(*upload, str(second))["told_before"] == 2
    assert _rows(second) == []
    assert sealbench.json(*upload, str(second), "--again")["parcels"] == 2
    assert f"{second.name} was there before and is replaced" in sealbench(*upload, str(second))
    assert len(sealbench.json("waybills", "batches")["batches"]) == 2
    answer = tmp_path / "answer.csv"
    answer.write_text("订单号,运单号\nUS-1,LX123456785CN\nUS-2,LX123456786CN\n", "utf-8")
    refused = sealbench.json("waybills", "take", str(answer), "--service", "epacket", exits=1)
    assert (refused["given"], [error["row"] for error in refused["errors"]]) == (0, [3])
    assert sealbench.json("orders", "show", "US-1")["waybill"] is None
    answer.write_text("订单号,运单号\nUS-1,LX123456785CN\nUS-2,LX123456799CN\n", "utf-8")
    assert sealbench.json("waybills", "take", str(answer), "--service", "epacket")["given"] == 2
    assert sealbench.json("orders", "show", "US-2")["waybill"] == "LX123456799CN"
    sealbench("waybills", "take", str(answer), "--service", "china-post-small-packet", exits=1)
    sealbench("waybills", "take", str(tmp_path / "none.csv"), "--service", "epacket", exits=1)


def test_two_post_files_are_not_alike(sealbench: Command, tmp_path: Path) -> None:
    """ePacket's and the small packet's files differ in sheet and columns, and neither takes the other's name (G7)."""
    standard, simple = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    sealbench("waybills", "upload", "--service", "epacket", "-o", str(standard))
    sealbench("waybills", "upload", "--service", "china-post-small-packet", "-o", str(simple))
    books = [load_workbook(path) for path in (standard, simple)]
    assert [book.sheetnames for book in books] == [["e邮宝标准模板"], ["邮政小包简易订单模板"]]
    assert [book.properties.title for book in books] == ["e邮宝标准模板", "邮政小包简易订单模板"]
    sealbench("waybills", "upload", "--service", "epacket", "-o", str(tmp_path / "邮政小包.xlsx"), exits=2)
    sealbench("waybills", "take", str(simple), "--service", "epacket", exits=1)
    assert "batch of china-post-small-packet" in sealbench.err


def test_the_users_own_template(sealbench: Command, tmp_path: Path) -> None:
    """Its columns are used from then on, and what fills none is named."""
    template, out = tmp_path / "template.csv", tmp_path / "out.csv"
    template.write_text("客户订单号,收件人,申报价值\n", "utf-8-sig")
    upload = ("waybills", "upload", "--service", "epacket", "--again", "-o", str(out))
    assert sealbench.json(*upload, "--template", str(template))["unfilled"] == ["申报价值"]
    assert "申报价值" in sealbench(*upload)
    assert [list(row.values()) for row in _rows(out)] == [["US-1", "Alex Sample", ""], ["US-2", "Bo Sample", ""]]
    sealbench(*upload, "--map", "申报价值=price", exits=2)
    sealbench(
        "waybills",
        "upload",
        "--service",
        "china-post-small-packet",
        "--template",
        str(template),
        "-o",
        str(out),
        exits=1,
    )
    assert "columns of epacket" in sealbench.err
    picture = DEMO / "pictures"
    sealbench(*upload, "--template", str(picture), exits=1)
