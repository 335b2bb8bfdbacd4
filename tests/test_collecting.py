"""Garbage is taken apart on the screen's thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Thread, get_ident

import pytest
from PySide6.QtCore import QObject

from station.collecting import LIMITS, Collecting


class _Circle:
    """Tells on which thread it was taken apart."""

    def __init__(self, ends: list[int]) -> None:
        self.itself = self
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(get_ident())


@pytest.fixture
def parent(qapp: QObject) -> Iterator[QObject]:
    parent = QObject()
    yield parent
    gc.unfreeze()
    parent.deleteLater()


def _make_circles(ends: list[int]) -> None:
    kept = [_Circle(ends) for _ in range(20 * LIMITS[0])]
    del kept


def test_another_threads_garbage_ends_here(parent: QObject) -> None:
    """A thread that makes and drops thousands of circles collects none of them; the next look does."""
    collecting, ends = Collecting(parent), list[int]()
    collecting.look()
    thread = Thread(target=_make_circles, args=(ends,))
    thread.start()
    thread.join()
    assert ends == []
    collecting.look()
    assert set(ends) == {get_ident()}
    assert len(ends) == 20 * LIMITS[0]


def test_what_is_there_at_the_first_whole_look_is_left_alone(parent: QObject) -> None:
    """Each generation has its turn; then only what is new is looked at."""
    collecting, ends = Collecting(parent), list[int]()
    before = gc.get_freeze_count()
    for _ in range((LIMITS[1] + 2) * (LIMITS[2] + 2)):
        _make_circles(ends)
        collecting.look()
    assert gc.get_freeze_count() > before
    _make_circles(ends := list[int]())
    collecting.look()
    assert len(ends) == 20 * LIMITS[0]
