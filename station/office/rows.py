"""Which of a known number of rows is chosen, and which are in view. A value; for lists that are all in memory."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    total: int = 0
    cursor: int = 0
    first: int = 0
    room: int = 12

    def of(self, total: int) -> Rows:
        return replace(self, total=total).at(self.cursor)

    def sized(self, room: int) -> Rows:
        return replace(self, room=room).at(self.cursor)

    def at(self, row: int) -> Rows:
        cursor = max(0, min(self.total - 1, row))
        first = max(0, min(self.first, cursor, self.total - self.room))
        return replace(self, cursor=cursor, first=max(first, cursor - self.room + 1))

    def moved(self, command: str) -> Rows | None:
        """None: the command is no move."""
        steps = {"up": -1, "down": 1, "page_up": -self.room, "page_down": self.room}
        ends = {"first": 0, "last": self.total}
        if command in steps:
            return self.at(self.cursor + steps[command])
        return self.at(ends[command]) if command in ends else None
