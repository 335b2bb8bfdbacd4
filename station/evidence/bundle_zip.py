"""The one byte form of a bundle's ZIP, and writing it whole or not at all. What is in it is ``bundle``'s business.

Evidence format, version 1, section "Bundle".
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from station.errors import Trouble
from station.evidence import verify
from station.evidence.keys import sync_folder
from station.evidence.media import StoredFile

Content: TypeAlias = bytes | StoredFile


def _pieces(content: Content) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    yield from content.pieces()


def measured(content: Content) -> tuple[int, int, str]:
    """Size, CRC-32 and SHA-256 (hex)."""
    size, crc, digest = 0, 0, hashlib.sha256()
    for piece in _pieces(content):
        size, crc = size + len(piece), zlib.crc32(piece, crc)
        digest.update(piece)
    return size, crc, digest.hexdigest()


def zip_pieces(members: Mapping[str, Content]) -> Iterator[bytes]:
    """The bytes of the ZIP; ``Trouble`` before the first one when they would pass the format's limit."""
    sizes = {name: measured(members[name]) for name in sorted(members)}
    if sum(size + 2 * len(name) + 76 for name, (size, _, _) in sizes.items()) + 22 > verify.BUNDLE_MAX:
        raise Trouble("the bundle would pass 2 GiB", remedy="Export stills instead of video.")
    directory, position = b"", 0
    for name, (size, crc, _) in sizes.items():
        directory += verify.central_header(name, crc, size, position)
        header = verify.local_header(name, crc, size)
        yield header
        yield from _pieces(members[name])
        position += len(header) + size
    yield directory + verify.end_record(len(sizes), len(directory), position)


def write_zip(out: Path, members: Mapping[str, Content]) -> None:
    new = out.with_name(out.name + ".new")
    try:
        with new.open("wb") as stream:
            stream.writelines(zip_pieces(members))
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(out)
        sync_folder(out.parent)
    except OSError as error:
        raise Trouble(
            f"the bundle cannot be written: {error.strerror}", where=str(out), remedy="Name another file with -o."
        ) from None
    finally:
        new.unlink(missing_ok=True)
