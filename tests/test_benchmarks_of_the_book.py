"""The benchmarks of the order book run, at a size at which their numbers mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_benchmarks import BOOK, prints_a_table


@pytest.mark.parametrize("name", BOOK)
def test_each_prints_a_table(name: str, tmp_path: Path) -> None:
    """Each goes through at the smallest size and ends with a table of times."""
    prints_a_table(name, tmp_path)
