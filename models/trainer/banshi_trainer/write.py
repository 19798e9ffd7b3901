"""Small things that all artifacts are written with."""

from __future__ import annotations

import json
from pathlib import Path


def write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", "utf-8")


def percent(share: float) -> str:
    return f"{100 * share:.1f} %"
