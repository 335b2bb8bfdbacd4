"""A carrier's own ZPL, let through only if every command in it draws or places. Pure; nothing is printed here.

A label from elsewhere is a program for the printer: it could change its prefix characters, its network or its stored
forms, ask for a hundred copies, or cancel what waits. So it is read command by command, and one that is not on the list
refuses the whole label by name. ZPL II Programming Guide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from station.errors import Trouble

BYTES_MAX: Final = 5_000_000
LABELS_MAX: Final = 20


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())


DRAWING: Final = _named(
    "A A@ B0 B1 B2 B3 B4 B5 B7 B8 B9 BA BB BC BD BE BF BI BJ BK BL BM BO BP BQ BR BS BT BU BX BY BZ CF CI CV FB FC FD "
    "FH FO FP FR FS FT FV FW FX GB GC GD GE GF GS LH LL LR LS LT PM PO PW SN TB XA XG XZ"
)
"""Commands with ``^`` that draw on this label or place what is drawn, and are forgotten with it or with the next."""

SETTING: Final = _named("DN MC MD MF MM MN MT MU PQ PR SZ")
"""What carriers' labels say of paper and speed, and of nothing (``^DN`` in UPS's): taken, none outlasts a restart."""

AS_USUAL: Final = {
    "GF": (re.compile(rb"A?,.*", re.DOTALL), "holds raw bytes, which cannot be checked"),
    "LS": (re.compile(rb"0*"), "moves every later label"),
    "LT": (re.compile(rb"0*"), "moves every later label"),
    "MC": (re.compile(rb"Y?"), "leaves this label's dots on the next one"),
    "MU": (re.compile(rb"D?"), "changes the unit of every later label"),
    "PM": (re.compile(rb"N?"), "mirrors every later label"),
    "SZ": (re.compile(rb"2"), "switches to another language"),
    "XA": (re.compile(rb""), "has text behind it that is no command"),
    "XZ": (re.compile(rb""), "has text behind it that is no command"),
    "DG": (re.compile(rb"[A-Za-z0-9:.,+/=!_-]*"), "holds something that is no picture"),
}
"""What these commands may say; anything else of theirs stays in the printer, or is no ZPL at all (``! U1 setvar …``).

``^PO`` and ``^LR`` stay, too, but carriers use them, and every label of the bench's own sets them back.
"""

TILDE: Final = frozenset({"DG"})
"""A picture for ``^XG``, in memory that a restart empties (drive R:)."""

_COMMAND: Final = re.compile(rb"([\^~])(A@|A|[A-Z0-9][A-Z0-9@]|.{0,2})([^\^~]*)", re.DOTALL)
_CONTROL: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


ANYTHING: Final = re.compile(rb".*", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class RawZpl:
    data: bytes
    labels: int


def read(data: bytes) -> RawZpl:
    """The label as it came, or a sentence that names the first command that may not pass."""
    if len(data) > BYTES_MAX:
        raise Trouble(f"the label is larger than {BYTES_MAX // 1_000_000} MB", remedy="Ask the carrier for one label.")
    flat = data.translate(None, b"\r\n")
    begun, _, _ = flat.partition(b"^XA")
    if begun == flat or (begun.strip() and not begun.startswith(b"~DG")):
        raise Trouble("the file does not begin as a ZPL label (^XA)", remedy="Give the carrier's file unchanged.")
    labels = 0
    inside = False
    for found in _COMMAND.finditer(flat):
        name = found[2].decode("ascii", errors="replace")
        _refuse_command(found[1].decode("ascii"), name, found[3])
        if name in ("XA", "XZ"):
            if inside is (name == "XA"):
                raise Trouble(f"a ^{name} stands where it cannot", remedy="The file is damaged: get it again.")
            inside = name == "XA"
            labels += inside
        elif not inside and found[1] == b"^":
            raise Trouble(f"^{name} stands outside a label", remedy="The file is damaged: get it again.")
    if inside:
        raise Trouble("the last label has no end (^XZ)", remedy="The file is cut: get it again.")
    if labels > LABELS_MAX:
        raise Trouble(f"the file has {labels} labels, more than {LABELS_MAX}", remedy="Print them one by one.")
    if _CONTROL.search(data):
        raise Trouble("the label holds control characters", remedy="It was not printed. Ask for the label as PDF.")
    return RawZpl(data=data, labels=labels)


def _refuse_command(prefix: str, name: str, rest: bytes) -> None:
    known = name in TILDE if prefix == "~" else name in DRAWING | SETTING
    if not known:
        raise Trouble(
            f"the label holds the command {prefix}{name}, which does more than draw",
            remedy="It was not printed. Ask the carrier for the label as PDF.",
        )
    if name in ("DG", "XG") and not rest.startswith(b"R:") and b":" in rest[:3]:
        raise Trouble(f"{prefix}{name} uses the printer's lasting memory", remedy="It was not printed.")
    usual, does = AS_USUAL.get(name, (ANYTHING, ""))
    if not usual.fullmatch(rest.strip()):
        raise Trouble(f"{prefix}{name} {does}", remedy="It was not printed. Ask the carrier for the label as PDF.")
    if name == "PQ" and rest.split(b",")[0].strip() not in (b"", b"1"):
        raise Trouble(
            f"^PQ asks for {rest.split(b',')[0].decode('ascii', errors='replace')} copies",
            remedy="One number is one label: it was not printed.",
        )
