"""Approvals, requests, cases, places and what went without a bench, as the office types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.settings import config_dir
from tests.orders.gated import EXTRA, PRODUCTS
from tests.verbs.command import Command

ORDERS = """订单号,货号,数量,状态,省,订单金额,下单时间
SO-1,MUG,1,paid,浙江省,6000,2026-11-20 09:00
SO-2,MUG,1,cod,广东省,10,2026-11-20 09:00
SO-3,SOFA,1,paid,浙江省,10,2026-11-20 09:00
SO-4,CODE,1,paid,浙江省,10,2026-11-20 09:00
SO-5,MUG,1,paid,四川省,10,2026-11-20 09:00
"""


@pytest.fixture
def sealbench(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """A home whose shop has approvals and places, with five orders that need something."""
    command = Command(tmp_path / "home", capsys)
    shops = tmp_path / "home" / "shops"
    shops.mkdir(parents=True)
    head, words = (config_dir() / "shops" / "demo.toml").read_text("utf-8").split("[platforms.taobao]\n", 1)
    (shops / "demo.toml").write_text(f"{head}{EXTRA}\n[platforms.taobao]\n{words}", "utf-8")
    for name, text in (("products.csv", PRODUCTS), ("orders.csv", ORDERS)):
        (tmp_path / name).write_text(text, "utf-8")
    command("products", "import", str(tmp_path / "products.csv"))
    (told,) = command.json("import", str(tmp_path / "orders.csv"))["files"]
    assert (told["new"], told["held"], told["refused"]) == (5, 3, 0)
    return command


def test_approvals(sealbench: Command) -> None:
    """What is missing is listed by name; given, withdrawn and the telephone call are told with what still holds."""
    missing = sealbench.json("approvals", "list")["missing"]
    assert [(each["order"], each["reason"], each["detail"]) for each in missing] == [
        ("SO-1", "approval_missing", "大额审批 large order"),
        ("SO-2", "cod_unconfirmed", ""),
    ]
    given = sealbench.json("approvals", "give", "SO-1", "large", "--by", "店长", "--note", "老客户")
    assert (given["state"], given["holds"]) == ("ready", [])
    shown = sealbench.json("approvals", "list", "SO-1")
    assert [(each["name"], each["stands"], each["by"]) for each in shown["approvals"]] == [("large", True, "店长")]
    assert "MISSING" in sealbench("approvals", "list", "SO-2")
    assert "confirmed by the buyer" in sealbench("approvals", "cod", "SO-2", "--by", "客服 1")
    call = sealbench.json("orders", "show", "SO-2")["phone_call"]
    assert (call["by"], call["stands"]) == ("客服 1", True)
    assert "still held: approval_missing" in sealbench("approvals", "withdraw", "SO-1", "large", "--by", "店长")
    assert "needs no approval" in sealbench("approvals", "list", "SO-3")
    sealbench("approvals", "list", "NOPE", exits=1)
    sealbench("approvals", "give", "SO-1", "large", "--by", " ", exits=2)


def test_requests_to_cancel(sealbench: Command) -> None:
    """Asked, listed, refused and agreed, each with its name; the list says whose fault it is."""
    sealbench("cancels", "ask", "SO-3", "--fault", "seller", "--reason", "缺货", "--by", "客服 1")
    assert "NOT ANSWERED" in sealbench("cancels", "list")
    sealbench("cancels", "answer", "SO-3", "--refuse", "--by", "店长")
    assert sealbench.json("cancels", "list") == {"cancels": []}
    sealbench("cancels", "ask", "SO-3", "--fault", "buyer", "--by", "客服 1")
    sealbench.json("cancels", "answer", "SO-3", "--agree", "--by", "店长")
    shown = sealbench.json("orders", "show", "SO-3")
    assert shown["state"] == "cancelled"
    assert [(each["fault"], each["answer"], each["answered_by"]) for each in shown["cancel_requests"]] == [
        ("seller", "refused", "店长"),
        ("buyer", "agreed", "店长"),
    ]


def test_cases(sealbench: Command) -> None:
    """A question counts from when it came and explains itself; what is no kind or time is a usage error."""
    opened = sealbench.json("cases", "open", "response", "SO-1", "--at", "2026-02-13T15:00", "--by", "客服")["cases"][0]
    assert (opened["due"], opened["late"], opened["cause"]) == ("2026-02-14T07:00:00Z", True, "")
    why = sealbench.json("orders", "show", "SO-1")["cases"][0]["why"]
    assert (why["rule"], why["start_is"], why["skipped"]) == ("response-24h", "notice", [])
    assert "LATE" in sealbench("cases", "list")
    assert "自收到通知 2026-02-13 15:00 起算" in sealbench("orders", "show", "SO-1")
    sealbench("cases", "close", str(opened["id"]), "--by", "财务", "--note", "已提交")
    told = sealbench.json("cases", "list", "--all")
    assert told["kept"] == {"response": {"closed": 1, "in_time": 0}}
    assert "closed LATE" in sealbench("cases", "list", "--all")
    sealbench("cases", "open", "order_confirm", "SO-1", "--by", "x", exits=2)
    sealbench("cases", "open", "response", "SO-1", "--at", "noon", "--by", "x", exits=2)


def test_places(sealbench: Command) -> None:
    """What waits where is counted; an order that no place ships goes where somebody says."""
    assert sealbench.json("orders", "show", "SO-5")["holds"][0]["reason"] == "no_ship_from"
    assert "ships from guangzhou" in sealbench("places", "choose", "SO-5", "guangzhou", "--by", "店长")
    shown = sealbench.json("orders", "show", "SO-5")
    assert (shown["ship_from"], shown["ship_from_by"], shown["state"]) == ("guangzhou", "店长", "ready")
    counted = {
        each["place"]: (each["ready"], each["held"], each["outside"])
        for each in sealbench.json("places", "list")["places"]
    }
    assert counted == {"hangzhou": (0, 1, 2), "guangzhou": (1, 1, 0), "mill": (0, 0, 0)}


def test_what_went_without_a_bench(sealbench: Command, tmp_path: Path) -> None:
    """Listed until it is recorded, then in the platform's file: the supplier's number, and that nothing is sent."""
    assert [(each["order"], each["by"]) for each in sealbench.json("orders", "shipped")["outside"]] == [
        ("SO-3", "supplier"),
        ("SO-4", "none"),
    ]
    words = ("--service", "yto", "--waybill", "YT0000000000001", "--by", "采购")
    sealbench("orders", "shipped", "SO-3", *words)
    sealbench("orders", "shipped", "SO-4", "--nothing-to-ship", "--by", "客服 1")
    assert sealbench.json("orders", "shipped") == {"outside": []}
    out = tmp_path / "confirm.csv"
    sealbench("confirm", "--platform", "generic", "-o", str(out))
    rows = [line.split(",")[:5] for line in out.read_text("utf-8-sig").splitlines()[1:]]
    assert sorted(rows) == [
        ["SO-3", "yto", "圆通速递", "YTO Express", "YT0000000000001"],
        ["SO-4", "", "无需物流", "no shipping needed", ""],
    ]
    shown = sealbench.json("orders", "show", "SO-3")
    assert [(each["waybill"], each["recorded_by"]) for each in shown["sent_outside"]] == [("YT0000000000001", "采购")]
    assert {each["purpose"] for each in shown["deadlines"]} == {"confirmation", "tracking"}
    sealbench("orders", "shipped", "SO-3", *words[:4], exits=2)
    sealbench("orders", "shipped", "SO-3", "SO-4", *words, exits=2)
    sealbench("orders", "shipped", "SO-3", "--service", "pigeon", "--waybill", "YT1", "--by", "x", exits=2)
    sealbench("orders", "shipped", "SO-4", "--nothing-to-ship", "--waybill", "YT1", "--by", "x", exits=2)


def test_who_held_and_who_released(sealbench: Command) -> None:
    """Both stand with the order, by name; so does who told the buyer of a later time (C5)."""
    sealbench("places", "choose", "SO-5", "hangzhou", "--by", "店长")
    sealbench("orders", "hold", "SO-5", "--reason", "地址存疑", "--by", "客服 1")
    sealbench("orders", "release", "SO-5", "--by", "店长")
    acts = sealbench.json("orders", "show", "SO-5")["hold_acts"]
    assert [(each["act"], each["by"], each["note"]) for each in acts] == [
        ("placed", "店长", "hangzhou"),
        ("held", "客服 1", "地址存疑"),
        ("released", "店长", ""),
    ]
    sealbench("orders", "agree", "SO-5", "--until", "2099-01-01", "--by", "客服 1")
    assert sealbench.json("orders", "show", "SO-5")["deadline_why"]["buyer_told"] is None
    sealbench("orders", "agree", "SO-5", "--told", "--by", "客服 1")
    assert sealbench.json("orders", "show", "SO-5")["deadline_why"]["buyer_told"]
    assert sealbench.json("orders", "reckon")["settled"] == 0
