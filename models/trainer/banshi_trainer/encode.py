"""A base model's encoder as a module, and its last hidden states."""

from __future__ import annotations

import torch
from torch import Tensor
from transformers import BertModel

from .base import Base
from .problem import Problem

HIDDEN = -10_000.0
"""Added to the attention score of padding."""


def build_encoder(base: Base, dropout: float) -> BertModel:
    """In evaluation and training alike float32. Raises base-corrupt where the weights do not fit."""
    config = base.config
    config.hidden_dropout_prob = config.attention_probs_dropout_prob = dropout
    config._attn_implementation = "sdpa"
    encoder = BertModel(config, add_pooling_layer=False)
    if base.weights is None:
        return encoder
    wanted = encoder.state_dict()
    missing = [name for name in wanted if name not in base.weights and not name.endswith("position_ids")]
    wrong = [name for name, value in wanted.items() if name in base.weights and base.weights[name].shape != value.shape]
    if missing or wrong:
        raise Problem("base-corrupt", f"model.safetensors lacks or misfits {len(missing) + len(wrong)} tensors, such as {(missing + wrong)[0]}")
    encoder.load_state_dict({name: base.weights.get(name, value) for name, value in wanted.items()})
    return encoder


def hidden_states(encoder: BertModel, ids: Tensor, mask: Tensor, types: Tensor | None = None, words: Tensor | None = None) -> Tensor:
    """int64 [B, T] each → [B, T, H]. `words` [B, T, H] takes the place of the word embeddings."""
    # The mask in the form that attention adds: the library's own way there cannot be traced into a graph of any size.
    bias = (1 - mask[:, None, None, :].to(encoder.dtype)) * HIDDEN
    places = torch.arange(ids.shape[1], device=ids.device).unsqueeze(0)
    given = {"input_ids": ids} if words is None else {"inputs_embeds": words}
    return encoder(**given, attention_mask=bias, token_type_ids=torch.zeros_like(ids) if types is None else types, position_ids=places).last_hidden_state
