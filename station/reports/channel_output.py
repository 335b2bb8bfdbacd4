"""A channel's files onto the disk: a folder, or a ZIP when the name says so; whole or not at all."""

from __future__ import annotations

import tempfile
import zipfile
from pathlib import Path

from station.errors import Trouble
from station.reports.channel_room import Pack

_WHEN = (1980, 1, 1, 0, 0, 0)


def write_pack(out: Path, pack: Pack) -> None:
    """Raises ``Trouble`` when it cannot be written, or a folder of the name has something in it already."""
    try:
        with tempfile.TemporaryDirectory(dir=out.absolute().parent, prefix=".sealbench-") as made_in:
            new = Path(made_in) / out.name
            if out.suffix.lower() == ".zip":
                _write_zip(new, pack)
            else:
                _write_folder(new, out, pack)
            new.replace(out)
    except OSError as error:
        raise Trouble(
            f"the files cannot be written: {error.strerror}", where=str(out), remedy="Name another place with -o."
        ) from None


def free_name(folder: Path, dispute: int) -> Path:
    """One that is not there yet: what was exported before may have been submitted, and stays as it was.

    Raises ``Trouble`` when the folder cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        taken = {file.name.partition(".")[0] for file in folder.glob(f"dispute-{dispute}-*")}
    except OSError as error:
        raise Trouble(f"the evidence cannot be written: {error.strerror}", where=str(folder)) from None
    number = next(n for n in range(1, len(taken) + 2) if f"dispute-{dispute}-{n}" not in taken)
    return folder / f"dispute-{dispute}-{number}.zip"


def _write_zip(new: Path, pack: Pack) -> None:
    with zipfile.ZipFile(new, "w", zipfile.ZIP_STORED) as archive:
        for file in pack.files:
            archive.writestr(zipfile.ZipInfo(file.name, _WHEN), file.data)


def _write_folder(new: Path, out: Path, pack: Pack) -> None:
    if out.is_dir():
        if any(out.iterdir()):
            raise Trouble("the folder has something in it already", where=str(out), remedy="Name a new one with -o.")
        out.rmdir()
    new.mkdir()
    for file in pack.files:
        (new / file.name).write_bytes(file.data)
