"""``setup.toml`` in the home: how each step ended and what is wished, so that set-up can be left and resumed."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import msgspec
import tomlkit
from msgspec import Struct, field

from station.errors import SettingsTrouble
from station.home import Home
from station.setup.bench_file import write_whole
from station.setup.values import DeviceWish, Ended, Outcome, Step, Wish

NAME: Final = "setup.toml"
BYTES_MAX: Final = 1_000_000


class _Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    ended: Ended
    at_us: int
    facts: tuple[str, ...] = ()


class _Device(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    kind: str
    name: str
    link: str
    speaks: str = ""
    media: str = ""
    dpi: int = 0
    profile: str = ""
    suffix: str = ""
    prefix: str = ""
    unit: str = ""
    photos_only: bool = False


class _Wish(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    language: str = ""
    theme: str = ""
    bench: str = ""
    orderbook: str = ""
    video_days: int = 0
    budget_gb: int = 0
    devices: tuple[_Device, ...] = ()


class _Notes(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    wish: _Wish = field(default_factory=_Wish)
    step: dict[Step, _Step] = field(default_factory=dict)


def load(home: Home) -> tuple[Wish, Mapping[Step, Outcome]]:
    """What was noted last; nothing at the first time.

    Raises:
        SettingsTrouble: the notes are damaged; ``bench.toml`` is as it was.
    """
    path = home.root / NAME
    try:
        if not path.exists():
            return Wish(), MappingProxyType({})
        if path.stat().st_size > BYTES_MAX:
            raise ValueError("the file is too large")
        notes = msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Notes)
    except (OSError, ValueError) as error:
        raise SettingsTrouble(
            f"the notes of set-up do not read: {error}", where=str(path), remedy="Begin afresh: sealbench setup --fresh"
        ) from error
    return _wish(notes.wish), MappingProxyType({step: _outcome(one) for step, one in notes.step.items()})


def save(home: Home, wish: Wish, outcomes: Mapping[Step, Outcome]) -> None:
    document = tomlkit.document()
    document.add(tomlkit.comment('How far "sealbench setup" has come. It is not read by the bench.'))
    document["wish"] = {key: value for key, value in msgspec.to_builtins(wish).items() if value and key != "devices"}
    devices = [{k: v for k, v in msgspec.to_builtins(one).items() if v} for one in wish.devices]
    if devices:
        document["wish"]["devices"] = devices
    document["step"] = {
        step.value: {"ended": one.ended.value, "at_us": one.at_us, "facts": list(one.facts)}
        for step, one in outcomes.items()
    }
    home.root.mkdir(parents=True, exist_ok=True)
    path = home.root / NAME
    write_whole(path, tomlkit.dumps(document))


def forget(home: Home) -> None:
    (home.root / NAME).unlink(missing_ok=True)


def _wish(noted: _Wish) -> Wish:
    return Wish(
        language=noted.language,
        theme=noted.theme,
        bench=noted.bench,
        orderbook=noted.orderbook,
        video_days=noted.video_days,
        budget_gb=noted.budget_gb,
        devices=tuple(DeviceWish(**msgspec.structs.asdict(one)) for one in noted.devices),
    )


def _outcome(noted: _Step) -> Outcome:
    return Outcome(ended=noted.ended, at_us=noted.at_us, facts=noted.facts)
