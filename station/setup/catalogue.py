"""Programming codes of scanners by make, from ``config/scanners/*.toml`` and the home's ``scanners/``.

Only codes with a source are drawn; for every other purpose the file names the place in the maker's own manual.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from station.errors import SettingsTrouble
from station.home import Home
from station.settings import config_dir
from station.setup.fault_words import PROGRAMS
from station.setup.proof import Programs
from station.setup.values import Catalogue, CodePicture, Make, PictureKind, ProgrammingCode

BYTES_MAX: Final = 100_000
Line = Annotated[str, Meta(min_length=1, max_length=200)]


class _Code(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``texts`` are scanned one after another. ``source`` is where it is published: manual and section."""

    programs: Programs
    kind: Literal["qr", "code128"]
    texts: Annotated[tuple[Line, ...], Meta(min_length=1, max_length=4)]
    source: Line


class _See(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    programs: Programs
    manual: Line
    section: Line


class _Make(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    name: Line
    code: tuple[_Code, ...] = ()
    see: tuple[_See, ...] = ()


def load_catalogue(home: Home) -> tuple[tuple[Make, ...], Catalogue]:
    """Every make by its name, and its codes; one of the home's own stands before a shipped one."""
    folders = (config_dir() / "scanners", home.root / "scanners")
    files = {path.stem: path for folder in folders for path in sorted(folder.glob("*.toml"))}
    read = {name: _read(path) for name, path in sorted(files.items())}
    makes = tuple(Make(id=name, name=make.name) for name, make in sorted(read.items(), key=lambda one: one[1].name))
    return makes, Catalogue(makes={name: _codes(make) for name, make in read.items()})


def _read(path: Path) -> _Make:
    try:
        if path.stat().st_size > BYTES_MAX:
            raise SettingsTrouble("the file is too large for programming codes", where=str(path))
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Make)
    except (OSError, ValueError) as error:
        raise SettingsTrouble(f"this file of programming codes does not read: {error}", where=str(path)) from error


def _codes(make: _Make) -> tuple[ProgrammingCode, ...]:
    drawn = tuple(
        ProgrammingCode(
            programs=code.programs,
            pictures=tuple(
                CodePicture(kind=PictureKind(code.kind), text=text, caption=PROGRAMS[code.programs])
                for text in code.texts
            ),
            source=code.source,
        )
        for code in make.code
    )
    told = tuple(ProgrammingCode(programs=see.programs, see=f"{see.manual}, {see.section}") for see in make.see)
    return (*drawn, *told)
