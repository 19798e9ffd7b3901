"""A model as one ONNX graph of the artifact contract."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .model import JointModel
from .predict import open_session
from .problem import Problem

OPSET = 17
TOLERANCE = 1e-4
"""Largest difference of an output between PyTorch and the exported file, both in float32."""


class Contract(nn.Module):
    """Ids and mask in; `intent_logits` [B, I], `slot_logits` [B, T, L] and `embedding` [B, H] (length 1) out."""

    def __init__(self, model: JointModel, intents: int) -> None:
        super().__init__()
        self.model = model
        self.intents = intents

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        intent, slots, states = self.model(input_ids, attention_mask)
        zeros = attention_mask.to(states.dtype) * 0
        if intent is None:
            intent = zeros[:, :1].expand(-1, self.intents)
        if slots is None:
            slots = zeros.unsqueeze(-1)
        return intent, slots, F.normalize(states, dim=-1)


def export_understanding(model: JointModel, intents: int, path: Path) -> float:
    outputs = {"intent_logits": False, "slot_logits": True, "embedding": False}
    return export(Contract(model, intents), model.encoder, path, outputs)


def export(contract: nn.Module, encoder: nn.Module, path: Path, outputs: dict[str, bool], types: bool = False) -> float:
    """Writes the graph of `contract`, which takes ids and mask (with `types` the token types too), and returns its
    largest difference to PyTorch; raises parity-failed where that is too large.

    `outputs` names them in order, and whether each is per token.
    """
    encoder.set_attn_implementation("eager")
    contract = contract.float().cpu().eval()
    size = encoder.config.vocab_size
    ids = torch.tensor([[2, 1, 1, 1, 3], [2, 1, 3, 0, 0]]) % size
    mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    names = ["input_ids", "attention_mask", *(["token_type_ids"] if types else [])]
    feed = lambda ids, mask: (ids, mask, *([ids % 2 * mask] if types else []))  # noqa: E731
    both = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        contract,
        feed(ids, mask),
        str(path),
        input_names=names,
        output_names=list(outputs),
        dynamic_axes={**{name: both for name in names}, **{name: both if is_per_token else {0: "batch"} for name, is_per_token in outputs.items()}},
        opset_version=OPSET,
        dynamo=False,
    )
    difference = _difference(contract, path, names, feed, size, list(outputs.values()))
    if not difference <= TOLERANCE:
        raise Problem("parity-failed", f"the exported model differs from PyTorch by {difference:.2g}", difference=difference)
    return difference


@torch.inference_mode()
def _difference(contract: nn.Module, path: Path, names: list[str], feed: Callable, size: int, per_token: list[bool]) -> float:
    """Over random batches of several shapes, the padded tokens left out."""
    session = open_session(path, 1)
    random = torch.Generator().manual_seed(1)
    worst = 0.0
    for rows, width in ((1, 2), (3, 17), (2, 64)):
        ids = torch.randint(0, size, (rows, width), generator=random)
        mask = torch.ones_like(ids)
        mask[1:, width // 2 :] = 0
        inputs = feed(ids, mask)
        theirs = session.run(None, {name: value.numpy() for name, value in zip(names, inputs)})
        given = contract(*inputs)
        for ours, other, is_per_token in zip(given if isinstance(given, tuple) else (given,), theirs, per_token):
            gap = np.abs(ours.numpy() - other)
            if is_per_token:
                gap = gap[mask.numpy() == 1]
            worst = max(worst, float(gap.max(initial=0)))
    return worst
