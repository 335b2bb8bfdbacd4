"""Which shared libraries of the system Qt still needs, and the Debian packages that hold them. Standard library only.

Qt names the wrong library when one is missing ("xcb-cursor0 … is needed"); ``ldd`` on its plug-ins tells the truth.
Imports no Qt, because it must work where Qt cannot be loaded.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

LDD_TIMEOUT_S = 30

ALWAYS = (
    "plugins/platforms/libqoffscreen.so",
    "lib/libQt6Gui.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Multimedia.so.6",
    "lib/libQt6SerialPort.so.6",
)
"""Without what these need, nothing with a picture works, tests and labels included."""

WINDOW = ("plugins/platforms/libqxcb.so",)
"""What these need is only missed by a window on a screen."""

_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libudev.so.1": "libudev1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    soname: str
    package: str  # "" when no package is known


def missing(files: tuple[str, ...] = ALWAYS + WINDOW) -> tuple[Missing, ...]:
    """The libraries that these files of Qt's folder need and the system does not have; none where there is no ldd."""
    spec = find_spec("PySide6")
    if spec is None or spec.origin is None or not sys.platform.startswith("linux"):
        return ()
    paths = [path for name in files if (path := Path(spec.origin).parent / "Qt" / name).is_file()]
    sonames = sorted({soname for path in paths for soname in not_found(_ldd(path))})
    return tuple(Missing(soname=soname, package=_PACKAGES.get(soname, "")) for soname in sonames)


def not_found(listing: str) -> list[str]:
    """The names before ``=> not found`` in what ldd prints."""
    return [line.split()[0] for line in listing.splitlines() if line.rstrip().endswith("=> not found")]


def packages(lacking: tuple[Missing, ...]) -> list[str]:
    return sorted({library.package for library in lacking if library.package})


def install_line(lacking: tuple[Missing, ...]) -> str:
    """The one line that puts it right on Debian and Ubuntu; unknown libraries are named for a search."""
    known = packages(lacking)
    unknown = [library.soname for library in lacking if not library.package]
    line = f"sudo apt-get install -y {' '.join(known)}" if known else ""
    search = f"look for the packages that hold {', '.join(unknown)}" if unknown else ""
    return "; ".join(part for part in (line, search) if part)


def _ldd(path: Path) -> str:
    ldd = shutil.which("ldd")
    if ldd is None:
        return ""
    done = subprocess.run(  # noqa: S603 - a fixed program on a file of our own installation
        [ldd, str(path)], capture_output=True, text=True, timeout=LDD_TIMEOUT_S, check=False, env={"LC_ALL": "C"}
    )
    return done.stdout
