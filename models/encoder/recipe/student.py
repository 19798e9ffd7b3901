"""The student: a BERT encoder small enough to read in one go, with the parameter names of Hugging Face's BertModel."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from .vocabulary import PAD


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, intermediate: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = nn.Linear(width, width), nn.Linear(width, width), nn.Linear(width, width)
        self.attended, self.attended_norm = nn.Linear(width, width), nn.LayerNorm(width, eps=epsilon)
        self.grow, self.shrink = nn.Linear(width, intermediate), nn.Linear(intermediate, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """Hidden states [B, T, H]; `bias` [B, 1, 1, T] is 0 for tokens and very negative for padding."""
        batch, length, width = hidden.shape
        query, key, value = (
            part(hidden).view(batch, length, self.heads, width // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        if torch.onnx.is_in_onnx_export():
            scores = query @ key.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias
            context = scores.softmax(-1) @ value
        else:
            context = F.scaled_dot_product_attention(query, key, value, attn_mask=bias.to(query.dtype))
        context = context.transpose(1, 2).reshape(batch, length, width)
        hidden = self.attended_norm(hidden + self.attended(context))
        return self.norm(hidden + self.shrink(F.gelu(self.grow(hidden))))


class Student(nn.Module):
    """Token ids to hidden states and a sentence vector (the L2-normalised state of [CLS])."""

    def __init__(self, config: dict) -> None:
        super().__init__()
        self.config = config
        width, epsilon = config["hidden_size"], config["layer_norm_eps"]
        self.words = nn.Embedding(config["vocab_size"], width, padding_idx=PAD)
        self.positions = nn.Embedding(config["max_position_embeddings"], width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.layers = nn.ModuleList(
            Layer(width, config["num_attention_heads"], config["intermediate_size"], epsilon)
            for _ in range(config["num_hidden_layers"])
        )

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        """Int64 [B, T] twice → vectors [B, H] of length 1, hidden states [B, T, H]."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        hidden = self.norm(self.words(input_ids) + self.positions(places))
        bias = (1.0 - attention_mask[:, None, None, :].to(hidden.dtype)) * -10000.0
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return F.normalize(hidden[:, 0].float(), dim=-1), hidden


HUGGING_FACE_NAMES = {
    "query": "attention.self.query",
    "key": "attention.self.key",
    "value": "attention.self.value",
    "attended": "attention.output.dense",
    "attended_norm": "attention.output.LayerNorm",
    "grow": "intermediate.dense",
    "shrink": "output.dense",
    "norm": "output.LayerNorm",
}


def to_hugging_face(student: Student) -> dict[str, Tensor]:
    """The student's weights by BertModel's names. Token types are all zero here: theirs went into the positions."""
    found = {
        "embeddings.word_embeddings.weight": student.words.weight,
        "embeddings.position_embeddings.weight": student.positions.weight,
        "embeddings.token_type_embeddings.weight": torch.zeros(student.config["type_vocab_size"], student.config["hidden_size"]),
        "embeddings.LayerNorm.weight": student.norm.weight,
        "embeddings.LayerNorm.bias": student.norm.bias,
    }
    for at, layer in enumerate(student.layers):
        for ours, theirs in HUGGING_FACE_NAMES.items():
            for kind in ("weight", "bias"):
                found[f"encoder.layer.{at}.{theirs}.{kind}"] = getattr(getattr(layer, ours), kind)
    return {name: value.detach() for name, value in found.items()}


def from_hugging_face(student: Student, weights: dict[str, Tensor]) -> None:
    """The reverse of `to_hugging_face`, in place."""
    with torch.no_grad():
        student.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        student.positions.weight.copy_(weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0])
        student.norm.weight.copy_(weights["embeddings.LayerNorm.weight"])
        student.norm.bias.copy_(weights["embeddings.LayerNorm.bias"])
        for at, layer in enumerate(student.layers):
            for ours, theirs in HUGGING_FACE_NAMES.items():
                for kind in ("weight", "bias"):
                    getattr(getattr(layer, ours), kind).copy_(weights[f"encoder.layer.{at}.{theirs}.{kind}"])


def load_student(folder: Path) -> Student:
    """The student of a Hugging Face folder, in float32."""
    student = Student(json.loads((folder / "config.json").read_text("utf-8")))
    from_hugging_face(student, {name: value.float() for name, value in load_file(folder / "model.safetensors").items()})
    return student.eval()
