"""What a channel still takes while files are made for it, and what came of it. Counting only."""

from __future__ import annotations

from dataclasses import dataclass, field

from station.reports.channel_file import Channel

UNLIMITED = 2**31
FEW_FILES = 10
"""Where no more files are taken, each gets its share of the bytes: a first one would eat the others' room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """``pages`` of a PDF."""

    name: str
    data: bytes
    pages: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPaper:
    """What became of a paper: the files it is in, or why it is in none.

    ``searched`` is False where no program can tell whether others are named in it: somebody must look.
    """

    id: int
    proof: str
    files: tuple[str, ...] = ()
    why: str = ""
    searched: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """``left_out``: what gave way, in sentences."""

    files: tuple[PackFile, ...]
    left_out: tuple[str, ...]
    papers: tuple[PackedPaper, ...] = ()


@dataclass(slots=True)
class Room:
    """What the channel still takes."""

    channel: Channel
    files: list[PackFile] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def one(self) -> int:
        """Bytes of one more file."""
        most = self.channel.file_bytes.most if self.channel.file_bytes else UNLIMITED
        return min(most, self._left)

    @property
    def share(self) -> int:
        """Bytes of one more file where every file that is still taken is to have as many."""
        return min(self.one, self._left // max(1, self.count)) if self.count <= FEW_FILES else self.one

    @property
    def _left(self) -> int:
        total = self.channel.total_bytes.most if self.channel.total_bytes else UNLIMITED
        return total - sum(len(file.data) for file in self._counted())

    @property
    def count(self) -> int:
        most = self.channel.files.most if self.channel.files else UNLIMITED
        return most - len(self._counted())

    @property
    def pages(self) -> int:
        """A picture is a page where pages are counted."""
        most = self.channel.pages.most if self.channel.pages else UNLIMITED
        return most - sum(max(1, file.pages) for file in self._counted())

    def _counted(self) -> list[PackFile]:
        return [file for file in self.files if not file.name.endswith(".txt")]

    def add_jpeg(self, name: str, jpeg: bytes | None) -> None:
        if jpeg is None or self.count < 1 or self.pages < 1:
            self.left_out.append(f"{name} is left out: it does not fit")
        else:
            self.files.append(PackFile(name=name, data=jpeg))
