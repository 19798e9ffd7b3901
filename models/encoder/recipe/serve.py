"""Vectors from the file that ships, computed as the product computes them."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer


class Encoder:
    """`encoder.onnx` and `tokenizer.json` of a folder, in plain onnxruntime."""

    def __init__(self, folder: Path, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self.session = onnxruntime.InferenceSession(folder / "encoder.onnx", options, providers=["CPUExecutionProvider"])
        self.info = json.loads((folder / "encoder.json").read_text("utf-8"))
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_padding(pad_id=self.info["padId"])
        self.tokenizer.enable_truncation(self.info["maxLength"])

    def run(self, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
        """Vectors [B, H] and hidden states [B, T, H] of one batch."""
        rows = self.tokenizer.encode_batch(texts)
        ids, mask = (np.array([getattr(row, part) for row in rows], np.int64) for part in ("ids", "attention_mask"))
        return tuple(self.session.run(["embedding", "hidden"], {"input_ids": ids, "attention_mask": mask}))

    def vectors(self, texts: list[str]) -> np.ndarray:
        """[N, H], one text at a time: the scales of activations depend on what else is in a batch."""
        return np.concatenate([self.run([text])[0] for text in texts])
