"""A place from its address in ``bench.toml``, and the one who keeps to its limit of bytes a second."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from station.home import Home
from station.media_room import Budget
from station.media_store.copying import Keeping
from station.media_store.folder_place import FolderPlace
from station.media_store.place import Place
from station.media_store.s3_place import open_s3
from station.media_store_settings import MediaStoreSettings


def open_place(home: Home, settings: MediaStoreSettings) -> Place:
    """``SettingsTrouble`` where its library is missing. A folder's relative path is within the home."""
    kind, _, where = settings.place.partition(":")
    if kind == "folder":
        return FolderPlace(home.root / where)
    bucket, _, prefix = where.partition("/")
    return open_s3(
        bucket,
        f"{prefix}/" if prefix else "",
        endpoint=settings.endpoint.rstrip("/"),
        region=settings.region,
    )


def address(settings: MediaStoreSettings) -> str:
    """What tells two places apart here."""
    return f"{settings.place} {settings.endpoint}".strip()


def keeping(settings: MediaStoreSettings, budget: Budget) -> Keeping:
    return Keeping(address=address(settings), budget=budget, here_days=settings.here_days)


@dataclass(slots=True)
class Throttle:
    """``wait`` takes seconds and may return early. Nothing is saved up while the line rests."""

    bytes_per_s: int
    mono_us: Callable[[], int]
    wait: Callable[[float], object]
    free_us: int = 0

    def spent(self, size: int) -> None:
        if not self.bytes_per_s:
            return
        now_us = self.mono_us()
        self.free_us = max(self.free_us, now_us) + size * 1_000_000 // self.bytes_per_s
        self.wait((self.free_us - now_us) / 1e6)
