"""Who may pack here, as the order book said last: kept in the home for a start while a shared book is away.

Without it nobody could sign in then. The book decides again as soon as it answers; a book that is a file in the home
needs no copy.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

import msgspec

from station.errors import BookUnreachable
from station.home import Home
from station.orders.orderbook import OrderBook
from station.orders.server import is_shared
from station.packing.rules import Chosen, Person
from station.pins import with_pins

FILE_BYTES_MAX: Final = 5_000_000


class _Choice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    what: str = ""
    at_us: int = 0


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pseudonym: str
    name: str
    supervisor: bool
    language: _Choice = _Choice()
    palette: _Choice = _Choice()


def at_start(home: Home, book: OrderBook, *, answers: bool) -> dict[str, Person]:
    """The book's people, or those it had when it was last asked; with who is asked for a PIN here."""
    try:
        return learnt(home, book.engine.url.render_as_string(), book.people() if answers else kept(home))
    except BookUnreachable:
        return with_pins(home, kept(home))


def learnt(home: Home, address: str, people: Mapping[str, Person]) -> dict[str, Person]:
    """The people as this bench takes them; they are remembered where the book is not of this home."""
    if is_shared(address):
        keep(home, people)
    return with_pins(home, people)


def keep(home: Home, people: Mapping[str, Person]) -> None:
    """Written only when somebody came, went, chose or got other rights; a disk that is full keeps the older list."""
    kept = {badge: _entry(one) for badge, one in sorted(people.items())}
    text = msgspec.json.encode(kept)
    file = _file(home)
    part = file.with_name(f"{file.name}.part")
    try:
        if file.exists() and file.read_bytes() == text:
            return
        part.touch(mode=0o600)
        part.write_bytes(text)
        part.replace(file)
    except OSError:
        return


def kept(home: Home) -> dict[str, Person]:
    """By badge; nobody where nothing was kept or it cannot be read."""
    try:
        if _file(home).stat().st_size > FILE_BYTES_MAX:
            return {}
        found = msgspec.json.decode(_file(home).read_bytes(), type=dict[str, _Kept])
    except (OSError, msgspec.DecodeError):
        return {}
    return {badge: _person(one) for badge, one in found.items()}


def _entry(one: Person) -> _Kept:
    language = _Choice(one.language.what, one.language.at_us)
    return _Kept(one.pseudonym, one.name, one.supervisor, language, _Choice(one.palette.what, one.palette.at_us))


def _person(one: _Kept) -> Person:
    return Person(
        pseudonym=one.pseudonym,
        name=one.name,
        supervisor=one.supervisor,
        language=Chosen(what=one.language.what, at_us=one.language.at_us),
        palette=Chosen(what=one.palette.what, at_us=one.palette.at_us),
    )


def _file(home: Home) -> Path:
    return home.root / "people.json"
