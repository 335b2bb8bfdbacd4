"""``sealbench`` on a machine whose wall clock jumps: by as many seconds as the file in SEALBENCH_FLEET_CLOCK says.

Only what tells the time of day jumps; what measures how long something takes does not, as on a real machine.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import time
from pathlib import Path


def main() -> int:
    file, true_ns = Path(os.environ["SEALBENCH_FLEET_CLOCK"]), time.time_ns

    def odd_ns() -> int:
        said = file.read_text("ascii") if file.exists() else ""
        return true_ns() + int(said or 0) * 1_000_000_000

    time.time_ns = odd_ns
    faulthandler.register(signal.SIGUSR1)  # whoever waits too long for this bench may ask where it is
    from station.__main__ import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
