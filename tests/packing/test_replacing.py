"""The quick ``replace`` against the one of the standard library."""

from __future__ import annotations

import dataclasses

import pytest

from station.packing.job import Job
from station.packing.pan import Owed, Pan
from station.packing.replacing import replace


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Loose:
    one: int = 1
    two: int = 2


def test_as_the_standard_one() -> None:
    """Every field is kept but the changed ones, and what was replaced stays as it was."""
    job = Job(packed=(1, 2), pan=Pan(owed=(Owed(line=1, units=2),)))
    changed = replace(job, packed=(1, 3))
    assert changed == dataclasses.replace(job, packed=(1, 3))
    assert type(changed) is Job
    assert job.packed == (1, 2)


def test_a_field_that_is_not_there() -> None:
    """A name that no field has is a bug, not another attribute."""
    with pytest.raises(KeyError, match="unheard"):
        replace(Pan(), unheard=1)  # type: ignore[call-arg]


def test_only_values_of_slots() -> None:
    """A class without slots is refused, for its fields are kept elsewhere."""
    with pytest.raises(AssertionError, match="no slots"):
        replace(_Loose(), one=2)
