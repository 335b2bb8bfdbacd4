"""A whole day: platforms' files in, picked, packed in every way, handed over, confirmed; a cancel in the middle.

What each step alone promises stands in the tests of its own part; here is that they fit together.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from station.codes import command_code
from station.evidence import verify
from station.home import Home
from station.packing.inputs import Command
from tests.e2e.office import Office, office, piped, platform_file, sale
from tests.e2e.rig import Rig, press, rig, verdict, weight
from tests.e2e.warehouse import COASTER, FILE_PRINTER, TRAY, prepare
from tests.orders.demo_files import s10
from tests.orders.exports import aliexpress, number19, taobao_items, taobao_orders
from tests.orders.sales import Sale

CABLE = "6900000434192"
WHISK = "6900000434062"
CHOPSTICKS = "6900000434116"
CLEAR = command_code(Command.CLEAR)
EPACKET_NUMBER = s10("LX", 12_345_678)
TAOBAO_REPORTS = (taobao_orders, taobao_items)
WALL_GOODS = (WHISK, COASTER, CABLE, WHISK, COASTER)
TO_SHIP, CLOSED, REFUND = "买家已付款，等待卖家发货", "交易关闭", "退款中"

TAOBAO = (
    sale(1, {"TRAY-30": 1, "COASTER-10": 1}),
    sale(2, {"CABLE-C-1M": 1}),
    sale(3, {"TRAY-30": 2}),
    sale(4, {"COASTER-10": 1}, street="虚构路 45 号"),
    sale(5, {"WHISK-B": 1}, street="虚构路 45 号"),
    sale(6, {"TRAY-30": 1, "COASTER-10": 2}),
    sale(7, {"COASTER-10": 2, "CABLE-C-1M": 1}),
    sale(8, {"WHISK-B": 2}),
    sale(9, {"EARBUDS-1": 1, "COASTER-10": 1}),
    sale(10, {"CHOPSTICKS-5": 2}),
)
ABROAD = (sale(11, {"CABLE-C-1M": 2}, country="US", province="NY", city="Sampleton", street="1 Example Road"),)
NO = {order.serial: number19(order) for order in TAOBAO} | {11: number19(ABROAD[0])[3:]}
CANCELLED, SHORT, REFUNDED = NO[6], NO[9], NO[10]


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    home: Home
    files: Path
    types: Office
    pipes: Callable[..., list[dict[str, Any]]]

    def told(self, order: Sale, word: str) -> None:
        """The platform's newest export says another status of an order."""
        self.types("import", platform_file(self.files, "news.csv", taobao_orders, [order], words={TO_SHIP: word}))

    def state(self, number: str) -> str:
        return str(self.types("orders", "show", number)["state"])


@pytest.fixture
def day(home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Day:
    files = tmp_path / "files"
    files.mkdir()
    prepare(home, {}, numbers=12, settings=FILE_PRINTER)
    return Day(home=home, files=files, types=office(home, capsys), pipes=partial(piped, home, monkeypatch, capsys))


def test_a_day_from_the_platforms_files_to_their_confirmation(day: Day, qtbot: QtBot) -> None:
    """Eleven orders of two platforms: eight leave the house, each other one is where it should be and says why."""
    _orders_come_in(day)
    batch = _goods_are_fetched(day)
    with rig(day.home, qtbot) as bench:
        _packed_by_order(bench)
        _packed_by_item(bench)
        _packed_in_two_boxes(bench)
        _packed_under_one_waybill(day, bench)
        _packed_from_the_wall(day, bench, batch)
        _cancelled_while_open(day, bench)
        _packed_for_abroad(day, bench)
        _packed_and_then_refunded(day, bench)
    _handed_over(day)
    _told(day)
    _proved(day)


def _orders_come_in(day: Day) -> None:
    """The second file of the same export brings what the declared count says is missing."""
    files = [platform_file(day.files, f"{lay.__name__}-1.csv", lay, TAOBAO[:-1]) for lay in TAOBAO_REPORTS]
    short = day.types("import", *files, "--expect", 10, "--batch", "morning", "--by", "周例", code=1)
    assert (short["batch"]["expected"], short["batch"]["imported"], short["batch"]["open"]) == (10, 9, True)
    files = [platform_file(day.files, f"{lay.__name__}-2.csv", lay, TAOBAO[-1:]) for lay in TAOBAO_REPORTS]
    assert not day.types("import", *files, "--batch", "morning", "--by", "周例")["batch"]["open"]
    day.types("import", platform_file(day.files, "ae.csv", aliexpress, ABROAD))
    assert {row["order"]: row["state"] for row in day.types("orders")["orders"]} == dict.fromkeys(NO.values(), "ready")


def _goods_are_fetched(day: Day) -> str:
    """A batch for the wall; one of its orders waits for earbuds that are not on the shelf."""
    batch = str(day.types("pick", "open", NO[7], NO[8], SHORT)["batch"])
    day.types("pick", "short", batch, "EARBUDS-1=1", "--owner", "purchasing", "--reason", "shelf empty")
    (waiting,) = day.types("orders", "shortages")["shortages"]
    assert (waiting["order"], waiting["owner"], day.state(SHORT)) == (SHORT, "purchasing", "held")
    day.types("pick", "scan", batch, *WALL_GOODS)
    return batch


def _close(bench: Rig, counted: dict[str, Any]) -> str:
    """Weighed right, the label scanned back; gives the waybill."""
    bench.says(weight(round(sum(counted["expected_g"]) / 2)))
    printed = bench.waits_for(lambda told: told["order"] == counted["order"] and told["stage"] == "labelling")
    sealed = bench.says(printed["waybill"])
    assert (sealed["stage"], sealed["order"]) == ("sealed", counted["order"])
    bench.says(weight(0))
    return str(printed["waybill"])


def _packed_by_order(bench: Rig) -> None:
    assert verdict(bench.all(NO[1], WHISK)) == ("stopped", "stop", "not_in_order")
    bench.says(press("clear"))
    _close(bench, bench.all(TRAY, COASTER))


def _packed_by_item(bench: Rig) -> None:
    """Nothing is open: the cable's only order of one piece opens, verified."""
    opened = bench.says(CABLE)
    assert (opened["order"], opened["stage"]) == (NO[2], "weighing")
    _close(bench, opened)


def _packed_in_two_boxes(bench: Rig) -> None:
    first = _close(bench, bench.all(NO[3], TRAY, press("split")))
    assert bench.says(press("next"))["order"] == f"{NO[3]}#2"
    assert _close(bench, bench.says(TRAY)) != first


def _packed_under_one_waybill(day: Day, bench: Rig) -> None:
    (group,) = day.types("orders", "merge", "--review")["proposed"]
    assert {member["order"] for member in group["orders"]} == {NO[4], NO[5]}
    day.types("orders", "merge", NO[4], NO[5], "--by", "周例")
    _close(bench, bench.all(NO[5], WHISK, COASTER))
    assert day.state(NO[4]) == day.state(NO[5]) == "sealed"


def _packed_from_the_wall(day: Day, bench: Rig, batch: str) -> None:
    """A scan a unit into its cell; a full cell opens by its code and needs no further scan."""
    assert bench.says(f"CELL-{batch}-1")["reason"] == "cell_not_full"
    bench.says(press("clear"))
    assert [line["verdict"] for line in day.pipes("wall", batch, "--", TRAY, CLEAR, *WALL_GOODS)] == [
        "info", "stop", "info", *["ok"] * len(WALL_GOODS),
    ]  # fmt: skip
    for cell in (1, 2):
        opened = bench.says(f"CELL-{batch}-{cell}")
        assert opened["stage"] == "weighing"
        _close(bench, opened)
    day.types("pick", "close", batch)


def _cancelled_while_open(day: Day, bench: Rig) -> None:
    """The platform closes the order while the packer has it: the bench stops by itself, long before a label."""
    bench.all(CANCELLED, COASTER)
    day.told(TAOBAO[5], CLOSED)
    stopped = bench.waits_for(lambda told: told["reason"] == "order_cancelled")
    assert (stopped["n"], stopped["order"], stopped["label"]) == (None, CANCELLED, None)
    assert bench.says(TRAY)["reason"] == "must_clear"
    assert bench.says(press("clear"))["stage"] == "idle"


def _packed_for_abroad(day: Day, bench: Rig) -> None:
    """No number yet: the carrier's batch file goes out while the box stands open, its numbers come back, it prints."""
    counted = bench.all(NO[11], CABLE, CABLE)
    bench.says(weight(round(sum(counted["expected_g"]) / 2)))
    bench.waits_for(lambda told: told["reason"] == "no_waybill")
    asked = day.types("waybills", "upload", "--service", "epacket", "-o", day.files / "epacket.xlsx")
    assert (asked["parcels"], asked["without_number"]) == (1, 1)
    answer = day.files / "numbers.csv"
    answer.write_text(f"order,waybill\n{NO[11]},{EPACKET_NUMBER}\n", encoding="utf-8")
    day.types("waybills", "take", answer, "--service", "epacket")
    bench.waits_for(lambda told: told["waybill"] == EPACKET_NUMBER and told["stage"] == "labelling")
    assert bench.says(EPACKET_NUMBER)["stage"] == "sealed"
    bench.says(weight(0))


def _packed_and_then_refunded(day: Day, bench: Rig) -> None:
    _close(bench, bench.all(REFUNDED, CHOPSTICKS, CHOPSTICKS))
    day.told(TAOBAO[9], REFUND)


def _handed_over(day: Day) -> None:
    """What the buyer wants back stays, with its reason; the two orders under one waybill are one parcel."""
    yto = day.types("handover", "open", "yto", "--by", "周例")
    waybills = {parcel["order"]: parcel["waybill"] for parcel in yto["missing"]}
    scanned = day.types("handover", "scan", yto["handover"], *sorted(set(waybills.values())), code=1)
    assert [(s["orders"], s["reason"]) for s in scanned["scans"] if not s["taken"]] == [([REFUNDED], "held")]
    left = f"{REFUNDED}=buyer asks for the money back"
    closed = day.types("handover", "close", yto["handover"], "--driver", "赵例", "--reason", left)
    assert (closed["count"], len(waybills)) == (7, 9)
    post = day.types("handover", "open", "epacket", "--by", "周例")["handover"]
    day.types("handover", "scan", post, EPACKET_NUMBER)
    assert day.types("handover", "close", post, "--driver", "钱例")["count"] == 1
    assert [call["order"] for call in day.types("handover", "calls")["calls"]] == [REFUNDED]


def _told(day: Day) -> None:
    """Platforms and buyers hear of what left, of nothing else, and once."""
    rows = {}
    for platform in ("taobao", "aliexpress"):
        file = day.files / f"{platform}.csv"
        day.types("confirm", "--platform", platform, "-o", file)
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows[platform] = list(csv.reader(lines))[1:]
    assert {row[0] for row in rows["taobao"]} == {NO[n] for n in (1, 2, 3, 4, 5, 7, 8)}
    assert [row[0] for row in rows["aliexpress"]] == [NO[11]]
    assert day.types("confirm", "--platform", "aliexpress", "-o", day.files / "again.csv")["orders"] == []
    notices = day.types("notices", "-o", day.files / "notices.csv")["notices"]
    assert {notice["language"] for notice in notices} == {"zh", "en"}
    ledger = day.types("report", "ledger")
    assert len(ledger["rows"]) == 9
    where = {number: day.state(number) for number in (CANCELLED, SHORT, REFUNDED)}
    assert where == {CANCELLED: "cancelled", SHORT: "held", REFUNDED: "sealed"}


def _proved(day: Day) -> None:
    """Every parcel's bundle is checked by the verifier that stands alone; the whole log has no fault."""
    for number in (*(NO[n] for n in (1, 2, 3, 4, 5, 7, 8, 10, 11)), f"{NO[3]}#2"):
        bundle = day.files / "bundle.zip"
        day.types("evidence", "export", number, "-o", bundle)
        assert verify.main([str(bundle)]) == 0
        bundle.unlink()
    assert day.types("evidence", "audit")["ok"]
