"""Erasing one order: refused where it must not be, then out of order book, ledgers, media and files of the home.

A rerun after a power cut goes on: files that name the order go first and the ledgers last, for from them the rest is
found again; that files are to be written anew is noted before and crossed out after.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import msgspec
from sqlalchemy import Connection

from station import home_traces
from station.bench_ledger import open_ledger
from station.carrying import carry
from station.clock import Clock
from station.errors import Trouble, UsageTrouble
from station.evidence.erasing import (
    AT_ONCE,
    Erasable,
    Gone,
    Scope,
    erased,
    held,
    naming,
    unlink,
    wipe_naming,
    wipe_order,
    wipe_past,
)
from station.evidence.keys import sync_folder
from station.evidence.ledger import Ledger
from station.evidence.ledger_file import Connection as LedgerConnection
from station.evidence.ledger_reading import LedgerReader, open_reader
from station.evidence.past import LEDGER, PastLogs
from station.evidence.related import related_numbers
from station.evidence.scrubbing import owe_scrub, scrub_is_done, scrub_is_owed, scrub_logs
from station.home import Home
from station.media_store.copies import owe_removal
from station.orders.engine import reading, writing
from station.orders.erasing import Traces, blank, held_elsewhere, rename, scrub, traces_of
from station.orders.erasure_requests import Request, confirm
from station.orders.orderbook import OrderBook
from station.orders.roles import may_erase
from station.orders.set_aside import given_up, refuse_waiting
from station.owed_files import filed
from station.settings import Settings

ALL = frozenset(Scope)
_FIELDS = ("recipient", "waybill", "order_number", "buyer_message")
"""Looked for in files. Not the sender: it is the shop, and stands in the bundle of every other order by right."""
_ALIAS_SIZE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``number`` is the order; ``by`` as the people list knows who says so."""

    number: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    orders: tuple[str, ...]
    fields: int = 0
    media: int = 0
    removed: tuple[Path, ...] = ()
    overwritten: tuple[Path, ...] = ()
    left: tuple[Path, ...] = ()  # files of the home that still name the order
    tags: tuple[tuple[str, str], ...] = ()  # log and tag of the entries, which stay
    given_up: tuple[str, ...] = ()  # entries that the order book never carried out


@dataclass(slots=True, kw_only=True)
class _Work:
    """What is known of the order before it goes."""

    home: Home
    numbers: tuple[str, ...]
    waybills: tuple[str, ...]
    words: frozenset[str]
    tags: list[tuple[str, str]] = field(default_factory=list)
    given_up: tuple[str, ...] = ()
    fields: int = 0
    files: list[str] = field(default_factory=list)

    @property
    def telling(self) -> tuple[str, ...]:
        """What stands in another order's entries by mistake alone; its buyer's name may stand there by right."""
        return tuple(sorted(word for word in (*self.numbers, *self.waybills) if len(word) >= home_traces.SHORTEST))

    def add(self, gone: Gone) -> None:
        """Within the ledger's transaction: what lies in the second place too is owed before it is forgotten here."""
        owe_removal(self.home, gone.files)
        self.fields += gone.fields
        self.files.extend(gone.files)


def erase(
    home: Home, settings: Settings, clock: Clock, book: OrderBook, asked: Asked, *, random_bytes: Callable[[int], bytes]
) -> Done:
    """Raises ``Trouble`` when it must not be erased, or nothing knows it; ``LedgerInUse`` while the bench runs."""
    carry(home, book)
    if not home.ledger_file.is_file():
        return _erased(home, book, asked, None, random_bytes)
    with closing(open_ledger(home, settings, clock, book=book)) as ledger:
        return _erased(home, book, asked, ledger, random_bytes)


def _erased(
    home: Home, book: OrderBook, asked: Asked, ledger: Ledger | None, random_bytes: Callable[[int], bytes]
) -> Done:
    before = finish(home, book, ledger)
    work = _judged(home, book, asked, ledger)
    owe_scrub(home)
    done = _without_files(home, work)
    with writing(book.engine) as connection:
        _from_book(connection, work, random_bytes)
    logs = _from_home(home, ledger, asked, work)
    _crossed_out(home, scrub(book.engine) and logs and before)
    return _finished(home, work, done)


def erase_part(
    home: Home,
    book: OrderBook,
    request: Request,
    ledger: Erasable,
    *,
    now_us: int,
    random_bytes: Callable[[int], bytes],
) -> Done:
    """One bench's part of what was asked of several; the last one's takes the order out of the book as well.

    Raises:
        Trouble: as ``erase``; the request is not answered then.
    """
    carry(home, book)
    before = finish(home, book, ledger)
    asked = Asked(number=request.order, reason=request.reason, by=request.who)
    work = _judged(home, book, asked, ledger)
    owe_scrub(home)
    done = _without_files(home, work)
    anew = _from_home(home, ledger, asked, work)
    done = _finished(home, work, done)
    with writing(book.engine) as connection:
        last = confirm(connection, request, values=done.fields, files=done.media, now_us=now_us)
        ours = last and may_erase(connection)  # else the office does the book's part: ``book_without``
        if ours:
            _from_book(connection, work, random_bytes)
    _crossed_out(home, (not ours or scrub(book.engine, benches_run=ledger.lent)) and anew and before)
    return done


def book_without(home: Home, book: OrderBook, asked: Asked, *, random_bytes: Callable[[int], bytes]) -> None:
    """The order book's part alone, after benches that may not do it.

    Raises:
        Trouble: as ``erase``.
    """
    work, before = _judge(home, book, asked, ()), not scrub_is_owed(home)
    owe_scrub(home)
    with writing(book.engine) as connection:
        _from_book(connection, work, random_bytes)
    _crossed_out(home, scrub(book.engine) and before)


def files_without(home: Home, book: OrderBook, asked: Asked) -> Done:
    """Bundles and logs of this home, before any bench is asked for its part.

    Raises:
        Trouble: as ``erase``, as far as the order book and this home can tell; nothing is changed then.
    """
    with ExitStack() as opened:
        there = home.ledger_file.is_file()
        own = (opened.enter_context(closing(open_reader(home.ledger_file))),) if there else ()
        work = _judge(home, book, asked, own)
    done = _without_files(home, work)
    return _finished(home, work, done)


def _judged(home: Home, book: OrderBook, asked: Asked, ledger: Erasable | None) -> _Work:
    return _judge(home, book, asked, (ledger.reader(),) if ledger else ())


def _from_book(connection: Connection, work: _Work, random_bytes: Callable[[int], bytes]) -> None:
    blank(connection, work.numbers)
    rename(connection, _aliases(work, random_bytes))


def _from_home(home: Home, ledger: Erasable | None, asked: Asked, work: _Work) -> bool:
    """Whether every file that lost something was written anew."""
    if ledger is not None:
        _from_ledger(ledger, asked, work)
    touched = list[Path]()
    for file in sorted(home.epochs.glob(f"*/{LEDGER}")):
        for gone in wipe_past(file, work.numbers, work.telling):
            work.add(gone)
            touched.append(file)
    unlink(home.media, work.files)
    return scrub_logs(ledger, dict.fromkeys(touched))


def _crossed_out(home: Home, anew: bool) -> bool:
    if anew:
        scrub_is_done(home)
    return anew


def finish(home: Home, book: OrderBook, ledger: Erasable | None) -> bool:
    """Write anew what an earlier erasure has left as it was: whether nothing is owed any more."""
    if not scrub_is_owed(home):
        return True
    if ledger is not None and ledger.lent:
        return False
    logs = scrub_logs(ledger, sorted(home.epochs.glob(f"*/{LEDGER}")))
    return _crossed_out(home, scrub(book.engine) and logs)


def remove_bundles(home: Home, numbers: Collection[str]) -> tuple[Path, ...]:
    """For good: a power cut must not bring back what nothing else knows any more."""
    removed = home_traces.remove_bundles(home, numbers)
    for folder in sorted({file.parent for file in removed}):
        sync_folder(folder)
    return removed


def _without_files(home: Home, work: _Work) -> Done:
    """Bundles and logs, for good: once the ledger has forgotten the words, nobody could look for them again."""
    removed = remove_bundles(home, work.numbers)
    return Done(orders=work.numbers, removed=removed, overwritten=home_traces.overwrite_logs(home, work.words))


def _judge(home: Home, book: OrderBook, asked: Asked, own: tuple[LedgerReader, ...]) -> _Work:
    """What is known of the order, unless it must not be erased."""
    with closing(PastLogs(home)) as past, reading(book.engine) as connection:
        readers = (*own, *(one.reader for one in past.all()))
        work = _looked_up(home, asked, readers, connection)
        refuse_kept(work.numbers, readers, connection)
        refuse_waiting(connection, work.numbers)
        work.given_up = tuple(f"{each.name} {each.kind}" for each in given_up(connection, work.numbers))
        _refuse_unrecorded(home, work.numbers)
        work.tags.extend(_tags(work, readers))
    _refuse_naming(asked, work)
    return work


def _looked_up(home: Home, asked: Asked, readers: tuple[LedgerReader, ...], connection: Connection) -> _Work:
    in_book = _checked(traces_of(connection, asked.number))
    numbers = dict.fromkeys((asked.number, *in_book.orders))
    for reader in readers:
        for number in tuple(numbers):
            numbers |= dict.fromkeys(related_numbers(reader, number))
    known = [number for number in numbers if any(reader.order_salt(number) for reader in readers)]
    if not known and not in_book.orders:
        raise Trouble(
            f"nothing here knows order {asked.number}", remedy="Check the number; erased before, it is gone already."
        )
    words = {*in_book.words, *in_book.waybills, *numbers}
    waybills = set(in_book.waybills)
    for reader in readers:
        for field_name, word in _said(reader, known):
            words.add(word)
            if field_name == "waybill":
                waybills.add(word)
    return _Work(home=home, numbers=tuple(numbers), waybills=tuple(sorted(waybills)), words=frozenset(words))


def _checked(traces: Traces) -> Traces:
    if traces.open:
        raise Trouble(
            f"order {', '.join(traces.open)} is still to be packed; nothing was erased",
            remedy="Cancel it first, or ship it.",
        )
    return traces


def refuse_kept(numbers: tuple[str, ...], readers: tuple[LedgerReader, ...], connection: Connection) -> None:
    """Raises ``Trouble`` for an order in dispute or on legal hold, and for one that shares its parcel with such."""
    kept = [number for number in numbers if any(held(reader, number) for reader in readers)]
    kept += sorted(held_elsewhere(connection, numbers))
    if kept:
        raise Trouble(
            f"order {kept[0]} is on legal hold; nothing was erased", remedy="Lift it first: sealbench evidence unhold."
        )
    disputed = [name for number in numbers for name in traces_of(connection, number).disputed]
    if disputed:
        raise Trouble(
            f"order {disputed[0]} is in dispute, and its evidence is kept; nothing was erased",
            remedy="Close the dispute first: sealbench disputes close.",
        )


def _refuse_unrecorded(home: Home, numbers: tuple[str, ...]) -> None:
    if any(fact.order_no in numbers for fact in filed(home)):
        raise Trouble(
            "entries of this order wait to be recorded; nothing was erased", remedy="Start the bench once, and end it."
        )


def _refuse_naming(asked: Asked, work: _Work) -> None:
    """What stands in the reason stays."""
    if any(len(word) > 1 and word in asked.reason for word in work.words):
        raise UsageTrouble("the reason names what is to be erased, and it is kept", remedy="Say it without names.")


def _tags(work: _Work, readers: tuple[LedgerReader, ...]) -> Iterator[tuple[str, str]]:
    """Where something will be missing: the order's own entries by their tag, others that name it by their number."""
    for reader in readers:
        own: set[int] = set()
        for number in work.numbers:
            if (order := reader.order_salt(number)) is not None:
                own.update(reader.by_tag(number))
                yield reader.log, order.tag
        yield from ((reader.log, f"entry {seq}") for seq in naming(reader, work.telling) if seq not in own)


def _from_ledger(ledger: Erasable, asked: Asked, work: _Work) -> None:
    """One entry for each number, in the transaction that takes it out; then one with the reason, of no order."""
    fact = erased(ALL, rule="asked", reason="", logs=work.tags, seqs=())
    for number in work.numbers:
        order = ledger.reader().order_salt(number)
        if order is not None:
            wipe_order(ledger, order, ALL, fact, by=asked.by, gone=work.add, checkpoint=True)
    if work.tags:
        told = erased(ALL, rule="asked", reason=asked.reason, logs=work.tags, seqs=())
        others = naming(ledger.reader(), work.telling)
        for at in range(0, max(1, len(others)), AT_ONCE):
            wiped = partial(_wiped_naming, work, others[at : at + AT_ONCE])
            ledger.append([fact if at else told], order_no=None, by=asked.by, checkpoint=True, beside=wiped)


def _wiped_naming(work: _Work, seqs: Sequence[int], connection: LedgerConnection) -> None:
    work.add(wipe_naming(connection, work.telling, seqs))


def _aliases(work: _Work, random_bytes: Callable[[int], bytes]) -> dict[str, str]:
    """Drawn, so that nobody can tell from it what it stood for."""
    return {word: f"erased-{random_bytes(_ALIAS_SIZE).hex()}" for word in (*work.numbers, *work.waybills)}


def _said(reader: LedgerReader, numbers: list[str]) -> Iterator[tuple[str, str]]:
    """Field and word of what entries tell of people, to look for in files."""
    for number in numbers:
        for seq in reader.by_tag(number):
            for secret in reader.entry(seq).secrets:
                if secret.field in _FIELDS:
                    yield from ((secret.field, word) for word in _words(msgspec.json.decode(secret.value)))


def _words(value: object) -> Iterator[str]:
    match value:
        case str() if value:
            yield value
        case dict():
            yield from (word for key, item in value.items() if key not in _PLACES for word in _words(item))
        case _:
            return


_PLACES = frozenset({"country", "province", "city", "district", "postcode"})
"""Say nothing of one person, and stand in other orders too."""


def _finished(home: Home, work: _Work, done: Done) -> Done:
    return replace(
        done,
        fields=work.fields,
        media=len(work.files),
        left=home_traces.still_naming(home, work.words),
        tags=tuple(work.tags),
        given_up=work.given_up,
    )


def known_here(home: Home, number: str) -> bool:
    """Whether a ledger of this home has entries of the order."""
    with closing(PastLogs(home)) as past:
        if any(one.reader.order_salt(number) is not None for one in past.all()):
            return True
    if not home.ledger_file.is_file():
        return False
    with closing(open_reader(home.ledger_file)) as reader:
        return reader.order_salt(number) is not None
