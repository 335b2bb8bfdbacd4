"""Facts for a ledger that a running bench holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from station.errors import Trouble
from station.evidence.fact import Fact
from station.evidence.ledger import Ledger
from station.evidence.media import store
from station.home import Home
from station.owed_files import filed, named_in_files, record, remove, settle
from tests.clocks import FakeClock


@pytest.fixture
def opened(home: Home, clock: FakeClock) -> Callable[[], Ledger]:
    def open_ledger() -> Ledger:
        return Ledger.open(home, org="o", bench="b", clock=clock, random_bytes=lambda size: b"r" * size, build="t")

    return open_ledger


def _fact(number: int, home: Home) -> Fact:
    medium = store(home.media, f"bytes {number}".encode(), mime="x/y", role="raw-label", at_ms=1)
    return Fact(kind="RawLabelRequested", pub={"job": f"R{number}"}, com={}, media=(medium,))


def _write(home: Home, opened: Callable[[], Ledger], number: int) -> Fact:
    fact = _fact(number, home)
    record(home, opened, fact, order_no="SO-1", at_us=5, by="-")
    return fact


def test_a_free_ledger_takes_it_at_once(home: Home, opened: Callable[[], Ledger]) -> None:
    """Without a running bench nothing is left lying about."""
    fact = _write(home, opened, 1)
    ledger = opened()
    (entry,) = ledger.entries()
    assert (entry.fact(), entry.order_no) == (fact, "SO-1")
    assert filed(home) == ()
    ledger.close()


def test_a_ledger_in_use_gets_a_file(home: Home, opened: Callable[[], Ledger]) -> None:
    """Several in one moment keep their order; what they name is no stray; a removed one is not owed."""
    ledger = opened()
    facts = [_write(home, opened, number) for number in (1, 2)]
    waiting = filed(home)
    assert [(one.fact, one.order_no) for one in waiting] == [(fact, "SO-1") for fact in facts]
    assert named_in_files(home) == {fact.media[0].path for fact in facts}
    remove(waiting[0])
    remove(waiting[0])
    assert [one.fact for one in filed(home)] == facts[1:]
    ledger.close()


def test_what_was_taken_in_before_a_cut_is_not_taken_twice(home: Home, opened: Callable[[], Ledger]) -> None:
    """The power went between the entry and the removal of its file."""
    ledger = opened()
    facts = [_write(home, opened, number) for number in (1, 2)]
    ledger.append([facts[0]], order_no="SO-1", by="-")
    settle(home, ledger)
    assert [one.fact for one in filed(home)] == facts[1:]
    ledger.close()


def test_what_is_no_fact_is_left_alone(home: Home) -> None:
    """Rubbish in the folder hurts nobody."""
    (home.root / "owed").mkdir(parents=True)
    (home.root / "owed" / "a.json").write_text("{}", encoding="utf-8")
    (home.root / "owed" / "b.json").write_bytes(b"x" * 70_000)
    assert filed(home) == ()
    assert named_in_files(home) == frozenset()


def test_a_disk_that_takes_nothing(home: Home, opened: Callable[[], Ledger]) -> None:
    """What cannot be recorded is told in a sentence."""
    ledger = opened()
    (home.root / "owed").write_text("in the way", encoding="utf-8")
    with pytest.raises(Trouble, match="could not be recorded"):
        _write(home, opened, 1)
    ledger.close()
