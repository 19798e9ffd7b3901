"""The parts that need no training."""

from __future__ import annotations

import errno
import json

import numpy as np
import pytest

from banshi_trainer import checkpoints
from banshi_trainer.calibrate import choose_threshold, fit_temperature
from banshi_trainer.decode import decode_bio, spans_of
from banshi_trainer.examples import Span
from banshi_trainer.features import batches_of, bio_labels
from banshi_trainer.fresh import fresh_tokenizer
from banshi_trainer.labels import Labels
from banshi_trainer.optimise import set_rate
from banshi_trainer.prune import prune
from banshi_trainer.tokens import Tokens

LABELS = Labels([], ["name", "city"])


def test_paths_obey_bio():
    logits = np.full((3, 5), -5.0)
    logits[0, 0] = 2
    logits[1, 2] = 3  # I-name straight after O is not allowed
    logits[1, 1] = 2
    logits[2, 2] = 3
    path = decode_bio(logits)
    assert path == [0, 1, 2]
    assert spans_of(path, [(0, 1), (1, 2), (2, 3)], LABELS.slots) == [Span(1, 3, "name")]


def test_the_best_path_is_the_best_of_all_valid_ones():
    random = np.random.default_rng(1)
    for _ in range(50):
        logits = random.normal(size=(4, 5))
        best = max(_valid_paths(4), key=lambda path: sum(logits[at, label] for at, label in enumerate(path)))
        assert decode_bio(logits) == list(best)


def _valid_paths(length: int, start: tuple[int, ...] = ()):
    if len(start) == length:
        yield start
        return
    for label in range(5):
        if label and label % 2 == 0 and (not start or start[-1] not in (label, label - 1)):
            continue
        yield from _valid_paths(length, (*start, label))


def test_a_token_belongs_to_the_span_of_its_first_character():
    places = [(0, 1), (1, 4), (4, 6)]
    assert bio_labels(places, (Span(1, 6, "city"),), LABELS) == [0, 3, 4]
    assert bio_labels(places, (Span(2, 3, "city"),), LABELS) == [0, 0, 0]


def test_batches_hold_every_text_once_in_an_order_of_seed_and_epoch():
    lengths = [1 + n % 40 for n in range(503)]
    first = batches_of(lengths, 16, 3, 0)
    assert sorted(at for batch in first for at in batch) == list(range(503))
    assert first == batches_of(lengths, 16, 3, 0)
    assert first != batches_of(lengths, 16, 3, 1)
    widths = [max(lengths[at] for at in batch) - min(lengths[at] for at in batch) for batch in first]
    assert np.mean(widths) < 3


def test_rates_rise_and_fall():
    class Optimiser:
        param_groups = [{"peak": 2.0, "lr": 0.0}]

    shares = [set_rate(Optimiser, step, 10, 0.2) for step in range(10)]
    assert shares[:2] == [0.5, 1.0]
    assert shares[2:] == pytest.approx([1, 0.875, 0.75, 0.625, 0.5, 0.375, 0.25, 0.125])
    assert Optimiser.param_groups[0]["lr"] == pytest.approx(0.25)


def test_temperature_of_overconfident_logits_is_above_one():
    random = np.random.default_rng(2)
    gold = random.integers(0, 3, 2000)
    logits = random.normal(size=(2000, 3))
    logits[np.arange(2000), gold] += 1
    assert fit_temperature(logits * 4, gold) == pytest.approx(4 * fit_temperature(logits, gold), rel=0.05)


def test_threshold_parts_known_from_unknown():
    outside = np.array([False, False, True])
    known, unknown = np.array([[0.9, 0.05, 0.05]] * 20), np.array([[0.45, 0.35, 0.2]] * 10)
    threshold, source = choose_threshold(np.vstack([known, unknown]), np.array([0] * 20 + [2] * 10), outside)
    assert source == "examples" and 0.45 < threshold <= 0.9
    assert choose_threshold(known, np.zeros(20, dtype=int), outside) == (0.3, "default")


def test_without_unknown_texts_the_threshold_comes_from_intents_held_out():
    gold = np.repeat(np.arange(6), 10)
    shares = np.full((60, 6), 0.02)
    shares[np.arange(60), gold] = 0.9
    # Of its own intent robbed, every text is torn between two others.
    threshold, source = choose_threshold(shares, gold, np.zeros(6, dtype=bool))
    assert source == "held-out-intents" and 0.25 < threshold <= 0.9
    assert choose_threshold(shares[:50], gold[:50], np.zeros(6, dtype=bool)) == (0.3, "default")


def test_characters_are_tokens_whatever_was_typed():
    tokens = Tokens(json.dumps(fresh_tokenizer(["申请ABC，１２"])))
    assert tokens.unit == "code-point"
    encoded = tokens.encode("申[CLS]𠮷a　", 64)
    assert encoded.places == [(at, at + 1) for at in range(9)]
    assert tokens.encode("ABC１２", 64).ids == tokens.encode("abc12", 64).ids
    assert len(tokens.encode("申" * 100, 16).ids) == 16


def test_pruning_keeps_what_the_texts_use():
    vocab = {piece: at for at, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "龘", "申", "请", "靐", "##ing", "##申"])}
    file = {
        **fresh_tokenizer([""]),
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "pre_tokenizer": {"type": "BertPreTokenizer"},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": vocab},
    }
    tokens = Tokens(json.dumps(file))
    assert tokens.unit == "word-piece"
    smaller, kept = prune(tokens, ["靐"])
    assert kept == [0, 1, 2, 3, 5, 6, 7, 9]
    assert smaller.encode("申靐龘", 16).ids == [2, 4, 6, 1, 3]


def test_a_full_disk_leaves_the_last_checkpoint(tmp_path, monkeypatch):
    checkpoints.save(tmp_path, 1, {"fingerprint": "a", "step": 1})

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(checkpoints.os, "fsync", full)
    with pytest.raises(OSError):
        checkpoints.save(tmp_path, 2, {"fingerprint": "a", "step": 2})
    assert checkpoints.load(tmp_path, "a") == {"fingerprint": "a", "step": 1}
    assert checkpoints.load(tmp_path, "b") is None
