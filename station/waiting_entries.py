"""Whether anything that benches recorded is not at the order book, in a sentence: for ``doctor`` and at the end."""

from __future__ import annotations

from dataclasses import dataclass

from station.backlog import Backlog, backlog_of
from station.errors import Trouble
from station.home import Home
from station.orders.engine import reading
from station.orders.orderbook import OrderBook
from station.orders.relay_states import RelayNow, relays_now
from station.settings import load

WAIT_OUT = "Start the bench once the order book answers, or run: sealbench evidence relay."
HINT_S = 60
"""Younger entries are on their way: the relay goes every second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """``state`` as ``doctor`` has them: a fault does not pass by itself."""

    words: str
    remedy: str = ""
    state: str = "ok"


def look(home: Home, *, now_us: int) -> Told:
    """Nothing is carried and nothing changed."""
    try:
        own, address = backlog_of(home), load(home).bench.orderbook
        book = OrderBook.open(address, create=False)
    except Trouble as trouble:
        return _without_book(home, trouble, now_us)
    try:
        with reading(book.engine) as connection:
            benches = relays_now(connection)
    except Trouble as trouble:
        return _without_book(home, trouble, now_us)
    finally:
        book.close()
    found = [words for bench, now in sorted(benches.items()) if (words := _alarm(bench, now))]
    if found:
        return Told(words="; ".join(found), remedy="At that bench: sealbench evidence relay.", state="fault")
    return _of_backlog(own, now_us)


def at_the_end(home: Home, *, now_us: int) -> str:
    """What whoever closes the program should know; empty when nothing waits, or nothing can be said."""
    try:
        left = backlog_of(home)
    except Trouble:
        return ""
    if left.empty or (not left.epochs and left.age_s(now_us) < HINT_S):
        return ""
    return f"{in_words(left, now_us)}. They lie in {home.root} alone: keep it. {WAIT_OUT}"


def in_words(backlog: Backlog, now_us: int | None = None) -> str:
    oldest = "" if now_us is None or not backlog.waiting else f", oldest {backlog.age_s(now_us) // 60} min"
    counted = ((backlog.waiting, "entries", oldest), (backlog.epochs, "earlier logs", ""))
    return "; ".join(f"{n} {what} of this bench are not yet at the order book{age}" for n, what, age in counted if n)


def _alarm(bench: str, now: RelayNow) -> str:
    if now.forked:
        return f"bench {bench}: {now.forked}"
    return f"bench {bench}: {now.aside} entries set aside" if now.aside else ""


def _of_backlog(own: Backlog, now_us: int) -> Told:
    if own.epochs or (own.waiting and own.age_s(now_us) >= HINT_S):
        return Told(words=in_words(own, now_us), remedy=WAIT_OUT, state="hint")
    return Told(words="every entry is at the order book, or on its way")


def _without_book(home: Home, trouble: Trouble, now_us: int) -> Told:
    """The book's own check says what is the matter with it; here is what waits for it."""
    try:
        return _of_backlog(backlog_of(home), now_us)
    except Trouble:
        return Told(words=f"not looked at: {trouble.what}", remedy="Put the lines above right first.", state="hint")
