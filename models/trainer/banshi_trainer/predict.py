"""Outputs of a model for many texts: of the PyTorch model while training, of the exported file when it is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from .decode import decode_bio, spans_of
from .examples import Example, Span
from .labels import Labels
from .model import JointModel
from .tokens import Encoded, Tokens

BATCH = 64
Forward = Callable[[np.ndarray, np.ndarray], tuple[np.ndarray | None, np.ndarray | None]]
"""int64 [B, T] ids and mask → intent logits [B, I] and slot logits [B, T, L]."""


@dataclass(frozen=True)
class Predictions:
    intent: np.ndarray
    """Logits [N, I]; I is 0 where no intent is learned."""
    spans: list[set[Span]]


def predict(forward: Forward, examples: list[Example], tokens: Tokens, labels: Labels, max_length: int) -> Predictions:
    encoded = [tokens.encode(example.text, max_length) for example in examples]
    intent = np.zeros((len(examples), len(labels.intents)), dtype=np.float32)
    spans: list[set[Span]] = [set() for _ in examples]
    order = sorted(range(len(examples)), key=lambda at: len(encoded[at].ids))
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        intent_logits, slot_logits = forward(*_pad([encoded[at] for at in part], tokens.pad))
        if intent_logits is not None:
            intent[part] = intent_logits
        if slot_logits is None or not labels.slots:
            continue
        for row, at in enumerate(part):
            places = encoded[at].places
            spans[at] = set(spans_of(decode_bio(slot_logits[row, 1 : len(places) + 1]), places, labels.slots))
    return Predictions(intent, spans)


def _pad(rows: list[Encoded], pad: int) -> tuple[np.ndarray, np.ndarray]:
    width = max(len(row.ids) for row in rows)
    ids = np.array([row.ids + [pad] * (width - len(row.ids)) for row in rows], dtype=np.int64)
    mask = np.array([[1] * len(row.ids) + [0] * (width - len(row.ids)) for row in rows], dtype=np.int64)
    return ids, mask


def of_model(model: JointModel) -> Forward:
    device = next(model.parameters()).device

    @torch.inference_mode()
    def forward(ids: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray | None, np.ndarray | None]:
        intent, slots, _ = model(torch.from_numpy(ids).to(device), torch.from_numpy(mask).to(device))
        return tuple(None if part is None else part.float().cpu().numpy() for part in (intent, slots))

    return forward


def open_session(path: Path, threads: int) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def of_file(path: Path, threads: int) -> Forward:
    session = open_session(path, threads)

    def forward(ids: np.ndarray, mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        intent, slots = session.run(["intent_logits", "slot_logits"], {"input_ids": ids, "attention_mask": mask})
        return intent, slots

    return forward
