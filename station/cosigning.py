"""This home as a witness: its key, and answering what benches ask through the order book.

A witness is only as far away as its key: one that lies on the bench's own machine shows accidents, and nothing of what
the machine's owner does. So it is said when it is enrolled, in each anchor and in every bundle.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from threading import Event

from station.errors import Trouble, UsageTrouble
from station.evidence.canonical import b64, unb64
from station.evidence.checkpoint import COSIGNATURE, VerifierKey
from station.evidence.keys import SEED_SIZE, SigningKey, parse_private, read_text, signing_key, unusable, write_whole
from station.evidence.machine import machine_mark
from station.evidence.witness import Asked, Granted, Refused, Seen, judge
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.witnessing import Denied, Enrolled, Last, Request, answer, asked, name_taken
from station.orders.witnessing import Granted as Stored
from station.orders.witnessing import enrol as enrol_in
from station.orders.witnessing import enrolled as enrolled_in

KEY, PUBLIC = "witness.key", "witness.vkey"
USUAL_NAME = "witness"
MACHINE_OF = "witness"
"""Instead of a bench's name where a machine is marked for a witness."""

_NAME = re.compile(r"[A-Za-z0-9._-]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    key: VerifierKey
    worth: tuple[str, ...]  # what speaks against this witness, in sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """``size``: of the log as cosigned, or as the witness knows it."""

    log: str
    granted: bool
    size: int
    why: str = ""


def enrol(
    home: Home, book: OrderBook, *, org: str, name: str = "", random_bytes: Callable[[int], bytes], now_us: int
) -> Made:
    """The home's witness key, made at first use, and its public half in the order book for benches to ask.

    Raises:
        UsageTrouble: the name cannot be one, or belongs to another key.
    """
    if name and not _NAME.fullmatch(name):
        raise UsageTrouble(f"{name[:40]!r} cannot be a witness's name", remedy="Use letters, digits, '.', '_' and '-'.")
    if not (home.keys / KEY).exists():
        _make_key(home, book, f"{org}/{name or USUAL_NAME}", random_bytes)
    key = load(home).public
    if name and key.name != f"{org}/{name}":
        raise UsageTrouble(f"this home is the witness {key.name} already", remedy="Leave --name out.")
    enrolled = Enrolled(name=key.name, key=key.text(), machine=machine_mark(MACHINE_OF))
    enrol_in(book, enrolled, now_us=now_us)
    return Made(key=key, worth=tuple(_worth(home, book)))


def _make_key(home: Home, book: OrderBook, name: str, random_bytes: Callable[[int], bytes]) -> None:
    """Nothing is left behind when the order book knows another key of that name."""
    if any(one.name == name for one in enrolled_in(book)):
        raise name_taken(name)
    home.keys.mkdir(parents=True, exist_ok=True, mode=0o700)
    made = signing_key(name, random_bytes(SEED_SIZE), COSIGNATURE)
    write_whole(home.keys / KEY, made.text(), mode=0o600)
    write_whole(home.keys / PUBLIC, made.public.text(), mode=0o644)


def _worth(home: Home, book: OrderBook) -> list[str]:
    found = []
    if home.ledger_file.exists():
        found.append(
            "a bench's ledger lies in this home: for that bench the witness shows accidents, not what the owner does"
        )
    if book.engine.dialect.name == "sqlite":
        found.append(
            "the order book is a file on this machine: whoever has the machine has the book, the witness's memory and "
            "its key. It is worth more on another machine with another administrator"
        )
    return found


def load(home: Home) -> SigningKey:
    file = home.keys / KEY
    if not file.exists():
        raise Trouble("this home is no witness", where=str(home.root), remedy="Run: sealbench evidence witness enrol.")
    try:
        return parse_private(read_text(file).strip(), COSIGNATURE)
    except ValueError as error:
        raise unusable(file, str(error)) from None


def answer_all(home: Home, book: OrderBook, key: SigningKey, *, now_us: Callable[[], int]) -> tuple[Answered, ...]:
    """Whatever is asked now. A refused bench is told what the witness knows, and may ask again from there.

    Raises:
        Trouble: the order book does not know this key; what it signed would be believed by nobody.
    """
    if key.public.text() not in (one.key for one in enrolled_in(book)):
        raise Trouble(
            f"the order book does not know this home's key of {key.public.name}",
            remedy="Run: sealbench evidence witness enrol.",
        )
    org_key = _own_org_key(home)
    found = []
    for request in asked(book, key.public.name):
        at_us = now_us()
        judged = partial(_judge, key, org_key, at_us)
        said = answer(book, request, judged, now_us=at_us)
        match said:
            case Stored():
                found.append(Answered(log=request.log, granted=True, size=said.size))
            case Denied():
                found.append(Answered(log=request.log, granted=False, size=said.known_size, why=said.why))
            case None:
                pass  # the bench asks for something newer by now
    return tuple(found)


def _judge(key: SigningKey, org_key: str, now_us: int, request: Request, last: Last) -> Stored | Denied:
    asked_for = Asked(
        log=request.log,
        old_size=request.old_size,
        note=request.note,
        proof=request.proof,
        bench_key=request.bench_key,
        org_key=request.org_key,
        enrolment=request.enrolment,
    )
    pinned = last.org_key or (org_key if org_key.startswith(f"{request.log.split('/')[0]}+") else "")
    seen = Seen(size=last.size, root=unb64(last.root) if last.size else b"", org_key=pinned)
    said = judge(key, asked_for, seen, now_s=now_us // 1_000_000)
    match said:
        case Granted(checkpoint=checkpoint, line=line):
            return Stored(size=checkpoint.size, root=b64(checkpoint.root), line=line)
        case Refused(why=why, size=size):
            return Denied(why=why, known_size=size)


def _own_org_key(home: Home) -> str:
    """The organisation's key, where this home knows it: else the first one that asks in its name is believed."""
    file = home.keys / "org.vkey"
    return read_text(file).strip() if file.exists() else ""


def look_on(
    home: Home,
    key: SigningKey,
    opened: Callable[[], AbstractContextManager[OrderBook]],
    *,
    tell: Callable[[Answered], object],
    complain: Callable[[str], object],
    every_s: float,
    ended: Event,
    now_us: Callable[[], int],
) -> None:
    """Answers benches until ``ended``. Trouble with the order book is told once, and the next look tries again."""
    told = ""
    while not ended.is_set():
        try:
            with opened() as book:
                for one in answer_all(home, book, key, now_us=now_us):
                    tell(one)
            told = ""
        except Trouble as trouble:
            if trouble.sentence() != told:
                told = trouble.sentence()
                complain(told)
        ended.wait(every_s)
