"""How many pictures an MP4 file holds, from its own table: a file that was cut short has no table, or a shorter one.

Boxes by ISO/IEC 14496-12: ``moov/trak/mdia/minf/stbl/stsz``. Reads the boxes' heads only.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO, Final

_WAY: Final = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsz")
_BOXES_MAX: Final = 64  # on each level; ours have about ten


def pictures_in(file: Path) -> int:
    """Of the first track; 0 when the file is not whole. Raises ``OSError``."""
    with file.open("rb") as opened:
        end = file.stat().st_size
        for name in _WAY:
            found = _box(opened, name, end)
            if found is None:
                return 0
            end = found
        head = opened.read(12)
        return int(struct.unpack(">4xII", head)[1]) if len(head) == 12 else 0


def _box(file: BinaryIO, name: bytes, end: int) -> int | None:
    """Stands at the contents of the first box ``name`` before ``end`` and tells where it ends."""
    for _ in range(_BOXES_MAX):
        at = file.tell()
        head = file.read(16)
        if len(head) < 8:
            return None
        size, kind = struct.unpack(">I4s", head[:8])
        start = 8
        if size == 1 and len(head) == 16:
            size, start = struct.unpack(">Q", head[8:])[0], 16
        if size < start or at + size > end:
            return None
        if kind == name:
            file.seek(at + start)
            return at + int(size)
        file.seek(at + size)
    return None
