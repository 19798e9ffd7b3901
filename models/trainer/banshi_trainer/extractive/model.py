"""An encoder that reads question and text together, and a head that says where the answer begins and ends."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ..base import Base
from ..encode import build_encoder, hidden_states
from .features import Batch

REFUSED = -1e4


class ExtractiveModel(nn.Module):
    def __init__(self, base: Base, dropout: float) -> None:
        super().__init__()
        self.encoder = build_encoder(base, dropout)
        hidden = self.encoder.config.hidden_size
        # Begins as nothing, so that the encoder's knowledge is whole at the first step.
        self.shared_words = nn.Embedding(3, hidden)
        nn.init.zeros_(self.shared_words.weight)
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(hidden, 2)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """int64 [B, T] thrice (`types` 0: question, 1: text) → logits [B, T] of begin and of end; those of [CLS] stand for no answer."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.shared_words(shared_with_question(ids, mask, types))
        hidden = hidden_states(self.encoder, ids, mask, types.clamp(max=self.encoder.config.type_vocab_size - 1), words)
        logits = self.head(self.dropout(hidden))
        return logits[:, :, 0], logits[:, :, 1]


def shared_with_question(ids: Tensor, mask: Tensor, types: Tensor) -> Tensor:
    """int64 [B, T]: of each token of the text 2 where the question holds it with one of its neighbours, 1 where it holds
    it alone, else 0. An old and strong hint (Chen et al., Reading Wikipedia to Answer Open-Domain Questions, 2017)."""
    # Integers all the way: the exported graph multiplies where this would say "and".
    asked, told = (1 - types) * mask, types * mask
    same = (ids.unsqueeze(2) == ids.unsqueeze(1)).to(ids.dtype) * told.unsqueeze(2) * asked.unsqueeze(1)
    pair = F.pad(same[:, :-1, :-1] * same[:, 1:, 1:], (0, 1, 0, 1))
    begins = pair.amax(2)
    ends = F.pad(begins[:, :-1], (1, 0))
    return same.amax(2) + torch.maximum(begins, ends)


class Contract(nn.Module):
    """Ids, mask and token types in; `start_logits` and `end_logits` [B, T] out."""

    def __init__(self, model: ExtractiveModel) -> None:
        super().__init__()
        self.model = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor) -> tuple[Tensor, Tensor]:
        return self.model(input_ids, attention_mask, token_type_ids)


def span_loss(model: nn.Module, batch: Batch) -> Tensor:
    """Mean cross-entropy of begin and end, in float32."""
    start, end = (logits.float().masked_fill(~batch.allowed, REFUSED) for logits in model(batch.ids, batch.mask, batch.types))
    return (F.cross_entropy(start, batch.start) + F.cross_entropy(end, batch.end)) / 2
