"""Which channel's profile answers a dispute: by the words for its channel, else by the order's platform. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from station.orders.dispute_kinds import DisputeKind
from station.packing.deadlines import Purpose
from station.reports.channel_file import Channel

BANK = "mastercard-pdf"
"""What a bank takes back without a platform between: the strictest form that any acquirer is known to want."""

_PLATFORM = ("platform", "平台")


def channel_for(channels: Mapping[str, Channel], *, channel: str, platform: str, kind: DisputeKind) -> str:
    """The profile's name; empty where no profile is known to fit, and the whole bundle is made."""
    said = _bare(channel)
    if said and said not in _PLATFORM:
        return _by_words(channels, said)
    for name, each in channels.items():
        if platform and platform in each.platforms:
            return name
    return BANK if kind.purpose is Purpose.CHARGEBACK and BANK in channels else ""


def _by_words(channels: Mapping[str, Channel], said: str) -> str:
    """The longest word that is in what was said: "Visa dispute at Stripe" is Stripe's."""
    found = [
        (word == said, len(word), name)
        for name, each in channels.items()
        for word in map(_bare, (name, each.en, each.zh, *each.answers))
        if word and word in said
    ]
    return max(found)[2] if found else ""


def _bare(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())
