"""The student's first weights, taken from the teacher."""

from __future__ import annotations

import torch
from torch import Tensor
from transformers import BertModel

from .settings import Settings
from .student import Student, from_hugging_face
from .vocabulary import SPECIAL, Vocabulary

KEPT = ("hidden_size", "num_attention_heads", "hidden_act", "layer_norm_eps", "type_vocab_size", "model_type", "initializer_range")


def student_config(teacher: dict, vocabulary: Vocabulary, settings: Settings) -> dict:
    """A BertConfig. Dropout is for those who fine-tune; distillation uses none."""
    return {
        "architectures": ["BertModel"],
        **{name: teacher[name] for name in KEPT},
        "attention_probs_dropout_prob": 0.1,
        "hidden_dropout_prob": 0.1,
        "intermediate_size": settings.intermediate,
        "max_position_embeddings": settings.max_length,
        "num_hidden_layers": len(settings.teacher_layers),
        "pad_token_id": 0,
        "vocab_size": vocabulary.size,
        "dtype": "float16",
    }


def start_from(teacher: BertModel, teacher_ids: dict[str, int], vocabulary: Vocabulary, settings: Settings) -> Student:
    """A student with the chosen layers of the teacher and the teacher's vectors of the same characters.

    Args:
        teacher_ids: The teacher's vocabulary, token → id.
    """
    student = Student(student_config(teacher.config.to_dict(), vocabulary, settings))
    weights = dict(teacher.state_dict())
    words = weights["embeddings.word_embeddings.weight"]
    weights["embeddings.word_embeddings.weight"] = torch.stack([_word(token, words, teacher_ids) for token in [*SPECIAL, *vocabulary.characters]])
    weights["embeddings.position_embeddings.weight"] = weights["embeddings.position_embeddings.weight"][: settings.max_length]
    chosen = {name: value for name, value in weights.items() if not name.startswith("encoder.layer.")}
    for at, layer in enumerate(settings.teacher_layers):
        prefix = f"encoder.layer.{layer}."
        part = {name.removeprefix(prefix): value for name, value in weights.items() if name.startswith(prefix)}
        chosen |= {f"encoder.layer.{at}.{name}": value for name, value in _narrow(part, settings.intermediate).items()}
    from_hugging_face(student, chosen)
    return student


def _word(token: str, words: Tensor, ids: dict[str, int]) -> Tensor:
    """The mean of the token's vector and of its vector inside a word (letters and digits have both)."""
    known = [ids[form] for form in (token, "##" + token) if form in ids]
    return words[known or [ids["[UNK]"]]].mean(0)


def _narrow(part: dict[str, Tensor], intermediate: int) -> dict[str, Tensor]:
    """Keeps the feed-forward neurons with the largest product of the norms of what they read and what they write."""
    grow, shrink = part["intermediate.dense.weight"], part["output.dense.weight"]
    kept = (grow.norm(dim=1) * shrink.norm(dim=0)).topk(min(intermediate, len(grow))).indices.sort().values
    return part | {
        "intermediate.dense.weight": grow[kept],
        "intermediate.dense.bias": part["intermediate.dense.bias"][kept],
        "output.dense.weight": shrink[:, kept],
    }
