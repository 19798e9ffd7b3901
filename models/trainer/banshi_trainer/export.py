"""The model as one ONNX graph of the artifact contract."""

from __future__ import annotations

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
"""Largest difference of a logit between PyTorch and the exported file, both in float32."""


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


def export(model: JointModel, intents: int, path: Path) -> float:
    """Writes the file and returns its largest difference to PyTorch; raises parity-failed where that is too large."""
    model.encoder.set_attn_implementation("eager")
    contract = Contract(model.float().cpu(), intents).eval()
    ids = torch.tensor([[2, 1, 1, 1, 3], [2, 1, 3, 0, 0]]) % model.encoder.config.vocab_size
    mask = torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]])
    both = {0: "batch", 1: "tokens"}
    torch.onnx.export(
        contract,
        (ids, mask),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["intent_logits", "slot_logits", "embedding"],
        dynamic_axes={"input_ids": both, "attention_mask": both, "slot_logits": both, "intent_logits": {0: "batch"}, "embedding": {0: "batch"}},
        opset_version=OPSET,
        dynamo=False,
    )
    difference = _difference(contract, path)
    if not difference <= TOLERANCE:
        raise Problem("parity-failed", f"the exported model differs from PyTorch by {difference:.2g}", difference=difference)
    return difference


@torch.inference_mode()
def _difference(contract: Contract, path: Path) -> float:
    """Over random batches of several shapes, the padded tokens left out."""
    session = open_session(path, 1)
    random = torch.Generator().manual_seed(1)
    worst = 0.0
    for rows, width in ((1, 2), (3, 17), (2, 64)):
        ids = torch.randint(0, contract.model.encoder.config.vocab_size, (rows, width), generator=random)
        mask = torch.ones_like(ids)
        mask[1:, width // 2 :] = 0
        theirs = session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})
        for ours, other in zip(contract(ids, mask), theirs):
            gap = np.abs(ours.numpy() - other)
            if gap.ndim == 3:
                gap = gap[mask.numpy() == 1]
            worst = max(worst, float(gap.max(initial=0)))
    return worst
