"""Calls webhooks: signs (Standard Webhooks), sends with a deadline, follows no redirect. What is due is the book's."""

from __future__ import annotations

import base64
import hashlib
import hmac
from contextlib import suppress
from threading import Event, Thread

import httpx
import msgspec

from station.errors import Trouble
from station.orders.engine import writing
from station.orders.webhooks import SECRET_MARK, Telling, end_webhook, put_down, take_due, told_badly, told_well
from station.serving.desk import Desk
from station.serving.record_routes import event_out

EACH_S = 1.0
"""Between two looks at the book, while nothing waits."""

ANSWER_WITHIN_S = 10.0
AT_ONCE = 20
AGAIN_US = 60_000_000
"""What a server that died was sending is taken up by the next one after that time."""

GONE = 410


class Caller:
    """A thread beside the server, and one for each webhook while it is told: who does not answer holds up nobody else.

    ``stop`` waits for the calls under way.
    """

    def __init__(self, desk: Desk, client: httpx.Client | None = None) -> None:
        self._desk = desk
        self._client = client or httpx.Client(timeout=ANSWER_WITHIN_S, follow_redirects=False, trust_env=False)
        self._stopped = Event()
        self._calling: dict[int, Thread] = {}
        self._thread = Thread(target=self._run, name="webhooks", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join(ANSWER_WITHIN_S + 5)
        for calling in self._calling.values():
            calling.join(ANSWER_WITHIN_S + 5)
        self._client.close()

    def _run(self) -> None:
        while not self._stopped.is_set():
            try:
                busy = self.round()
            except Trouble:  # the book is away: nothing is lost there, and the next look finds it
                busy = False
            if not busy:
                self._stopped.wait(EACH_S)

    def round(self) -> bool:
        """Put down what is new, begin to tell what is due; whether there may be more at once.

        What is answered within ``EACH_S`` is told when this returns. A webhook that is being told is left alone.
        """
        desk = self._desk
        with writing(desk.book.engine) as connection:
            fresh = put_down(connection, now_us=desk.now_us())
        self._calling = {webhook: calling for webhook, calling in self._calling.items() if calling.is_alive()}
        with writing(desk.book.engine) as connection:
            now_us, at_work = desk.now_us(), list(self._calling)
            due = take_due(connection, now_us=now_us, again_us=now_us + AGAIN_US, limit=AT_ONCE, but=at_work)
        begun = [self._begin(webhook, tellings) for webhook, tellings in _by_webhook(due).items()]
        for calling in begun:
            calling.join(EACH_S / len(begun))
        return bool(fresh or len(due) == AT_ONCE)

    def _begin(self, webhook: int, tellings: list[Telling]) -> Thread:
        calling = Thread(target=self._tell_all, args=(tellings,), name=f"webhook {webhook}", daemon=True)
        self._calling[webhook] = calling
        calling.start()
        return calling

    def _tell_all(self, tellings: list[Telling]) -> None:
        with suppress(Trouble):  # the book is away: what was not noted is due again
            for each in tellings:
                if self._stopped.is_set():
                    return
                self._tell(each)

    def _tell(self, telling: Telling) -> None:
        status, answer = self._call(telling)
        with writing(self._desk.book.engine) as connection:
            now_us = self._desk.now_us()
            if 200 <= status < 300:
                told_well(connection, telling, answer=answer, now_us=now_us)
                return
            if status == GONE:
                end_webhook(connection, telling.webhook.id, why="its receiver answered 410 Gone", now_us=now_us)
            told_badly(connection, telling, answer=answer, now_us=now_us)

    def _call(self, telling: Telling) -> tuple[int, str]:
        """The status is the answer. What follows it is not read: it may never end."""
        body = msgspec.json.encode(event_out(telling.event))
        headers = self._headers(telling, body)
        try:
            with self._client.stream("POST", telling.webhook.url, content=body, headers=headers) as reply:
                return reply.status_code, f"{reply.status_code} {reply.reason_phrase}"
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # the last two: no address can be made of it
            return 0, f"{type(error).__name__}: {error}"

    def _headers(self, telling: Telling, body: bytes) -> dict[str, str]:
        at_s = str(self._desk.now_us() // 1_000_000)
        signed = signature(telling.webhook.secret, telling.event.id, at_s, body)
        return {
            "content-type": "application/json",
            "user-agent": "sealbench",
            "webhook-id": telling.event.id,
            "webhook-timestamp": at_s,
            "webhook-signature": signed,
        }


def _by_webhook(tellings: list[Telling]) -> dict[int, list[Telling]]:
    sorted_out: dict[int, list[Telling]] = {}
    for each in tellings:
        sorted_out.setdefault(each.webhook.id, []).append(each)
    return sorted_out


def signature(secret: str, event_id: str, at_s: str, body: bytes) -> str:
    """``v1,`` and the HMAC-SHA256 of id, time and body (Standard Webhooks 1.0, section "Signature scheme")."""
    key = base64.b64decode(secret.removeprefix(SECRET_MARK))
    signed = f"{event_id}.{at_s}.".encode() + body
    return f"v1,{base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()}"
