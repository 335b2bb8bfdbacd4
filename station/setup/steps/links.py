"""Choosing a device's link: what was found, what stands in bench.toml already, or an address that is typed. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from station.devices.address import parse, shown_link
from station.errors import SettingsTrouble
from station.setup.stages import Setup
from station.setup.values import Choice, DeviceWish, FoundLink, Question, Takes, Told, Wish, say
from station.ui.screen import Verdict, Words

_TAKES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "scanner": ("serial", "tcp", "hid", "evdev", "camera"),
        "scale": ("serial", "tcp", "hid"),
        "printer": ("serial", "tcp", "usb", "usblp", "lp", "ipp", "ipps", "file"),
        "camera": ("camera", "rtsp", "rtsps", "http", "synthetic", "file"),
    }
)
_LIKE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "scanner": "serial:/dev/ttyUSB0",
        "scale": "serial:/dev/ttyUSB0",
        "printer": "tcp:192.168.1.50:9100",
        "camera": "rtsp://192.168.1.64:554/stream1",
    }
)
TYPED: Final = Choice(key="typed", words=say("自己输入地址", "Type its address"))
LOOK_AGAIN: Final = Choice(key="look", words=say("重新查找", "Look again"))
LOOKING: Final = Question(words=say("正在看插了什么设备…", "Looking for what is plugged in…"), takes=Takes.WAIT)


def choices(
    setup: Setup, kind: str, links: tuple[FoundLink, ...], extra: tuple[Choice, ...] = ()
) -> tuple[Choice, ...]:
    """What may be chosen, the present one first; a choice's key is its link."""
    present = setup.device(kind)
    now = () if present is None else (Choice(key=present.link, words=_present(present), note=shown_link(present.link)),)
    found = tuple(
        Choice(key=one.link, words=say(one.name or one.link, one.name or one.link), note=one.link)
        for one in links
        if present is None or one.link != present.link
    )
    return (*now, *found, *extra, TYPED, LOOK_AGAIN)


def _present(device: DeviceWish) -> Words:
    return say("现在的：{device}", "As now: {device}").filled(device=device.name)


def refused(link: str, kind: str) -> Told | None:
    """Why this address cannot be taken for a device of that kind."""
    scheme = link.partition(":")[0]
    if scheme not in _TAKES[kind]:
        known, like = ", ".join(_TAKES[kind]), _LIKE[kind]
        return _told(
            say(
                "地址要像 {like} 这样，以这些开头：{known}。",
                "Write the address like {like}; it begins with one of: {known}.",
            ).filled(known=known, like=like)
        )
    try:
        parse(link)
    except SettingsTrouble as trouble:
        return _told(say(trouble.sentence(), trouble.sentence()))
    return None


def _told(words: Words) -> Told:
    return Told(verdict=Verdict.ATTENTION, words=words)


def with_device(wish: Wish, device: DeviceWish) -> Wish:
    """One device a kind is set up here; others of bench.toml stay."""
    others = tuple(one for one in wish.devices if one.kind != device.kind)
    return replace(wish, devices=(*others, device))


def usual_name(setup: Setup, kind: str) -> str:
    present = setup.device(kind)
    names = {"scanner": "scanner", "scale": "scale", "printer": "label printer", "camera": "camera"}
    return present.name if present is not None else names[kind]
