"""What a shop's file in ``config/shops`` says: who sends, and what each platform's status words mean.

A word that is not there never means "may ship": the importer holds such an order and names the word.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.packing.model import HoldReason, OrderState, Recipient

SHIPPED_SHOP = "demo"
"""Its status words serve a shop that has no file of its own."""

Meaning = OrderState | HoldReason
_ALLOWED = (OrderState.READY, OrderState.SHIPPED, OrderState.FINISHED, OrderState.CANCELLED)


class Sender(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str = ""
    phone: str = ""
    country: str = "CN"
    province: str = ""
    city: str = ""
    district: str = ""
    street: str = ""
    postcode: str = ""

    def recipient(self) -> Recipient:
        return Recipient(**msgspec.structs.asdict(self))


class Platform(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``words`` map a status word to a state, or to the hold it means."""

    utc_offset_minutes: Annotated[int, Meta(ge=-720, le=840)] = 480
    words: dict[str, str]

    def meaning(self, word: str) -> Meaning | None:
        value = self.words.get(word)
        if value is None:
            return None
        return OrderState(value) if value in set(_ALLOWED) else HoldReason(value)


class Shop(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str = ""
    sender: Sender = Sender()
    platforms: dict[str, Platform]

    def platform(self, name: str) -> Platform:
        return self.platforms.get(name, _NO_WORDS)


_NO_WORDS = Platform(words={})


def load_shop(name: str, *folders: Path) -> Shop:
    """The shop's file from the last folder that has it; without one, the shipped words and no sender.

    Raises:
        SettingsTrouble: the file is no shop's.
    """
    for folder in reversed(folders):
        file = folder / f"{name}.toml"
        if file.is_file():
            return _read(file)
    for folder in reversed(folders):
        file = folder / f"{SHIPPED_SHOP}.toml"
        if file.is_file():
            return Shop(name=name, platforms=_read(file).platforms)
    return Shop(name=name, platforms={})


def load_senders(*folders: Path) -> dict[str, Recipient]:
    """Who sends, by shop; of two files of one name the last folder's."""
    found: dict[str, Recipient] = {}
    for folder in folders:
        for file in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            found[file.stem] = _read(file).sender.recipient()
    return found


def _read(file: Path) -> Shop:
    try:
        shop = msgspec.toml.decode(file.read_bytes(), type=Shop)
    except (msgspec.DecodeError, OSError) as error:
        raise SettingsTrouble(f"the shop's file cannot be read: {error}", where=str(file), remedy="Mend it.") from error
    known = {*_ALLOWED, *HoldReason}
    for platform in shop.platforms.values():
        for word, value in platform.words.items():
            if value not in known:
                remedy = f"Known: {', '.join(sorted(known))}."
                raise SettingsTrouble(f"{word} = {value!r} is no state and no hold", where=str(file), remedy=remedy)
    return shop
