"""Personal data as far as somebody who need not see it may see it. Pure.

GB/T 41833: at least one character of the name and six digits of the phone are hidden.
"""

from __future__ import annotations

from dataclasses import replace

from station.packing.model import Recipient


def mask_recipient(recipient: Recipient) -> Recipient:
    """Country, province and city stay; the rest names nobody."""
    return replace(
        recipient,
        name=mask_name(recipient.name),
        phone=mask_phone(recipient.phone),
        district="",
        street="***" if recipient.street else "",
        postcode="***" if recipient.postcode else "",
    )


def mask_name(name: str) -> str:
    return f"{name[0]}**" if name else ""


def mask_phone(phone: str) -> str:
    """At least six digits hidden; a short number is hidden whole."""
    return f"{phone[:3]}******{phone[-2:]}" if len(phone) >= 11 else "***" if phone else ""
