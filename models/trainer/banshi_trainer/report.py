"""What the trainer says on its standard output: one JSON object a line."""

from __future__ import annotations

import json
import math
import os
import sys
import time
from typing import Any

LEAST_SECONDS = 0.5
"""Between two lines of progress; each epoch's metrics are said in any case."""


def say(kind: str, **facts: Any) -> None:
    """Only the first of several processes speaks."""
    if os.environ.get("RANK", "0") != "0":
        return
    sys.stdout.write(json.dumps({"type": kind, **_finite(facts)}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def log(message: str, level: str = "info") -> None:
    say("log", level=level, message=message)


def _finite(value: Any) -> Any:
    """JSON knows no NaN."""
    if isinstance(value, dict):
        return {key: _finite(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(part) for part in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


class Progress:
    """Lines of progress of one job. The steps of its parts (training, distilling) are counted through."""

    def __init__(self) -> None:
        self._last = 0.0
        self._began: tuple[float, int] | None = None

    def step(self, phase: str, step: int, steps: int, *, epoch: int = 0, loss: float | None = None, lr: float | None = None, metrics: dict[str, float] | None = None) -> None:
        now = time.monotonic()
        if self._began is None:
            self._began = (now, step)
        if metrics is None and now - self._last < LEAST_SECONDS and step != steps:
            return
        self._last = now
        began, first = self._began
        left = (now - began) / (step - first) * (steps - step) if step > first else None
        say("progress", phase=phase, step=step, steps=steps, epoch=epoch, loss=loss, lr=lr, metrics=metrics or {}, secondsLeft=left)

    def phase(self, phase: str) -> None:
        self._began = None
        say("progress", phase=phase, step=0, steps=None, epoch=0, loss=None, lr=None, metrics={}, secondsLeft=None)
