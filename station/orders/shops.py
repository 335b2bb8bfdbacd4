"""What a shop's file in ``config/shops`` says: who sends and from where, what each platform's status words mean, and
which approvals an order needs.

A word that is not there never means "may ship": the importer holds such an order and names the word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.packing.approvals import COD, ApprovalRule
from station.packing.model import HoldReason, OrderState, Recipient
from station.packing.places import Place

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


_Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}\Z")]
_Words = Annotated[str, Meta(min_length=1, max_length=100)]
_Some = Annotated[tuple[_Words, ...], Meta(max_length=100)]


class _Place(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: _Id
    name: _Words
    words: _Some = ()
    provinces: _Some = ()
    countries: _Some = ()
    supplier: bool = False
    sender: Sender = Sender()


class _Approval(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: _Id
    zh: _Words
    en: _Words
    hold: Literal["approval_missing", "spec_unconfirmed"] = "approval_missing"
    platforms: _Some = ()
    countries: _Some = ()
    amount_from: Annotated[int, Meta(ge=0, le=1_000_000_000)] | None = None
    company: bool = False
    goods_classes: _Some = ()
    sku_beginnings: _Some = ()
    by: _Some = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopGates:
    """What stands between a shop's orders and a bench beside the platform's word."""

    approvals: tuple[ApprovalRule, ...] = ()
    places: tuple[Place, ...] = ()

    def place(self, place_id: str) -> Place | None:
        return next((place for place in self.places if place.id == place_id), None)


NO_GATES = ShopGates()


class Shop(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: str = ""
    sender: Sender = Sender()
    customs_value: Literal["entered", "item_price"] = "entered"
    platforms: dict[str, Platform]
    places: Annotated[tuple[_Place, ...], Meta(max_length=100)] = msgspec.field(default=(), name="place")
    approvals: Annotated[tuple[_Approval, ...], Meta(max_length=100)] = msgspec.field(default=(), name="approval")

    def platform(self, name: str) -> Platform:
        return self.platforms.get(name, _NO_WORDS)

    def gates(self) -> ShopGates:
        return ShopGates(
            approvals=tuple(_approval(each) for each in self.approvals),
            places=tuple(_place(each) for each in self.places),
        )


def _place(read: _Place) -> Place:
    values = msgspec.structs.asdict(read) | {"sender": read.sender.recipient()}
    return Place(**values | {"words": tuple(word.casefold() for word in read.words)})


def _approval(read: _Approval) -> ApprovalRule:
    values = msgspec.structs.asdict(read)
    amount = None if read.amount_from is None else read.amount_from * 100
    return ApprovalRule(**values | {"amount_from": amount, "reason": HoldReason(values.pop("hold"))})


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
    """Who sends, by ``sender_key``; of two files of one name the last folder's."""
    found: dict[str, Recipient] = {}
    for name, shop in _every(folders).items():
        found[name] = shop.sender.recipient()
        for place in shop.places:
            own = place.sender.recipient()
            found[sender_key(name, place.id)] = found[name] if own == Recipient() else own
    return found


def sender_key(shop: str, place: str) -> str:
    """A shop whose places have no address of their own sends everything under its one."""
    return f"{shop}/{place}" if place else shop


def load_gates(*folders: Path) -> Mapping[str, ShopGates]:
    """What each shop's file asks of its orders; a shop without a file asks nothing."""
    return {name: shop.gates() for name, shop in _every(folders).items()}


def _every(folders: tuple[Path, ...]) -> dict[str, Shop]:
    """All shops' files; of two of one name the last folder's."""
    files = {file.stem: file for folder in folders if folder.is_dir() for file in sorted(folder.glob("*.toml"))}
    return {name: _read(file) for name, file in files.items()}


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
    _refuse_twice([place.id for place in shop.places], "place", file)
    _refuse_twice([approval.name for approval in shop.approvals], "approval", file)
    if any(approval.name == COD for approval in shop.approvals):
        remedy = "Give it another name."
        raise SettingsTrouble(f"the approval {COD!r} is the telephone call's own name", where=str(file), remedy=remedy)
    return shop


def _refuse_twice(names: list[str], what: str, file: Path) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise SettingsTrouble(f"the {what} {twice[0]} is there twice", where=str(file), remedy="Keep one of them.")
