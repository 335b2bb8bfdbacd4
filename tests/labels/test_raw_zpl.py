"""Carriers' own ZPL: what only draws passes, what does more is refused by name."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import Trouble
from station.labels.raw_zpl import DRAWING, SETTING, TILDE, read

VECTORS = Path(__file__).parent.parent / "vectors" / "zpl"
CARRIERS = ["fedex", "ups", "usps", "ups_surepost", "swisspost"]


@pytest.mark.parametrize("carrier", CARRIERS)
def test_carriers_labels(carrier: str) -> None:
    """The list is no wall: labels as carriers give them pass unchanged."""
    data = (VECTORS / f"zebrash_{carrier}.zpl").read_bytes()
    checked = read(data)
    assert checked.data == data
    assert checked.labels >= 1


def test_a_hosts_conversation_is_no_label() -> None:
    """What a print server sent to a printer, status questions included, is not let through."""
    with pytest.raises(Trouble, match="does not begin"):
        read((VECTORS / "lprint_1.1.0_dg_acs_output.zpl").read_bytes())


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"^XA^FO0,0^FDx^FS^JUS^XZ", r"\^JU"),
        (b"^XA^CC+^XZ", r"\^CC"),
        (b"^XA^FDx^FS^XZ~JR", "~JR"),
        (b"^XA~JA^XZ", "~JA"),
        (b"^XA^NS1,192.168.1.1^XZ", r"\^NS"),
        (b"^XA^IDR:*.*^XZ", r"\^ID"),
        (b"^XA^DFE:FORM.ZPL^XZ", r"\^DF"),
        (b"^XA^XFR:FORM.ZPL^XZ", r"\^XF"),
        (b"~DGE:LOGO.GRF,8,1,FF^XA^XZ", "lasting memory"),
        (b"^XA^GFB,4,4,1,\x01\x02\x03\x04^FS^XZ", "raw bytes"),
        (b"^XA^PQ50,0,1,Y^XZ", "50 copies"),
        (b"^XA^SZ1^XZ", "another language"),
        (b"^XA^XA^XZ", r"\^XA stands"),
        (b"^XZ", "does not begin"),
        (b'! U1 setvar "x"^XA^XZ', "does not begin"),
        (b"^XA^FDx", "no end"),
        (b"^XA^XZ^FDx", "outside a label"),
        (b"^XA^XZ" * 21, "21 labels"),
        (b"", "does not begin"),
        (b"%!PS", "does not begin"),
        (b"^XA^fo0,0^XZ", "command"),
        (b"^XA^^XZ", "command"),
        (b"^XA^cc+^XZ", r"\^cc"),
        (b"^XA^C\r\nC+^XZ", r"\^CC"),
        (b"^XA^C C+^XZ", r"\^C "),
        (b"^XA^FX only a remark ~JA^XZ", "~JA"),
        (b"^XA^FDx^FSCT~~CD,~CC^~CT~^XZ", "~~C"),
        (b'^XA^FDx^FS^XZ\r\n! U1 setvar "ip.addr" "192.0.2.1"\r\n', "XZ has text behind it"),
        (b'^XA! U1 do "device.reset" ""\r\n^FDx^XZ', "XA has text behind it"),
        (b"^XA^FDx^FS^XZ\r\nN\r\nP99\r\n", "XZ has text behind it"),
        (b'~DGR:A,1,1,FF\r\n! U1 setvar "x"\r\n^XA^FDx^FS^XZ', "no picture"),
        (b"^XA^FD\x1b@^XZ", "control characters"),
        (b"^XA^GF B,4,4,1,abcd^FS^XZ", "raw bytes"),
        (b"^XA^GFb,4,4,1,abcd^FS^XZ", "raw bytes"),
        (b"^XA^MCN^XZ", "dots on the next one"),
        (b"^XA^LS200^XZ", "moves every later label"),
        (b"^XA^LT-120^XZ", "moves every later label"),
        (b"^XA^MUI^XZ", "unit of every later label"),
        (b"^XA^PMY^XZ", "mirrors every later label"),
    ],
)
def test_refused(data: bytes, named: str) -> None:
    """Whatever does more than draw on this label is refused in a sentence that names it."""
    with pytest.raises(Trouble, match=named) as caught:
        read(data)
    assert "\n" not in caught.value.sentence()


def test_written_as_data() -> None:
    """A prefix written as a field's hexadecimal is no command; a remark, line ends and blanks pass."""
    data = b"^XA^FX a remark^FS\r\n^LT0 ^LS0^MCY^PQ1,0,1,Y\r\n^FO1,1^FH^FD_5ECC_7EJA^FS\r\n^XZ\r\n"
    assert read(data).labels == 1


def test_too_large() -> None:
    """A file of many megabytes is not looked through."""
    with pytest.raises(Trouble, match="larger than 5 MB"):
        read(b"^XA" + b"^FX" * 2_000_000)


@given(st.lists(st.sampled_from([b"^", b"~", b"XA", b"XZ", b"FD", b"JR", b"\r\n", b"A@", b"GFB,", b"0", b"\xff"])))
def test_any_mixture(pieces: list[bytes]) -> None:
    """No mixture of pieces passes with a command that is not on the list."""
    data = b"".join(pieces)
    with suppress(Trouble):
        read(data)
        assert b"~JR" not in data
        assert b"^JR" not in data


def test_the_list_holds_no_control_command() -> None:
    """Nothing of the groups that cancel, reset, set up a network or change prefixes stands on the list."""
    assert not {name for name in DRAWING | SETTING if name[0] in "JKNHUW" or name in ("CC", "CD", "CT", "DF", "ID")}
    assert {"DG"} == TILDE
