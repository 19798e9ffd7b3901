"""A base model's folder in the Hugging Face layout, read without running anything that lies in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from transformers import BertConfig

from .fresh import fresh_tokenizer
from .job import Hyper
from .problem import Problem
from .prune import prune
from .tokens import Tokens, tokens_of

UNSAFE = ("*.bin", "*.pt", "*.pth", "*.pkl", "*.pickle", "*.ckpt", "*.msgpack", "*.h5")
PRUNED_ABOVE = 12_000
"""Vocabularies up to this size are kept whole."""


@dataclass(frozen=True)
class Base:
    """An encoder to begin from. `weights` by BertModel's names; None for one that begins from nothing."""

    config: BertConfig
    weights: dict[str, torch.Tensor] | None
    tokens: Tokens


def read_base(folder: Path | None, hyper: Hyper, texts: list[str]) -> Base:
    """The base of a job; `texts` are those that will be learned (they decide what of a vocabulary is kept).

    Raises base-not-found, base-unsafe (weights only as pickle, which can run code) or base-corrupt.
    """
    if folder is None:
        return _fresh(hyper, texts)
    if not (folder / "config.json").exists():
        raise Problem("base-not-found", f"{folder.name} holds no config.json")
    if not (folder / "model.safetensors").exists():
        unsafe = sorted(path.name for pattern in UNSAFE for path in folder.glob(pattern))
        if unsafe:
            raise Problem("base-unsafe", f"the weights are there only as {unsafe[0]}, a format that can run code; save them as safetensors", file=unsafe[0])
        raise Problem("base-not-found", f"{folder.name} holds no model.safetensors")
    config = _config(folder)
    weights = _weights(folder, config)
    tokens = _tokens(folder, config)
    if hyper.pruneVocabulary and tokens.unit == "word-piece" and config.vocab_size > PRUNED_ABOVE:
        tokens, kept = prune(tokens, texts)
        rows = weights["embeddings.word_embeddings.weight"]
        weights["embeddings.word_embeddings.weight"] = rows[torch.tensor(kept)]
        config.vocab_size = len(kept)
        config.pad_token_id = tokens.pad
    return Base(config, weights, tokens)


def _config(folder: Path) -> BertConfig:
    try:
        raw = json.loads((folder / "config.json").read_text("utf-8"))
        if raw.get("model_type") != "bert":
            raise Problem("base-corrupt", f"the architecture {raw.get('model_type')} is not BERT")
        wanted = ("vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads", "intermediate_size", "max_position_embeddings")
        return BertConfig(**{key: raw[key] for key in wanted}, **{key: raw[key] for key in ("hidden_act", "layer_norm_eps", "type_vocab_size", "pad_token_id") if key in raw})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Problem("base-corrupt", f"config.json: {error}") from error


def _weights(folder: Path, config: BertConfig) -> dict[str, torch.Tensor]:
    try:
        loaded = load_file(folder / "model.safetensors")
    except (SafetensorError, OSError, ValueError) as error:
        raise Problem("base-corrupt", f"model.safetensors: {error}") from error
    weights = {name.removeprefix("bert."): value.float() for name, value in loaded.items()}
    words = weights.get("embeddings.word_embeddings.weight")
    if words is None or tuple(words.shape) != (config.vocab_size, config.hidden_size):
        raise Problem("base-corrupt", "model.safetensors does not fit config.json: no word embeddings of the size that it names")
    return weights


def _tokens(folder: Path, config: BertConfig) -> Tokens:
    try:
        tokens = tokens_of((folder / "tokenizer.json").read_text("utf-8"))
    except FileNotFoundError as error:
        raise Problem("base-not-found", f"{folder.name} holds no tokenizer.json") from error
    except Exception as error:  # the library raises plain Exceptions
        raise Problem("base-corrupt", f"tokenizer.json: {error}") from error
    if tokens.size > config.vocab_size:
        raise Problem("base-corrupt", f"tokenizer.json knows {tokens.size} tokens, the weights {config.vocab_size}")
    return tokens


def _fresh(hyper: Hyper, texts: list[str]) -> Base:
    tokens = tokens_of(json.dumps(fresh_tokenizer(texts), ensure_ascii=False))
    shape = hyper.shape
    config = BertConfig(
        vocab_size=tokens.size,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.intermediate,
        max_position_embeddings=512,
        pad_token_id=tokens.pad,
    )
    return Base(config, None, tokens)
