"""Text to token ids, and where each token lies."""

from __future__ import annotations

import json
from dataclasses import dataclass

from tokenizers import Tokenizer

Place = tuple[int, int]
"""First code point of a token and the one after its last."""


@dataclass(frozen=True)
class Encoded:
    ids: list[int]
    places: list[Place]
    """Of the tokens between [CLS] and [SEP]."""


class Tokens:
    """A tokenizer as the serving side uses it: texts are cut to `max_length` - 2 code points before they are read."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._tokenizer = Tokenizer.from_str(file)
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        raw = json.loads(file)
        self.unit = "code-point" if _is_per_character(raw) else "word-piece"
        self.pad = self._tokenizer.token_to_id("[PAD]") or 0
        self.size = 1 + max(raw["model"]["vocab"].values())

    def encode(self, text: str, max_length: int) -> Encoded:
        encoding = self._tokenizer.encode(text[: max_length - 2])
        ids, offsets = encoding.ids, encoding.offsets
        if len(ids) > max_length:
            ids, offsets = [*ids[: max_length - 1], ids[-1]], [*offsets[: max_length - 1], offsets[-1]]
        return Encoded(ids, offsets[1:-1])

    def encode_whole(self, text: str) -> Encoded:
        encoding = self._tokenizer.encode(text)
        return Encoded(encoding.ids, encoding.offsets[1:-1])


def tokens_of(file: str) -> Tokens:
    """Raises ValueError for a file that is no tokenizer with [CLS] first and [SEP] last."""
    tokens = Tokens(file)
    if len(tokens.encode("", 8).ids) != 2:
        raise ValueError("an empty text must become [CLS] [SEP]")
    return tokens


def _is_per_character(raw: dict) -> bool:
    split = raw.get("pre_tokenizer") or {}
    return split.get("type") == "Split" and split.get("pattern") == {"Regex": "[\\s\\S]"} and raw.get("normalizer") is None
