"""The student's vocabulary, one entry per character, and its `tokenizer.json`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from .folding import plain_character, surface_forms

PAD, UNKNOWN, START, END = 0, 1, 2, 3
SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
PUNCTUATION = "·—‘’“”…、。〈〉《》「」『』【】〔〕!（），．：；？～￥℃°×÷±→①②③④⑤⑥⑦⑧⑨⑩"
RARE = 3
"""A character outside the standard sets needs this many occurrences in the corpus."""


def standard_hanzi(rows: range) -> list[str]:
    """The Hanzi of GB 2312-1980 in these rows (16–55: level 1, by use; 56–87: level 2, by radical)."""
    found = []
    for row in rows:
        for cell in range(1, 95):
            try:
                found.append(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def choose_characters(texts: Iterable[str], teacher: Iterable[str]) -> list[str]:
    """The characters that get a vector of their own, sorted by code point.

    ASCII, Chinese punctuation, GB 2312 level 1, of level 2 (names of people and places) what the teacher knows, and
    what the corpus uses.

    Args:
        texts: The corpus.
        teacher: The tokens of the teacher's vocabulary.
    """
    known = set(teacher)
    chosen = {plain_character(chr(code)) for code in range(0x20, 0x7F)}
    chosen.update(plain_character(character) for character in PUNCTUATION)
    chosen.update(standard_hanzi(range(16, 56)))
    chosen.update(character for character in standard_hanzi(range(56, 88)) if character in known)
    counts = Counter(plain_character(character) for text in texts for character in text)
    chosen.update(character for character, count in counts.items() if count >= RARE or character in known)
    return sorted(chosen)


class Vocabulary:
    """Ids of characters: the special tokens first, then `characters` in their order."""

    def __init__(self, characters: Sequence[str]) -> None:
        self.characters = list(characters)
        self.size = len(SPECIAL) + len(self.characters)
        self._ids = {character: len(SPECIAL) + at for at, character in enumerate(self.characters)}
        self._forms = {form: self._ids[plain] for form, plain in surface_forms().items() if plain in self._ids}

    def id_of(self, character: str) -> int:
        found = self._ids.get(character)
        return found if found is not None else self._forms.get(character, UNKNOWN)

    def encode(self, text: str, max_length: int) -> list[int]:
        """[CLS], one id per code point, [SEP]; at most `max_length` ids."""
        return [START, *map(self.id_of, text[: max_length - 2]), END]

    def entries(self) -> dict[str, int]:
        """Every surface form with the id of its plain form: plain tokenizers fold without a normaliser."""
        return {**{token: at for at, token in enumerate(SPECIAL)}, **self._ids, **self._forms}


def tokenizer_file(vocabulary: Vocabulary) -> dict:
    """`tokenizer.json`. No added tokens on purpose: a text that holds "[CLS]" stays five characters."""
    start, end = ({"SpecialToken": {"id": SPECIAL[at], "type_id": 0}} for at in (START, END))
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
            "special_tokens": {SPECIAL[at]: {"id": SPECIAL[at], "ids": [at], "tokens": [SPECIAL[at]]} for at in (START, END)},
        },
        "decoder": None,
        "model": {
            "type": "WordPiece",
            "unk_token": "[UNK]",
            "continuing_subword_prefix": "##",
            "max_input_chars_per_word": 100,
            "vocab": vocabulary.entries(),
        },
    }
