"""What other benches recorded of an order that is exported: said in the bundle, which has this home's logs alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

from station import terminal
from station.erasure import known_here
from station.errors import Trouble
from station.evidence.ledger_reading import open_reader
from station.evidence.past import PastLogs
from station.home import Home
from station.orders.engine import reading
from station.orders.relayed import PartElsewhere
from station.orders.relayed import parts_elsewhere as found_in


def parts_elsewhere(home: Home, bench: Home, order: str) -> tuple[PartElsewhere, ...]:
    """Of other benches than ``bench`` is of, as far as they were carried to the order book of ``home``; nothing where
    that cannot be asked, which is said by whoever asks it for more."""
    try:
        with terminal.opened(home) as book, reading(book.engine) as connection:
            return found_in(connection, order, own=_own(bench))
    except Trouble:
        return ()


@contextmanager
def named(bench: Home, order: str, parts: tuple[PartElsewhere, ...]) -> Iterator[None]:
    """A home that has nothing of the order says which benches have."""
    try:
        yield
    except Trouble as trouble:
        if not parts or known_here(bench, order):
            raise
        there = "; ".join(f"{one.bench} has {one.entries} entries ({_where(one)})" for one in parts)
        raise Trouble(trouble.what, remedy=f"Export it where it was packed: {there}.") from None


def sentences(parts: tuple[PartElsewhere, ...], order: str) -> tuple[str, ...]:
    return tuple(_sentence(one, order) for one in parts)


def _sentence(one: PartElsewhere, order: str) -> str:
    state = "sealed there" if one.sealed else "not sealed there"
    seen = "".join(
        f"; the witness {name} saw the first {size} entries of that log, root {root}" for name, size, root in one.seen
    )
    return (
        f"bench {one.bench} recorded {one.entries} more entries of order {order}: {_where(one)}, {state}, the last "
        f"one's hash {one.last_leaf}{seen}; they are not in this bundle, and that bench's own has them: "
        f"sealbench evidence export {order} -o FILE.zip, in its home"
    )


def _where(one: PartElsewhere) -> str:
    return f"{one.log}, {one.first} to {one.last}"


def _own(bench: Home) -> str:
    """Whose logs the home has, as ``org/bench``."""
    if bench.ledger_file.is_file():
        with closing(open_reader(bench.ledger_file)) as reader:
            return reader.log.rsplit("/", 1)[0]
    with closing(PastLogs(bench)) as past:
        return next((one.log.rsplit("/", 1)[0] for one in past.all()), "")
