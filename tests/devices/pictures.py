"""Bitmaps that printer tests share: noise with structure, and a real label."""

from __future__ import annotations

import random
from dataclasses import replace

from station.labels.render import Rendered, render_waybill
from station.labels.samples import SAMPLES
from tests.labels.samples_drawn import fields_of, template_of


def noise(width: int, height: int, seed: int) -> bytes:
    """A bitmap with long runs, repeated rows, empty rows and full rows, white behind each row's last dot."""
    chance, rows = random.Random(seed), [b""]
    row_bytes, last = (width + 7) // 8, 0xFF << (-width % 8) & 0xFF
    while len(rows) <= height:
        row = bytes(chance.choice([0, 0, 0, 255, 255, chance.randrange(256)]) for _ in range(row_bytes))
        row = chance.choice([row, rows[-1] or row, bytes(row_bytes), b"\xff" * row_bytes])
        rows.append(row[:-1] + bytes([row[-1] & last]))
    return b"".join(rows[1:])


def domestic(qapp: object, *, dpi: int = 203, **recipient: str) -> Rendered:
    assert qapp is not None
    sample = SAMPLES["domestic"]
    order = replace(sample.order, recipient=replace(sample.order.recipient, **recipient))
    sample = replace(sample, order=order)
    (label,) = render_waybill(template_of(sample), fields_of(sample, masked=False), dpi)
    return label
