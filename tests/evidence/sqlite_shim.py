"""Under the ledger's own SQLite: every write, truncate, sync and delete is told before it is done.

The library's file system (VFS) is copied, with calls of ours in the places that change a disk, and made the default:
the program's connections go through it as they are. Reading, locking and shared memory stay the library's own.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from pathlib import Path

from pysqlite3 import _sqlite3

from tests.evidence.cut_disk import Created, Deleted, Event, FolderSynced, Synced, Truncated, Wrote

Tell = Callable[[Event], None]

_OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, c_void_p)
_DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)
_CLOSE = CFUNCTYPE(c_int, c_void_p)
_WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
_TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
_SYNC = CFUNCTYPE(c_int, c_void_p, c_int)

_CREATE = 0x00000004
_JOURNALS = 0x00000800 | 0x00004000 | 0x00080000
"""Flags of rollback, super and write-ahead journals: the first sync of one that may have been made now syncs its folder
too (``os_unix.c``, ``UNIXFILE_DIRSYNC``)."""


class _Methods(Structure):
    """``sqlite3_io_methods``: one for each kind of file."""

    _fields_ = [
        ("version", c_int),
        ("close", _CLOSE),
        ("read", c_void_p),
        ("write", _WRITE),
        ("truncate", _TRUNCATE),
        ("sync", _SYNC),
        ("rest", c_void_p * 13),  # as far as ``xUnfetch``, version 3
    ]


class _File(Structure):
    """``sqlite3_file``: what a VFS keeps of its own comes after it."""

    _fields_ = [("methods", POINTER(_Methods))]


class _Vfs(Structure):
    """``sqlite3_vfs``."""

    _fields_ = [
        ("version", c_int),
        ("file_size", c_int),
        ("path_max", c_int),
        ("next", c_void_p),
        ("name", c_char_p),
        ("data", c_void_p),
        ("open", _OPEN),
        ("delete", _DELETE),
        ("rest", c_void_p * 14),
    ]


def missing() -> str:
    """Why there is no shim here; empty where there can be one."""
    try:
        _library()
    except (AttributeError, OSError):
        return "this build of pysqlite3 does not show its SQLite (sqlite3_vfs_register)"
    return ""


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [c_char_p]
    library.sqlite3_vfs_register.argtypes = [c_void_p, c_int]
    library.sqlite3_vfs_unregister.argtypes = [c_void_p]
    return library


class _Shim:
    """Holds everything that SQLite has pointers to; must outlive every connection that it opened."""

    def __init__(self, real: _Vfs, tell: Tell) -> None:
        self._real = real
        self._tell = tell
        self._files: dict[int, tuple[Path, _Methods]] = {}
        self._tables: dict[int, _Methods] = {}
        self._unsynced: set[int] = set()
        self._close = _CLOSE(self._closed)
        self._write = _WRITE(self._written)
        self._truncate = _TRUNCATE(self._truncated)
        self._sync = _SYNC(self._synced)
        self.vfs = _Vfs.from_buffer_copy(real)
        self.vfs.name = b"sealbench-power-cuts"
        self.vfs.open = _OPEN(self._opened)
        self.vfs.delete = _DELETE(self._deleted)

    def _opened(self, _vfs: int, name: int | None, file: int, flags: int, got: int | None) -> int:
        path = Path(os.fsdecode(ctypes.string_at(name))) if name else None
        new = path is not None and not path.exists()
        code = int(self._real.open(ctypes.addressof(self._real), name, file, flags, got))
        if code or path is None:
            return code
        head = _File.from_address(file)
        real = head.methods.contents
        self._files[file] = (path, real)
        head.methods = ctypes.pointer(self._table(real))
        if new:
            self._tell(Created(path=path))
        if flags & _CREATE and flags & _JOURNALS:
            self._unsynced.add(file)
        return code

    def _table(self, real: _Methods) -> _Methods:
        key = ctypes.addressof(real)
        if key not in self._tables:
            table = _Methods.from_buffer_copy(real)
            table.close, table.write, table.truncate, table.sync = self._close, self._write, self._truncate, self._sync
            self._tables[key] = table
        return self._tables[key]

    def _closed(self, file: int) -> int:
        _, real = self._files.pop(file)
        self._unsynced.discard(file)
        return int(real.close(file))

    def _written(self, file: int, data: int, count: int, offset: int) -> int:
        path, real = self._files[file]
        self._tell(Wrote(path=path, offset=offset, data=ctypes.string_at(data, count)))
        return int(real.write(file, data, count, offset))

    def _truncated(self, file: int, size: int) -> int:
        path, real = self._files[file]
        self._tell(Truncated(path=path, size=size))
        return int(real.truncate(file, size))

    def _synced(self, file: int, _flags: int) -> int:
        """Only told: nothing that is done here has to outlast the machine, and a real sync takes its time."""
        path, _ = self._files[file]
        self._tell(Synced(path=path))
        if file in self._unsynced:
            self._unsynced.discard(file)
            self._tell(FolderSynced(path=path.parent))
        return 0

    def _deleted(self, _vfs: int, name: bytes, folder_too: int) -> int:
        path = Path(os.fsdecode(name))
        code = int(self._real.delete(ctypes.addressof(self._real), name, folder_too))
        self._tell(Deleted(path=path))
        if folder_too:
            self._tell(FolderSynced(path=path.parent))
        return code


@contextmanager
def shim(tell: Tell) -> Iterator[None]:
    """Every connection opened in here is told of, and must be closed in here."""
    library = _library()
    real = library.sqlite3_vfs_find(None)
    ours = _Shim(real.contents, tell)
    library.sqlite3_vfs_register(ctypes.addressof(ours.vfs), 1)
    try:
        yield
        assert not ours._files, f"still open: {ours._files}"
    finally:
        library.sqlite3_vfs_unregister(ctypes.addressof(ours.vfs))
        library.sqlite3_vfs_register(real, 1)
