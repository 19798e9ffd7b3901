"""An encoder with a linear head for intents and one for slots."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from transformers import BertModel

from .base import Base
from .encode import build_encoder, hidden_states
from .features import IGNORED, Batch
from .job import Hyper
from .labels import Labels


class JointModel(nn.Module):
    def __init__(self, encoder: BertModel, intents: int, bio: int, dropout: float) -> None:
        """`intents` 0: none are learned; `bio` 1: no slot is learned."""
        super().__init__()
        config = encoder.config
        self.encoder = encoder
        self.dropout = nn.Dropout(dropout)
        self.intent_head = nn.Linear(config.hidden_size, intents) if intents else None
        self.slot_head = nn.Linear(config.hidden_size, bio) if bio > 1 else None

    def forward(self, ids: Tensor, mask: Tensor) -> tuple[Tensor | None, Tensor | None, Tensor]:
        """int64 [B, T] twice → intent logits [B, I], slot logits [B, T, L] (None where not learned), [CLS] states [B, H]."""
        hidden = hidden_states(self.encoder, ids, mask)
        dropped = self.dropout(hidden)
        intent = self.intent_head(dropped[:, 0]) if self.intent_head is not None else None
        slots = self.slot_head(dropped) if self.slot_head is not None else None
        return intent, slots, hidden[:, 0]


def build_model(base: Base, labels: Labels, learns_intents: bool, dropout: float) -> JointModel:
    """Raises base-corrupt where the weights of the base do not fit."""
    return JointModel(build_encoder(base, dropout), len(labels.intents) if learns_intents else 0, len(labels.bio), dropout)


def loss_of(outputs: tuple[Tensor | None, Tensor | None, Tensor], batch: Batch, class_weights: Tensor | None, hyper: Hyper) -> Tensor:
    """Cross-entropy of intents (with a teacher's: half from its probabilities) plus that of slots, in float32."""
    intent, slots, states = outputs
    total = states.new_zeros((), dtype=torch.float32)
    if intent is not None and bool((batch.intent != IGNORED).any()):
        total = total + F.cross_entropy(intent.float(), batch.intent, weight=class_weights, ignore_index=IGNORED, label_smoothing=hyper.labelSmoothing)
    if intent is not None and batch.soft is not None:
        total = (total + F.kl_div(intent.float().log_softmax(-1), batch.soft, reduction="batchmean")) / 2
    if slots is not None:
        total = total + hyper.slotWeight * F.cross_entropy(slots.float().flatten(0, 1), batch.slots.flatten(), ignore_index=IGNORED)
    return total


def training_loss(model: nn.Module, batch: Batch, class_weights: Tensor | None, hyper: Hyper) -> Tensor:
    """The loss of a batch. With `rDrop` every text goes in twice, and the two answers, which dropout makes differ, are
    drawn together by their symmetric divergence (Liang et al., R-Drop: Regularized Dropout for Neural Networks, 2021)."""
    if not hyper.rDrop:
        return loss_of(model(batch.ids, batch.mask), batch, class_weights, hyper)
    double = batch.doubled()
    intent, slots, states = model(double.ids, double.mask)
    total = loss_of((intent, slots, states), double, class_weights, hyper)
    if intent is not None:
        total = total + hyper.rDrop * divergence(*intent.chunk(2))
    if slots is not None:
        is_text = (batch.slots != IGNORED).flatten()
        total = total + hyper.rDrop * hyper.slotWeight * divergence(*(half.flatten(0, 1)[is_text] for half in slots.chunk(2)))
    return total


def divergence(one: Tensor, other: Tensor) -> Tensor:
    """Mean of both Kullback-Leibler divergences between the probabilities of logits [N, C], per row."""
    one, other = one.float().log_softmax(-1), other.float().log_softmax(-1)
    both = F.kl_div(one, other, reduction="sum", log_target=True) + F.kl_div(other, one, reduction="sum", log_target=True)
    return both / (2 * max(1, len(one)))
