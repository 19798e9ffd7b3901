"""Rows of a JSONL file with their places, for messages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from .problem import Problem


def read_rows(path: Path | None) -> Iterator[tuple[dict, str]]:
    """Each row and where it stands. Nothing for a file that is not there; bad-job for what is no JSON object."""
    if path is None or not path.exists():
        return
    # Not splitlines(): U+2028 inside a text is no end of a line here.
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line.strip():
            continue
        place = f"{path.name} line {number}"
        try:
            row = json.loads(line)
        except ValueError as error:
            raise Problem("bad-job", f"{place}: {error}") from error
        if not isinstance(row, dict):
            raise Problem("bad-job", f"{place} is no object")
        yield row, place


def text_of(row: dict, name: str, place: str) -> str:
    """A text that is there and not blank; raises bad-job or empty-text."""
    text = row.get(name)
    if not isinstance(text, str):
        raise Problem("bad-job", f"{place}: {name} is no text")
    if not text.strip():
        raise Problem("empty-text", f"{place}: {name} is empty", place=place)
    return text
