"""Webhooks: who wants to be told what, what is put down to be told, and what became of it. Who sends is elsewhere.

Each event is put down once for each webhook and told at least once: whoever receives it sorts repeats out by its id.
"""

from __future__ import annotations

import base64
import ipaddress
import secrets
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import SplitResult, urlsplit

from sqlalchemy import LABEL_STYLE_TABLENAME_PLUS_COL, Connection, Row, func, insert, select, update

from station.errors import Trouble, UsageTrouble
from station.orders.api_tables import api_tokens, webhook_places, webhook_tellings, webhooks
from station.orders.engine import insert_many
from station.orders.tables import events
from station.orders.told_events import TYPES, ToldEvent, events_after, logs, told

WEBHOOKS_MAX = 20
"""Of one token."""

PUT_DOWN_MAX = 500
"""Events in one round, of one webhook."""

URL_MAX = 500
SECRET_MARK = "whsec_"  # noqa: S105 - how Standard Webhooks writes a secret

SECOND_US = 1_000_000
PAUSES_US = tuple(seconds * SECOND_US for seconds in (5, 30, 120, 600, 3_600, 10_800, 21_600, 43_200, 86_400))
"""After a call that failed; after the last of them it is given up, and counted where everybody sees it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    id: int
    url: str
    secret: str
    types: tuple[str, ...]
    made_us: int
    ended_us: int | None
    ended_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    webhook: Webhook
    waiting: int
    given_up: int
    last_answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    webhook: Webhook
    event: ToldEvent
    attempts: int  # before this one


def make_webhook(
    connection: Connection,
    url: str,
    types: Iterable[str],
    *,
    token: str,
    now_us: int,
    chance: Callable[[int], bytes] = secrets.token_bytes,
) -> Webhook:
    """Told from now on: what happened before is had from the list of events.

    Raises:
        UsageTrouble: the address is none to send orders to, or a type is not known.
    """
    wanted = tuple(sorted(set(types) or set(TYPES.values())))
    _refuse_address(url)
    if unknown := sorted(set(wanted) - set(TYPES.values())):
        known = ", ".join(sorted(TYPES.values()))
        raise UsageTrouble(f"there is no event type {unknown[0]!r}", where="types", remedy=f"Known: {known}.")
    live = (webhooks.c.token == token, webhooks.c.ended_us.is_(None))
    if connection.execute(select(func.count()).select_from(webhooks).where(*live)).scalar_one() >= WEBHOOKS_MAX:
        raise Trouble(f"{token} has {WEBHOOKS_MAX} webhooks already", remedy="End one first.")
    secret = SECRET_MARK + base64.b64encode(chance(32)).decode()
    row = {"token": token, "url": url, "secret": secret, "types": " ".join(wanted), "made_us": now_us}
    made = connection.execute(insert(webhooks).values(row).returning(webhooks)).one()
    begun = [_place(made.id, log, end) for log, end in logs(connection).items()]
    if begun:
        insert_many(connection, webhook_places, begun)
    return _webhook(made)


def _refuse_address(url: str) -> None:
    """TLS, or a machine of the house: an order's number and waybill are nobody's business on the way."""
    parts = _parts(url) if len(url) <= URL_MAX and url.isascii() and url.isprintable() else None
    if parts is None or not parts.hostname or parts.username or parts.fragment:
        raise UsageTrouble("this is no address to call", where="url", remedy="Write it as https://host/path.")
    if parts.scheme != "https" and not (parts.scheme == "http" and _in_the_house(parts.hostname)):
        remedy = "Use https://; plain http:// only to an address of this network, as http://192.168.1.20/path."
        raise UsageTrouble("what is told must not be read on the way", where="url", remedy=remedy)


def _parts(url: str) -> SplitResult | None:
    """None where no name of a host or no port can be made of it: who calls would only find out then."""
    try:
        parts = urlsplit(url)
        (parts.hostname or "").encode("idna")
        known = parts.port != 0
    except ValueError:
        return None
    return parts if known and " " not in url and "%" not in parts.netloc else None


def _in_the_house(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return host == "localhost"


def end_webhook(connection: Connection, webhook: int, *, why: str, now_us: int, token: str | None = None) -> bool:
    """False when there is no such webhook (of this token) in use."""
    mine = [webhooks.c.id == webhook, webhooks.c.ended_us.is_(None)]
    mine += [] if token is None else [webhooks.c.token == token]
    done = connection.execute(update(webhooks).where(*mine).values(ended_us=now_us, ended_why=why))
    return bool(done.rowcount)


def standings(connection: Connection, token: str) -> Sequence[Standing]:
    mine = connection.execute(select(webhooks).where(webhooks.c.token == token).order_by(webhooks.c.id))
    return [_standing(connection, _webhook(row)) for row in mine]


def _standing(connection: Connection, webhook: Webhook) -> Standing:
    mine = webhook_tellings.c.webhook == webhook.id
    counted = select(func.count()).select_from(webhook_tellings).where(mine)
    waiting = counted.where(webhook_tellings.c.told_us.is_(None), webhook_tellings.c.given_up_us.is_(None))
    given_up = counted.where(webhook_tellings.c.given_up_us.is_not(None))
    newest = select(webhook_tellings.c.answer).where(mine, webhook_tellings.c.attempts > 0)
    answer = connection.execute(newest.order_by(webhook_tellings.c.due_us.desc()).limit(1)).scalar()
    return Standing(
        webhook=webhook,
        waiting=connection.execute(waiting).scalar_one(),
        given_up=connection.execute(given_up).scalar_one(),
        last_answer=answer or "",
    )


def put_down(connection: Connection, *, now_us: int) -> int:
    """What came into the book since the last round, for every webhook in use; how many tellings that are."""
    return sum(_put_down(connection, each, now_us) for each in _in_use(connection))


def _in_use(connection: Connection) -> list[Webhook]:
    """Locked until the transaction ends: two servers of one book put nothing down twice."""
    live = select(webhooks).join(api_tokens, api_tokens.c.name == webhooks.c.token)
    live = live.where(webhooks.c.ended_us.is_(None), api_tokens.c.revoked_us.is_(None)).order_by(webhooks.c.id)
    return [_webhook(row) for row in connection.execute(live.with_for_update(of=webhooks))]


def _put_down(connection: Connection, webhook: Webhook, now_us: int) -> int:
    mine = webhook_places.c.webhook == webhook.id
    known = {f"{row.bench}/{row.epoch}": row.next_seq for row in connection.execute(select(webhook_places).where(mine))}
    kinds = [kind for kind, name in TYPES.items() if name in webhook.types]
    found, reached, _ = events_after(connection, known, kinds=kinds, limit=PUT_DOWN_MAX)
    rows = [
        {"webhook": webhook.id, "bench": each.bench, "epoch": each.epoch, "seq": each.seq, "due_us": now_us}
        for each in found
    ]
    if rows:
        insert_many(connection, webhook_tellings, rows)
    for log, next_seq in reached.items():
        if log not in known:
            insert_many(connection, webhook_places, [_place(webhook.id, log, next_seq)])
        elif known[log] != next_seq:
            bench, _, epoch = log.rpartition("/")
            place = (mine, webhook_places.c.bench == bench, webhook_places.c.epoch == int(epoch))
            connection.execute(update(webhook_places).where(*place).values(next_seq=next_seq))
    return len(rows)


def _place(webhook: int, log: str, next_seq: int) -> dict[str, Any]:
    bench, _, epoch = log.rpartition("/")
    return {"webhook": webhook, "bench": bench, "epoch": int(epoch), "next_seq": next_seq}


def take_due(
    connection: Connection, *, now_us: int, again_us: int, limit: int, but: Collection[int] = ()
) -> list[Telling]:
    """What is to be told now, the oldest first, one webhook's in order of their logs; nothing of the webhooks ``but``.

    Each is due again at ``again_us``, whatever becomes of this server: told twice, never not at all.
    """
    open_ones = (webhook_tellings.c.told_us.is_(None), webhook_tellings.c.given_up_us.is_(None))
    wanted = select(webhook_tellings, events, webhooks).join(webhooks, webhooks.c.id == webhook_tellings.c.webhook)
    wanted = wanted.join(events, _same_entry()).where(*open_ones, webhook_tellings.c.due_us <= now_us)
    wanted = wanted.where(webhooks.c.id.not_in(but)) if but else wanted
    wanted = wanted.join(api_tokens, api_tokens.c.name == webhooks.c.token).where(api_tokens.c.revoked_us.is_(None))
    wanted = wanted.where(webhooks.c.ended_us.is_(None)).set_label_style(LABEL_STYLE_TABLENAME_PLUS_COL)
    order = (webhook_tellings.c.due_us, webhook_tellings.c.bench, webhook_tellings.c.epoch, webhook_tellings.c.seq)
    locked = wanted.order_by(*order).limit(limit).with_for_update(of=webhook_tellings, skip_locked=True)
    tellings = [_telling(row._mapping) for row in connection.execute(locked)]
    for each in tellings:
        attempts = each.attempts + 1
        connection.execute(update(webhook_tellings).where(*_of(each)).values(due_us=again_us, attempts=attempts))
    return tellings


def told_well(connection: Connection, telling: Telling, *, answer: str, now_us: int) -> None:
    connection.execute(update(webhook_tellings).where(*_of(telling)).values(told_us=now_us, answer=answer))


def told_badly(connection: Connection, telling: Telling, *, answer: str, now_us: int) -> None:
    """Later again, or given up when that was the last time."""
    if telling.attempts < len(PAUSES_US):
        values: dict[str, Any] = {"due_us": now_us + PAUSES_US[telling.attempts]}
    else:
        values = {"given_up_us": now_us}
    connection.execute(update(webhook_tellings).where(*_of(telling)).values(answer=answer[:200], **values))


def _of(telling: Telling) -> tuple[Any, ...]:
    event = telling.event
    return (
        webhook_tellings.c.webhook == telling.webhook.id,
        webhook_tellings.c.bench == event.bench,
        webhook_tellings.c.epoch == event.epoch,
        webhook_tellings.c.seq == event.seq,
    )


def _same_entry() -> Any:
    mine = webhook_tellings.c
    return (mine.bench == events.c.bench) & (mine.epoch == events.c.epoch) & (mine.seq == events.c.seq)


def _webhook(row: Row[Any]) -> Webhook:
    return _webhook_of(row._mapping, "")


def _telling(row: Any) -> Telling:
    entry = {column.name: row[f"events_{column.name}"] for column in events.c}
    return Telling(webhook=_webhook_of(row, "webhooks_"), event=told(entry), attempts=row["webhook_tellings_attempts"])


def _webhook_of(row: Any, mark: str) -> Webhook:
    return Webhook(
        id=row[f"{mark}id"],
        url=row[f"{mark}url"],
        secret=row[f"{mark}secret"],
        types=tuple(row[f"{mark}types"].split()),
        made_us=row[f"{mark}made_us"],
        ended_us=row[f"{mark}ended_us"],
        ended_why=row[f"{mark}ended_why"],
    )
