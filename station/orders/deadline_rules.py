"""Reads the deadline rules (``config/rules/deadlines.toml``) and the calendar beside them into ``DeadlineRules``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.home import Home
from station.orders import calendar
from station.packing.deadlines import CutOff, Days, DeadlineRules, Hours, Policy, Purpose, Rule, Term, Week

FILE = "deadlines.toml"

_Words = Annotated[str, Meta(min_length=1, max_length=200)]
_TimeOfDay = Annotated[str, Meta(pattern=r"^(([01]\d|2[0-3]):[0-5]\d|24:00)$")]
_Names = Annotated[tuple[str, ...], Meta(max_length=100)]


class _Rule(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
    purpose: Purpose
    week: Week
    zh: _Words
    en: _Words
    source: Annotated[str, Meta(max_length=80)] = ""
    cut_off: _TimeOfDay | None = None
    hours: Annotated[int, Meta(ge=1, le=2_160)] | None = None
    days: Annotated[int, Meta(ge=1, le=90)] | None = None
    by: _TimeOfDay | None = None


class _Policy(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    rules: Annotated[tuple[str, ...], Meta(min_length=1, max_length=50)]
    shops: _Names = ()
    platforms: _Names = ()
    services: _Names = ()


class _Deadlines(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    utc_offset_minutes: Annotated[int, Meta(ge=-720, le=840)] = 480
    rule: Annotated[tuple[_Rule, ...], Meta(max_length=200)] = ()
    policy: Annotated[tuple[_Policy, ...], Meta(max_length=200)] = ()


def load_deadline_rules(home: Home, config: Path, *, now_us: int) -> DeadlineRules:
    """The home's own rules and calendar, else the shipped ones; the library's days from last year to the next.

    Raises:
        SettingsTrouble: a file cannot be read, or a policy names an unknown rule.
    """
    year = datetime.fromtimestamp(now_us // 1_000_000, UTC).year
    days = calendar.load_calendar(_file(home, config, calendar.FILE), years=range(year - 1, year + 2))
    file = _file(home, config, FILE)
    try:
        read = msgspec.toml.decode(file.read_bytes(), type=_Deadlines)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(
            f"the deadline rules cannot be read: {error}", where=str(file), remedy="Mend it."
        ) from error
    rules = _rules(read.rule, file)
    policies = tuple(_policy(each, rules, file) for each in read.policy)
    return DeadlineRules(policies=policies, calendar=days, utc_offset_minutes=read.utc_offset_minutes)


def _file(home: Home, config: Path, name: str) -> Path:
    own = home.root / "rules" / name
    return own if own.is_file() else config / "rules" / name


def _rules(read: tuple[_Rule, ...], file: Path) -> dict[str, Rule]:
    rules: dict[str, Rule] = {}
    for each in read:
        if each.id in rules:
            raise SettingsTrouble(f"the rule {each.id} is there twice", where=str(file), remedy="Keep one of them.")
        term = _term(each, file)
        rules[each.id] = Rule(
            id=each.id,
            purpose=each.purpose,
            term=term,
            week=each.week,
            zh=each.zh,
            en=each.en,
            source=each.source,
        )
    return rules


def _term(read: _Rule, file: Path) -> Term:
    given = [name for name in ("cut_off", "hours", "days") if getattr(read, name) is not None]
    by = 24 * 60 if read.by is None else _minutes(read.by)
    if given == ["cut_off"] and read.cut_off is not None:
        at = _minutes(read.cut_off)
        if by < at:
            remedy = "Let by be the cut-off or later."
            raise SettingsTrouble(f"the rule {read.id} ends before its cut-off", where=str(file), remedy=remedy)
        return CutOff(at_minute=at, by_minute=by)
    if given == ["days"] and read.days is not None:
        return Days(days=read.days, by_minute=by)
    if given == ["hours"] and read.hours is not None and read.by is None:
        return Hours(hours=read.hours)
    remedy = "Give one of: cut_off with by, hours alone, days with by."
    raise SettingsTrouble(f"the rule {read.id} has no single term", where=str(file), remedy=remedy)


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


def _policy(read: _Policy, rules: Mapping[str, Rule], file: Path) -> Policy:
    for name in read.rules:
        if name not in rules:
            remedy = f"Known: {', '.join(rules)}."
            raise SettingsTrouble(f"a policy names the unknown rule {name!r}", where=str(file), remedy=remedy)
    return Policy(
        rules=tuple(rules[name] for name in read.rules),
        shops=read.shops,
        platforms=read.platforms,
        services=read.services,
    )
