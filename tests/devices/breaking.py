"""Every scanner and scale dialect against bytes as broken devices send them.

``python -m tests.devices.breaking --inputs N`` feeds N inputs, each a piece of noise, of an example, or of both, cut
anywhere; one that raises, or gives a code longer than the limit, is named by its seed. ``--seed`` repeats one.
"""

from __future__ import annotations

import argparse
import sys
from random import Random

from station.devices.dialect import RawScan, ScaleFrame
from station.registry import find, known

PIECE_MAX = 600
LIMIT_BYTES = 512


def examples(kind: str) -> list[tuple[str, bytes]]:
    return [(name, raw) for name in known(kind) for raw, _, _ in find(kind, name).EXAMPLES]


def piece(chance: Random, raws: list[bytes]) -> bytes:
    """What one read may bring."""
    whole = chance.choice(raws)
    match chance.randrange(6):
        case 0:
            return chance.randbytes(chance.randrange(1, PIECE_MAX))
        case 1:
            return whole
        case 2:
            return whole[: chance.randrange(len(whole) + 1)]
        case 3:
            return whole[chance.randrange(len(whole)) :]
        case 4:
            at = chance.randrange(len(whole))
            return whole[:at] + chance.randbytes(chance.randrange(1, 9)) + whole[at + chance.randrange(3) :]
        case _:
            return whole * chance.randrange(2, 5)


def fault_of(kind: str, name: str, seed: int, pieces: int) -> str:
    """Empty, or what a dialect must never do."""
    chance = Random(f"{kind} {name} {seed}")
    raws = [raw for found, raw in examples(kind) if found == name]
    dialect = find(kind, name).Dialect()
    for _ in range(pieces):
        for value in dialect.feed(piece(chance, raws)):
            if isinstance(value, RawScan) and len(value.text.encode()) > LIMIT_BYTES + 8:
                return f"a code of {len(value.text)} characters"
            if isinstance(value, ScaleFrame) and value.fault is not None and value.weight_mg is not None:
                return "a weight with a fault"
        if kind == "scanner" and chance.random() < 0.1:
            dialect.gap()
        if chance.random() < 0.02:
            dialect.reset()
    return ""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--pieces", type=int, default=1_000, help="inputs of one seed")
    parser.add_argument("--seed", type=int)
    args = parser.parse_args()
    dialects = [(kind, name) for kind in ("scanner", "scale") for name in known(kind)]
    rounds = [args.seed] if args.seed is not None else range(max(args.inputs // (len(dialects) * args.pieces), 1))
    for seed in rounds:
        for kind, name in dialects:
            fault = "raised"
            try:
                fault = fault_of(kind, name, seed, args.pieces)
            finally:
                if fault:
                    sys.stdout.write(f"{kind} {name}, seed {seed}: {fault}\n")
            if fault:
                return 1
    sys.stdout.write(
        f"{len(rounds) * len(dialects) * args.pieces} inputs to {len(dialects)} dialects: none broke one\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
