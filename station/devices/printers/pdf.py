"""PDF for any office printer: a label's very dots on a page, and PJL's word about the printer. Pure; no link, no Qt.

ISO 32000-1 7.5 (file structure), 8.9.5 (images); HP, PJL Technical Reference, ``@PJL INFO STATUS`` and its codes. A
queue of the operating system and an IPP printer tell their state by themselves (``station.devices.ipp``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from station.devices.dialect import (
    AS_IT_IS,
    Confirms,
    Limits,
    PrinterStatus,
    Setup,
    dots_per_mm,
    packed,
    told,
    whole_rows,
)

speaks = "pdf"
mime = "application/pdf"
confirms = Confirms.BUSY
reprints = False
LIMITS = Limits()

COPIES_MAX = 99
ANSWER_BYTES_MAX = 2_048
EXIT: Final = b"\x1b%-12345X"
"""Universal exit language: what follows is PJL."""


def encode(bitmap: bytes, width_dots: int, height_dots: int, *, copies: int = 1, setup: Setup = AS_IT_IS) -> bytes:
    """A page a copy with the picture at its true size, in the sheet's top left corner."""
    assert 1 <= copies <= COPIES_MAX
    return encode_pages([(bitmap, width_dots, height_dots)] * copies, setup=setup)


def encode_pages(pictures: Sequence[tuple[bytes, int, int]], *, setup: Setup = AS_IT_IS) -> bytes:
    """Pictures (bitmap, width, height) as pages of one file: two files after each other would be one broken one."""
    different = list(dict.fromkeys(pictures))
    objects: list[bytes] = []
    for picture in different:
        objects += [_image(*picture), _stream(_placed(*picture[1:], _sheet(*picture[1:], setup), setup))]
    first = FIRST_OBJECT + len(objects)
    pages = [_page(_sheet(*picture[1:], setup), FIRST_OBJECT + 2 * different.index(picture)) for picture in pictures]
    kids = b" ".join(b"%d 0 R" % (first + number) for number in range(len(pages)))
    return _file(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count %d/Kids[%b]>>" % (len(pages), kids), *objects, *pages]
    )


FIRST_OBJECT: Final = 3
"""After the catalog and the list of pages: a picture and how it is placed, for each; then the pages."""


def _image(bitmap: bytes, width_dots: int, height_dots: int) -> bytes:
    whole_rows(bitmap, width_dots, height_dots)
    data = packed(bitmap)
    return (
        b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]"
        b"/Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (width_dots, height_dots, len(data), data)
    )


def _points(dots: int, setup: Setup) -> float:
    return dots / dots_per_mm(setup.dpi) / 25.4 * 72


def _sheet(width_dots: int, height_dots: int, setup: Setup) -> tuple[float, float]:
    if setup.paper_mm is not None:
        return setup.paper_mm[0] / 25.4 * 72, setup.paper_mm[1] / 25.4 * 72
    return _points(setup.right_dots + width_dots, setup), _points(setup.down_dots + height_dots, setup)


def _page(sheet: tuple[float, float], picture: int) -> bytes:
    return b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.3f %.3f]/Resources<</XObject<</L %d 0 R>>>>/Contents %d 0 R>>" % (
        *sheet,
        picture,
        picture + 1,
    )


def _placed(width_dots: int, height_dots: int, sheet: tuple[float, float], setup: Setup) -> bytes:
    """PDF counts from the bottom left."""
    width, height = _points(width_dots, setup), _points(height_dots, setup)
    left, bottom = _points(setup.right_dots, setup), sheet[1] - _points(setup.down_dots, setup) - height
    return b"q %.4f 0 0 %.4f %.4f %.4f cm /L Do Q" % (width, height, left, bottom)


def _stream(content: bytes) -> bytes:
    return b"<</Length %d>>stream\n%b\nendstream" % (len(content), content)


def _file(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start))


def ready_request() -> bytes:
    return EXIT + b"@PJL INFO STATUS\r\n" + EXIT


class StatusReader:
    """``@PJL INFO STATUS`` … form feed. Other answers of PJL, and what is not whole, give nothing."""

    def __init__(self) -> None:
        self._waiting = b""

    def feed(self, data: bytes) -> list[PrinterStatus]:
        *answers, rest = (self._waiting + data).split(b"\x0c")
        self._waiting = rest[-ANSWER_BYTES_MAX:]
        found = [ANSWER.search(answer) for answer in answers]
        return [_meaning(int(answer[1]), online=answer[2] != b"FALSE") for answer in found if answer]

    def asked(self) -> None:
        """Every answer has its own head and end."""


ANSWER: Final = re.compile(rb"@PJL INFO STATUS\r?\n(?:[^\x0c]*\n)?CODE=(\d{5})\b(?:[^\x0c]*?ONLINE=(TRUE|FALSE))?")
READY_CODES: Final = {10001, 10003, 40000}  # ready, warming up, asleep
PRINTING: Final = 10023
WORDS: Final = {10002: "offline", 40021: "cover_open", 40022: "paper_jam", 40079: "offline"}


def _meaning(code: int, *, online: bool) -> PrinterStatus:
    if code == PRINTING:
        return told("ready", "busy", waiting=1)
    if code // 1000 == 41:
        return told("paper_out")  # 41xyy: load the tray x
    if code // 1000 == 42:
        return told("paper_jam")
    if not online or code in WORDS:
        return told(WORDS.get(code, "offline"))
    is_background = code // 1000 in (10, 30, 35)
    return told("ready") if code in READY_CODES or is_background else told("error")


EXAMPLES: Final = (
    (b'@PJL INFO STATUS\r\nCODE=10001\r\nDISPLAY="READY"\r\nONLINE=TRUE\r\n\x0c', (told("ready"),), "PJL, 10001"),
    (
        b'@PJL INFO STATUS\r\nCODE=10023\r\nDISPLAY="PRINTING"\r\nONLINE=TRUE\r\n\x0c',
        (told("ready", "busy", waiting=1),),
        "PJL Technical Reference, 10023: printing a job",
    ),
    (b"@PJL INFO STATUS\r\nCODE=41203\r\nONLINE=FALSE\r\n\x0c", (told("paper_out"),), "PJL, 41xyy: load paper"),
    (b"@PJL INFO STATUS\r\nCODE=40021\r\nONLINE=FALSE\r\n\x0c", (told("cover_open"),), "PJL, 40021: printer open"),
    (b"@PJL INFO STATUS\r\nCODE=10002\r\nONLINE=FALSE\r\n\x0c", (told("offline"),), "PJL, 10002: offline"),
)
