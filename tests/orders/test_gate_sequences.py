"""Any sequence of files, words and acts: an order is claimed only when nothing stands in its way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from station.errors import Trouble
from station.home import Home
from station.orders.approving import answer, record_call
from station.orders.cancelling import CancelAnswer, Fault, ask, reply
from station.orders.orderbook import OrderBook
from station.orders.placing import choose_place
from station.packing.approvals import Answer
from station.packing.inputs import Found
from station.packing.model import HoldReason
from tests.orders.conftest import ROUTING
from tests.orders.gated import T0, Shop

_MAY_SHIP = ("paid", "cod")
_STATUS = (*_MAY_SHIP * 2, "unpaid", "refund", "dispute", "risk", "frozen", "cancelled", "never seen")


@dataclass
class Truth:
    """What has been said of the order, kept beside the book and as simply as can be."""

    status: str = ""
    sku: str = "MUG"
    amount: int = 10
    province: str = "浙江省"
    named: str = ""
    chosen: str = ""
    approved: tuple[str, int] | None = None
    spec: tuple[str, int] | None = None
    called: tuple[str, int] | None = None
    cancel_open: bool = False
    supervisor: bool = False
    released: str = ""  # the status word whose hold a person lifted
    custom: frozenset[str] = frozenset({"DIY"})
    ended: bool = False

    @property
    def seen(self) -> tuple[str, int]:
        return self.sku, self.amount

    @property
    def place(self) -> str:
        if self.chosen:
            return self.chosen
        if self.named:
            return {"总仓": "hangzhou", "厂家": "mill"}.get(self.named, "")
        return {"浙江省": "hangzhou", "广东省": "guangzhou"}.get(self.province, "")

    @property
    def may_ship(self) -> bool:
        word = self.status in _MAY_SHIP or self.released == self.status
        return (
            word
            and not self.ended
            and not self.supervisor
            and not self.cancel_open
            and (self.amount < 5000 or self.approved == self.seen)
            and (self.sku not in self.custom or self.spec == self.seen)
            and (self.status != "cod" or self.called == self.seen)
            and self.place not in ("", "mill")
        )


Step: TypeAlias = Mapping[str, object] | str

_ACTS: tuple[Step, ...] = (
    "approve", "approve", "spec", "spec", "call", "call", "withdraw", "refuse", "call refused", "ask", "agree",
    "refuse cancel", "choose hangzhou", "choose mill", "choose", "hold", "release", "custom", "plain", "settle",
)  # fmt: skip
_FILES: tuple[Step, ...] = (
    *({"status": status} for status in _STATUS),
    {"sku": "DIY"},
    {"sku": "MUG"},
    *({"amount": amount} for amount in (10, 4999, 5000, 9000)),
    *({"province": province} for province in ("浙江省", "广东省", "四川省")),
    *({"named": named} for named in ("", "总仓", "厂家", "火星")),
)
_steps = st.lists(st.sampled_from(_ACTS + _FILES), min_size=4, max_size=16)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@example(steps=["ask", "release", "refuse cancel"])
@example(steps=[{"status": "cod"}, "call", {"amount": 20}, "call", "call refused", "release", "refuse cancel", "call"])
@example(steps=[{"amount": 9000}, "release", "approve", {"amount": 5000}, "approve", "withdraw", {"amount": 4999}])
@example(steps=[{"sku": "DIY"}, "spec", {"sku": "MUG"}, "custom", "plain", {"sku": "DIY"}, "spec", "settle"])
@example(steps=[{"province": "四川省"}, "release", "choose mill", "choose hangzhou", {"named": "火星"}, "choose"])
@example(steps=[{"status": "dispute"}, "release", "hold", {"status": "paid"}, "release"])
@example(steps=[{"status": "never seen"}, "release", {"amount": 11}, {"status": "risk"}, {"status": "never seen"}])
@given(steps=_steps)
def test_only_what_may_ship_is_claimed(steps: list[Step]) -> None:
    """After every step the book lets the order be claimed exactly when the plain account of what was said allows it."""
    with TemporaryDirectory(prefix="sealbench-") as folder:
        book = OrderBook.open("sqlite://")
        try:
            _run(Shop(book, Path(folder), Home(Path(folder) / "home")), steps)
        finally:
            book.close()


def _run(shop: Shop, steps: list[Step]) -> None:
    truth = Truth()
    _take(shop, truth, {"status": "paid"})
    for step in steps:
        if isinstance(step, str):
            _act(shop, truth, step)
        else:
            _take(shop, truth, step)
        reply = shop.book.claim("SO-1", bench="B01", now_us=T0, routing=ROUTING)
        assert (reply.found is Found.CLAIMED) == truth.may_ship, (step, truth, shop.held())
        if reply.found is Found.CLAIMED:
            assert shop.book.release("SO-1", bench="B01", fence=reply.fence, why="test")


def _take(shop: Shop, truth: Truth, cells: Mapping[str, object]) -> None:
    for name, value in cells.items():
        setattr(truth, name, value)
    shop.take(状态=truth.status, 货号=truth.sku, 订单金额=str(truth.amount), 省=truth.province, 发货地=truth.named)
    truth.ended = truth.ended or truth.status == "cancelled"
    if truth.released != truth.status:
        truth.released = ""


def _act(shop: Shop, truth: Truth, act: str) -> None:
    """A sentence instead of the act changes nothing, in the book or in the account."""
    try:
        _done(shop, act)
    except Trouble:
        return
    _account(truth, act)


def _done(shop: Shop, act: str) -> None:
    book, now_us = shop.book, shop.clock_us
    match act:
        case "approve" | "withdraw" | "refuse":
            given = {"approve": Answer.GIVEN, "withdraw": Answer.WITHDRAWN, "refuse": Answer.REFUSED}[act]
            answer(book, "SO-1", "large", given, who="店长", now_us=now_us)
        case "spec":
            answer(book, "SO-1", "spec", Answer.GIVEN, who="客服", now_us=now_us)
        case "call" | "call refused":
            record_call(book, "SO-1", confirmed=act == "call", who="客服", now_us=now_us)
        case "ask":
            ask(book, "SO-1", fault=Fault.BUYER, reason="", who="客服", now_us=now_us)
        case "agree" | "refuse cancel":
            given_answer = CancelAnswer.AGREED if act == "agree" else CancelAnswer.REFUSED
            reply(book, "SO-1", given_answer, who="店长", now_us=now_us)
        case "choose hangzhou" | "choose mill" | "choose":
            choose_place(book, "SO-1", act.removeprefix("choose").strip(), who="店长", now_us=now_us)
        case "hold":
            assert book.hold("SO-1", HoldReason.BY_SUPERVISOR, now_us=now_us)
        case "release":
            book.release_hold("SO-1", now_us=now_us, who="店长")
        case "custom":
            shop.products("sku,class\nMUG,custom\n")
        case "plain":
            shop.products("sku,class\nMUG,\n")
        case _:
            book.settle_gates(now_us=now_us)


def _account(truth: Truth, act: str) -> None:
    match act:
        case "approve":
            truth.approved = truth.seen
        case "withdraw" | "refuse":
            truth.approved = None
        case "spec":
            truth.spec = truth.seen
        case "call":
            truth.called = truth.seen
        case "call refused":
            truth.called, truth.cancel_open = None, True
        case "ask":
            truth.cancel_open = True
        case "agree":
            truth.cancel_open, truth.ended = False, True
        case "refuse cancel":
            truth.cancel_open = False
        case "choose hangzhou" | "choose mill" | "choose":
            truth.chosen = act.removeprefix("choose").strip()
        case "hold":
            truth.supervisor = True
        case "release":
            truth.supervisor = False
            truth.released = truth.status if truth.status == "never seen" else truth.released
        case "custom":
            truth.custom = frozenset({"DIY", "MUG"})
        case "plain":
            truth.custom = frozenset({"DIY"})
        case _:
            pass
