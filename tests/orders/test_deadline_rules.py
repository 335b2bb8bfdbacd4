"""The file of deadline rules: the shipped one, a home's own, and mistakes in it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from station.errors import SettingsTrouble
from station.home import Home
from station.orders.deadline_rules import load_deadline_rules
from station.packing.deadlines import CutOff, Days, DeadlineRules, Purpose
from station.settings import config_dir

NOW = 1_795_000_000_000_000
CHINA = timezone(timedelta(hours=8))
RULE = '[[rule]]\nid = "r"\npurpose = "dispatch"\nweek = "mon-sat"\nzh = "规则"\nen = "rule"\n'


@pytest.fixture
def shipped(home: Home) -> DeadlineRules:
    """The rules of a home without any of its own."""
    return load_deadline_rules(home, config_dir(), now_us=NOW)


def _own(home: Home, text: str) -> DeadlineRules:
    (home.root / "rules").mkdir(parents=True)
    (home.root / "rules" / "deadlines.toml").write_text(text, "utf-8")
    return load_deadline_rules(home, config_dir(), now_us=NOW)


@pytest.mark.parametrize(
    ("purpose", "platform", "rule", "due"),
    [
        (Purpose.DISPATCH, "taobao", "cut-off-16", "11-23 18:00"),
        (Purpose.DISPATCH, "generic", "working-24h", "11-23 16:30"),
        (Purpose.DISPATCH, "dianxiaomi", "working-24h", "11-23 16:30"),
        (Purpose.DISPATCH, "shopify", "working-24h", "11-23 16:30"),
        (Purpose.DISPATCH, "ali1688", "three-days", "11-24 16:30"),
        (Purpose.DISPATCH, "aliexpress", "three-days", "11-24 16:30"),
        (Purpose.DISPATCH, "amazon", "handling-2", "11-25 00:00"),
        (Purpose.DISPATCH, "alibaba", "lead-15", "12-09 18:00"),
        (Purpose.ORDER_CONFIRM, "alibaba", "order-confirm-24h", "11-22 16:30"),
        (Purpose.RESPONSE, "alibaba", "response-24h", "11-22 16:30"),
        (Purpose.CONFIRMATION, "taobao", "confirm-21", "11-21 21:00"),
        (Purpose.TRACKING, "alibaba", "tracking-48h", "11-23 16:30"),
        (Purpose.SHORTAGE_NOTICE, "taobao", "shortage-24h", "11-23 16:30"),
        (Purpose.CHARGEBACK, "aliexpress", "chargeback-3", "11-25 18:00"),
    ],
)
def test_the_shipped_rules(shipped: DeadlineRules, purpose: Purpose, platform: str, rule: str, due: str) -> None:
    """What begins on Saturday, 21 November 2026, 16:30, is due by the platform's rule of each purpose."""
    start_us = int(datetime(2026, 11, 21, 16, 30, tzinfo=CHINA).timestamp()) * 1_000_000
    found = shipped.deadline(purpose, start_us, shop="demo", platform=platform)
    assert found is not None
    told = datetime.fromtimestamp(found.due_us // 1_000_000, CHINA).strftime("%m-%d %H:%M")
    assert (found.rule.id, told) == (rule, due)


@pytest.mark.parametrize(
    ("purpose", "platform", "start", "due"),
    [
        (Purpose.DISPATCH, "taobao", "02-13 15:00", "02-13 18:00"),
        (Purpose.DISPATCH, "taobao", "02-13 17:00", "02-14 18:00"),  # a Saturday that is worked
        (Purpose.DISPATCH, "taobao", "02-14 17:00", "02-24 18:00"),
        (Purpose.DISPATCH, "taobao", "02-28 15:00", "02-28 18:00"),
        (Purpose.DISPATCH, "dianxiaomi", "02-14 15:00", "02-24 15:00"),
        (Purpose.DISPATCH, "shopify", "02-18 09:00", "02-25 00:00"),
        (Purpose.DISPATCH, "ali1688", "02-13 15:00", "02-16 15:00"),
        (Purpose.DISPATCH, "amazon", "02-13 15:00", "02-25 00:00"),
        (Purpose.DISPATCH, "alibaba", "02-13 15:00", "03-11 18:00"),
        (Purpose.ORDER_CONFIRM, "alibaba", "02-14 20:00", "02-15 20:00"),
        (Purpose.RESPONSE, "taobao", "02-14 20:00", "02-15 20:00"),
        (Purpose.TRACKING, "alibaba", "02-14 20:00", "02-16 20:00"),
        (Purpose.CONFIRMATION, "amazon", "02-14 21:30", "02-15 21:00"),
        (Purpose.SHORTAGE_NOTICE, "shopify", "02-14 20:00", "02-24 20:00"),
        (Purpose.CHARGEBACK, "shopify", "02-13 15:00", "02-25 18:00"),
    ],
)
def test_across_spring_festival(home: Home, purpose: Purpose, platform: str, start: str, due: str) -> None:
    """15 to 23 February 2026 are off, the Saturdays 14 and 28 are worked: every platform's rule, counted by hand."""
    start_us = int(datetime.strptime(f"2026-{start}+0800", "%Y-%m-%d %H:%M%z").timestamp()) * 1_000_000
    rules = load_deadline_rules(home, config_dir(), now_us=start_us)
    found = rules.deadline(purpose, start_us, shop="demo", platform=platform)
    assert found is not None
    assert datetime.fromtimestamp(found.due_us // 1_000_000, CHINA).strftime("%m-%d %H:%M") == due


def test_a_home_has_its_own(home: Home) -> None:
    """A home's file takes the place of the shipped one, its time zone too; by is the end of the day unless given."""
    policy = '[[policy]]\nshops = ["demo"]\nrules = ["r", "d"]\n'
    days = RULE.replace('"r"', '"d"') + "days = 2\n"
    rules = _own(home, f'utc_offset_minutes = 0\n{RULE}cut_off = "12:00"\nby = "13:30"\n{days}{policy}')
    assert rules.utc_offset_minutes == 0
    assert [rule.term for rule in rules.policies[0].rules] == [
        CutOff(at_minute=720, by_minute=810),
        Days(days=2, by_minute=1440),
    ]
    assert 2026 in rules.calendar.confirmed


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RULE, "the rule r has no single term"),
        (f"{RULE}hours = 1\ndays = 1\n", "the rule r has no single term"),
        (f'{RULE}hours = 1\nby = "18:00"\n', "the rule r has no single term"),
        (f'{RULE}cut_off = "18:00"\nby = "16:00"\n', "the rule r ends before its cut-off"),
        (f'{RULE}cut_off = "25:00"\n', "cannot be read"),
        (f"{RULE}hours = 0\n", "cannot be read"),
        (f"{RULE}hours = 1\n{RULE}hours = 2\n", "the rule r is there twice"),
        (f'{RULE}hours = 1\n[[policy]]\nrules = ["s"]\n', "unknown rule 's'. *Known: r"),
        ('weeks = "all"\n', "unknown field `weeks`"),
        ("=", "cannot be read"),
    ],
)
def test_mistakes_are_a_sentence(home: Home, text: str, words: str) -> None:
    """A rule that says nothing, two things or nonsense is refused with the file's name."""
    with pytest.raises(SettingsTrouble, match=words.replace(". *", ".*")) as told:
        _own(home, text)
    assert "deadlines.toml" in str(told.value)
