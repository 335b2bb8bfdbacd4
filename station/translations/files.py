"""Where translations lie, and the two acts on them: begin or bring up to date a ``.ts``, release it as ``.qm``."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Final

from station.errors import Trouble
from station.translations.faults import faults
from station.translations.messages import NONE, Message, document, read

SHIPPED: Final = Path(__file__).parent
CHINESE: Final = SHIPPED / "sealbench_zh.ts"
"""Made from the tables; it also names every sentence where the program's text is not at hand."""
LANGUAGE: Final = re.compile(r"[a-z]{2,3}(_[A-Z]{2})?")
OWN: Final = ("zh", "en")
RELEASE_S: Final = 60


def messages() -> tuple[Message, ...]:
    return read(CHINESE)[1]


def write(language: str, path: Path) -> int:
    """A new ``.ts``, or what is already translated kept and the rest added; answers how many are unfinished."""
    if not LANGUAGE.fullmatch(language) or language in OWN:
        raise Trouble(
            "zh and en are in the program; another language has a short name of small letters",
            where=language[:20],
            remedy="Like de, vi or pt_BR.",
        )
    done = read(path)[2] if path.exists() else NONE
    wanted = messages()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(document(language, wanted, done), encoding="utf-8", newline="\n")
    return sum(1 for _ in faults(wanted, done))


def release(path: Path, folder: Path) -> Path:
    """The ``.qm`` that the screens read, in ``folder``. Raises ``Trouble`` while anything is unfinished or wrong."""
    language, _, done = read(path)
    if not LANGUAGE.fullmatch(language) or language in OWN:
        raise Trouble(f"is of no third language ({language!r})", where=str(path))
    wrong = list(faults(messages(), done))
    if wrong:
        raise Trouble(
            f"{len(wrong)} of its sentences are not ready; the first: {wrong[0]}",
            where=str(path),
            remedy="See all: sealbench translations check FILE",
        )
    folder.mkdir(parents=True, exist_ok=True)
    made = folder / f"sealbench_{language}.qm"
    _lrelease(path, made)
    return made


def _lrelease(path: Path, made: Path) -> None:
    """Qt's own compiler, which comes with PySide6."""
    import PySide6

    program = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    if not program.is_file():
        raise Trouble(
            "Qt's lrelease is not in this installation",
            where=str(program),
            remedy=f"Release the file in Qt Linguist (File, Release As) to {made}.",
        )
    part = made.with_name(f"{made.name}.part")
    told = subprocess.run(  # noqa: S603 - Qt's own program, on a file that was read and checked
        [str(program), "-silent", str(path), "-qm", str(part)], capture_output=True, timeout=RELEASE_S, check=False
    )
    if told.returncode != 0 or not part.is_file():
        part.unlink(missing_ok=True)
        raise Trouble(f"lrelease failed: {told.stderr.decode(errors='replace').strip()[:200]}", where=str(path))
    part.replace(made)
