"""The home: one folder that holds a bench's settings, stores, keys, media and logs.

Any verb may be the first to use a home; folders are made on first use and nothing else is needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Home:
    root: Path

    @property
    def settings_file(self) -> Path:
        return self.root / "bench.toml"

    @property
    def ledger_file(self) -> Path:
        return self.root / "ledger.db"

    @property
    def wave_file(self) -> Path:
        """Orders claimed ahead and numbers reserved for this bench: never put back from a backup."""
        return self.root / "wave.json"

    @property
    def goods_file(self) -> Path:
        """Names and codes of goods, copied from an order book that is a server; may be lost."""
        return self.root / "goods.db"

    @property
    def media(self) -> Path:
        return self.root / "media"

    @property
    def copies_file(self) -> Path:
        """What is known here of the copies of photos and video in the second place."""
        return self.root / "media-copies.db"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def epochs(self) -> Path:
        """Ledgers of earlier epochs, each in a folder with its public keys."""
        return self.root / "epochs"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def mappings(self) -> Path:
        """Column mappings of the generic order template, as the user taught them."""
        return self.root / "mappings"

    @property
    def translations(self) -> Path:
        """Other languages of the screens, as released from Qt Linguist."""
        return self.root / "translations"

    def relative(self, address: str) -> str:
        """An address of ``bench.toml`` with its relative path made absolute within the home.

        ``sqlite:///orders.db`` and ``file:out`` are relative to the home (DESIGN section 5).
        """
        for prefix in ("sqlite:///", "file:"):
            if address.startswith(prefix):
                return prefix + str((self.root / address[len(prefix) :]).resolve())
        return address
