"""Cutting a stream of bytes into frames. Pure: bytes in, whole frames out; no clock, no meaning.

The framer owns its buffer, so a read cut anywhere loses nothing, and a fragment is never handed out as a frame.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Why(StrEnum):
    TOO_LONG = "too_long"
    INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """Bytes that were no frame. ``head`` is at most the framer's limit long."""

    why: Why
    head: bytes


class LineFramer:
    """Frames of at most ``limit`` bytes between ``prefix`` (may be empty) and ``suffix``; empty frames are left out.

    A frame without the prefix, and what follows a fragment dropped by ``gap``, is the tail of something: dropped too.
    """

    def __init__(self, *, suffix: bytes, prefix: bytes = b"", limit: int) -> None:
        assert suffix, "a frame without an end cannot be told from its fragment"
        self._suffix = suffix
        self._prefix = prefix
        self._limit = limit
        self._buffer = bytearray()
        self._skipping = False  # an over-long frame was reported; its rest is still coming
        self._after_fragment = False

    def feed(self, data: bytes) -> list[bytes | Dropped]:
        self._buffer += data
        out: list[bytes | Dropped] = []
        while (end := self._buffer.find(self._suffix)) >= 0:
            body = bytes(self._buffer[:end])
            del self._buffer[: end + len(self._suffix)]
            self._take(body, out)
        if len(self._buffer) > self._limit + len(self._prefix) + len(self._suffix):
            self._overflow(out)
        return out

    def gap(self) -> list[Dropped]:
        """The line was quiet: a waiting fragment is dropped, and so is its tail if it comes before the next gap."""
        if not self._buffer and not self._skipping:
            self._after_fragment = False
            return []
        dropped = [] if self._skipping else [Dropped(why=Why.INCOMPLETE, head=bytes(self._buffer))]
        self._buffer.clear()
        self._skipping = False
        self._after_fragment = True
        return dropped

    @property
    def waiting(self) -> bool:
        """Whether a ``gap`` would change anything."""
        return bool(self._buffer) or self._skipping or self._after_fragment

    def reset(self) -> None:
        """The link is new; nothing of before belongs to what comes."""
        self._buffer.clear()
        self._skipping = self._after_fragment = False

    def _take(self, body: bytes, out: list[bytes | Dropped]) -> None:
        if self._skipping:
            self._skipping = False
            return
        whole = self._without_line_end_leftovers(body)
        tail, self._after_fragment = self._after_fragment, False
        if not whole:
            return
        if tail or not whole.startswith(self._prefix):
            out.append(Dropped(why=Why.INCOMPLETE, head=whole[: self._limit]))
        elif len(whole) - len(self._prefix) > self._limit:
            out.append(Dropped(why=Why.TOO_LONG, head=whole[: self._limit]))
        elif len(whole) > len(self._prefix):
            out.append(whole[len(self._prefix) :])

    def _without_line_end_leftovers(self, body: bytes) -> bytes:
        """A CR LF sender read by CR alone leaves a LF before the next frame; read by LF alone, a CR after this one."""
        if self._suffix == b"\r":
            return body.removeprefix(b"\n")
        if self._suffix == b"\n":
            return body.removesuffix(b"\r")
        return body

    def _overflow(self, out: list[bytes | Dropped]) -> None:
        if not self._skipping:
            out.append(Dropped(why=Why.TOO_LONG, head=bytes(self._buffer[: self._limit])))
        self._skipping = True
        keep = len(self._suffix) - 1  # the suffix itself may be cut between two reads
        del self._buffer[: len(self._buffer) - keep]
