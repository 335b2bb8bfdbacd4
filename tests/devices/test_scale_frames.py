"""Frames of every serial scale protocol, as the manuals named in each dialect's file print them."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from station.devices.dialect import ScaleFrame
from station.devices.scales.cas_ecr import written
from station.packing.inputs import ScaleFault
from station.registry import find

VECTORS = Path(__file__).parents[1] / "vectors" / "scales" / "serial_lines.json"
LINES = json.loads(VECTORS.read_text("utf-8"))["vectors"]
NAMES = {"and": "a-and-d", "kern-fkb": "kern"}
MG_OF = {"g": Decimal(1_000), "kg": Decimal(1_000_000), "lb": Decimal("453592.37"), "oz": Decimal("28349.523125")}
OVER, UNDER, BROKEN, COUNT = ScaleFault.OVERLOAD, ScaleFault.UNDERLOAD, ScaleFault.BROKEN, ScaleFault.NOT_A_WEIGHT


def _frames(speaks: str, raw: bytes, unit: str = "") -> list[ScaleFrame]:
    frames: list[ScaleFrame] = find("scale", speaks).Dialect(unit=unit).feed(raw)
    return frames


@pytest.mark.parametrize("line", LINES, ids=[f"{line['proto']} {line['raw']!r}" for line in LINES])
def test_public_lines(line: dict[str, Any]) -> None:
    """Lines quoted from the manuals give the weight and steadiness their source states, or none at all."""
    expected = line["expect"]
    unit = expected.get("unit", "lb").replace("config", "lb")
    frames = _frames(NAMES.get(line["proto"], line["proto"]), line["raw"].encode("latin-1"), unit)
    if expected.get("w") is None:
        assert all(frame.weight_mg is None and not frame.stable for frame in frames)
        assert bool(frames) is ("ack" not in expected)
        return
    (frame,) = frames
    assert frame.weight_mg == round(Decimal(expected["w"]) * MG_OF[unit])
    assert (frame.stable, frame.fault) == (expected.get("stable", True), None)


WEIGHED: list[tuple[str, bytes, int, bool]] = [
    ("a-and-d", b"ST,+00000.0  g\r\n", 0, True),
    ("a-and-d", b"ST,-0000.500 kg\r\n", -500_000, True),
    ("a-and-d", b"US,+0012.345 lb\r\n", 5_599_598, False),
    ("a-and-d", b"ST,+0012.345 oz\r\n", 349_975, True),
    ("a-and-d", b"ST,+00123.45ozt\r\n", 3_839_724, True),
    ("a-and-d", b"ST,HI,+0001.234 kg\r\n", 1_234_000, True),
    ("a-and-d", b"US,LO,+0001.234 kg\r\n", 1_234_000, False),
    ("a-and-d", b"ST,NT,+0012.34kg\r\n", 12_340_000, True),
    ("a-and-d", b"OK,ST,+0001.234 kg\r\n", 1_234_000, True),
    ("a-and-d", b"LO,US,-0001.234 kg\r\n", -1_234_000, False),
    ("a-and-d", b"ST,+001.2345 ct\r\n", 247, True),
    ("cas-22", b"ST,GS,1\xc5,  00.000 kg\r\n", 0, True),
    ("cas-22", b"ST,GS,1\xc4,    1250  g\r\n", 1_250_000, True),
    ("cas-ecr", written(b"S  1.234lb"), 559_733, True),
    ("dini", b"ST,GS,   1250, g\n", 1_250_000, True),
    ("dini", b"01ST,GS,    1.25,kg\r", 1_250_000, True),
    ("kern", b"ST,GS -1.000KG\r\n", -1_000_000, True),
    ("kern", b"-    1284.5 g\r", -1_284_500, True),
    ("mt-sics", b"S S     100.00 ct\r\n", 20_000, True),
    ("mt-sics", b"S S      1.234 t\r\n", 1_234_000_000, True),
    ("nci", b"\n01LB 15.9OZ\r\n10\r\x03", 904_350, False),
    ("nci", b"\n0012.34lb\r\n0p4\r\x03", 5_597_330, True),  # the third byte: net
    ("ohaus", b"  1284.0 g ? NET\r\n", 1_284_000, False),
    ("radwag", b"? -   1832.0 g  \r\n", -1_832_000, False),
    ("sartorius", b"+    12.34 lb \r\n", 5_597_330, True),
    ("yingzhan", b"ST,GS,-  0.050kg\r\n", -50_000, True),
    ("cas-22", b"US,GS,1\x84,    0.50 kg\r\n", 500_000, False),
    ("cas-22", b"ST,NT,=\xc6, -000.50 kg\r\n", -500_000, True),
    ("cas-22", b"ST,GS,1\xc4,0001.250  t\r\n", 1_250_000_000, True),
    ("cas-22", b"ST,GS,1\xc4,0001.250\x00kg\r\n", 1_250_000, True),  # a relay byte in place of the blank
    ("cas-ecr", written(b"S  0.500KG"), 500_000, True),
    ("cas-ecr", written(b"U 012.50lb"), 5_669_905, False),
    ("cas-ecr", written(b"S 000500 g"), 500_000, True),
    ("dini", b"US,GS,   123.4,kg\r\n", 123_400_000, False),
    ("dini", b"ST,NT,    -0.5,g\r\n", -500, True),
    ("dini", b"00ST,GS,   1.250, t\r\n", 1_250_000_000, True),
    ("kern", b"ST,NT,+1.23456kg\r\n", 1_234_560, True),
    ("kern", b"US,N , 1.25 ,kg\n", 1_250_000, False),
    ("kern", b"   -   153.4 g  \r\n", -153_400, True),
    ("kern-kcp", b"S D      0.000 kg\r\n", 0, False),
    ("mt-sics", b"S S  -0.0001 kg\r\n" * 2, -100, True),
    ("nci", b"\n-0.50kg\r\n00\r\x03", -500_000, True),
    ("nci", b"\n 003.20oz\r\n00\r\x03", 90_718, True),
    ("nci", b"\n0012.34LB\r\n20\r\x03", 5_597_330, True),  # at zero and more: the weight stands
    ("nci", b"\n0012.34LB\r\n0pp0\r\x03", 5_597_330, True),  # four status bytes
    ("nci", b"\n1LB 2.5OZ\r\nS10\r\x03", 524_466, False),
    ("ohaus", b"  1284.0 g  G\r\n", 1_284_000, True),
    ("ohaus", b"-  0.4500 oz   ?    NET\r\n", -12_757, False),
    ("ohaus", b"   207.80 g ? 00:00:15\r\n", 207_800, False),
    ("ohaus", b"     1.284 kg  B/G\r\n", 1_284_000, True),
    ("radwag", b"SUI? -   58.237 kg \r\n", -58_237_000, False),
    ("radwag", b"S           18.5 kg \r\n", 18_500_000, True),
    ("radwag", b"   -     12.345 g  \r\n", -12_345, True),
    ("sartorius", b"+   0.0001 kg \r\n", 100, True),
    ("sartorius", b"G#    -   123.56 g  \r\n", -123_560, True),
    ("toledo-8217", b"\x02000.00\r", 0, True),
    ("toledo-8217", b"\x0212.345N\r", 5_599_598, True),
    ("toledo-8217", b"\x02 1.25\r", 566_990, True),
    ("toledo-8213", b"\x02012.34kg\r", 12_340_000, True),
    ("yingzhan", b"ST,N,+0012.50lb\r\n", 5_669_905, True),
    ("yingzhan", b"US,GS,-000.005kg\r\n", -5_000, False),
    ("yingzhan", b"ST,GS,+123.456  g\r\n", 123_456, True),
    ("yingzhan", b"wn-01.250kg\r\n", -1_250_000, False),
]


@pytest.mark.parametrize(("speaks", "raw", "mg", "stable"), WEIGHED, ids=[f"{one[0]} {one[1]!r}" for one in WEIGHED])
def test_weights(speaks: str, raw: bytes, mg: int, stable: bool) -> None:
    """Signs, units, net weights, comparators and shorter forms are exact; motion is told."""
    frame = _frames(speaks, raw, "lb")[-1]
    assert (frame.weight_mg, frame.stable, frame.fault) == (mg, stable, None)


REFUSED: list[tuple[str, bytes, ScaleFault | None]] = [
    ("a-and-d", b"OL,+9999999  g\r\n", OVER),
    ("a-and-d", b"OL,-99999999PC\r\n", UNDER),
    ("a-and-d", b"QT,+00012345 PC\r\n", COUNT),
    ("a-and-d", b"US,+000123.4  %\r\n", COUNT),
    ("a-and-d", b"ST,+0012.345 tl\r\n", COUNT),
    ("a-and-d", b"ST,+0012.345  t\r\n", COUNT),  # a tola
    ("a-and-d", b"ST,+0012.345  N\r\n", COUNT),
    ("a-and-d", b"ST,+0012.345\r\n", COUNT),
    ("a-and-d", b"        -E    \r\n", UNDER),
    ("a-and-d", b"SI-\r\n", UNDER),
    ("a-and-d", b"EC,E02\r\n", None),
    ("cas-22", b"UL,GS,1\x84,        kg\r\n", UNDER),
    ("kern", b"   12.5 tael\r\n", COUNT),
    ("radwag", b"SI   ^  3200.0 g  \r\n", OVER),
    ("yingzhan", "ST,GS,+  1.250斤\r\n".encode(), COUNT),
    ("yingzhan", "ST,GS,+  1.250斤\r\n".encode("gb18030"), COUNT),
    ("yingzhan", b"ST,GS,+  1.250jin\r\n", COUNT),
    ("cas-22", b"OL,NT,1\x86,-        kg\r\n", UNDER),
    ("cas-22", b"ST,GS,1\xc4,      12 PC\r\n", COUNT),
    ("dini", b"UL,NT,    -9.9,kg\r\n", UNDER),
    ("dini", b"ST,RZ,   12345,vv\r\n", COUNT),
    ("dini", b"ERR03\r\n", None),
    ("kern", b"        12.5  % \r\n", COUNT),
    ("kern", b"OL,GS,+         \r\n", OVER),
    ("kern", b"        12.5    \r\n", None),
    ("mt-sics", b"S -\r\n", UNDER),
    ("nci", b"\nS02\r\x03", OVER),
    ("nci", b"\n0012.34LB\r\n40\r\x03", BROKEN),
    ("nci", b"\n0012.34LB\r\n80\r\x03", BROKEN),
    ("nci", b"\n0012.34LB\r\n04\r\x03", BROKEN),
    ("nci", b"\n0012.34LB\r\n08\r\x03", BROKEN),
    ("nci", b"\n    12pc\r\n00\r\x03", COUNT),
    ("nci", b"\n0012.34\r\n00\r\x03", COUNT),
    ("nci", b"\nlb\r\n00\r\x03", None),
    ("ohaus", b"Err 8.4\r\n", UNDER),
    ("ohaus", b"Err 13\r\n", BROKEN),
    ("ohaus", b"       100 %\r\n", COUNT),
    ("ohaus", b"   1 lb:  2.5 oz\r\n", COUNT),
    ("ohaus", b"     12.73 t\r\n", COUNT),  # a tical or a tola
    ("radwag", b"SUI ^\r\n", OVER),
    ("radwag", b"S E\r\n", None),
    ("radwag", b"SIv      -3.0 g  \r\n", UNDER),
    ("sartorius", b"    Low       \r\n", UNDER),
    ("sartorius", b"+    12.50 %  \r\n", COUNT),
    ("sartorius", b"      --      \r\n", None),
    ("toledo-8217", b"\x02?C\r", OVER),
    ("toledo-8217", b"\x02?\x45\r", UNDER),
    ("toledo-8217", b"\x02?\x41\r", None),
    ("toledo-8217", b"\x02?\x60\r", None),
    ("yingzhan", b"ST,GS,+00012PCS\r\n", COUNT),
    ("yingzhan", b"ST,GS,+001.2500\r\n", COUNT),
]


@pytest.mark.parametrize(("speaks", "raw", "fault"), REFUSED, ids=[f"{one[0]} {one[1]!r}" for one in REFUSED])
def test_no_weights(speaks: str, raw: bytes, fault: ScaleFault | None) -> None:
    """Over, under, faulty, counts, units nobody knows and not yet settled are told apart, none with a weight."""
    frame = _frames(speaks, raw, "lb")[-1]
    assert (frame.weight_mg, frame.fault) == (None, fault)


@pytest.mark.parametrize(
    ("speaks", "raw"),
    [
        ("a-and-d", b"ST,+00l2.345 kg\r\n"),
        ("a-and-d", b"ST,+0001,234 kg\r\n"),  # a decimal comma could be a thousand
        ("a-and-d", b"LO,+0001.234 kg\r\n"),  # stable or not is not said
        ("mt-sics", b"S S     100,00 g\r\n"),
        ("ohaus", b"  1284,0 g\r\n"),
        ("sartorius", b"+   12,34 g  \r\n"),
        ("toledo-8217", b"\x82\x30\x30\xb1\xae\xb2\x35\x8d"),  # 7E1 read as 8N1: its cause is told
        ("a-and-d", b"+0001.234E kg\r\n"),
        ("cas-22", b"ST,GS,1A,   1E.50 kg\r\n"),
        ("cas-ecr", written(b"S 01.234kg").replace(b"1.2", b"7.2")),
        ("cas-ecr", written(b"X 01.234kg")),
        ("dini", b"ST,GS,   12,50,kg\r\n"),
        ("kern", b"ST GS 1.000KG\r\n"),
        ("nci", b"\n0012.34LB\r\n\r\x03"),
        ("nci", b"\n0012.34LB\r\n0\r\x03"),
        ("nci", b"\n0012.34LB\r\n0p\r\x03"),  # another status byte was promised
        ("radwag", b"SX          18.5 kg \r\n"),
        ("sartorius", b"+   12.3.4 g  \r\n"),
        ("toledo-8217", b"001.25\r"),
        ("toledo-8217", b"\x02?\x02\r"),  # bit 6 is always there
        ("toledo-8217", b"\x02001.2x5\r"),
        ("yingzhan", b"ST;GS;+000.876kg\r\n"),
    ],
)
def test_mangled(speaks: str, raw: bytes) -> None:
    """A frame that is not as its manual says gives nothing: no weight, no fault."""
    assert _frames(speaks, raw, "lb") == []


@pytest.mark.parametrize("raw", [b"\x02001.25\r", b"\x02001.25N\r"])
def test_bare_numbers(raw: bytes) -> None:
    """Without a unit set up a bare number is no weight, never grams."""
    (frame,) = _frames("toledo-8217", raw)
    assert (frame.weight_mg, frame.fault) == (None, COUNT)
