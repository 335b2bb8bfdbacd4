"""The shop's file: words of every platform, approvals, places, and mistakes in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from station.errors import SettingsTrouble
from station.orders.shops import load_gates, load_senders, load_shop, sender_key
from station.orders.source_order import hundredths
from station.packing.model import HoldReason, OrderState
from station.settings import config_dir

PLACE = '[[place]]\nid = "a"\nname = "甲"\n'
APPROVAL = '[[approval]]\nname = "n"\nzh = "审"\nen = "n"\n'
READY, UNPAID, SHIPPED = OrderState.READY, HoldReason.UNPAID, OrderState.SHIPPED


@pytest.mark.parametrize(
    ("platform", "words"),
    [
        (
            "taobao",
            {
                "等待买家付款": UNPAID,
                "买家已付款": READY,
                "已付款待发货": READY,
                "等待卖家发货": READY,
                "待发货": READY,
                "货到付款": HoldReason.COD_UNCONFIRMED,
                "卖家已发货": SHIPPED,
                "等待买家确认": SHIPPED,
                "已发货": SHIPPED,
                "交易成功": OrderState.FINISHED,
                "已完成": OrderState.FINISHED,
                "退货退款": HoldReason.REFUND_ASKED,
                "已退款": OrderState.CANCELLED,
                "交易关闭": OrderState.CANCELLED,
                "已取消": OrderState.CANCELLED,
            },
        ),
        (
            "aliexpress",
            {
                "等待买家付款": UNPAID,
                "买家申请取消": HoldReason.CANCEL_ASKED,
                "等待您发货": READY,
                "部分发货": HoldReason.APPROVAL_MISSING,
                "等待买家收货": SHIPPED,
                "资金处理中": SHIPPED,
                "含纠纷": HoldReason.DISPUTE,
                "冻结中": HoldReason.FROZEN,
                "等待您验款": HoldReason.PARTLY_PAID,
                "风控24小时": HoldReason.RISK_REVIEW,
                "已结束": OrderState.FINISHED,
                "等待卖家发货": None,
            },
        ),
        (
            "alibaba",
            {
                "Pending Confirmation": HoldReason.ORDER_UNCONFIRMED,
                "Pending Payment": UNPAID,
                "Payment Confirmed": READY,
                "Shipped": SHIPPED,
                "Completed": OrderState.FINISHED,
                "": None,
            },
        ),
        ("ali1688", {"等待卖家发货": READY, "等待买家付款": UNPAID, "等待买家收货": SHIPPED, "": None}),
        ("amazon", {"": READY, "shipped": SHIPPED}),
        ("shopify", {"paid": READY, "authorized": UNPAID, "voided": OrderState.CANCELLED, "fulfilled": SHIPPED}),
        ("dianxiaomi", {"": READY}),
    ],
)
def test_what_the_words_mean(platform: str, words: dict[str, OrderState | HoldReason | None]) -> None:
    """Each word the platforms are known to write has its meaning (A4 to A6); no other word means that it may ship."""
    known = load_shop("demo", config_dir() / "shops").platform(platform)
    assert {word: known.meaning(word) for word in words} == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (PLACE + PLACE, "the place a is there twice"),
        (APPROVAL + APPROVAL, "the approval n is there twice"),
        (APPROVAL.replace('"n"\nzh', '"cod"\nzh'), "the telephone call's own name"),
        (PLACE.replace('"a"', '"A B"'), "cannot be read"),
        (APPROVAL + 'hold = "unpaid"\n', "cannot be read"),
        (APPROVAL + "amount = 5\n", "unknown field `amount`"),
        ('[platforms.x.words]\n"w" = "may ship"\n', "is no state and no hold"),
        ('[platforms.x.words]\n"w" = "outside"\n', "is no state and no hold"),
    ],
)
def test_mistakes_are_a_sentence(tmp_path: Path, text: str, words: str) -> None:
    """A place or approval that is there twice or says nonsense is refused with the file's name."""
    (tmp_path / "s.toml").write_text("" if "[platforms" in text else "platforms = {}\n", "utf-8")
    with (tmp_path / "s.toml").open("a", encoding="utf-8") as file:
        file.write(text)
    with pytest.raises(SettingsTrouble, match=words) as told:
        load_gates(tmp_path)
    assert "s.toml" in str(told.value)


def test_a_place_without_an_address_sends_under_the_shops(tmp_path: Path) -> None:
    """Senders are known by shop and place; a later folder's file takes the place of an earlier one's."""
    for folder, name in (("a", "旧店"), ("b", "新店")):
        (tmp_path / folder).mkdir()
        text = f'platforms = {{}}\n[sender]\nname = "{name}"\n{PLACE}'
        (tmp_path / folder / "s.toml").write_text(text, "utf-8")
    senders = load_senders(tmp_path / "a", tmp_path / "b", tmp_path / "none")
    assert {key: sender.name for key, sender in senders.items()} == {"s": "新店", sender_key("s", "a"): "新店"}


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("￥1,234.50", 123_450),
        ("US $12.3", 1_230),
        ("99", 9_900),
        ("0.00元", 0),
        (" 8.99 ", 899),
        ("", None),
        ("null", None),
        ("12 + 3", None),
        ("1.2.3", None),
    ],
)
def test_money(text: str, amount: int | None) -> None:
    """An amount in hundredths of whatever the file counts; what cannot be read is not known, never nothing."""
    assert hundredths(text) == amount
