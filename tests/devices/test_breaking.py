"""A small part of the fuzzing: every dialect of scanners and scales against broken bytes."""

from __future__ import annotations

import pytest

from station.registry import known
from tests.devices.breaking import fault_of


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in ("scanner", "scale") for name in known(kind)])
def test_broken_bytes(kind: str, name: str) -> None:
    """Noise, halves and damaged frames raise nothing and give nothing beyond the limits."""
    assert fault_of(kind, name, seed=1, pieces=300) == ""
