"""``python -m station`` and the console script ``sealbench``."""

from __future__ import annotations

import sys


def main() -> int:
    if not __debug__:
        print("sealbench: assertions are part of the program; start it without -O.", file=sys.stderr)
        return 2
    from station.cli import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
