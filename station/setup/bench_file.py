"""Writing what was found into ``bench.toml``: comments and everything else in it stay, and a backup is kept.

What would not read back is never written: the old file stays, and a sentence says what is wrong.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT

from station.errors import SettingsTrouble
from station.home import Home
from station.setup.values import DeviceWish, Wish

BACKUPS_MAX: Final = 20
_KEYS: Final = ("kind", "link", "speaks", "media", "dpi", "profile", "suffix", "prefix", "unit")


def write_bench(home: Home, wish: Wish, now_us: int) -> Path:
    """``bench.toml`` with the wish in it. Raises ``SettingsTrouble``: nothing was changed."""
    from station.settings import read

    path = home.settings_file
    try:
        old = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsTrouble(f"this file does not read: {error}", where=str(path)) from error
    new = merged(old, wish, file=str(path))
    read(new, file=str(path))
    if new == old:
        return path
    home.root.mkdir(parents=True, exist_ok=True)
    if old:
        back_up(path, old, now_us)
    write_whole(path, new)
    return path


def merged(old: str, wish: Wish, *, file: str) -> str:
    """The text with the wish in it; a device of the same name is changed, else of the same kind, else added."""
    try:
        document = tomlkit.parse(old)
    except TOMLKitError as error:
        raise SettingsTrouble(f"this is not TOML: {error}", where=file, remedy="Mend that line.") from error
    bench = {"id": wish.bench, "orderbook": wish.orderbook, "language": wish.language, "theme": wish.theme}
    given = {key: value for key, value in bench.items() if value}
    if given:
        _set(_table(document, "bench", file), given)
    if wish.video_days:
        _set(_table(document, "retention", file), {"video_days": wish.video_days})
    if wish.budget_gb:
        _set(_table(document, "media", file), {"budget_gb": wish.budget_gb})
    if wish.devices:
        devices = document.setdefault("device", tomlkit.aot())
        if not isinstance(devices, AoT):
            raise SettingsTrouble("device is not a list of tables", where=file, remedy="Write it as [[device]].")
        for device in wish.devices:
            _put(devices, device)
    return tomlkit.dumps(document)


def _table(document: tomlkit.TOMLDocument, name: str, file: str) -> Any:
    table = document.setdefault(name, tomlkit.table())
    if not isinstance(table, dict):
        raise SettingsTrouble(f"{name} is not a table", where=file, remedy=f"Write it as [{name}].")
    return table


def _put(devices: AoT, wish: DeviceWish) -> None:
    same_name = [one for one in devices if one.get("name") == wish.name and one.get("kind") == wish.kind]
    same_kind = [one for one in devices if one.get("kind") == wish.kind]
    found = next(iter([*same_name, *same_kind]), None)
    if found is None:
        found = tomlkit.table()
        found["name"] = wish.name
        devices.append(found)
    values = {key: getattr(wish, key) for key in _KEYS if getattr(wish, key)}
    _set(found, values)
    if wish.kind == "printer" and wish.profile:
        for key in ("speaks", "dpi"):  # the profile says both, and a second word could contradict it
            found.pop(key, None)
    if wish.kind == "scanner" and not wish.speaks:
        found.pop("speaks", None)
    if wish.kind == "camera":
        if wish.photos_only:
            _set(found, {"video": False})
        else:
            found.pop("video", None)
    if wish.kind == "scale" and not wish.unit:
        found.pop("unit", None)


def _set(table: Any, values: dict[str, Any]) -> None:
    """Only what differs, so that a value's own comment and spelling stay."""
    for key, value in values.items():
        if table.get(key) != value:
            table[key] = value


def back_up(path: Path, old: str, now_us: int) -> None:
    """``old`` beside the file, under the time; of more than twenty the oldest go."""
    stamp = datetime.fromtimestamp(now_us / 1e6, UTC).strftime("%Y%m%d-%H%M%S")
    write_whole(path.with_name(f"{path.name}.{stamp}"), old)
    backups = sorted(path.parent.glob(f"{path.name}.[0-9]*-[0-9]*"))
    for spare in backups[:-BACKUPS_MAX]:
        spare.unlink(missing_ok=True)


def write_whole(path: Path, text: str) -> None:
    """The whole file or none of it, also when the power goes."""
    part = path.with_name(f"{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
