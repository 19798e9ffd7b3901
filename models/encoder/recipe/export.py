"""The folder that ships: Hugging Face files for training, one INT8 graph for serving, and what describes them."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from banshi_trainer.quantise import quantise

from .settings import Settings
from .student import Student, to_hugging_face
from .vocabulary import Vocabulary, tokenizer_file

NAME = "banshi-zh-small"
TITLE = "办事中文句向量（小）"


def write_folder(student: Student, vocabulary: Vocabulary, settings: Settings, teacher: dict, out: Path) -> None:
    """Writes everything but the card and the manifest.

    Args:
        teacher: `name`, `license` and `sha256` of the teacher.
    """
    out.mkdir(parents=True, exist_ok=True)
    # The weights that ship are the float16 ones; the graph is made of the same numbers.
    weights = {name: value.to(torch.float16).contiguous() for name, value in to_hugging_face(student).items()}
    save_file(weights, out / "model.safetensors", metadata={"format": "pt"})
    _write_json(out / "config.json", student.config)
    _write_json(out / "tokenizer.json", tokenizer_file(vocabulary), indent=None)
    _write_json(out / "encoder.json", describe(student, settings, teacher))
    whole = out / "encoder.fp32.onnx"
    export_graph(student.half().float(), whole)
    quantise(whole, out / "encoder.onnx")
    whole.unlink()


def describe(student: Student, settings: Settings, teacher: dict) -> dict:
    config = student.config
    return {
        "schema": 1,
        "name": NAME,
        "title": TITLE,
        "unit": "code-point",
        "maxLength": settings.max_length,
        "hiddenSize": config["hidden_size"],
        "layers": config["num_hidden_layers"],
        "vocabularySize": config["vocab_size"],
        "padId": config["pad_token_id"],
        "license": "MIT",
        "teacher": teacher,
    }


def export_graph(student: Student, path: Path) -> None:
    """The float32 graph: `input_ids`, `attention_mask` int64 [B, T] → `embedding` [B, H], `hidden` [B, T, H]."""
    ids = torch.tensor([[2, 1, 1, 3], [2, 1, 3, 0]])
    batch = {0: "batch", 1: "length"}
    torch.onnx.export(
        student.eval(),
        (ids, (ids != 0).long()),
        str(path),
        input_names=["input_ids", "attention_mask"],
        output_names=["embedding", "hidden"],
        dynamic_axes={"input_ids": batch, "attention_mask": batch, "embedding": {0: "batch"}, "hidden": batch},
        opset_version=17,
        dynamo=False,
    )


def _write_json(path: Path, value: object, indent: int | None = 2) -> None:
    separators = (",", ":") if indent is None else None
    path.write_text(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators) + "\n", "utf-8")
