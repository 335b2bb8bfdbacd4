"""What verbs share: the order book, who it is, and codes from the command line or a pipe."""

from __future__ import annotations

import argparse
import getpass
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from station.errors import UsageTrouble
from station.home import Home

if TYPE_CHECKING:
    from station.evidence.keys import SigningKey
    from station.orders.orderbook import OrderBook
    from station.packing.deadlines import DeadlineRules

CODES_MAX: Final = 20_000
"""In one call; a longer line of scans is cut off there."""

ID_MAX: Final = 2**31 - 1


def whole(text: str) -> str:
    """What a terminal in another encoding garbled becomes question marks: no database takes it otherwise."""
    return text.encode(errors="replace").decode()


def number(text: str) -> int:
    """An argument that is the number of a batch."""
    if not (text.isascii() and text.isdigit() and len(text) <= 10 and 1 <= int(text) <= ID_MAX):
        raise argparse.ArgumentTypeError(f"{text[:20]!r} is no number")
    return int(text)


@contextmanager
def opened(home: Home) -> Iterator[OrderBook]:
    """The order book that the home's settings name."""
    from station.orders.opening import open_book
    from station.settings import config_dir, load

    book = open_book(home, config_dir(), load(home).bench.orderbook)
    try:
        yield book
    finally:
        book.close()


@contextmanager
def caught_up(home: Home) -> Iterator[OrderBook]:
    """The order book, with what this home's own bench has done in it."""
    from station.carrying import carry

    with opened(home) as book:
        carry(home, book)
        yield book


def who(said: str, book: OrderBook, home: Home) -> str:
    """The pseudonym of a badge, the name as typed, or the bench itself."""
    from station.orders.people import known_as
    from station.settings import load

    return known_as(book.people(), said, otherwise=load(home).bench.id)


def person(said: str, book: OrderBook) -> str:
    """As ``who``, where a bench may not stand for a person.

    Raises:
        UsageTrouble: nobody is named.
    """
    from station.orders.people import known_as

    named = known_as(book.people(), said, otherwise="")
    if not named:
        raise UsageTrouble("say who it is: --by WHO")
    return named


def supervisor(said: str, book: OrderBook) -> str:
    """As ``person``, where only a supervisor may; in a book that has nobody yet, whoever is named.

    Raises:
        UsageTrouble: nobody is named, or somebody else.
    """
    people = book.people()
    named = person(said, book)
    allowed = {one.pseudonym for one in people.values() if one.supervisor}
    if people and named not in allowed:
        raise UsageTrouble(f"{said[:40]!r} is no supervisor", remedy="Name a supervisor's badge: sealbench users list.")
    return named


def answer(args: argparse.Namespace, document: Mapping[str, object], *lines: str) -> None:
    """What a verb came to: one JSON document with ``--json``, else lines for a person."""
    told = (json.dumps(document, ensure_ascii=False),) if args.json else lines
    sys.stdout.writelines(f"{line}\n" for line in told)


def now_us() -> int:
    from station.clock import SystemClock

    return SystemClock().now().wall_us


def say_what_waits(home: Home) -> None:
    """One line on stderr where a bench was closed with entries that the order book has not."""
    from station.waiting_entries import at_the_end

    if told := at_the_end(home, now_us=now_us()):
        sys.stderr.write(f"sealbench: {told}\n")


def warn_of_disputes(book: OrderBook, rules: DeadlineRules, now_us: int) -> None:
    """One line on stderr where an open dispute is late or due soon, for who may see it, whatever else is looked at."""
    from station.orders.dispute_alarm import alarm_of
    from station.orders.disputes import disputes_of
    from station.orders.roles import may_look_at_disputes

    if not may_look_at_disputes(book.engine):
        return
    alarm = alarm_of(disputes_of(book, rules), now_us)
    if not alarm.quiet:
        sys.stderr.write(f"sealbench: disputes: {alarm.sentence}\n")


def codes(given: Sequence[str]) -> Iterator[str]:
    """The codes given; ``-`` stands for those on standard input, one a line."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    every = (line.strip() for code in given for line in (sys.stdin if code == "-" else (code,)))
    for count, code in enumerate(filter(None, every)):
        if count == CODES_MAX:
            sys.stderr.write(f"sealbench: only the first {CODES_MAX} codes were taken.\n")
            return
        yield code


def org_key_of(args: argparse.Namespace) -> SigningKey | None:
    """The organisation's key of ``--org-key``; None without that option."""
    from station.evidence.org_keys import opened

    if not args.org_key:
        return None
    file = Path(args.org_key)
    with_passphrase = args.passphrase_file or not _is_plain(file)
    return opened(file, passphrase(args, twice=False) if with_passphrase else "")


def _is_plain(file: Path) -> bool:
    from station.evidence.keys import read_text

    return read_text(file).startswith("PRIVATE+KEY+")


def passphrase(args: argparse.Namespace, *, twice: bool) -> str:
    """Of the organisation's key, from ``--passphrase-file`` or asked for."""
    from station.evidence.keys import read_text

    if args.passphrase_file:
        return read_text(Path(args.passphrase_file)).split("\n")[0].rstrip("\r")
    try:
        said = getpass.getpass("passphrase of the organisation's key: ")
        again = getpass.getpass("once more: ") if twice else said
    except EOFError:
        raise UsageTrouble("no passphrase was given", remedy="Name a file with --passphrase-file.") from None
    if said != again:
        raise UsageTrouble("the two passphrases are not the same")
    return said
