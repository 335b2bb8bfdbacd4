"""A table of cells, as any file of orders or products gives it. Where it came from is in ``table_file``. Pure.

What the columns mean is not known here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

EXACT_BELOW = 10**15
"""A spreadsheet keeps 15 digits of a number: a longer one has lost its last digits."""

HEADERS_SHOWN = 200
"""Characters of them in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A header row and what stands under it, cells as they came."""

    headers: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    first_row: int  # the sheet's own number of rows[0], counted from 1

    @property
    def keys(self) -> dict[str, int]:
        """Column by ``header_key``; of two equal ones the first."""
        found: dict[str, int] = {}
        for index, header in enumerate(self.headers):
            found.setdefault(header_key(header), index)
        return found

    @property
    def shown_headers(self) -> str:
        """The headers in one line of a sentence."""
        return ", ".join(" ".join(header.split()) for header in self.headers if header)[:HEADERS_SHOWN]

    def records(self, columns: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
        """Sheet row number and the texts of the named columns, empty where there is none; blank rows left out."""
        keys = self.keys
        indexes = [keys.get(header_key(column), -1) for column in columns]
        for number, row in enumerate(self.rows, start=self.first_row):
            width = len(row)
            texts = [cell_text(row[i]) if 0 <= i < width else "" for i in indexes]
            if any(texts):
                yield number, texts


_PARENTHESISED = re.compile(r"\(.*$", re.DOTALL)


def header_key(header: str) -> str:
    """A header as it is compared: first line, without blanks, brackets, case or width."""
    text = unicodedata.normalize("NFKC", header.strip().split("\n")[0]).casefold()
    return "".join(_PARENTHESISED.sub("", text).split()) or "".join(text.split())


def cell_text(value: Any) -> str:
    """A cell as text, without what spreadsheets and exports wrap around it: ``="…"``, a leading ``'``, blanks.

    Composed (NFC), as scans are: a SKU of two spellings would be two SKUs.
    """
    if not isinstance(value, str):
        return _other_text(value)
    text = value.strip()
    if text[:1] in _WRAPPED:
        text = _unwrapped(text)
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text if text.isprintable() else _printable(text)
    return _printable(unicodedata.normalize("NFC", text))


_WRAPPED = ("=", "'", '"', "\ufeff", "\u200b")


def _unwrapped(text: str) -> str:
    text = text.strip("\ufeff\u200b")
    if text.startswith('="') and text.endswith('"') and len(text) > 2:
        text = text[2:-1]
    return text.lstrip("'").strip().strip('"').strip()


def _printable(text: str) -> str:
    """Text without control and format characters; a line's end stays."""
    kept = (c for c in text if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    return "".join(kept).strip()


def _other_text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "1" if value else "0"
        case float() if not value.is_integer() or abs(value) >= EXACT_BELOW:
            return f"{value:.5E}" if abs(value) >= EXACT_BELOW else repr(value)
        case float() | int():
            return str(int(value))
        case _:
            return str(value)
