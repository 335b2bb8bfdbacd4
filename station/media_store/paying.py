"""Copies of what was erased here, removed in the second place at once: by whoever has just erased something."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from station.errors import Trouble
from station.home import Home
from station.media_store.copies import Copies, if_there
from station.media_store.copying import Turn, alone, meet, remove_owed
from station.media_store.opening import address, open_place
from station.media_store_settings import MediaStoreSettings
from station.settings import load


def pay(home: Home, now_us: Callable[[], int]) -> str:
    """What was done or is owed still, in words; empty where nothing lies elsewhere."""
    with if_there(home) as copies:
        if copies is None or not copies.owed():
            return ""
        before = len(copies.owed())
        try:
            _pay(home, load(home).media_store, copies, now_us)
            why = "their place is no longer set, or a record names them still"
        except Trouble as trouble:
            why = trouble.sentence()
        left = len(copies.owed())
        if not left:
            return f"removed in the second place: {before} copies"
        return f"NOT REMOVED in the second place yet: {left} copies, which no key opens any more: {why}"


def _pay(home: Home, settings: MediaStoreSettings, copies: Copies, now_us: Callable[[], int]) -> None:
    if not settings.place:
        return
    turn = Turn(now_us=now_us, spent=lambda _size: None, ends=lambda: False)
    with alone(home), closing(open_place(home, settings)) as place:
        remove_owed(meet(home, place, copies, address(settings), turn))
