import json

import pytest

from ..folding import fold_character, plain_character
from ..vocabulary import END, START, UNKNOWN, Vocabulary, choose_characters, standard_hanzi, tokenizer_file

tokenizers = pytest.importorskip("tokenizers")

CHARACTERS = choose_characters(["办理居住证", "𠮷𠮷𠮷", "喆"], ["喆", "亍"])
TEXTS = ["", "办理居住证", "ＡＢＣ abc", "QQ１２3", "𠮷😀办", "a\u0301é\n\t\u3000 x", "[CLS]办[SEP]", "ﬁ㎡①Ⅷ", "\u200b办\ufe0f", "㐀\x00"]


def test_folds_one_code_point_to_one():
    assert [fold_character(character) for character in "ＡÀ！㎡ß"] == ["a", "à", "!", "㎡", "ß"]
    assert fold_character("İ") == "İ"
    assert [plain_character(character) for character in "é\n\u3000\u200b\ufe0f办"] == ["e", " ", " ", " ", " ", "办"]


def test_chooses_the_standard_characters_and_those_in_use():
    assert len(standard_hanzi(range(16, 56))) == 3755
    assert len(standard_hanzi(range(16, 88))) == 6763
    assert {"a", "0", " ", "。", "证", "𠮷", "喆", "亍"} <= set(CHARACTERS)
    assert "A" not in CHARACTERS and "亓" not in CHARACTERS


def test_gives_every_code_point_one_token():
    vocabulary = Vocabulary(CHARACTERS)
    assert vocabulary.encode("", 8) == [START, END]
    assert vocabulary.encode("AａA", 8) == [START, *[vocabulary.id_of("a")] * 3, END]
    assert vocabulary.encode("😀", 8) == [START, UNKNOWN, END]
    assert len(vocabulary.encode("办" * 100, 16)) == 16
    for text in TEXTS:
        assert len(vocabulary.encode(text, 64)) == len(text) + 2


def test_plain_tokenizers_give_the_same_ids():
    vocabulary = Vocabulary(CHARACTERS)
    plain = tokenizers.Tokenizer.from_str(json.dumps(tokenizer_file(vocabulary)))
    for text in TEXTS:
        assert plain.encode(text).ids == vocabulary.encode(text, 64)
