"""A smaller vocabulary: what the texts use, and what Chinese text of a hall is likely to."""

from __future__ import annotations

import json
import string

from tokenizers import Tokenizer

from .tokens import Tokens

PUNCTUATION = "，。！？、；：“”‘’（）《》〈〉【】「」『』—…·～￥℃%°×÷±"


def common_characters() -> set[str]:
    """GB 2312-1980 level 1 (3,755 Hanzi by use, rows 16 to 55), ASCII and punctuation."""
    hanzi = set()
    for row in range(16, 56):
        for cell in range(1, 95):
            try:
                hanzi.add(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return hanzi | set(string.printable.lower()) | set(PUNCTUATION)


def prune(tokens: Tokens, texts: list[str]) -> tuple[Tokens, list[int]]:
    """A tokenizer of fewer pieces with new ids, and the old id of each new one.

    Kept are special tokens, single common characters, digits of up to four places, and every piece that the texts use.
    """
    raw = json.loads(tokens.file)
    vocab: dict[str, int] = raw["model"]["vocab"]
    tokenizer = Tokenizer.from_str(tokens.file)
    tokenizer.no_truncation()
    used = {token_id for encoding in tokenizer.encode_batch(texts) for token_id in encoding.ids}
    special = {token["content"] for token in raw.get("added_tokens", []) if token.get("special")} | {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"}
    common = common_characters()

    def is_kept(piece: str, old: int) -> bool:
        plain = piece.removeprefix("##")
        return piece in special or old in used or plain in common or (plain.isdecimal() and plain.isascii() and len(plain) <= 4)

    kept = [piece for piece, old in sorted(vocab.items(), key=lambda item: item[1]) if is_kept(piece, old)]
    new = {piece: at for at, piece in enumerate(kept)}
    raw["model"]["vocab"] = new
    raw["truncation"] = raw["padding"] = None
    raw["added_tokens"] = [{**token, "id": new[token["content"]]} for token in raw.get("added_tokens", []) if token["content"] in new]
    _renumber(raw.get("post_processor") or {}, new)
    return Tokens(json.dumps(raw, ensure_ascii=False)), [vocab[piece] for piece in kept]


def _renumber(processor: dict, new: dict[str, int]) -> None:
    """The post-processor names [CLS] and [SEP] by id as well."""
    for token in (processor.get("special_tokens") or {}).values():
        token["ids"] = [new[name] for name in token["tokens"]]
    for name in ("cls", "sep"):
        if name in processor:
            processor[name] = [processor[name][0], new[processor[name][0]]]
