"""Codes: each kind is told for what it is, damaged ones are named, and no text whatever makes the reader fail."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.codes import (
    FAULTY_TEXT_MAX,
    GS,
    TEXT_MAX,
    badge_code,
    command_code,
    faulty,
    load_gs1,
    read,
    s10_ok,
    sscc_ok,
)
from station.packing.inputs import Command, Scan, ScanFault

VECTORS = json.loads((Path(__file__).parent / "vectors" / "gs1" / "scandata_vectors.json").read_text("utf-8"))
CODE_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
GTIN = "04006381333931"
SSCC = "340123450000000017"


def scan(text: str, aim: str = "") -> Scan:
    return read(text, aim=aim, device="scanner 1")


@pytest.mark.parametrize(
    ("text", "gtin"),
    [
        ("96385074", "00000096385074"),
        ("036000291452", "00036000291452"),
        ("4006381333931", GTIN),
        ("6901234567892", "06901234567892"),
        ("14006381333938", "14006381333938"),
    ],
)
def test_gtins_of_every_length(text: str, gtin: str) -> None:
    """GTIN-8, -12, -13 and -14 with the right check digit are looked up as 14 digits."""
    assert (scan(text).gtin, scan(text).keys, scan(text).bad_check_digit) == (gtin, (gtin,), False)


@pytest.mark.parametrize("text", ["96385075", "036000291453", "4006381333932", "14006381333939"])
def test_a_wrong_check_digit_is_flagged(text: str) -> None:
    """A wrong check digit is told, and the text can still be looked up as a seller's own number."""
    assert (scan(text).gtin, scan(text).keys, scan(text).bad_check_digit) == (None, (text,), True)


@pytest.mark.parametrize("text", ["123456789", "SO-1", "400638133393X", "٤٠٠٦٣٨١٣٣٣٩٣١", "YT8800000000001", "商品一"])
def test_other_texts_are_only_themselves(text: str) -> None:
    """What has no GTIN's form, digits of other scripts among it, is neither a GTIN nor a bad one."""
    assert scan(text) == Scan(text=text, device="scanner 1", keys=(text,))


def test_an_add_on_is_no_part_of_the_gtin() -> None:
    """An EAN-13 with a five-digit add-on (AIM id ]E3) is found by its first 13 digits."""
    assert scan("]E3400638133393112345").gtin == GTIN
    assert scan("400638133393112345").gtin is None


@pytest.mark.parametrize("aim", ["]C1", "]e0", "]d2", "]Q3", "]J1"])
def test_gs1_symbols(aim: str) -> None:
    """Every GS1 symbology gives GTIN, lot, expiry and serial, with the AIM id at the head or beside the text."""
    text = f"01{GTIN}10LOT7{GS}17271130" + f"21S-1{GS}"
    found = scan(aim + text)
    assert found == scan(text, aim)
    assert (found.gtin, found.lot, found.expiry, found.serial) == (GTIN, "LOT7", "2027-11-30", "S-1")
    assert found.keys == (text.strip(GS), GTIN)
    assert found.aim == aim
    assert found.text == text.strip(GS)


@pytest.mark.parametrize(
    "text",
    [
        f"{GS}01{GTIN}10LOT7",
        f"01{GTIN}21S{GS}10LOT7",
        f"01{GTIN}10LOT7",
        f"(01){GTIN}(10)LOT7",
        f"(01) {GTIN} (10) LOT7",
    ],
)
def test_gs1_without_aim_id(text: str) -> None:
    """Scanners that send no AIM id: FNC1, a separator, a GTIN first, or the printed form tell GS1."""
    assert (scan(text).gtin, scan(text).lot) == (GTIN, "LOT7")


@pytest.mark.parametrize("aim", ["]C0", "]Q1", "]d1", "]A0"])
def test_symbols_that_are_not_gs1_are_never_read_as_gs1(aim: str) -> None:
    """Where the AIM id says it is no GS1, the same characters are only a text."""
    assert scan(f"{aim}01{GTIN}10LOT7") == Scan(
        text=f"01{GTIN}10LOT7", device="scanner 1", aim=aim, keys=(f"01{GTIN}10LOT7",)
    )


@pytest.mark.parametrize(
    ("digits", "expiry"),
    [
        ("17270200", "2027-02-28"),
        ("17280200", "2028-02-29"),
        ("17260531", "2026-05-31"),
        ("7003270531" + "1200", "2027-05-31"),
        ("15270630", "2027-06-30"),
        ("1527063017270531", "2027-05-31"),
        ("17991231", "1999-12-31"),
    ],
)
def test_expiry(digits: str, expiry: str) -> None:
    """Day 00 is the month's last; expiry counts before best before."""
    assert scan(f"]C101{GTIN}{digits}").expiry == expiry


@pytest.mark.parametrize(
    "text",
    [
        "]C1",
        "]C10104006381333932",
        "]C1010400638133393",
        f"]C101{GTIN}17271301",
        f"]C101{GTIN}17270230",
        f"]C101{GTIN}15270199",
        f"]C101{GTIN}70032713011200",
        f"]C101{GTIN}10123456789012345678901",
        f"]C101{GTIN}01{'14006381333938'}",
        f"]d201{GTIN}10测试",
        "]C100340123450000000018",
        "]d2HELLO",
    ],
)
def test_a_gs1_symbol_that_does_not_parse_is_a_fault(text: str) -> None:
    """A GS1 symbol with a wrong check digit, date, length or identifier is not used by half."""
    assert scan(text).fault in (ScanFault.BAD_GS1, ScanFault.INCOMPLETE)
    assert scan(text).gtin is None


@pytest.mark.parametrize(
    "text",
    [
        f"ABC{GS}DEF",
        "(01)WORDS",
        "(7) seven",
        f"01{GTIN}99",
        f"01{GTIN}1727",
        "00340123450000000018",
        "0104006381333932",
    ],
)
def test_what_only_looks_like_gs1_stays_a_text(text: str) -> None:
    """Without a GS1 symbol's claim a text that does not parse is no fault."""
    assert (scan(text).fault, scan(text).gtin, scan(text).keys) == (None, None, (text,))


def test_sscc() -> None:
    """An SSCC is read from its GS1 symbol and from its 20 bare digits."""
    assert sscc_ok(SSCC)
    assert not sscc_ok(SSCC[:-1] + "8")
    assert not sscc_ok("17")
    assert scan(f"]C100{SSCC}").sscc == SSCC
    assert scan(f"00{SSCC}").sscc == SSCC


@pytest.mark.parametrize("text", ["RB123456785GB", "LX123456785CN", "EE000000014CN", "RR473124829FI"])
def test_s10_numbers(text: str) -> None:
    """S10 numbers with the right check digit are recognised, and every other check digit is not."""
    assert s10_ok(text)
    for digit in set("0123456789") - {text[10]}:
        assert not s10_ok(text[:10] + digit + text[11:])


def test_an_s10_number_has_its_form() -> None:
    """A GTIN, a lower-case or a longer text is no S10 number."""
    for text in ("4006381333931", "rb123456785gb", "RB123456785GBX", "RB12345678５GB", ""):
        assert not s10_ok(text)


@pytest.mark.parametrize("command", list(Command))
def test_every_command_has_a_code(command: Command) -> None:
    """Each command's code consists of A-Z, 0-9 and - only, and reads back, in capitals or not."""
    code = command_code(command)
    assert set(code) <= set(CODE_CHARACTERS)
    assert scan(code) == Scan(text=code, device="scanner 1", command=command)
    assert scan(code.lower()).command is command


@given(st.from_regex(r"[A-Z0-9](?:[A-Z0-9-]{0,30}[A-Z0-9])?", fullmatch=True))
def test_arguments_and_badges_come_back(argument: str) -> None:
    """Any carton code and any badge id, hyphens within it too, comes back as it was."""
    box = scan(command_code(Command.BOX, argument))
    assert (box.command, box.argument) == (Command.BOX, argument)
    badge = scan(badge_code(argument))
    assert (badge.badge, badge.command, badge.keys) == (argument, None, ())


def test_check_characters_are_the_standards() -> None:
    """The check characters are those of ISO/IEC 7064 MOD 1271-36, whose example is ISO79 with 3W."""
    from station.codes import _check_characters

    assert _check_characters("ISO79") == "3W"


@given(st.integers(0, 40), st.sampled_from(CODE_CHARACTERS), st.sampled_from(list(Command)))
def test_one_changed_character_is_never_another_command(at: int, character: str, command: Command) -> None:
    """A command code with one wrong character is no command."""
    code = command_code(command, "M2")
    bent = code[: at % len(code)] + character + code[at % len(code) + 1 :]
    found = scan(bent)
    assert bent == code or (found.command is None and found.badge is None)


@given(st.integers(0, 40), st.sampled_from(list(Command)))
def test_swapped_neighbours_are_never_another_command(at: int, command: Command) -> None:
    """A command code with two swapped neighbours is no command."""
    code = command_code(command, "A1")
    at %= len(code) - 1
    bent = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert bent == code or scan(bent).command is None


@pytest.mark.parametrize(
    "text", ["SB-NEXT-00", "SB-NEXT", "SB-NEXT-", "SB-BADGE", "SB-BADGE-", "SB-BADGE-P1-00", "SB-BOX--"]
)
def test_a_bent_command_is_a_fault(text: str) -> None:
    """What names a command or a badge but fails its check is refused, never guessed."""
    assert scan(text).fault is ScanFault.BAD_CHECK_CHARACTERS


def test_a_badge_of_nobody_is_a_fault() -> None:
    """A badge code without an id is no badge, be its check characters right."""
    from station.codes import _with_check

    assert scan(_with_check("BADGE", "")).fault is ScanFault.BAD_CHECK_CHARACTERS


def test_a_sellers_number_may_begin_with_the_prefix() -> None:
    """An order number such as SB-1001 is a text, not a bent command."""
    assert scan("SB-1001").keys == ("SB-1001",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", ScanFault.INCOMPLETE),
        ("  \r\n", ScanFault.INCOMPLETE),
        (GS, ScanFault.INCOMPLETE),
        ("]E0", ScanFault.INCOMPLETE),
        ("]XX", ScanFault.INCOMPLETE),
        ("40063\x008133", ScanFault.CONTROL_CHARACTERS),
        ("40063\x1b[A", ScanFault.CONTROL_CHARACTERS),
        ("4006\u200b381333931", ScanFault.CONTROL_CHARACTERS),
        ("SO\u2028-1", ScanFault.CONTROL_CHARACTERS),
        ("SO\ud800-1", ScanFault.CONTROL_CHARACTERS),
        ("A" * (TEXT_MAX + 1), ScanFault.TOO_LONG),
    ],
)
def test_unusable_texts(text: str, fault: ScanFault) -> None:
    """Empty, too long and control characters are faults with a word, and the kept text can be recorded."""
    found = scan(text)
    assert found.fault is fault
    assert found.text.encode("utf-8").decode("utf-8").isprintable()
    assert found.keys == ()


def test_a_faulty_text_is_kept_short() -> None:
    """What is kept of a long faulty text is its head and its length."""
    kept = faulty(ScanFault.TOO_LONG, device="s", text="é" * 600).text
    assert kept == "é" * FAULTY_TEXT_MAX + "… (600 characters)"


def test_surrounding_blanks_are_dropped() -> None:
    """Blanks around a code, a carriage return among them, are no part of it; the guard time is handed on."""
    assert read(" SO-1\u3000\r\n", device="s", guard_ms=150) == Scan(
        text="SO-1", device="s", keys=("SO-1",), guard_ms=150
    )


def test_the_longest_text_is_still_read() -> None:
    """A text of exactly the limit is a text."""
    assert scan("A" * TEXT_MAX).fault is None


@pytest.mark.parametrize("case", VECTORS["process_scan_data"], ids=lambda case: repr(case["scan_data"]))
def test_scan_data_of_the_gs1_syntax_engine(case: dict[str, object]) -> None:
    """GS1's own scan-data cases: element strings it accepts are read, empty GS1 symbols are faults."""
    text = str(case["scan_data"])
    expected = str(case["syntax_engine_data"])
    found = scan(text)
    if case["accept"] and expected.startswith("^"):
        assert found.fault is None
        assert found.text == expected[1:].replace("^", GS)
    elif text[:3] in ("]C1", "]e0", "]d2", "]Q3", "]J1", "]XX", ""):
        assert found.fault in (ScanFault.INCOMPLETE, ScanFault.BAD_GS1)
    elif text != "]E0123456789012":  # scanners set to drop a UPC-A's leading zero send twelve digits behind ]E0
        assert found.gtin is None or case["accept"]


AIMS = st.sampled_from(["", "]C1", "]C0", "]e0", "]d2", "]Q3", "]J1", "]E0", "]E3"])
ELEMENTS = st.lists(
    st.one_of(
        st.sampled_from([f"01{GTIN}", f"00{SSCC}", "10", "17", "21", "7003", "3103", "3922", "8008", "4326", GS, "("]),
        st.text("0123456789AZ", max_size=12),
    ),
    max_size=8,
).map("".join)


@given(AIMS, st.one_of(st.text(), ELEMENTS, st.text(st.characters(categories=["Cc", "Cf", "Cs", "Nd"]))))
def test_no_text_makes_the_reader_fail(aim: str, text: str) -> None:
    """Any text gives a scan, always the same one, that is a fault or has something to look up."""
    found = scan(aim + text)
    assert found == scan(aim + text)
    assert (found.fault is not None) != bool(found.keys or found.command or found.badge)
    assert found.device == "scanner 1"
    found.text.encode("utf-8")
    if found.expiry:
        assert len(found.expiry) == 10


def test_gs1_is_loaded_on_demand() -> None:
    """The GS1 reader can be imported ahead of the first GS1 scan."""
    load_gs1()
