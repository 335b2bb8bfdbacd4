"""What there is to say of a home's keys, its memory and its epochs. Looks only, and makes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from station.bench_ledger import all_doubts, memory_of, refuse_if, refuse_used
from station.errors import Trouble
from station.evidence.checkpoint import VerifierKey
from station.evidence.keys import ENROLMENT, load, owned_org_key, read_vkey
from station.evidence.ledger_reading import open_reader
from station.evidence.org_keys import exporter_of, revocations
from station.evidence.past import PastLogs
from station.home import Home
from station.orders.orderbook import OrderBook
from station.settings import Settings

Said: TypeAlias = str | bool | list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A ledger that may be gone on with, and where the bench remembers it."""

    log: str
    memory: str
    memory_trouble: str
    org_key_here: bool


def contradictions(home: Home, settings: Settings) -> State | None:
    """How the ledger stands with its memory and with the order book; None for a home that may begin one.

    Raises:
        LedgerForked: what the bench says at its start, when it must not go on with this ledger or under this name.
        Trouble: the ledger or the keys cannot be read.
    """
    with _book_there(settings) as book:
        if home.ledger_file.is_file():
            return _state(home, settings, book)
        refuse_used(settings, book)
    return None


@contextmanager
def _book_there(settings: Settings) -> Iterator[OrderBook | None]:
    """None where it does not answer, which is another's to tell, or is not there yet: it is not made here."""
    address = settings.bench.orderbook
    file = address.removeprefix("sqlite:///")
    with ExitStack() as opened:
        book = None
        if file == address or Path(file).exists():
            with suppress(Trouble):
                book = opened.enter_context(closing(OrderBook.open(address, create=False)))
        yield book


def _state(home: Home, settings: Settings, book: OrderBook | None) -> State:
    memory, trouble = memory_of(settings, home), ""
    bench = load(home, org=settings.bench.org, bench=settings.bench.id).bench.public
    try:
        memory.read(bench)
    except Trouble as missing:
        trouble = missing.sentence()
    with closing(open_reader(home.ledger_file)) as reader:
        refuse_if(all_doubts(home, reader, bench, memory, book))
        log = f"{reader.log}: {reader.size} entries"
    return State(
        log=log,
        memory=memory.place,
        memory_trouble=trouble,
        org_key_here=owned_org_key(home) is not None,
    )


def report_on(home: Home, settings: Settings) -> Mapping[str, Said]:
    """``Trouble`` for keys that do not belong together; a home without keys says so."""
    bench = settings.bench
    enrolled = (home.keys / ENROLMENT).exists()
    keys = load(home, org=bench.org, bench=bench.id) if enrolled else None
    vkey = _vkey(home, "bench.vkey")
    org = _vkey(home, "org.vkey")
    exporter = exporter_of(home)
    return {
        "bench": f"{bench.org}/{bench.id}",
        "bench_key": vkey.fingerprint() if vkey else None,
        "bench_vkey": vkey.text() if vkey else None,
        "kept": keys.protection if keys else None,
        "enrolled": enrolled,
        "org_key": org.fingerprint() if org else None,
        "org_vkey": org.text() if org else None,
        "org_key_here": owned_org_key(home) is not None,
        "exporter": exporter.key.public.fingerprint() if exporter else None,
        "revoked": [one.key.name for one in revocations(home)],
        "log": _log(home),
        "earlier_logs": _earlier(home),
        "memory": memory_of(settings, home).place,
        "remembers": _remembers(home, settings, vkey),
    }


def _vkey(home: Home, name: str) -> VerifierKey | None:
    file = home.keys / name
    return read_vkey(file) if file.exists() else None


def _log(home: Home) -> str | None:
    if not home.ledger_file.is_file():
        return None
    with closing(open_reader(home.ledger_file)) as reader:
        return f"{reader.log}: {reader.size} entries"


def _earlier(home: Home) -> list[str]:
    with closing(PastLogs(home)) as past:
        return [f"{one.log}: {one.size} entries" for one in past.all()]


def _remembers(home: Home, settings: Settings, vkey: VerifierKey | None) -> str | None:
    if vkey is None:
        return None
    try:
        remembered = memory_of(settings, home).read(vkey)
        checkpoint = None if remembered is None else remembered.checkpoint(vkey)
    except Trouble as trouble:
        return trouble.sentence()
    except ValueError as error:
        return f"something that this bench has not signed: {error}"
    return None if checkpoint is None else f"{checkpoint.log}: {checkpoint.size} entries"
