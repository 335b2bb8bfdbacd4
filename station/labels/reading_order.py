"""Lines that are read from the right, and the numbers in them. Pure; the ordering itself is Qt's (Unicode UAX #9).

A telephone number's groups would change places among Arabic letters ("0000 000 50 966+"): it is kept apart.
"""

from __future__ import annotations

import re
import unicodedata

_TELEPHONE = re.compile(r"\+?\d(?:[ ()./-]*\d){6,}")
_FIRST, _LAST = "\u2066", "\u2069"  # left-to-right isolate, and its end


def from_the_right(line: str) -> bool:
    """By the first letter that has a direction (UAX #9, P2)."""
    directions = (unicodedata.bidirectional(character) for character in line)
    return next((each != "L" for each in directions if each in ("L", "R", "AL")), False)


def ordered(line: str) -> str:
    """The line with its telephone numbers kept in one piece; anything else is ordered by its letters."""
    if line.isascii() or not any(unicodedata.bidirectional(each) in ("R", "AL") for each in line):
        return line
    return _TELEPHONE.sub(lambda found: f"{_FIRST}{found[0]}{_LAST}", line)
