"""What a bench remembers of itself outside its ledger: the newest checkpoint it signed, and in which home.

A ledger that is put back from a copy is older than this memory, and that is how it is noticed. Whoever can write the
memory can fake it: it catches accidents and careless hands; against the others stand witnesses, time stamps and labels.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from station.errors import Trouble
from station.evidence.canonical import encode, parse
from station.evidence.checkpoint import Checkpoint, VerifierKey, open_note, parse_checkpoint
from station.evidence.key_store import MEMORY, KeyStore
from station.evidence.keys import signature_ok, write_whole

MEMORY_MAX = 8192
"""Bytes; a checkpoint with its signature has about 250."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    note: str  # signed checkpoint
    home: str

    def text(self) -> str:
        return encode({"v": 1, "note": self.note, "home": self.home}).decode()

    def checkpoint(self, bench: VerifierKey) -> Checkpoint:
        """``ValueError`` when this bench has not signed it."""
        return parse_checkpoint(open_note(self.note, bench, signature_ok))


def spelled(home: Path) -> str:
    """A home's place in the one spelling that a memory has of it, whatever the file system allows in a name."""
    return unicodedata.normalize("NFC", str(home.resolve()).encode(errors="replace").decode())


class Memory(Protocol):
    """A place that remembers. ``Trouble`` when it cannot be reached."""

    @property
    def place(self) -> str: ...

    def read(self, bench: VerifierKey) -> Remembered | None: ...

    def write(self, bench: VerifierKey, remembered: Remembered) -> None: ...


@dataclass(frozen=True, slots=True)
class FolderMemory:
    """A file for each bench key, so that homes of one user do not disturb each other."""

    folder: Path

    @property
    def place(self) -> str:
        return str(self.folder)

    def read(self, bench: VerifierKey) -> Remembered | None:
        file = self._file(bench)
        try:
            with file.open("rb") as stream:
                data = stream.read(MEMORY_MAX)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise self._trouble(error) from None
        return parsed(data)

    def write(self, bench: VerifierKey, remembered: Remembered) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self._file(bench), remembered.text(), mode=0o600, newline=False)
        except OSError as error:
            raise self._trouble(error) from None

    def _file(self, bench: VerifierKey) -> Path:
        return self.folder / f"{bench.name.replace('/', '.')}.{bench.key_id.hex()}.json"

    def _trouble(self, error: OSError) -> Trouble:
        return Trouble(
            f"the bench's memory cannot be used: {error.strerror}",
            where=self.place,
            remedy="Plug the drive in, or name another folder as evidence.memory in bench.toml.",
        )


@dataclass(frozen=True, slots=True)
class StoreMemory:
    """In the system's key store."""

    store: KeyStore

    @property
    def place(self) -> str:
        return self.store.name

    def read(self, bench: VerifierKey) -> Remembered | None:
        text = self.store.get(MEMORY, _user(bench))
        return None if text is None else parsed(text.encode())

    def write(self, bench: VerifierKey, remembered: Remembered) -> None:
        self.store.put(MEMORY, _user(bench), remembered.text())


def _user(bench: VerifierKey) -> str:
    return f"{bench.name} {bench.key_id.hex()}"


def parsed(data: bytes) -> Remembered | None:
    """None for what is no memory: a file cut short by a power failure is as good as none."""
    try:
        fields = parse(data)
    except ValueError:
        return None
    if not isinstance(fields, dict) or fields.get("v") != 1:
        return None
    note, home = fields.get("note"), fields.get("home")
    return Remembered(note=note, home=home) if isinstance(note, str) and isinstance(home, str) else None
