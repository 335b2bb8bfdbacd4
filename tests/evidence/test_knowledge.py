"""What follows when others know a log otherwise than the ledger at hand."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from station.evidence.knowledge import Cause, Known, Own, doubts, lost, told

LOG = "acme/B01/2"
sizes = st.integers(min_value=0, max_value=50)


def known(size: int, agrees: int | None, log: str = LOG, where: str = "w") -> Known:
    return Known(where=where, log=log, size=size, agrees=agrees)


def causes(size: int, *others: Known) -> list[Cause]:
    return [doubt.cause for doubt in doubts(Own(log=LOG, size=size), others)]


@given(own=sizes, same=sizes, more=sizes)
def test_one_log_known_to_two(own: int, same: int, more: int) -> None:
    """A ledger is doubted exactly when another knows more of it or another entry, and the loss is what it lacks."""
    agrees = min(own, same)
    other = known(agrees + more, agrees)
    gaps: list[Any] = lost([Own(log=LOG, size=own)], [other])
    found = causes(own, other)
    if more == 0:
        assert (found, gaps) == ([], [])
    else:
        assert found == [Cause.ROLLED_BACK if agrees == own else Cause.FORKED]
        assert [(gap["from"], gap["to"]) for gap in gaps] == [(agrees, agrees + more)]


def test_another_root() -> None:
    """A root that is not this ledger's is a fork, and nobody can say which entries are the right ones."""
    assert causes(5, known(4, None)) == [Cause.FORKED]
    gaps: list[Any] = lost([Own(log=LOG, size=5)], [known(4, None)])
    assert [(gap["from"], gap["to"]) for gap in gaps] == [(None, 4)]


def test_an_empty_ledger_is_not_forked() -> None:
    """Of nothing nothing differs: it is behind."""
    assert causes(0, known(4, None)) == [Cause.ROLLED_BACK]


def test_epochs() -> None:
    """A newer epoch elsewhere is a roll-back, an older one is the past."""
    assert causes(5, known(1, None, "acme/B01/3")) == [Cause.ROLLED_BACK]
    assert causes(5, known(900, None, "acme/B01/1")) == []


def test_the_widest_gap_is_named() -> None:
    """Of several who know, the one who misses most is named, log by log in the order of the epochs."""
    others = [known(6, 6, where="memory"), known(6, 3, where="book"), known(2, None, "acme/B01/10", "book")]
    gaps: list[Any] = lost([Own(log=LOG, size=6)], others)
    assert [(gap["log"], gap["from"], gap["to"], gap["known_to"]) for gap in gaps] == [
        (LOG, 3, 6, "book"),
        ("acme/B01/10", 0, 2, "book"),
    ]
    assert [one["where"] for one in told(others) if isinstance(one, dict)] == ["book", "book", "memory"]
