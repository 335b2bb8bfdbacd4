"""Parts are found by their file's name, and a miss names what there is."""

from __future__ import annotations

import pytest

from station.errors import SettingsTrouble
from station.registry import PACKAGES, find, known


@pytest.mark.parametrize("kind", sorted(PACKAGES))
def test_every_part(kind: str) -> None:
    """Each shipped part is found by its own name, says where its manual is, and carries examples."""
    assert known(kind)
    for name in known(kind):
        module = find(kind, name)
        assert module.speaks == name
        assert module.__doc__
        assert module.EXAMPLES


def test_a_miss() -> None:
    """A name that is not there is refused with the names that are."""
    with pytest.raises(SettingsTrouble, match=r"no scale speaks 'mt-six'; known: a-and-d, .*mt-sics"):
        find("scale", "mt-six")


@pytest.mark.parametrize("name", ["../mt_sics", "mt_sics.py", "", "os"])
def test_only_names(name: str) -> None:
    """Nothing but a known name is ever imported."""
    with pytest.raises(SettingsTrouble):
        find("scale", name)
