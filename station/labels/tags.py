"""What labels of no order say: items, shelves, totes, badges, commands, as the fields of a template. Pure."""

from __future__ import annotations

from typing import Final

from station.labels.saying import Say
from station.labels.template import Fields
from station.labels.waybill import country

LINEAR_CHARACTERS_MAX: Final = 24
"""A longer code stands as QR: its bars would be too thin for the label."""


def item_fields(
    *, sku: str, name: str, variant: str, code: str, location: str = "", origin: str = "", weight_mg: int | None = None
) -> Fields:
    """``origin`` is an ISO 3166 code or a name."""
    texts = {
        "sku": sku,
        "name": name or sku,
        "variant": variant,
        "location": location,
        "origin": origin,
        "made_in": f"Made in {country(origin).title()}" if origin else "",
        "weight": "" if weight_mg is None else f"{weight_mg / 1_000:g} g",
        **_code(code),
    }
    return Fields(texts=texts, rows={})


def place_fields(code: str) -> Fields:
    """A shelf or a tote."""
    return Fields(texts=_code(code), rows={})


def badge_fields(*, name: str, pseudonym: str, role: str, shop: str, code: str) -> Fields:
    return Fields(texts={"name": name, "pseudonym": pseudonym, "role": role, "shop": shop, **_code(code)}, rows={})


def role(say: Say, *, supervisor: bool) -> str:
    return say("主管", "Supervisor") if supervisor else say("打包", "Packer")


def command_fields(*, code: str, zh: str, en: str, zh_does: str, en_does: str, key: str = "") -> Fields:
    texts = {"zh": zh, "en": en, "zh_does": zh_does, "en_does": en_does, "key": key, **_code(code)}
    return Fields(texts=texts, rows={})


def _code(code: str) -> dict[str, str]:
    """``linear`` is empty where only a QR code has room for it."""
    return {"code": code, "linear": code if len(code) <= LINEAR_CHARACTERS_MAX else ""}
