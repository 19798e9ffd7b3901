"""An encoder whose [CLS] states, brought to length 1, are compared by their cosine."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..base import Base
from ..encode import build_encoder, hidden_states
from .features import Batch


class RetrievalModel(nn.Module):
    def __init__(self, base: Base, dropout: float) -> None:
        super().__init__()
        self.encoder = build_encoder(base, dropout)

    def forward(self, query_ids: Tensor, query_mask: Tensor, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Vectors of questions and of passages, in one call, as several processes need it."""
        return self.embed(query_ids, query_mask), self.embed(ids, mask)

    def embed(self, ids: Tensor, mask: Tensor) -> Tensor:
        """int64 [B, T] twice → [B, H] of length 1."""
        return F.normalize(hidden_states(self.encoder, ids, mask)[:, 0], dim=-1)


class Contract(nn.Module):
    """Ids and mask in; `embedding` [B, H] out."""

    def __init__(self, model: RetrievalModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        return self.model.embed(input_ids, attention_mask)


def contrastive_loss(model: nn.Module, batch: Batch, temperature: float) -> Tensor:
    """Cross-entropy of finding each question's own passage among all of the batch (InfoNCE; van den Oord et al., 2018)."""
    queries, passages = model(batch.query_ids, batch.query_mask, batch.ids, batch.mask)
    scores = queries.float() @ passages.float().T / temperature
    scores = scores.masked_fill(batch.is_answer, -torch.inf)
    return F.cross_entropy(scores, torch.arange(len(scores), device=scores.device))
