"""What a scanned text is: GTIN, GS1 element string, SSCC, S10, badge or command. Pure; makes the ``Scan`` of packing.

Here a text is only understood, never looked up and never refused for what it means: which line, order or waybill it
stands for is decided by the open job. No device, no order book, no settings. GS1 is read by biip, which is imported
at the first GS1 code, not at start (80 ms).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date
from unicodedata import category, normalize

from station.packing.inputs import Command, Scan, ScanFault
from station.packing.model import gtin_check_digit_ok

TEXT_MAX = 512
"""Characters; GS1-128 holds 48, and no longer QR text is worked with at a bench."""

FAULTY_TEXT_MAX = 64
PREFIX = "SB-"
"""Of command codes and badges. They consist of A-Z, 0-9 and ``-`` only, so that no keyboard layout bends them."""

ARGUMENT_PATTERN = r"[A-Z0-9](?:[A-Z0-9-]{0,30}[A-Z0-9])?"
"""Of a carton's code or a badge's id, at most 32 characters."""

GS = "\x1d"
GS1_AIMS = frozenset({"]C1", "]e0", "]d2", "]Q3", "]J1"})
"""AIM ids of symbols whose data are GS1 element strings (ISO/IEC 15424)."""

_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_ARGUMENT = re.compile(ARGUMENT_PATTERN)
_BADGE = "BADGE"
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-"
_BLANKS = " \t\r\n\u00a0\u3000"


def read(text: str, *, aim: str = "", device: str, guard_ms: int = 0) -> Scan:
    """What ``text`` is, as far as it can be told without an order; never raises, whatever was scanned.

    ``aim`` is the AIM id with its ``]``; where the device does not tell it apart it may stand at the head of the text.
    """
    if len(text) > TEXT_MAX:
        return faulty(ScanFault.TOO_LONG, device=device, text=text)
    if not aim and (head := _AIM.match(text)):
        aim, text = head[0], text[3:]
    text = normalize("NFC", text.strip(_BLANKS))  # as it is recorded, so that replay compares what was compared
    fault = _unusable(text)
    if fault:
        return faulty(fault, device=device, text=text, aim=aim)
    scan = Scan(text=text, device=device, aim=aim, guard_ms=guard_ms)
    return _command(scan) or _gs1(scan) or _plain(scan)


def faulty(fault: ScanFault, *, device: str, text: str, aim: str = "") -> Scan:
    """A scan that may not be used; its text is kept short and printable, so that it can be recorded and shown."""
    shown = "".join(_printable(character) for character in text[:FAULTY_TEXT_MAX])
    if len(text) > FAULTY_TEXT_MAX:
        shown += f"… ({len(text)} characters)"
    return Scan(text=normalize("NFC", shown), device=device, aim=aim, fault=fault)


def command_code(command: Command, argument: str = "") -> str:
    """What the barcode of a command carries, ``SB-BOX-M-`` and two check characters."""
    return _with_check(_command_name(command), argument)


def badge_code(badge: str) -> str:
    """What the barcode of a person's badge carries; ``badge`` comes back as ``Scan.badge``."""
    assert badge
    return _with_check(_BADGE, badge)


def s10_ok(text: str) -> bool:
    """Whether a text is a UPU S10 number with the right check digit (two letters, nine digits, two letters)."""
    if not re.fullmatch(r"[A-Z]{2}[0-9]{9}[A-Z]{2}", text):
        return False
    return int(text[10]) == s10_check_digit(text[2:10])


def s10_check_digit(serial: str) -> int:
    """Of the eight serial digits of a UPU S10 number."""
    weighted = sum(int(digit) * weight for digit, weight in zip(serial, (8, 6, 4, 2, 3, 5, 9, 7), strict=True))
    return {10: 0, 11: 5}.get(11 - weighted % 11, 11 - weighted % 11)


def sscc_ok(text: str) -> bool:
    """Whether a text is the 18 digits of an SSCC with the right check digit (GS1 General Specifications, 7.9)."""
    return _digits(text) and len(text) == 18 and gtin_check_digit_ok(text)


def load_gs1() -> None:
    """Import the GS1 reader now, so that the first GS1 scan of a shift is not the slow one."""
    import biip.gs1_element_strings  # noqa: F401


def _unusable(text: str) -> ScanFault | None:
    if text.isascii() and text.isprintable() and text:
        return None  # nearly every scan
    if not text.strip(GS):
        return ScanFault.INCOMPLETE
    return None if all(_visible(character) for character in text) else ScanFault.CONTROL_CHARACTERS


def _visible(character: str) -> bool:
    """No control, format (zero width), surrogate or line separator character; GS separates GS1 elements."""
    return character == GS or category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")


def _printable(character: str) -> str:
    return character if _visible(character) and character != GS else f"\\u{ord(character):04x}"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _plain(scan: Scan) -> Scan:
    """A text that is no element string: perhaps a GTIN, else only itself."""
    text = scan.text
    if scan.aim == "]E3" and _digits(text) and len(text) in (15, 18):
        text = text[:13]  # an EAN-13 with an add-on of 2 or 5 digits, which are no part of the GTIN
    if not _digits(text) or len(text) not in (8, 12, 13, 14):
        return replace(scan, keys=(text,))
    right = gtin_check_digit_ok(text)
    gtin = text.zfill(14) if right else None
    return replace(scan, keys=(gtin or text,), gtin=gtin, bad_check_digit=not right)


def _command(scan: Scan) -> Scan | None:
    """A command or badge, or None. Lower case is taken too: CapsLock turns letters, not digits.

    A seller's own number may begin with the prefix, so only what names a command or a badge can be a bent one.
    """
    text = scan.text.upper()
    if not text.startswith(PREFIX):
        return None
    name, _, rest = text.removeprefix(PREFIX).partition("-")
    command = next((command for command in Command if _command_name(command) == name), None)
    if command is None and name != _BADGE:
        return None
    argument = rest[:-3]
    whole = _ARGUMENT.fullmatch(argument) if rest[:-2] else command
    if not whole or text != _with_check(name, argument):
        return faulty(ScanFault.BAD_CHECK_CHARACTERS, device=scan.device, text=scan.text, aim=scan.aim)
    if command is None:
        return replace(scan, badge=argument)
    return replace(scan, command=command, argument=argument)


def _command_name(command: Command) -> str:
    return command.value.upper().replace("_", "")


def _with_check(name: str, argument: str) -> str:
    assert not argument or _ARGUMENT.fullmatch(argument), argument
    body = f"{PREFIX}{name}-{argument}-" if argument else f"{PREFIX}{name}-"
    return body + _check_characters(body[:-1])


def _check_characters(body: str) -> str:
    """ISO/IEC 7064 MOD 1271-36, in which ``-`` counts 36: finds every wrong or swapped character."""
    total = 0
    for character in body:
        total = (total + _ALPHABET.index(character)) * 36 % 1271
    high, low = divmod((1 - total * 36) % 1271, 36)
    return _ALPHABET[high] + _ALPHABET[low]


def _gs1(scan: Scan) -> Scan | None:
    """A GS1 element string, or None. What the symbol claims must hold; what only looks like GS1 must parse whole."""
    claimed = scan.aim in GS1_AIMS
    message = scan.text.strip(GS) if claimed or not scan.aim else None
    if message is None or not (claimed or GS in scan.text or _looks_like_gs1(message)):
        return None
    elements = _elements(_without_parentheses(message) if message.startswith("(") and not claimed else message)
    if elements is None or not _consistent(elements):
        return faulty(ScanFault.BAD_GS1, device=scan.device, text=scan.text, aim=scan.aim) if claimed else None
    gtin = elements.get("01")
    return replace(
        scan,
        text=message,
        keys=(message, gtin) if gtin else (message,),
        gtin=gtin,
        sscc=elements.get("00"),
        lot=elements.get("10"),
        expiry=_expiry(elements),
        serial=elements.get("21"),
    )


def _looks_like_gs1(text: str) -> bool:
    """Without FNC1 and AIM id, as most scanners are delivered: the printed form, or an SSCC or GTIN first."""
    if re.match(r"\([0-9]{2,4}\)", text):
        return True
    return (text.startswith("00") and sscc_ok(text[2:20])) or (
        text.startswith("01") and len(text) >= 16 and _digits(text[2:16]) and gtin_check_digit_ok(text[2:16])
    )


def _without_parentheses(text: str) -> str:
    """``(01)…(10)…`` as an element string; every element may end with a separator."""
    return re.sub(r"\(([0-9]{2,4})\)", rf"{GS}\1", text.replace(" ", "")).strip(GS)


def _elements(message: str) -> dict[str, str] | None:
    """Values by application identifier, or None when the message is no element string from end to end."""
    from biip import ParseConfig, ParseError
    from biip.gs1_element_strings import GS1ElementString

    config = ParseConfig(gs1_element_strings_verify_date=False)  # biip's century follows today's date; ours is fixed
    elements: dict[str, str] = {}
    rest = message if message.isascii() else None
    while rest:
        try:
            element = GS1ElementString.extract(rest, config=config)
        except ParseError:
            return None
        number, value = element.ai.ai, element.value
        after = rest.removeprefix(number + value)
        if element.ai.separator_required and after[:1] not in ("", GS):
            return None  # longer than its identifier allows; biip would read on in its midst
        if after == rest or elements.setdefault(number, value) != value:
            return None
        rest = after.lstrip(GS)
    return elements or None


def _consistent(elements: dict[str, str]) -> bool:
    """Check digits of GTIN and SSCC, and dates that exist."""
    digits_ok = all(gtin_check_digit_ok(elements[ai]) for ai in ("00", "01", "02") if ai in elements)
    return digits_ok and all(_iso_date(elements[ai]) for ai in ("15", "17", "7003") if ai in elements)


def _expiry(elements: dict[str, str]) -> str | None:
    """The day after which the goods may not ship: expiry (17, 7003), else best before (15, 保质期)."""
    return next((_iso_date(elements[ai]) for ai in ("17", "7003", "15") if ai in elements), None)


def _iso_date(digits: str) -> str | None:
    """YYMMDD as an ISO date; day 00 is the month's last day (GS1 General Specifications, section 3.4).

    Years 00 to 75 are 20YY. Section 7.12 lets the century slide with the year of reading; a fixed one reads the same
    code alike for ever, and differs only for goods that expire fifty years off.
    """
    year, month, day = (int(digits[at : at + 2]) for at in (0, 2, 4))
    year += 2000 if year <= 75 else 1900
    if not 1 <= month <= 12:
        return None
    last = monthrange(year, month)[1]
    return date(year, month, day or last).isoformat() if day <= last else None
