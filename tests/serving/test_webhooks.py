"""Webhooks: each event at least once, signed, tried again, and given up where everybody sees it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Iterator
from threading import Event, Thread
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient

from station.errors import UsageTrouble
from station.orders.api_tokens import revoke
from station.orders.engine import writing
from station.orders.webhooks import PAUSES_US, make_webhook
from station.packing.events import LabelPrinted
from station.packing.model import JobId
from station.serving.caller import AGAIN_US, Caller
from station.serving.desk import Desk
from tests.order_books import url
from tests.orders.recorded import Recorded, packed
from tests.serving.asking import bearer, bring
from tests.serving.conftest import START_US, Hand, Receiver

Api = TestClient[Any]
__all__ = ["url"]
URL = "https://erp.example/hooks"


def printed(job: str = "J1") -> LabelPrinted:
    return LabelPrinted(job=JobId(job), by="printer")


@pytest.fixture
def secret(api: Api, token: Callable[..., str]) -> str:
    """Of a webhook that is told of printed labels alone."""
    made = api.post("/v1/webhooks", json={"url": URL, "types": ["label.printed"]}, headers=bearer(token()))
    assert made.status_code == 201
    return str(made.json()["secret"])


def test_told_once_and_signed(desk: Desk, caller: Caller, receiver: Receiver, secret: str, hand: Hand) -> None:
    """The receiver can check who said it; what it does not want to hear is not told."""
    bring(desk.book, Recorded("B01", 1), packed(), printed())
    assert caller.round()
    assert not caller.round()
    [call] = receiver.heard
    body = json.loads(call.content)
    assert (body["id"], body["type"], body["order"]) == ("B01/1/1", "label.printed", "ERP-1")
    signed = f"{call.headers['webhook-id']}.{call.headers['webhook-timestamp']}.".encode() + call.content
    key = base64.b64decode(secret.removeprefix("whsec_"))
    mark = base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()
    assert call.headers["webhook-signature"] == f"v1,{mark}"
    assert call.headers["webhook-timestamp"] == str(START_US // 1_000_000)


@pytest.mark.parametrize("status", [500, 404, 301, 0])
def test_tried_again_and_given_up(
    desk: Desk, api: Api, caller: Caller, receiver: Receiver, secret: str, hand: Hand, status: int
) -> None:
    """After each pause once more; after the last it is given up, and the list says so."""
    receiver.status = status
    bring(desk.book, Recorded("B01", 1), printed())
    caller.round()
    for pause_us in PAUSES_US:
        hand.now_us += pause_us - 1
        caller.round()
        before = len(receiver.heard)
        hand.now_us += 1
        caller.round()
        assert len(receiver.heard) == before + 1
    hand.now_us += 10 * PAUSES_US[-1]
    caller.round()
    assert len(receiver.heard) == len(PAUSES_US) + 1


def test_a_receiver_that_comes_back(
    desk: Desk, api: Api, token: Callable[..., str], caller: Caller, receiver: Receiver, hand: Hand
) -> None:
    """Hears what it missed; the list shows what waits meanwhile."""
    mine = bearer(token())
    api.post("/v1/webhooks", json={"url": URL}, headers=mine)
    receiver.status = 503
    bring(desk.book, Recorded("B01", 1), printed(), printed("J2"))
    caller.round()
    standing = api.get("/v1/webhooks", headers=mine).json()["webhooks"][0]
    assert (standing["waiting"], standing["given_up"]) == (2, 0)
    assert standing["last_answer"].startswith("503")
    receiver.status, hand.now_us = 200, hand.now_us + PAUSES_US[0]
    receiver.heard.clear()
    caller.round()
    assert [call.headers["webhook-id"] for call in receiver.heard] == ["B01/1/0", "B01/1/1"]
    assert api.get("/v1/webhooks", headers=mine).json()["webhooks"][0]["waiting"] == 0


def test_what_a_dead_server_was_telling(
    desk: Desk, caller: Caller, receiver: Receiver, secret: str, hand: Hand
) -> None:
    """Killed between taking and telling, it is told by the next one: twice perhaps, never not at all."""

    class Killed(BaseException):
        pass

    def dies(_webhook: int, _tellings: object) -> Thread:
        raise Killed

    bring(desk.book, Recorded("B01", 1), printed())
    usual, caller._begin = caller._begin, dies  # type: ignore[method-assign, assignment]
    with pytest.raises(Killed):
        caller.round()
    caller._begin = usual  # type: ignore[method-assign]
    assert not receiver.heard
    caller.round()
    assert not receiver.heard
    hand.now_us += AGAIN_US
    caller.round()
    assert len(receiver.heard) == 1


def test_a_bench_that_was_cut_off(desk: Desk, caller: Caller, receiver: Receiver, secret: str) -> None:
    """Its entries are older than what was told already, and are told all the same."""
    bring(desk.book, Recorded("B02", 1), printed())
    caller.round()
    bring(desk.book, Recorded("B01", 1), printed())
    caller.round()
    assert [call.headers["webhook-id"] for call in receiver.heard] == ["B02/1/0", "B01/1/0"]


def test_what_was_before_is_not_told(
    desk: Desk, api: Api, token: Callable[..., str], caller: Caller, receiver: Receiver
) -> None:
    """A new webhook begins now; the list of events has the rest, page by page, each once."""
    ledger, mine = Recorded("B01", 1), bearer(token())
    bring(desk.book, ledger, printed(), packed(), printed("J2"))
    api.post("/v1/webhooks", json={"url": URL}, headers=mine)
    caller.round()
    assert not receiver.heard
    seen, after, more = [], "", True
    while more:
        page = api.get("/v1/events", params={"limit": 1, "after": after}, headers=mine).json()
        seen += [each["id"] for each in page["events"]]
        after, more = page["next"], page["more"]
    assert seen == ["B01/1/0", "B01/1/2"]
    bring(desk.book, ledger, printed("J3"))
    later = api.get("/v1/events", params={"after": after}, headers=mine).json()
    assert [each["id"] for each in later["events"]] == ["B01/1/3"]


def test_gone_ends_it(desk: Desk, api: Api, token: Callable[..., str], caller: Caller, receiver: Receiver) -> None:
    """410 is the receiver's word that it is told no more; so is its owner's."""
    mine = bearer(token())
    api.post("/v1/webhooks", json={"url": URL}, headers=mine)
    made = api.post("/v1/webhooks", json={"url": "http://192.168.1.20/x"}, headers=mine).json()
    assert api.delete(f"/v1/webhooks/{made['id']}", headers=mine).status_code == 204
    assert api.delete(f"/v1/webhooks/{made['id']}", headers=mine).status_code == 404
    receiver.status = 410
    bring(desk.book, Recorded("B01", 1), printed())
    caller.round()
    assert [str(call.url) for call in receiver.heard] == [URL]
    first, second = api.get("/v1/webhooks", headers=mine).json()["webhooks"]
    assert (first["ended_why"], second["ended_why"]) == ("its receiver answered 410 Gone", "ended by its owner")


@pytest.mark.parametrize(
    "address",
    [
        "http://erp.example/x",
        "ftp://erp.example",
        "https://",
        "nonsense",
        "https://a:b@erp.example/",
        "http://8.8.8.8/",
        "http://[::1/",
        "http://127.0.0.1:99999/",
        "https://erp..example/",
        f"https://{'a' * 64}.example/",
        "https://erp%00.example/",
        "https://erp example/",
    ],
)
def test_addresses_that_are_refused(desk: Desk, address: str) -> None:
    """Orders are not told in the clear outside the house, nor to what is no address."""
    with writing(desk.book.engine) as connection, pytest.raises(UsageTrouble):
        make_webhook(connection, address, [], token="erp", now_us=START_US)


def test_unknown_types_are_refused(desk: Desk) -> None:
    """With the ones that are known."""
    with writing(desk.book.engine) as connection, pytest.raises(UsageTrouble, match=r"parcel\.sealed"):
        make_webhook(connection, URL, ["parcel.sold"], token="erp", now_us=START_US)


def test_who_does_not_answer_holds_up_nobody(desk: Desk, caller: Caller, receiver: Receiver, secret: str) -> None:
    """One receiver hangs, another's name cannot be looked up at all: the third hears as ever."""
    answers = Event()

    def call(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/hangs":
            answers.wait(30)
        if request.url.path == "/nameless":
            raise UnicodeError("label empty or too long")
        return receiver(request)

    with writing(desk.book.engine) as connection:
        for path in ("hangs", "nameless"):
            make_webhook(connection, f"https://a.example/{path}", ["label.printed"], token="erp", now_us=START_US)
    slow = Caller(desk, httpx.Client(transport=httpx.MockTransport(call)))
    log = Recorded("B01", 1)
    for heard in (1, 2):
        bring(desk.book, log, printed(f"J{heard}"))
        slow.round()
        assert len(receiver.heard) == heard
    answers.set()
    slow.stop()


def test_an_answer_that_never_ends(desk: Desk, receiver: Receiver, secret: str) -> None:
    """Its status is taken; what follows is not waited for."""
    read: list[int] = []

    def endless() -> Iterator[bytes]:
        while True:
            read.append(1)
            yield b"x"

    def call(request: httpx.Request) -> httpx.Response:
        receiver(request)
        return httpx.Response(200, content=endless())

    caller = Caller(desk, httpx.Client(transport=httpx.MockTransport(call)))
    bring(desk.book, Recorded("B01", 1), printed())
    caller.round()
    caller.round()
    caller.stop()
    assert (len(receiver.heard), len(read)) == (1, 0)


def test_a_revoked_token_is_told_nothing_more(
    desk: Desk, caller: Caller, receiver: Receiver, secret: str, hand: Hand
) -> None:
    """Nor what waited for it when it was revoked."""
    receiver.status = 500
    bring(desk.book, Recorded("B01", 1), printed())
    caller.round()
    with writing(desk.book.engine) as connection:
        revoke(connection, "erp", now_us=START_US)
    hand.now_us += PAUSES_US[-1]
    caller.round()
    assert len(receiver.heard) == 1
