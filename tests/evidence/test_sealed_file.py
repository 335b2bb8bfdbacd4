"""Sealed files: any change is found, and a long one is never whole in memory."""

from __future__ import annotations

import hashlib
import tracemalloc
from io import BytesIO
from pathlib import Path

import pytest

from station.evidence.sealed_file import CHUNK, HEAD, seal, unsealed

KEY = bytes(range(32))


def _sealed(data: bytes) -> bytes:
    target = BytesIO()
    plain = seal(BytesIO(data), target, KEY)
    assert (plain.size, plain.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    return target.getvalue()


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_what_went_in_comes_out(size: int) -> None:
    """Files of every length around a chunk's come back as they were, and nothing of them stands in the open."""
    data = hashlib.shake_128(b"x").digest(size)
    sealed = _sealed(data)
    assert b"".join(unsealed(BytesIO(sealed), KEY)) == data
    assert size < 32 or data[:32] not in sealed


@pytest.mark.parametrize("at", [0, len(HEAD), len(HEAD) + 5, len(HEAD) + CHUNK + 16, -1])
def test_any_changed_byte_is_found(at: int) -> None:
    """In the head, in a chunk, in its tag, at the end."""
    sealed = bytearray(_sealed(b"p" * (CHUNK + 100)))
    sealed[at] ^= 1
    with pytest.raises(ValueError, match="it "):
        b"".join(unsealed(BytesIO(sealed), KEY))


def test_cut_short_or_put_together_anew() -> None:
    """A file that lost its last chunk, has two exchanged, or one twice does not open."""
    sealed = _sealed(b"p" * (3 * CHUNK))
    size = CHUNK + 16
    head, first, second, third = HEAD, *(sealed[len(HEAD) + n * size : len(HEAD) + (n + 1) * size] for n in range(3))
    for pieces in ((head, first, second), (head, second, first, third), (head, first, first, second, third), (head,)):
        with pytest.raises(ValueError, match="it "):
            b"".join(unsealed(BytesIO(b"".join(pieces)), KEY))


def test_a_long_video_is_never_whole_in_memory(tmp_path: Path) -> None:
    """Sealing and opening 64 MiB takes a few chunks of memory."""
    with (tmp_path / "video").open("wb") as stream:
        stream.truncate(64 * CHUNK)
    tracemalloc.start()
    with (tmp_path / "video").open("rb") as source, (tmp_path / "sealed").open("wb") as target:
        seal(source, target, KEY)
    with (tmp_path / "sealed").open("rb") as source:
        assert sum(map(len, unsealed(source, KEY))) == 64 * CHUNK
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 8 * CHUNK
