"""A file that only its key opens: AES-256-GCM in chunks, so that a long video is never whole in memory.

The key is drawn for one file and used for no other, so that a chunk's place is nonce enough. The last chunk says that
it is the last: a file that was cut short, or whose chunks were exchanged, does not open.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Final, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

HEAD: Final = b"sealbench-sealed/1\n"
KEY_SIZE: Final = 32
CHUNK: Final = 2**20
_TAG_SIZE: Final = 16
_PLACE_SIZE: Final = 11


@dataclass(frozen=True, slots=True)
class Plain:
    """What went in: the commitment is over these bytes."""

    size: int
    sha256: str  # hex


class Readable(Protocol):
    def read(self, size: int, /) -> bytes:
        """So many bytes; fewer at the end alone."""


def seal(source: IO[bytes], target: IO[bytes], key: bytes) -> Plain:
    """Read to the end, written from where ``target`` stands; at most two chunks are in memory."""
    cipher, digest, size = AESGCM(key), hashlib.sha256(), 0
    target.write(HEAD)
    place, piece = 0, source.read(CHUNK)
    while True:
        following = source.read(CHUNK)
        digest.update(piece)
        size += len(piece)
        target.write(cipher.encrypt(_nonce(place, last=not following), piece, HEAD))
        if not following:
            return Plain(size, digest.hexdigest())
        place, piece = place + 1, following


def unsealed(source: Readable, key: bytes) -> Iterator[bytes]:
    """The plain bytes, piece by piece. ``ValueError`` at the first one that is not what was sealed with this key."""
    if source.read(len(HEAD)) != HEAD:
        raise ValueError("it is no sealed file")
    cipher = AESGCM(key)
    place, piece = 0, source.read(CHUNK + _TAG_SIZE)
    while True:
        following = source.read(CHUNK + _TAG_SIZE)
        try:
            yield cipher.decrypt(_nonce(place, last=not following), piece, HEAD)
        except InvalidTag:
            raise ValueError("it was changed, or sealed with another key") from None
        if not following:
            return
        place, piece = place + 1, following


def _nonce(place: int, *, last: bool) -> bytes:
    return place.to_bytes(_PLACE_SIZE, "big") + bytes([last])
