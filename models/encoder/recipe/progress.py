"""Progress as JSON lines on the standard output."""

from __future__ import annotations

import json
import time

_STARTED = time.monotonic()


def say(phase: str, step: int, steps: int, **more: object) -> None:
    """One line; `seconds` counts from the start of the program."""
    line = {"phase": phase, "step": step, "steps": steps, "seconds": round(time.monotonic() - _STARTED, 1), **more}
    print(json.dumps(line, ensure_ascii=False), flush=True)
