"""Personal data as it stands on an outer box. Pure.

GB/T 41833: at least one character of the name and six digits of the telephone are hidden.
"""

from __future__ import annotations

HIDDEN_DIGITS_LEAST = 6
LAST_SHOWN = 2
FIRST_SHOWN_MOST = 3


def masked_name(name: str) -> str:
    """The first character, the rest hidden; a name of one character is hidden whole."""
    name = name.strip()
    return name[:1] + "**" if len(name) > 1 else "**" if name else ""


def masked_phone(phone: str) -> str:
    """Six digits or more hidden; the first three and last two stay where there are enough, and signs stay in place."""
    count = sum(c.isdigit() for c in phone)
    last = min(LAST_SHOWN, max(0, count - HIDDEN_DIGITS_LEAST))
    first = min(FIRST_SHOWN_MOST, max(0, count - HIDDEN_DIGITS_LEAST - last))
    shown, seen = [], 0
    for character in phone:
        seen += character.isdigit()
        hidden = character.isdigit() and first < seen <= count - last
        shown.append("*" if hidden else character)
    return "".join(shown)
