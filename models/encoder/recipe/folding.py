"""The plain form of a character. The same rule as the product's own tokenizers: one code point in, one out."""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

SPACE = " "


def fold_character(character: str) -> str:
    """Compatibility form (NFKC), lower case. A form of several code points is not taken, so offsets stay."""
    folded = unicodedata.normalize("NFKC", character).lower()
    if len(folded) == 1:
        return folded
    lower = character.lower()
    return lower if len(lower) == 1 else character


def plain_character(character: str) -> str:
    """`fold_character`, and further: white space and invisible characters to a space, accents off.

    The teacher drops these; here every code point keeps a token, so they become the one that means least.
    """
    folded = fold_character(character)
    if folded.isspace() or unicodedata.category(folded) in ("Cc", "Cf", "Zl", "Zp") or "\ufe00" <= folded <= "\ufe0f":
        return SPACE
    base = unicodedata.normalize("NFD", folded)[0]
    return base if base != folded and base.isascii() and base.isalpha() else folded


@cache
def surface_forms() -> dict[str, str]:
    """Every assigned character whose plain form is another one, with that form. Takes a second or two."""
    forms: dict[str, str] = {}
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Co", "Cs"):
            continue
        plain = plain_character(character)
        if plain != character:
            forms[character] = plain
    return forms
