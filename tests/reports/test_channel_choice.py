"""Which profile answers which dispute, on the shipped channels."""

from __future__ import annotations

import pytest

from station.home import Home
from station.orders.dispute_kinds import DisputeKind
from station.reports.channel_choice import channel_for
from station.reports.channel_file import load_channels
from station.settings import config_dir


@pytest.mark.parametrize(
    ("channel", "platform", "kind", "profile"),
    [
        ("PayPal", "", DisputeKind.DAMAGED, "paypal"),
        ("Visa, via Stripe", "", DisputeKind.CHARGEBACK, "stripe"),
        ("微信小店", "taobao", DisputeKind.DAMAGED, "wechat"),
        ("Alibaba.com", "", DisputeKind.SHORT_OR_WRONG, "alibaba"),
        ("招商银行", "aliexpress", DisputeKind.CHARGEBACK, "mastercard-pdf"),
        ("平台", "taobao", DisputeKind.DAMAGED, "taobao"),
        ("", "aliexpress", DisputeKind.CHARGEBACK, "aliexpress"),
        ("", "generic", DisputeKind.CHARGEBACK, "mastercard-pdf"),
        ("", "generic", DisputeKind.DAMAGED, ""),
        ("Klarna", "taobao", DisputeKind.DAMAGED, ""),
        ("杭州法院", "taobao", DisputeKind.DAMAGED, "court"),
    ],
)
def test_the_profile(channel: str, platform: str, kind: DisputeKind, profile: str) -> None:
    """What somebody wrote goes first, then the platform, then the bank's form; nothing is guessed."""
    channels = load_channels(config_dir(), Home(config_dir() / "none"))
    assert channel_for(channels, channel=channel, platform=platform, kind=kind) == profile
