"""The modules of codes, beside an encoder that is not the one in use."""

from __future__ import annotations

import string

import pytest
import segno
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from station.labels.bars import QR_CHARACTERS_MAX, QR_QUIET, modules
from station.labels.drawing import Area, Barcode, Symbology

PRINTABLE = "".join(chr(n) for n in range(0x20, 0x7F))
AREA = Area(x_dmm=0, y_dmm=0, width_dmm=100, height_dmm=100)


def qr(text: str) -> list[str]:
    return modules(Barcode(area=AREA, symbology=Symbology.QR, text=text, field="code"))


def elsewhere(text: str, mask: int | None = None) -> list[str]:
    symbol = segno.make(text, error="m", micro=False, boost_error=False, mask=mask)
    return ["".join("1" if module else "0" for module in row) for row in symbol.matrix]


def read(rows: list[str]) -> str:
    """Its text, from the modules alone."""
    quiet = b"\xff" * QR_QUIET
    white = [b"\xff" * (len(rows) + 2 * QR_QUIET)] * QR_QUIET
    lines = [quiet + bytes(0 if module == "1" else 255 for module in row) + quiet for row in rows]
    picture = memoryview(b"".join([*white, *lines, *white])).cast("B", (len(lines) + 2 * QR_QUIET, len(white[0])))
    (found,) = zxingcpp.read_barcodes(picture, text_mode=zxingcpp.TextMode.Plain)
    return found.text


@pytest.mark.parametrize("text", ["A", "SEALBENCH", "HTTPS://EXAMPLE.COM/TRACK", string.ascii_uppercase * 4])
def test_a_qr_code_equals_another_encoders(text: str) -> None:
    """Where a text can be written in one way only, segno makes the same symbol, module for module."""
    assert qr(text) in [elsewhere(text, mask) for mask in range(8)]


@given(st.text(PRINTABLE, min_size=1, max_size=QR_CHARACTERS_MAX))
def test_a_qr_code_is_never_larger_than_another_encoders(text: str) -> None:
    """At the same level of correction the symbol has no more modules than segno's, so its dots are no smaller."""
    assert len(qr(text)) <= len(elsewhere(text, mask=0))


@given(st.text(PRINTABLE, min_size=1, max_size=60))
def test_every_character_is_taken_as_it_stands(text: str) -> None:
    """No character is an escape: what a QR code is asked to say is what is read."""
    assert read(qr(text)) == text
