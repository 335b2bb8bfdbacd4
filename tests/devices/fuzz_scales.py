"""Scale frames broken in every way a wire can break them, fed to every dialect.

``python -m tests.devices.fuzz_scales --rounds N`` feeds N inputs; a bad one is named by its dialect and seed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from random import Random
from types import ModuleType

from station.devices.dialect import ScaleFrame
from station.packing.inputs import ScaleFault
from station.registry import find, known

BUFFER_MAX = 20_000
"""Bytes a dialect may keep of a stream that never ends a frame: twice a HID descriptor in hexadecimal, and a little."""


def dialects() -> dict[str, ModuleType]:
    return {name: find("scale", name) for name in known("scale")}


def broken(known_ones: Mapping[str, ModuleType], speaks: str, seed: int) -> bytes:
    """Some frames of the dialect or of another, cut, doubled, with flipped, lost and foreign bytes."""
    chance = Random(f"{speaks}{seed}")
    names = list(known_ones)
    data = bytearray()
    for _ in range(chance.randint(1, 4)):
        name = speaks if chance.random() < 0.8 else chance.choice(names)
        data += chance.choice(known_ones[name].EXAMPLES)[0]
    for _ in range(chance.choice((0, 1, 1, 2, 5))):
        _break(data, chance)
    return bytes(data)


def _break(data: bytearray, chance: Random) -> None:
    if not data:
        return
    at = chance.randrange(len(data))
    match chance.randrange(6):
        case 0:
            del data[at]
        case 1:
            data[at] ^= 1 << chance.randrange(8)
        case 2:
            data[at:at] = chance.randbytes(chance.randint(1, 8))
        case 3:
            del data[at:]
        case 4:
            data[at:at] = data[at : at + chance.randint(1, 12)]
        case _:
            data[at] = chance.choice(b"0123456789.+- \x02\x03\x06\r\n")


def lawful(dialect: ModuleType, data: bytes) -> None:
    """Cut anywhere it means the same, and no frame says more than a scale may say."""
    whole = dialect.Dialect().feed(data)
    for frame in whole:
        _frame_is_lawful(frame)
    cut = dialect.Dialect()
    place = len(data) // 2
    assert cut.feed(data[:place]) + cut.feed(data[place:]) == whole, "another meaning when cut"


def _frame_is_lawful(frame: ScaleFrame) -> None:
    if frame.weight_mg is None:
        assert frame.step_mg == 0
        return
    assert isinstance(frame.weight_mg, int)
    assert frame.unit, "a weight without its unit"
    assert frame.unit.lower() not in ("pcs", "pc", "%"), "a count taken for a weight"
    assert frame.fault is None
    assert frame.step_mg >= 1


def bounded(module: ModuleType) -> None:
    """A stream that never ends a frame fills no memory."""
    dialect = module.Dialect()
    for _ in range(100):
        for frame in dialect.feed(b"\x01\x02S 9" * 200):
            assert frame.fault is not ScaleFault.OVERLOAD
    assert _kept(dialect) <= BUFFER_MAX


def _kept(thing: object) -> int:
    """Bytes in any buffer of an object and of what it holds."""
    held = vars(thing).values() if hasattr(thing, "__dict__") else ()
    return sum(len(one) if isinstance(one, bytes | bytearray) else _kept(one) for one in held)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1_000_000)
    rounds = parser.parse_args().rounds
    known_ones = dialects()
    names = list(known_ones)
    for module in known_ones.values():
        bounded(module)
    for seed in range(rounds):
        name = names[seed % len(names)]
        try:
            lawful(known_ones[name], broken(known_ones, name, seed))
        except BaseException:
            sys.stderr.write(f"{name}, seed {seed}\n")
            raise
    sys.stdout.write(f"{rounds} broken inputs to {len(names)} scale protocols: every law held\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
