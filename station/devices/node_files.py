"""Reading device nodes (``/dev/…``) that give whole records: open, wait, read, told in one word what went wrong."""

from __future__ import annotations

import errno
import os
import select
from collections.abc import Sequence
from types import MappingProxyType
from typing import Final

from station.devices.pipe_link import PipeLost

WORDS: Final = MappingProxyType(
    {
        errno.ENOENT: "not_found",
        errno.ENXIO: "not_found",
        errno.ENODEV: "lost",
        errno.EACCES: "no_permission",
        errno.EPERM: "no_permission",
        errno.EBUSY: "in_use",
    }
)


def lost(error: OSError) -> PipeLost:
    return PipeLost(WORDS.get(error.errno or 0, "lost"))


class NodeFiles:
    """All nodes of one unit, read as one. Every method may raise ``PipeLost``."""

    def __init__(self) -> None:
        self._files: list[int] = []

    def open(self, paths: Sequence[str]) -> tuple[int, ...]:
        """The opened files; written to where the system lets us."""
        if not paths:
            raise PipeLost("not_found")
        try:
            for path in paths:
                self._files.append(_opened(path))
        except OSError as error:
            self.close()
            raise lost(error) from error
        except PipeLost:
            self.close()
            raise
        return tuple(self._files)

    def read(self, timeout_ms: int, at_most: int) -> list[tuple[int, bytes]]:
        """What each file has, once; nothing when all stay quiet for so long. A file at its end is a device gone."""
        try:
            ready, _, _ = select.select(self._files, [], [], timeout_ms / 1_000)
            came = [(file, _read(file, at_most)) for file in ready]
        except OSError as error:
            raise lost(error) from error
        return [(file, data) for file, data in came if data is not None]

    def close(self) -> None:
        for file in self._files:
            os.close(file)
        self._files = []


def _read(file: int, at_most: int) -> bytes | None:
    """None when there was nothing after all."""
    try:
        data = os.read(file, at_most)
    except BlockingIOError:
        return None
    if not data:
        raise PipeLost("lost")
    return data


def _opened(path: str) -> int:
    """For reading and writing, else for reading: a rule that only lets read is enough."""
    try:
        file = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    except PermissionError:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    _lock(file)
    return file


def _lock(file: int) -> None:
    """The kernel gives each report of a hidraw node to all who have it open: two benches would both count it.

    Raises ``PipeLost`` when another program of ours has it; the lock ends with the file.
    """
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(file)
        raise PipeLost("in_use") from error
