"""ZPL: bitmaps in, status out, judged by an encoder and by answers that are not ours."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from zebrafy.crc import CRC
from zebrafy.graphic_field import GraphicField
from zebrafy.zebrafy_image import ZebrafyImage
from zebrafy.zebrafy_zpl import ZebrafyZPL

from station.devices.dialect import PrinterStatus
from station.devices.printers.zpl import EXAMPLES, StatusReader, encode, encode_acs, ready_request
from tests.devices.pictures import chance, domestic, noise, solid

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parent.parent / "vectors" / "zebra_status" / "hs_hqes_hi.json").read_text(encoding="utf-8")
)
READY = EXAMPLES[0][0]
COMMANDS = [b"^XA", b"^PW", b"^LL", b"^LH", b"^PO", b"^LR", b"^JZ", b"^FO", b"^GF", b"^FS", b"^PQ", b"^XZ"]


def picture(bitmap: bytes, width: int, height: int) -> Image.Image:
    return Image.frombytes("1", (width, height), bytes(byte ^ 0xFF for byte in bitmap))


every_picture = pytest.mark.parametrize(
    ("bitmap", "width", "height"),
    [
        pytest.param(make(width, 24), width, 24, id=f"{name}-{width}")
        for name, make in (
            ("white", solid(0x00)),
            ("black", solid(0xFF)),
            ("chequered", solid(0x55)),
            ("random", chance),
            ("noise", lambda width, height: noise(width, height, width)),
        )
        for width in (1, 3, 8, 9, 383, 795, 800, 1181, 1676, 1677, 1690, 3217)
    ],
)


@pytest.mark.parametrize("wrap", [encode, encode_acs])
@pytest.mark.parametrize(("width", "height"), [(8, 1), (800, 60), (1181, 40), (3, 5), (4000, 3)])
def test_another_decoder_sees_the_same_dots(wrap: Any, width: int, height: int) -> None:
    """Zebrafy decodes our Z64 and our ACS to exactly the dots that went in."""
    for seed in range(5):
        bitmap = noise(width, height, seed)
        (seen,) = ZebrafyZPL(wrap(bitmap, width, height).decode("ascii")).to_images()
        assert seen.convert("1").crop((0, 0, width, height)).tobytes() == picture(bitmap, width, height).tobytes()


@pytest.mark.parametrize("dpi", [203, 300])
@pytest.mark.parametrize("wrap", [encode, encode_acs])
def test_a_label_arrives_as_it_was_painted(qapp: object, wrap: Any, dpi: int) -> None:
    """Zebrafy decodes a waybill to the renderer's very dots, in either form."""
    label = domestic(qapp, dpi=dpi)
    size = label.width_dots, label.height_dots
    (seen,) = ZebrafyZPL(wrap(label.bitmap, *size).decode("ascii")).to_images()
    assert seen.convert("1").crop((0, 0, *size)).tobytes() == picture(label.bitmap, *size).tobytes()


@every_picture
def test_acs_equals_another_encoder(bitmap: bytes, width: int, height: int) -> None:
    """Our run lengths are byte for byte what zebrafy writes, at odd widths and for runs longer than a count."""
    theirs = GraphicField(picture(bitmap, width, height), format="ASCII_COMPRESSED").get_graphic_field()
    assert theirs.encode("ascii").removesuffix(b"^FS") in encode_acs(bitmap, width, height)


@every_picture
def test_z64_holds_what_another_encoder_packs(bitmap: bytes, width: int, height: int) -> None:
    """Z64 unpacks to the very dots that zebrafy's does, and its four digits are the CRC that zebrafy computes."""
    theirs = GraphicField(picture(bitmap, width, height), format="Z64").get_graphic_field().encode("ascii")
    text, check_sum = z64(encode(bitmap, width, height))
    assert zlib.decompress(b64decode(text)) == zlib.decompress(b64decode(z64(theirs)[0])) == bitmap
    assert check_sum.decode() == CRC(text).get_crc_hex_string().upper()


def z64(sent: bytes) -> tuple[bytes, bytes]:
    found = re.search(rb":Z64:([^:]*):([0-9A-Fa-f]{4})", sent)
    assert found is not None
    return found[1], found[2]


@pytest.mark.parametrize("dpi", [203, 300])
def test_a_label_takes_no_more_bytes_than_another_encoders(qapp: object, dpi: int) -> None:
    """The whole label, commands and all, is smaller than what zebrafy makes of the same dots."""
    label = domestic(qapp, dpi=dpi)
    theirs = ZebrafyImage(picture(label.bitmap, label.width_dots, label.height_dots), format="Z64").to_zpl()
    assert len(encode(label.bitmap, label.width_dots, label.height_dots)) <= len(theirs)


def test_a_label_is_one_format_with_one_copy(qapp: object) -> None:
    """The printer gets exactly our commands, in order, once, with the label's own width and length."""
    label = domestic(qapp)
    sent = encode(label.bitmap, label.width_dots, label.height_dots)
    assert re.findall(rb"[\^~][A-Z]{2}", sent) == COMMANDS
    assert b"^PW800^LL1200" in sent
    assert sent.endswith(b"^PQ1,0,1,Y^XZ")


@pytest.mark.parametrize("attack", ["Bob^FS^XZ~JR", "^XA^IDR:*.*^XZ", "~JA\x1b@\x10\x04", "\x02^CC+\x03", "_5E_7EJR"])
def test_no_text_of_a_person_is_ever_a_command(qapp: object, attack: str) -> None:
    """A name full of printer commands changes dots only: the list of commands stays the template's."""
    label = domestic(qapp, name=attack, street=attack)
    for wrap in (encode, encode_acs):
        sent = wrap(label.bitmap, label.width_dots, label.height_dots)
        assert re.findall(rb"[\^~][A-Z]{2}", sent) == COMMANDS
        assert min(sent) >= 0x20


def test_status_is_asked_for_errors_then_counts() -> None:
    """~HQES goes before ~HS, as two requests."""
    assert ready_request().split() == [b"~HQES", b"~HS"]


FLAGS = {"paper_out": "paper_out", "head_open": "head_open", "paused": "paused", "ribbon_out": "ribbon_out"}


@pytest.mark.parametrize("vector", [v for v in VECTORS["vectors"] if isinstance(v["expect"], dict)])
def test_recorded_host_status(vector: dict[str, Any]) -> None:
    """Answers read off real printers mean what was seen on them."""
    (status,) = StatusReader().feed(vector["bytes"].encode("latin-1"))
    for flag, word in FLAGS.items():
        if flag in vector["expect"]:
            assert (word in status.words) is vector["expect"][flag]
    assert status.ready is vector["expect"].get("ready", status.ready)
    assert status.formats_waiting == vector["expect"].get("formats_in_buffer", status.formats_waiting)


@pytest.mark.parametrize("vector", [v for v in VECTORS["vectors"] if not isinstance(v["expect"], dict)])
def test_an_answer_that_is_not_whole_gives_nothing(vector: dict[str, Any]) -> None:
    """A partial answer, or one with a field too few, is silence: unknown, never ready."""
    assert StatusReader().feed(vector["bytes"].encode("latin-1")) == []


@pytest.mark.parametrize("vector", VECTORS["hqes"])
@pytest.mark.parametrize("cut", [1, 7, 1000])
def test_recorded_error_status(vector: dict[str, Any], cut: int) -> None:
    """Error answers give their words, framed or not, whole or in pieces."""
    raw, reader = vector["bytes"].encode("latin-1"), StatusReader()
    (status,) = [said for at in range(0, len(raw), cut) for said in reader.feed(raw[at : at + cut])]
    words = {"media_out": "paper_out"}
    assert {words.get(error, error) for error in vector["expect"]["errors"]} <= status.words
    assert not status.ready


def test_unknown_flags_are_still_told() -> None:
    """An error bit that this program does not know is an error all the same."""
    raw = EXAMPLES[5][0].replace(b"0 00000000 00000000", b"1 00000000 08000000", 1)
    (status,) = StatusReader().feed(raw)
    assert status.words == {"error"}


@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=5), st.data())
def test_answers_cut_anywhere(
    examples: list[tuple[bytes, tuple[PrinterStatus, ...], str]], data: st.DataObject
) -> None:
    """Any answers behind each other, cut at any places, mean what they mean one by one."""
    raw = b"\r\n".join(example[0] for example in examples)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(raw)), max_size=6)))
    reader = StatusReader()
    got = [said for a, b in zip([0, *cuts], [*cuts, len(raw)], strict=True) for said in reader.feed(raw[a:b])]
    assert got == [status for example in examples for status in example[1]]


@given(st.binary(max_size=600), st.integers(0, len(READY)))
def test_noise_never_says_ready(garbage: bytes, lost: int) -> None:
    """Noise never raises, and no answer with a byte missing at its start or end is taken for ready."""
    reader = StatusReader()
    assert not any(status.ready for status in reader.feed(garbage.replace(b"\x02", b"").replace(b"\x03", b"")))
    for cut in (READY[: max(0, len(READY) - 3 - lost)], READY[1 + lost :]):
        assert not any(status.ready for status in StatusReader().feed(cut))


def test_a_half_answer_does_not_mix_with_the_next() -> None:
    """After an answer broke off, the next whole one counts, and only it."""
    faulty = EXAMPLES[1]
    reader = StatusReader()
    assert reader.feed(READY[:60]) == []
    assert reader.feed(faulty[0]) == list(faulty[1])
    assert reader.feed(b"x" * 10_000) == []
    assert reader.feed(READY) == list(EXAMPLES[0][1])


@pytest.mark.parametrize(
    "raw",
    [
        READY.replace(b"030,0,0,", b"030,?,0,"),
        b"\x02PRINTER STATUS ERRORS: gone WARNINGS: none\x03",
        b"\x02\x03" * 3,
        READY.replace(b"030,0,0,", b"030,0,%b," % (b"9" * 5000)),
    ],
)
def test_an_answer_that_makes_no_sense_gives_nothing(raw: bytes) -> None:
    """A whole answer whose fields are no numbers is dropped, and the next good one still counts."""
    reader = StatusReader()
    assert reader.feed(raw) == []
    assert reader.feed(READY) == list(EXAMPLES[0][1])


@pytest.mark.parametrize("wrap", [encode, encode_acs])
def test_what_a_carriers_label_left_behind_is_set_back(wrap: Any) -> None:
    """Labels stand upright and are not reversed after a carrier's label with ^POI or ^LRY, and before the first dot."""
    data = wrap(noise(80, 8, 1), 80, 8)
    assert b"^PON" in data.partition(b"^FO")[0]
    assert b"^LRN" in data.partition(b"^FO")[0]
