"""The tokenizer of a model that begins from nothing: one token a code point."""

from __future__ import annotations

import unicodedata

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")


def fold_character(character: str) -> str:
    """Compatibility form (NFKC), lower case; a form of several code points is not taken, so offsets stay."""
    for form in (unicodedata.normalize("NFKC", character).lower(), character.lower()):
        if len(form) == 1:
            return form
    return character


def fresh_tokenizer(texts: list[str]) -> dict:
    """`tokenizer.json` over the characters of the texts; folded forms share an id."""
    characters = sorted({fold_character(character) for text in texts for character in text})
    vocab = {token: at for at, token in enumerate((*SPECIAL, *characters))}
    seen = {character for text in texts for character in text} | {chr(code) for code in range(0x41, 0x5B)} | {chr(code) for code in range(0xFF01, 0xFF5F)}
    vocab.update({character: vocab[fold_character(character)] for character in sorted(seen) if fold_character(character) in vocab})
    start, end = ({"SpecialToken": {"id": token, "type_id": 0}} for token in ("[CLS]", "[SEP]"))
    first, second = ({"Sequence": {"id": name, "type_id": 0}} for name in "AB")
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {"type": "Split", "pattern": {"Regex": "[\\s\\S]"}, "behavior": "Isolated", "invert": False},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [start, first, end],
            "pair": [start, first, end, second, end],
            "special_tokens": {token: {"id": token, "ids": [vocab[token]], "tokens": [token]} for token in ("[CLS]", "[SEP]")},
        },
        "decoder": None,
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": vocab},
    }
