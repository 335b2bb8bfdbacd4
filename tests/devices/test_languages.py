"""ESC/POS, TSPL, EPL2 and PDF: what is sent is what is drawn, judged by decoders and producers that are not ours."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from benchmarks.peer_escpos import PeerEscpos
from station.devices.dialect import AS_IT_IS, PrinterLanguage, Sensing, Setup
from station.devices.page_printing import pages
from station.devices.printers import epl, escpos, pdf, tspl
from station.devices.virtual.firmware import InTurn, Label, Printed, Question
from station.devices.virtual.printer import FIRMWARES
from station.labels.paint import Bitmap
from station.labels.readback import codes_in
from tests.devices.pictures import chance, domestic, noise, solid

LANGUAGES: dict[str, PrinterLanguage] = {"escpos": escpos, "tspl": tspl, "epl": epl}
every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
GOLDEN = Path(__file__).parent / "golden"
RECEIPT = Path(__file__).parent.parent / "vectors" / "escpos" / "receipt-with-logo.bin"
SMALL = b"\x80\x01\xff\xff\x10\x08"


def decoded(speaks: str, sent: bytes, cuts: tuple[int, ...] = (), *, dpi: int = 203) -> list[Printed]:
    """The labels that our virtual printer of that language sees, the bytes cut at those places."""
    firmware = FIRMWARES[speaks](dpi)
    places = [0, *sorted(cuts), len(sent)]
    heard = [one for a, b in pairwise(places) for one in firmware.feed(sent[a:b])]
    labels = [one for one in heard if isinstance(one, Label)]
    return [label.picture for label in labels for _ in range(label.copies) if label.picture is not None]


def seen(speaks: str, sent: bytes, *, dpi: int = 203) -> tuple[bytes, int, int]:
    (label,) = decoded(speaks, sent, dpi=dpi)
    return label.bitmap, label.width_dots, label.height_dots


@every_language
@pytest.mark.parametrize(("width", "height"), [(8, 1), (384, 60), (800, 300), (1181, 40)])
def test_every_dot_arrives(language: PrinterLanguage, width: int, height: int) -> None:
    """A decoder written from the manuals draws exactly the dots that went in; only a lone DLE gets a second dot."""
    for seed in range(3):
        bitmap = noise(width, height, seed)
        sent = language.encode(bitmap, width, height)
        got, got_width, got_height = seen(language.speaks, sent)
        expected = escpos.without_real_time(bitmap) if language.speaks == "escpos" else bitmap
        assert (got, got_height) == (expected, height)
        assert got_width == (width + 7) // 8 * 8


@every_language
@given(cuts=st.lists(st.integers(0, 2_000), max_size=12))
def test_cut_anywhere(language: PrinterLanguage, cuts: list[int]) -> None:
    """However the bytes are cut on the way, one label comes out."""
    bitmap = noise(96, 70, 1)
    sent = language.encode(bitmap, 96, 70)
    (label,) = decoded(language.speaks, sent, tuple(min(cut, len(sent)) for cut in cuts))
    assert label.bitmap == (escpos.without_real_time(bitmap) if language.speaks == "escpos" else bitmap)


@every_language
@pytest.mark.parametrize("dpi", [203, 300])
def test_codes_read_back_from_the_bytes(qapp: object, language: PrinterLanguage, dpi: int) -> None:
    """The waybill's codes are read from what each printer would print, at both densities."""
    label = domestic(qapp, dpi=dpi)
    asked = codes_in(Bitmap(dots=label.bitmap, width_dots=label.width_dots, height_dots=label.height_dots))
    assert len(asked) >= 2
    setup = Setup(dpi=dpi, sensing=Sensing.GAP)
    sent = language.encode(label.bitmap, label.width_dots, label.height_dots, setup=setup)
    bitmap, width, height = seen(language.speaks, sent, dpi=dpi)
    assert codes_in(Bitmap(dots=bitmap, width_dots=width, height_dots=height)) == asked


@every_language
@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_arrives_as_it_was_painted(qapp: object, language: PrinterLanguage, dpi: int) -> None:
    """What a printer of any language would print of a waybill are the renderer's dots; a lone DLE aside (ESC/POS)."""
    label = domestic(qapp, dpi=dpi)
    sent = language.encode(label.bitmap, label.width_dots, label.height_dots, setup=Setup(dpi=dpi))
    bitmap, _, height = seen(language.speaks, sent, dpi=dpi)
    assert height == label.height_dots
    assert bitmap == (escpos.without_real_time(label.bitmap) if language.speaks == "escpos" else label.bitmap)


@pytest.mark.parametrize("dpi", [203, 300])
def test_codes_read_back_from_a_page(qapp: object, dpi: int) -> None:
    """The same label as a PDF, rasterised by Qt, shows the same dots and codes, once for each copy."""
    label = domestic(qapp, dpi=dpi)
    sent = pdf.encode(label.bitmap, label.width_dots, label.height_dots, copies=2, setup=Setup(dpi=dpi))
    drawn = pages(sent, dpi)
    assert [(page.width_dots, page.height_dots) for page in drawn] == [(label.width_dots, label.height_dots)] * 2
    assert all(page.bitmap == label.bitmap for page in drawn)


def test_a_sheet_has_the_label_in_its_corner(qapp: object) -> None:
    """On A4 the label stands at its true size, moved by the profile's offsets."""
    bitmap = b"\xff" * 100 * 10
    setup = Setup(dpi=300, paper_mm=(210, 297), right_dots=59, down_dots=59)
    (page,) = pages(pdf.encode(bitmap, 800, 10, setup=setup), 300)
    assert (page.width_dots, page.height_dots) == (2480, 3508)
    row_bytes = 2480 // 8
    inked = [number for number in range(page.height_dots) if any(page.bitmap[number * row_bytes :][:row_bytes])]
    assert inked[0] == 59
    assert len(inked) in (10, 11)  # A4 is no whole number of dots high


@every_language
def test_copies(language: PrinterLanguage) -> None:
    """Three copies are three labels of one job."""
    assert len(decoded(language.speaks, language.encode(noise(80, 40, 2), 80, 40, copies=3))) in (1, 3)
    assert (
        b"".join(one.bitmap for one in decoded(language.speaks, language.encode(SMALL, 16, 3, copies=3)))
        == (escpos.without_real_time(SMALL) if language.speaks == "escpos" else SMALL) * 3
    )


@every_language
@pytest.mark.parametrize("setup", ["plain", "full"])
def test_golden_bytes(language: PrinterLanguage, setup: str) -> None:
    """The bytes of a tiny label stand in a file, so that a change of one is seen and meant."""
    said = (
        AS_IT_IS
        if setup == "plain"
        else Setup(
            sensing=Sensing.MARK,
            gap_dmm=25,
            speed=None if language.speaks == "escpos" else "4",
            darkness=None if language.speaks == "escpos" else 8,
            right_dots=16,
            down_dots=300,
            cutter=True,
        )
    )
    assert language.encode(SMALL, 16, 3, setup=said) == (GOLDEN / f"{language.speaks}-{setup}.bin").read_bytes()


@pytest.mark.parametrize(
    ("language", "sensing", "wanted"),
    [
        (tspl, Sensing.GAP, b"SIZE 100 mm,0.4 mm\r\nGAP 3 mm,0 mm\r\n"),
        (tspl, Sensing.MARK, b"SIZE 100 mm,0.4 mm\r\nBLINE 3 mm,0 mm\r\n"),
        (tspl, Sensing.CONTINUOUS, b"SIZE 100 mm,0.4 mm\r\nGAP 0 mm,0 mm\r\n"),
        (epl, Sensing.GAP, b"q800\nQ3,24\n"),
        (epl, Sensing.MARK, b"q800\nQ3,B24\n"),
        (epl, Sensing.CONTINUOUS, b"q800\nQ3,0\n"),
    ],
)
def test_size_and_gap_go_together(language: PrinterLanguage, sensing: Sensing, wanted: bytes) -> None:
    """A profile that knows how labels are found states size and gap; one that does not states neither."""
    bitmap = bytes(300)
    assert wanted in language.encode(bitmap, 800, 3, setup=Setup(sensing=sensing))
    plain = language.encode(bitmap, 800, 3)
    assert not re.search(rb"SIZE|GAP|BLINE|\nq\d|\nQ\d", plain)


@pytest.mark.parametrize("language", [tspl, epl])
def test_polarity(language: PrinterLanguage) -> None:
    """In TSPL and EPL2 0 prints a dot; a profile turns it round for makers that did."""
    usual = language.encode(b"\xf0", 8, 1)
    turned = language.encode(b"\xf0", 8, 1, setup=Setup(black=1))
    assert b",\x0f" in usual
    assert b",\xf0" in turned


def test_padding_stays_white() -> None:
    """The dots between a label's edge and its last whole byte are never printed."""
    for speaks, language in LANGUAGES.items():
        bitmap, _, _ = seen(speaks, language.encode(b"\xff\xf0", 12, 1))
        assert bitmap == b"\xff\xf0"


@pytest.mark.parametrize("form", ["bitImageRaster", "graphics"])
def test_python_escpos_draws_the_same(form: str, tmp_path: Path) -> None:
    """A picture sent by python-escpos and the same sent by us are the same dots to our decoder, and the same raster."""
    bitmap = escpos.without_real_time(noise(384, 200, 5))
    picture = Image.frombytes("1", (384, 200), bytes(byte ^ 0xFF for byte in bitmap))
    theirs = PeerEscpos(tmp_path).image(picture, form=form)
    drawn = seen("escpos", theirs)[0]
    assert drawn[: len(bitmap)] == bitmap
    assert not any(drawn[len(bitmap) :])  # its feed before the cut
    assert seen("escpos", escpos.encode(bitmap, 384, 200))[0] == bitmap
    if form == "bitImageRaster":
        raster = b"\x1dv0\x00\x30\x00\xc8\x00" + bitmap
        assert raster in theirs
        assert raster in escpos.encode(bitmap, 384, 200, setup=Setup(band_dots=200))


@pytest.mark.parametrize("width", [1, 3, 9, 383, 384, 795, 800])
@pytest.mark.parametrize("make", [solid(0x00), solid(0xFF), chance], ids=["white", "black", "random"])
def test_the_raster_equals_python_escpos(make: Callable[[int, int], bytes], width: int, tmp_path: Path) -> None:
    """The bytes of a raster are python-escpos' own, whatever its width; only a lone DLE gets a second dot first."""
    bitmap, height = escpos.without_real_time(make(width, 48)), 48
    theirs = PeerEscpos(tmp_path).image(Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in bitmap)))
    head = b"\x1dv0\x00" + ((width + 7) // 8).to_bytes(2, "little") + height.to_bytes(2, "little")
    assert head + bitmap in theirs
    assert head + bitmap in escpos.encode(bitmap, width, height)


def test_a_receipt_of_another_program() -> None:
    """A receipt with text and a logo, from another project: its picture is drawn, all else is taken by its length."""
    labels = decoded("escpos", RECEIPT.read_bytes())
    assert labels
    assert sum(int.from_bytes(label.bitmap).bit_count() for label in labels) > 1_000


def test_a_picture_of_columns() -> None:
    """The old ESC * form, as the manual shows it: a column is 24 dots from its top."""
    sent = b"\x1b@\x1b*\x21\x02\x00" + b"\x80\x00\x01" + b"\xff\xff\xff" + b"\n\x1dV\x00"
    bitmap, width, height = seen("escpos", sent)
    assert (width, height) == (8, 24)
    assert bitmap[0] == 0xC0
    assert bitmap[1:23] == b"\x40" * 22
    assert bitmap[23] == 0xC0


def _real_time_answers(sent: bytes) -> int:
    return sum(isinstance(one, Question) for one in FIRMWARES["escpos"](203).feed(sent))


@given(st.lists(st.sampled_from([0x10, 0x04, 0x05, 0x14, 0x01, 0x02, 0x00, 0xFF]), min_size=40, max_size=40))
def test_no_picture_is_ever_a_command(dots: list[int]) -> None:
    """Dots that spell a real-time command (status, clear, power off) never reach an ESC/POS printer as one."""
    bitmap = bytes(dots)
    sent = escpos.encode(bitmap, 80, 4)
    assert _real_time_answers(sent) == 0
    assert not re.search(rb"\x10[\x04\x05\x14]", sent)
    safe = escpos.without_real_time(bitmap)
    assert all(ours & theirs == theirs for ours, theirs in zip(safe, bitmap, strict=True))
    assert sum(ours != theirs for ours, theirs in zip(safe, bitmap, strict=True)) <= bitmap.count(0x10)


@pytest.mark.parametrize("attack", ["Bob\x1b@\x10\x04\x01", 'PRINT 9\r\n"', "N\nP9\n^ee", "\x1d\x56\x00"])
def test_no_text_of_a_person_is_ever_a_command(qapp: object, attack: str) -> None:
    """A name full of printer commands changes dots only: one label comes out, and the questions are ours."""
    label = domestic(qapp, name=attack, street=attack)
    for speaks, language in LANGUAGES.items():
        sent = language.encode(label.bitmap, label.width_dots, label.height_dots)
        firmware = FIRMWARES[speaks](203)
        heard = firmware.feed(sent)
        assert [type(one) for one in heard] == [Label, InTurn] if speaks == "escpos" else [Label]


@pytest.mark.parametrize("speaks", ["escpos", "epl"])
@given(data=st.data(), noise=st.binary(max_size=40))
def test_noise_never_says_ready(speaks: str, data: st.DataObject, noise: bytes) -> None:
    """Bytes that are no answer never make a printer ready, nor does an answer that lost a byte."""
    healthy = {"escpos": b"\x12\x12\x12\x12", "epl": b"00\r\n"}[speaks]
    lost = data.draw(st.integers(0, len(healthy) - 1))
    reader = LANGUAGES[speaks].StatusReader()
    foreign = bytes(byte for byte in noise if byte & 0x93 not in (0x10, 0x12) and chr(byte) not in "0\r\n")
    assert not any(status.ready for status in reader.feed(foreign))
    reader.asked()
    cut = healthy[:lost] + healthy[lost + 1 :]
    assert speaks == "epl" or not any(status.ready for status in reader.feed(cut))


@given(st.lists(st.integers(0, 255), max_size=60))
def test_a_shifted_answer_is_never_ready(before: list[int]) -> None:
    """With a cover open or the paper out, no byte lost or doubled before makes an ESC/POS printer look ready."""
    for answer in (b"\x1a\x16\x12\x12", b"\x1a\x32\x12\x72", b"\x1a\x52\x32\x12"):
        for lost in range(5):
            reader = escpos.StatusReader()
            reader.feed(answer[:lost])
            reader.asked()
            assert not any(status.ready for status in reader.feed(answer))
    reader = escpos.StatusReader()
    reader.feed(bytes(before))
    reader.asked()
    reader.feed(b"\x00\x00\x00")  # whatever automatic status had begun is at its end
    assert reader.feed(b"\x12\x12\x12\x12")[-1].ready


@given(st.integers(0, 255))
def test_one_byte_of_tspl(byte: int) -> None:
    """Every byte of a TSPL printer has a meaning, and ready means no fault at all."""
    (status,) = tspl.StatusReader().feed(bytes([byte]))
    assert status.ready is (byte & ~0x20 == 0)
    assert status.at_rest is (byte == 0)


def test_an_unknown_code_of_epl_is_an_error() -> None:
    """A code that this program does not know is told, and a battery warning stops nothing."""
    read = epl.StatusReader().feed(b"99\r\n15\r\n07P002L00100\r\n")
    assert [status.words for status in read] == [{"error"}, {"ready"}, {"paper_out"}]
