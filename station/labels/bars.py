"""The modules of a code: which are black. Pure; how large they are painted is ``paint``'s choice.

Code 128 from python-barcode, QR from Zint, which zxing-cpp brings; both are imported when the first code is drawn, not
at start-up.
"""

from __future__ import annotations

from typing import Any, Final

from station.labels.drawing import Barcode, LabelTrouble, Symbology
from station.labels.field_words import fault

CODE128_QUIET = 10
"""Modules of white on either side (ISO/IEC 15417, 4.5)."""

QR_QUIET = 4
"""Modules of white all round (ISO/IEC 18004, 9.1)."""

CODE128_CHARACTERS_MAX = 48
QR_CHARACTERS_MAX = 300

DIGITS: Final = b"1" + bytes(254) + b"0"
"""Zint's black is 0, its white 255."""


def modules(barcode: Barcode) -> list[str]:
    """Rows of ``0`` and ``1``, one row for a linear code, without quiet zones."""
    limit = CODE128_CHARACTERS_MAX if barcode.symbology is Symbology.CODE128 else QR_CHARACTERS_MAX
    text = barcode.text
    if not text or len(text) > limit or not text.isascii() or not text.isprintable():
        raise LabelTrouble(
            f"{barcode.field} {text!r} cannot be a code: 1 to {limit} printable ASCII characters",
            said=fault("no_code", field=barcode.field),
            field=barcode.field,
            where=barcode.source,
            remedy="Have the office correct the number.",
        )
    return [_code128(text)] if barcode.symbology is Symbology.CODE128 else _qr(text)


def _code128(text: str) -> str:
    from barcode.codex import Code128

    bits = Code128(text).build()[0]
    assert isinstance(bits, str)
    return bits


def _qr(text: str) -> list[str]:
    """The smallest symbol that holds the text at level M (ISO/IEC 18004: a seventh of it may be lost)."""
    import zxingcpp

    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = symbol.to_image(scale=1, add_quiet_zones=False)  # a buffer, though its stub does not say so
    across, digits = image.shape[1], memoryview(image).tobytes().translate(DIGITS).decode()
    return [digits[at : at + across] for at in range(0, len(digits), across)]
