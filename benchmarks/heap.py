"""What a process holds: of the system, of Python's own small blocks, of the C library's heap, and how many objects.

Each answer is of the whole process at one moment. Nothing here is of the program.
"""

from __future__ import annotations

import ctypes
import gc
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import Final

import PySide6

PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_BLOCKS: Final = re.compile(rb"# bytes in allocated blocks\s*=\s*([0-9,]+)")
_QT_CORE: Final = Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Core.so.6"
_MALLINFO_FIELDS: Final = (
    "arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost",
)  # fmt: skip
_COUNTER: Final = """
#include <stdatomic.h>
#include <stdint.h>
static atomic_long alive;
static void made(void *object) { (void)object; atomic_fetch_add(&alive, 1); }
static void gone(void *object) { (void)object; atomic_fetch_sub(&alive, 1); }
void count_from_now(uintptr_t *hooks) { hooks[3] = (uintptr_t)made; hooks[4] = (uintptr_t)gone; }
long counted(void) { return atomic_load(&alive); }
"""
"""``qtHookData`` of Qt's qhooks_p.h: 3 is called for each QObject made, 4 for each that goes. In C, because a Python
function there would wait for the interpreter inside every constructor."""


class _Mallinfo(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in _MALLINFO_FIELDS]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heap:
    """In KiB. ``in_use_kib`` is what somebody has asked of malloc and not given back, ``spare_kib`` what malloc keeps
    for later; Python's blocks of up to 512 bytes are in neither."""

    rss_kib: float
    python_kib: float
    in_use_kib: float
    spare_kib: float
    objects: int
    qt_objects: int | None  # None: there is no C compiler to count them with


def qt_counter(folder: Path) -> Callable[[], int | None]:
    """How many QObjects there are more than at this call, on every thread, of C++ and of Python."""
    compiler = shutil.which("cc")
    if compiler is None or not _QT_CORE.exists():
        return lambda: None
    source, library = folder / "counter.c", folder / "counter.so"
    source.write_text(_COUNTER, encoding="ascii")
    subprocess.run([compiler, "-O2", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
    counter, core = ctypes.CDLL(str(library)), ctypes.CDLL(str(_QT_CORE))
    counter.counted.restype = ctypes.c_long
    counter.count_from_now(ctypes.byref((ctypes.c_void_p * 8).in_dll(core, "qtHookData")))
    return lambda: int(counter.counted())


def heap(qt_objects: Callable[[], int | None]) -> Heap:
    """After a collection, so that only what is still held counts."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    said = _mallinfo()
    return Heap(
        rss_kib=pages * PAGE / 1024,
        python_kib=_python_bytes() / 1024,
        in_use_kib=(said["uordblks"] + said["hblkhd"]) / 1024,
        spare_kib=said["fordblks"] / 1024,
        objects=len(gc.get_objects()),
        qt_objects=qt_objects(),
    )


def _mallinfo() -> dict[str, int]:
    """Over all arenas; zeros where the C library does not say."""
    mallinfo2 = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if mallinfo2 is None:
        return dict.fromkeys(_MALLINFO_FIELDS, 0)
    mallinfo2.restype = _Mallinfo
    told = mallinfo2()
    return {name: int(getattr(told, name)) for name in _MALLINFO_FIELDS}


def _python_bytes() -> int:
    """By Python's own statistics, which it writes to the standard error only."""
    sys.stderr.flush()
    with TemporaryFile() as file:
        kept = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            sys._debugmallocstats()
        finally:
            os.dup2(kept, 2)
            os.close(kept)
        file.seek(0)
        found = _BLOCKS.search(file.read())
    return int(found[1].replace(b",", b"")) if found else 0
