"""Bitmaps that printer tests share: noise with structure, and a real label."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from station.labels.render import Rendered, render_waybill
from station.labels.samples import SAMPLES
from tests.labels.samples_drawn import fields_of, template_of


def noise(width: int, height: int, seed: int) -> bytes:
    """A bitmap with long runs, repeated rows, empty rows and full rows, white behind each row's last dot."""
    picked, rows = random.Random(seed), [b""]
    row_bytes = (width + 7) // 8
    while len(rows) <= height:
        row = bytes(picked.choice([0, 0, 0, 255, 255, picked.randrange(256)]) for _ in range(row_bytes))
        rows.append(trimmed(picked.choice([row, rows[-1] or row, bytes(row_bytes), b"\xff" * row_bytes]), width))
    return b"".join(rows[1:])


def solid(byte: int) -> Callable[[int, int], bytes]:
    """Pictures of that byte throughout."""
    return lambda width, height: trimmed(bytes([byte]) * ((width + 7) // 8 * height), width)


def chance(width: int, height: int) -> bytes:
    """Every dot by chance, always the same."""
    return trimmed(random.Random(width).randbytes((width + 7) // 8 * height), width)


def trimmed(bitmap: bytes, width: int) -> bytes:
    """White behind each row's last dot."""
    row_bytes, last = (width + 7) // 8, 0xFF << (-width % 8) & 0xFF
    rows = (bitmap[at : at + row_bytes] for at in range(0, len(bitmap), row_bytes))
    return b"".join(row[:-1] + bytes([row[-1] & last]) for row in rows)


def domestic(qapp: object, *, dpi: int = 203, **recipient: str) -> Rendered:
    assert qapp is not None
    sample = SAMPLES["domestic"]
    order = replace(sample.order, recipient=replace(sample.order.recipient, **recipient))
    sample = replace(sample, order=order)
    (label,) = render_waybill(template_of(sample), fields_of(sample, masked=False), dpi)
    return label
