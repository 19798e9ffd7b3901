"""Checkpoints that are whole or absent: written aside, synced, renamed. Resuming from one is exact."""

from __future__ import annotations

import io
from pathlib import Path

import torch

from .files import write_atomically


def save_checkpoint(path: Path, state: dict) -> None:
    buffer = io.BytesIO()
    torch.save(state, buffer)
    write_atomically(path, buffer.getbuffer())


def load_checkpoint(path: Path) -> dict | None:
    """The state saved last, or None. Only tensors and plain values are read, never code."""
    return torch.load(path, weights_only=True) if path.exists() else None
