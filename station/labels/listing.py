"""Every template with its size, what it is for and where it comes from; one that does not read with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from station.errors import SettingsTrouble
from station.labels.library import Library

KINDS: Final = {"domestic": "waybill at home", "international": "waybill abroad", "": "other"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """``instead_of``: the file that this one stands before. ``trouble``: why it cannot be used."""

    name: str
    file: Path
    use: str
    size_mm: str
    instead_of: Path | None = None
    trouble: str = ""


def listed(library: Library) -> Iterator[Listed]:
    """By name."""
    for name, path in library.files().items():
        others = [folder / path.name for folder in library.folders if folder != path.parent]
        instead_of = next((other for other in others if other.exists()), None)
        try:
            use, size_mm = _about(library, name)
        except SettingsTrouble as trouble:
            yield Listed(name=name, file=path, use="", size_mm="", instead_of=instead_of, trouble=trouble.sentence())
            continue
        yield Listed(name=name, file=path, use=use, size_mm=size_mm, instead_of=instead_of)


def _about(library: Library, name: str) -> tuple[str, str]:
    sheet = library.sheet(name)
    if sheet is not None:
        return "sheet", f"{sheet.width_mm:g}x{sheet.height_mm:g}"
    file = library.load(name).file
    return KINDS[file.kind], f"{file.width_dmm / 10:g}x{file.height_dmm / 10:g}"
