"""What every second place can do, and the words in which it says that it cannot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol

from station.errors import Trouble

PART_BYTES: Final = 8 * 2**20
"""What a cut line or a killed program loses at most: an upload goes on after its last finished part."""

PIECE_BYTES: Final = 2**20

MARK: Final = "sealbench-media-place"
"""A small file in each place, with a number drawn once. A share that is not mounted has none, and another bucket has
another one, so that no copy is ever taken to be where it is not."""

MARK_BYTES_MAX: Final = 64

Spent = Callable[[int], None]
"""Told of every piece that went over the line, before the next one; whoever keeps a limit waits in it."""


class PlaceAway(Trouble):
    """The second place cannot be reached or does not take anything now: nothing is lost, and the next round asks."""


class Place(Protocol):
    """Names are drawn by ``evidence.media``: letters, digits and a dot. Every call may raise ``PlaceAway``."""

    @property
    def words(self) -> str:
        """Where it is, for people; without any password."""

    def mark(self) -> str:
        """The place's own number; empty where none was ever written."""

    def begin(self, mark: str) -> None:
        """Write the number into a new place."""

    def put(self, name: str, file: Path, spent: Spent) -> None:
        """The whole file, from where an earlier try was cut off. That it arrived as it is, only ``read`` can tell.

        Raises:
            FileNotFoundError: the file is gone here.
        """

    def size(self, name: str) -> int | None:
        """None where nothing of that name is there."""

    def read(self, name: str, spent: Spent) -> Iterator[bytes]:
        """The bytes as they lie there now. ``FileNotFoundError`` where nothing is."""

    def remove(self, name: str) -> None:
        """With every unfinished part of it; what is not there is no trouble."""

    def close(self) -> None: ...
