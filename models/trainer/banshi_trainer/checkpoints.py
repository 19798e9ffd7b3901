"""Checkpoints that are whole or absent: written aside, synced, renamed, and named by their own hash."""

from __future__ import annotations

import hashlib
import io
import os
import re
from pathlib import Path

import torch

from .report import log

KEPT = 2
NAME = re.compile(r"^(\d{9})-([0-9a-f]{16})\.pt$")


def save(folder: Path, step: int, state: dict) -> None:
    """Keeps the newest two: where the last cannot be read, a run goes on from the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    buffer = io.BytesIO()
    torch.save(state, buffer)
    content = buffer.getbuffer()
    target = folder / f"{step:09d}-{_hash(content)}.pt"
    partial = folder / "partial"
    with open(partial, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, target)
    _sync(folder)
    for old in _found(folder)[KEPT:]:
        old.unlink(missing_ok=True)


def load(folder: Path, fingerprint: str) -> dict | None:
    """The newest state of this very job, or None. Only tensors and plain values are read, never code."""
    for path in _found(folder):
        content = path.read_bytes()
        if _hash(content) != NAME.match(path.name)[2]:
            log(f"checkpoint {path.name} is damaged; trying the one before", "warning")
            continue
        state = torch.load(io.BytesIO(content), weights_only=True, map_location="cpu")
        if state["fingerprint"] == fingerprint:
            return state
        log(f"checkpoint {path.name} is of another job and is left alone", "warning")
    return None


def _found(folder: Path) -> list[Path]:
    """Newest first."""
    if not folder.exists():
        return []
    return sorted((path for path in folder.iterdir() if NAME.match(path.name)), key=lambda path: (path.name[:9], path.stat().st_mtime_ns), reverse=True)


def _hash(content: bytes | memoryview) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
