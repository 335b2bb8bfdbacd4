"""The rules of ``[retention]`` carried out: what is past its time is erased, with an entry for each order.

An order in dispute or on legal hold is passed over. Where the order book cannot be asked, nothing is erased.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from sqlalchemy import Connection as BookConnection

from station.bench_ledger import NOBODY
from station.carrying import carry
from station.clock import Clock
from station.erasure import finish, refuse_kept, remove_bundles
from station.errors import Trouble
from station.evidence.erasing import (
    AT_ONCE,
    Erasable,
    Gone,
    Scope,
    erased,
    set_aside,
    unlink,
    wipe,
    wipe_entries,
    wipe_order,
)
from station.evidence.expiry import DAY_US, ShelfLife, last_us, leftovers, numbered
from station.evidence.ledger_file import Connection
from station.evidence.ledger_reading import LedgerReader, OrderSalt
from station.evidence.media import QUARANTINE
from station.evidence.past import LEDGER, PastLogs
from station.evidence.scrubbing import owe_scrub, scrub_is_done, scrub_is_owed, scrub_logs, scrub_shortage
from station.home import Home
from station.media_store.asking import Uncopied, uncopied
from station.media_store.copies import owe_removal
from station.orders.engine import reading, writing
from station.orders.erasing import (
    blank,
    delivered_us,
    disputed,
    expired,
    held_elsewhere,
    papers_expire,
    rename,
    scrub,
    sqlite_file,
    traces_of,
)
from station.orders.orderbook import OrderBook
from station.orders.roles import may_erase
from station.orders.set_aside import orders_aside
from station.owed_files import filed
from station.retention_settings import RetentionSettings
from station.settings import load

RULE = "retention"
LAST, TROUBLE = "retention.last", "retention.log"
"""In the home's logs: when the rules were last carried out (microseconds UTC), and what kept them from it."""

_ALIAS_SIZE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDue:
    """What must go from a log of an earlier epoch; ``places`` are tags of orders and entries of none."""

    file: Path
    log: str
    orders: tuple[tuple[OrderSalt, frozenset[Scope]], ...]
    entries: tuple[tuple[int, frozenset[Scope]], ...]

    def places(self) -> Iterator[tuple[str, frozenset[Scope]]]:
        yield from ((order.tag, scopes) for order, scopes in self.orders)
        yield from ((f"entry {seq}", scopes) for seq, scopes in self.entries)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """What the rules say must go now."""

    orders: tuple[tuple[str, frozenset[Scope]], ...] = ()
    entries: tuple[tuple[int, frozenset[Scope]], ...] = ()  # of no order
    people: tuple[str, ...] = ()  # orders of the book that still name somebody
    kept: tuple[str, ...] = ()  # in dispute or on legal hold
    uncopied: tuple[str, ...] = ()  # whose photos or video lie here alone, though a second place is set
    strays: tuple[Path, ...] = ()  # in quarantine
    past: tuple[PastDue, ...] = ()

    def count(self, scope: Scope) -> int:
        earlier = (scopes for one in self.past for _, scopes in one.orders)
        return sum(scope in scopes for scopes in chain((scopes for _, scopes in self.orders), earlier))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """What must go from one log, and of which orders nothing or not everything does."""

    orders: tuple[tuple[str, frozenset[Scope]], ...]
    entries: tuple[tuple[int, frozenset[Scope]], ...]
    kept: frozenset[str]
    uncopied: frozenset[str]


@dataclass(slots=True)
class _Sum:
    home: Home
    fields: int = 0
    files: list[str] = field(default_factory=list)

    def add(self, gone: Gone) -> None:
        """Within the ledger's transaction, as ``erasure`` does it."""
        owe_removal(self.home, gone.files)
        self.fields += gone.fields
        self.files.extend(gone.files)


def shelf_life(settings: RetentionSettings) -> ShelfLife:
    days = {
        Scope.VIDEO: settings.video_days,
        Scope.PHOTOS: settings.photo_days,
        Scope.PERSONAL: settings.personal_days,
        Scope.NUMBER: settings.number_days,
    }
    return ShelfLife(of={scope: number * DAY_US for scope, number in days.items()})


def look(home: Home, book: OrderBook, reader: LedgerReader | None, life: ShelfLife, now_us: int) -> Expired:
    """What would go now. Raises ``BookUnreachable`` where disputes and holds cannot be asked about."""
    with reading(book.engine) as connection:
        people = expired(connection, now_us - life.of[Scope.PERSONAL])
        kept_anyway = disputed(connection)
        held = held_elsewhere(connection, people)
    free = tuple(number for number in people if number not in held)
    strays = tuple(_strays(home.media / QUARANTINE, now_us - life.of[Scope.VIDEO]))
    if reader is None:
        return Expired(people=free, kept=tuple(sorted({*kept_anyway, *held})), strays=strays)
    alone = uncopied(home, load(home).media_store)
    own = _due(book, reader, life, now_us, alone)
    past, earlier = _past(home, book, life, now_us, alone)
    kept = own.kept.union(*(one.kept for one in earlier))
    return Expired(
        orders=own.orders,
        entries=own.entries,
        past=past,
        people=tuple(number for number in free if number not in kept),
        kept=tuple(sorted({*kept, *held})),
        uncopied=tuple(sorted(own.uncopied.union(*(one.uncopied for one in earlier)))),
        strays=strays,
    )


def _past(
    home: Home, book: OrderBook, life: ShelfLife, now_us: int, alone: Uncopied
) -> tuple[tuple[PastDue, ...], list[_Due]]:
    found, dues = list[PastDue](), list[_Due]()
    with closing(PastLogs(home)) as past:
        for one in past.all():
            due = _due(book, one.reader, life, now_us, alone)
            dues.append(due)
            salted = tuple(
                (salt, scopes) for number, scopes in due.orders if (salt := one.reader.order_salt(number)) is not None
            )
            if salted or due.entries:
                found.append(PastDue(file=one.folder / LEDGER, log=one.log, orders=salted, entries=due.entries))
    return tuple(found), dues


def _due(book: OrderBook, reader: LedgerReader, life: ShelfLife, now_us: int, alone: Uncopied) -> _Due:
    found = leftovers(reader, life, now_us)
    for number in numbered(reader, life, now_us):
        found.orders.setdefault(number, set()).add(Scope.NUMBER)
    due, kept, waits = list[tuple[str, frozenset[Scope]]](), set[str](), set[str]()
    with reading(book.engine) as connection:
        arrived, aside = delivered_us(connection, tuple(found.orders)), orders_aside(connection)
        for number, scopes in found.orders.items():
            since_us = max(last_us(reader, number), arrived.get(number, 0))
            old = frozenset(scope for scope in scopes if since_us <= now_us - life.of[scope])
            if number in aside:  # what the order book has in vain is understood by the order's number and waybill
                old -= {Scope.NUMBER}
            if not old:
                continue
            try:
                refuse_kept((number,), (reader,), connection)
            except Trouble:
                kept.add(number)
                continue
            whole = frozenset(Scope) if Scope.NUMBER in old else old
            going = alone.may_go(reader, reader.by_tag(number), whole)
            if going != whole:
                waits.add(number)
                going &= scopes
            if going:
                due.append((number, going))
    asked = ((seq, alone.may_go(reader, (seq,), scopes)) for seq, scopes in sorted(found.entries.items()))
    entries = tuple((seq, scopes) for seq, scopes in asked if scopes)
    return _Due(orders=tuple(due), entries=entries, kept=frozenset(kept), uncopied=frozenset(waits))


def carry_out(
    home: Home,
    book: OrderBook,
    ledger: Erasable | None,
    due: Expired,
    clock: Clock,
    life: ShelfLife,
    random_bytes: Callable[[int], bytes],
) -> int:
    """Everything that ``look`` found; the number of files that went. Stopped anywhere, a rerun goes on.

    A bench that may not change the book of many leaves the book's part to the office's own daily round.
    """
    orders = [*due.orders, *((order.order_no, scopes) for one in due.past for order, scopes in one.orders)]
    numbers = tuple({number for number, scopes in orders if Scope.NUMBER in scopes})
    blanked = tuple({*due.people, *(number for number, scopes in orders if Scope.PERSONAL in scopes)})
    anew = finish(home, book, ledger)
    if blanked or orders or due.entries or due.past:
        owe_scrub(home)
    with writing(book.engine) as connection:
        nameless, ours = _free(connection, blanked), may_erase(connection)
        if ours:
            blank(connection, nameless)
            papers_expire(connection, clock.now().wall_us - life.of[Scope.PERSONAL])
    bundles = remove_bundles(home, nameless) if nameless else ()
    for number in numbers if ours else ():
        with writing(book.engine) as connection:  # one at a time, so that nobody else waits long for the book
            for free in (each for each in _free(connection, (number,)) if each not in orders_aside(connection)):
                words = (free, *traces_of(connection, free).waybills)
                rename(connection, {word: f"erased-{random_bytes(_ALIAS_SIZE).hex()}" for word in words})
    total = _Sum(home)
    if ledger is not None:
        for number, scopes in due.orders:
            if not _kept_meanwhile(home, book, ledger.reader(), number):
                _of_order(ledger, number, scopes, total)
        for some in _some(due.entries):
            _of_none(ledger, some, total)
        for one in due.past:
            _of_past(ledger, one, total)
    unlink(home.media, total.files)
    for stray in due.strays:
        stray.unlink(missing_ok=True)
    if ledger is not None and (due.orders or due.entries or due.past):
        anew = scrub_logs(ledger, [one.file for one in due.past]) and anew
    if blanked or numbers:
        anew = scrub(book.engine, benches_run=ledger is not None and ledger.lent) and anew
    if anew:
        scrub_is_done(home)
    return len(total.files) + len(due.strays) + len(bundles)


def _free(connection: BookConnection, numbers: Collection[str]) -> list[str]:
    """Those that nobody has put on hold and no dispute was opened about since they were looked for."""
    kept = disputed(connection) | held_elsewhere(connection, tuple(numbers))
    return sorted(set(numbers) - kept)


def _kept_meanwhile(home: Home, book: OrderBook, reader: LedgerReader, number: str) -> bool:
    if any(fact.order_no == number for fact in filed(home)):
        return True  # a hold may be among what waits to be recorded
    try:
        with reading(book.engine) as connection:
            refuse_kept((number,), (reader,), connection)
    except Trouble:
        return True
    return False


def _of_order(ledger: Erasable, number: str, scopes: frozenset[Scope], total: _Sum) -> None:
    order = ledger.reader().order_salt(number)
    if order is not None:
        fact = erased(scopes, rule=RULE, reason="", logs=[(ledger.log_name, order.tag)], seqs=())
        wipe_order(ledger, order, scopes, fact, by=NOBODY, gone=total.add)


def _of_none(ledger: Erasable, some: Sequence[tuple[int, frozenset[Scope]]], total: _Sum) -> None:
    """Entries that lose the same go together."""
    for scopes in {scopes for _, scopes in some}:
        seqs = [seq for seq, those in some if those == scopes]
        fact = erased(scopes, rule=RULE, reason="", logs=(), seqs=seqs)
        ledger.append([fact], order_no=None, by=NOBODY, beside=partial(_wiped_entries, seqs, scopes, total))


def _of_past(ledger: Erasable, due: PastDue, total: _Sum) -> None:
    """Said in the log of today, for nobody signs the old one any more; said first, so that a rerun says it again."""
    for scopes in {scopes for _, scopes in due.places()}:
        places = [(due.log, place) for place, those in due.places() if those == scopes]
        for at in range(0, len(places), AT_ONCE):
            fact = erased(scopes, rule=RULE, reason="", logs=places[at : at + AT_ONCE], seqs=())
            ledger.append([fact], order_no=None, by=NOBODY)
    with set_aside(due.file, due.log) as connection:
        for order, scopes in due.orders:
            total.add(wipe(connection, order, scopes))
        for seq, scopes in due.entries:
            total.add(wipe_entries(connection, [seq], scopes))


def _wiped_entries(seqs: Sequence[int], scopes: Collection[Scope], total: _Sum, connection: Connection) -> None:
    total.add(wipe_entries(connection, seqs, scopes))


def _some(entries: Sequence[tuple[int, frozenset[Scope]]]) -> Iterator[Sequence[tuple[int, frozenset[Scope]]]]:
    return (entries[at : at + AT_ONCE] for at in range(0, len(entries), AT_ONCE))


def _strays(folder: Path, before_us: int) -> Iterator[Path]:
    """Files that no entry ever named: nothing but their own age tells when they may go."""
    for file in sorted(folder.glob("*")) if folder.is_dir() else ():
        if file.is_file() and file.stat().st_mtime_ns // 1000 <= before_us:
            yield file


def daily(
    home: Home,
    book: OrderBook,
    ledger: Erasable,
    settings: RetentionSettings,
    clock: Clock,
    random_bytes: Callable[[int], bytes],
) -> None:
    """Once a day, while the bench rests or at its clean end; what keeps it from that is told in its log and tried
    again."""
    now_us, done = clock.now().wall_us, home.logs / LAST
    life = shelf_life(settings)
    owed = scrub_is_owed(home) and not ledger.lent
    if not owed and not is_due(home, now_us):
        return
    try:
        carry(home, book)
        carry_out(home, book, ledger, look(home, book, ledger.reader(), life, now_us), clock, life, random_bytes)
        home.logs.mkdir(parents=True, exist_ok=True)
        done.write_text(f"{now_us}\n", encoding="ascii")
        why = scrub_shortage(home, sqlite_file(book.engine))
    except (Trouble, OSError) as trouble:
        why = str(trouble)
    if why:
        with suppress(OSError), (home.logs / TROUBLE).open("a", encoding="utf-8") as log:
            log.write(f"{now_us} {why}\n")


def is_due(home: Home, now_us: int) -> bool:
    done = home.logs / LAST
    try:
        return not 0 <= now_us - int(done.read_text(encoding="ascii")) < DAY_US * 3 // 4
    except (OSError, ValueError):
        return True
