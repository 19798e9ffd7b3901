"""What the teacher says about every text, computed once and kept on disk, so that training costs the student only."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from transformers import BertModel

from .files import write_atomically
from .progress import say
from .vocabulary import START

BLOCK = 1024
"""Texts between two records of how far the cache is."""


@dataclass
class TeacherCache:
    """The teacher's output for texts sorted by length.

    `hidden[offsets[n]:offsets[n + 1]]` are the last hidden states of the characters of text n, one row a code point
    (characters that the teacher reads as one word share its state); a row of zeros means that the teacher dropped the
    character (white space).
    """

    texts: list[str]
    vectors: np.ndarray
    """[N, H] float16, L2-normalised."""
    hidden: np.ndarray
    """[sum of lengths, H] float16."""
    offsets: np.ndarray
    """[N + 1] int64."""


class Teacher:
    """A BERT-shaped sentence encoder from a local Hugging Face folder (`config.json`, safetensors, `tokenizer.json`)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.model = BertModel.from_pretrained(folder, use_safetensors=True, dtype=torch.float32, add_pooling_layer=False).eval()
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.sha256 = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()

    @torch.inference_mode()
    def encode(self, texts: list[str]) -> tuple[torch.Tensor, list[torch.Tensor]]:
        """Vectors [N, H], and for each text the hidden states of its code points [L, H]."""
        self.tokenizer.enable_padding(pad_id=self.model.config.pad_token_id)
        self.tokenizer.enable_truncation(self.model.config.max_position_embeddings)
        rows = self.tokenizer.encode_batch(texts)
        ids = torch.tensor([row.ids for row in rows])
        mask = torch.tensor([row.attention_mask for row in rows])
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.model(input_ids=ids, attention_mask=mask).last_hidden_state
        hidden = hidden.float()
        vectors = torch.nn.functional.normalize(hidden[:, 0], dim=-1)
        return vectors, [_by_code_point(len(text), row, states) for text, row, states in zip(texts, rows, hidden)]


def _by_code_point(length: int, row, states: torch.Tensor) -> torch.Tensor:
    """[L, H]: every code point gets the state of the token that covers it, zeros where none does."""
    found = torch.zeros(length, states.shape[-1])
    for at, ((start, end), special) in enumerate(zip(row.offsets, row.special_tokens_mask)):
        if not special:
            found[start:end] = states[at]
    return found


def cached(teacher: Teacher, texts: list[str], folder: Path, batch_tokens: int = 8192) -> TeacherCache:
    """The cache of these texts under `folder`, made or completed as far as it is missing."""
    texts = sorted(texts, key=lambda text: (len(text), text))
    offsets = np.concatenate([[0], np.cumsum([len(text) for text in texts])]).astype(np.int64)
    key = hashlib.sha256("\0".join([teacher.sha256, *texts]).encode()).hexdigest()[:16]
    place = folder / key
    place.mkdir(parents=True, exist_ok=True)
    width = teacher.model.config.hidden_size
    vectors = _open(place / "vectors.f16", (len(texts), width))
    hidden = _open(place / "hidden.f16", (int(offsets[-1]), width))
    record = place / "done.json"
    done = json.loads(record.read_text())["texts"] if record.exists() else 0
    while done < len(texts):
        end = min(done + BLOCK, len(texts))
        step = max(1, batch_tokens // (len(texts[end - 1]) + START))
        for first in range(done, end, step):
            last = min(first + step, end)
            found, states = teacher.encode(texts[first:last])
            vectors[first:last] = found.half().numpy()
            hidden[offsets[first] : offsets[last]] = torch.cat(states).half().numpy()
        vectors.flush()
        hidden.flush()
        done = end
        write_atomically(record, json.dumps({"texts": done}).encode())
        say("teacher", done, len(texts), characters=int(offsets[done]))
    return TeacherCache(texts, vectors, hidden, offsets)


def _open(path: Path, shape: tuple[int, int]) -> np.memmap:
    return np.memmap(path, np.float16, "r+" if path.exists() else "w+", shape=shape)
