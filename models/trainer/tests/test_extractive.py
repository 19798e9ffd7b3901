"""Trainings that find answers in a text, by the command that the server runs."""

from __future__ import annotations

import hashlib
import json
import random
import signal

import numpy as np
import onnxruntime
import pytest
import torch

from banshi_trainer.extractive.model import shared_with_question
from banshi_trainer.extractive.scores import auroc, sentence_of, threshold_of
from banshi_trainer.extractive.spans import best_span
from banshi_trainer.extractive.windows import Window, span_in, windows_of
from banshi_trainer.fresh import fresh_tokenizer
from banshi_trainer.tokens import Tokens

FACTS = {"时限": "日", "费用": "元", "窗口": "号"}
SHAPE = {"layers": 2, "hidden": 64, "heads": 2, "intermediate": 128}
HYPER = {"epochs": 12, "learningRate": 0.003, "batchSize": 16, "patience": 0, "maxLength": 32, "checkpointSteps": 7, "dropout": 0.0, "shape": SHAPE}


def rows(count: int, seed: int) -> list[dict]:
    choose = random.Random(seed)
    found = []
    for at in range(count):
        told = {name: f"{choose.randrange(10, 99)}{unit}" for name, unit in FACTS.items()}
        asked = choose.choice(list(FACTS))
        is_answered = at % 4 != 0
        if not is_answered:
            del told[asked]
        parts = [f"{name}是{value}。" for name, value in told.items()]
        choose.shuffle(parts)
        context = "".join(parts)
        start = context.index(told[asked]) if is_answered else 0
        found.append({"question": f"{asked}多少", "context": context, "answers": [{"start": start, "end": start + 3}] if is_answered else []})
    return found


@pytest.fixture
def questions(job):
    parts = {"train": rows(240, 1), "validation": rows(60, 2), "test": rows(60, 3)}
    return lambda **changes: job(**{"task": "extractive", "parts": {**parts, **changes.pop("parts", {})}, "hyper": {**HYPER, **changes.pop("hyper", {})}, **changes})


def weights_hash(folder) -> str:
    return hashlib.sha256((folder.path / "artifact" / "model.onnx").read_bytes()).hexdigest()


def test_finds_answers_and_their_absence_and_writes_both_variants(questions):
    folder = questions(quantise=True)
    code, lines = folder.run()
    assert code == 0, folder.errors
    original, int8 = lines[-1]["variants"]
    assert original["exactMatch"] > 0.9 and original["auroc"] > 0.9 and int8["variant"] == "int8"
    config = json.loads((folder.path / "artifact" / "config.json").read_text())
    assert config["task"] == "extractive" and config["answer"]["source"] == "examples"
    assert {path.name for path in (folder.path / "artifact").iterdir()} == {"model.onnx", "config.json", "tokenizer.json", "metrics.json", "card.md"}
    session = onnxruntime.InferenceSession(str(folder.path / "artifact" / "model.onnx"))
    ones = np.ones((2, 9), dtype=np.int64)
    assert [part.shape for part in session.run(None, {"input_ids": ones, "attention_mask": ones, "token_type_ids": ones})] == [(2, 9), (2, 9)]


def test_killed_it_ends_with_the_very_weights_of_a_run_that_was_not(questions):
    whole, cut = questions(hyper={"epochs": 3}), questions(hyper={"epochs": 3})
    assert whole.run()[0] == 0
    process = cut.start()
    for line in process.stdout:
        if json.loads(line).get("step", 0) >= 20:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert cut.run()[0] == 0
    assert weights_hash(cut) == weights_hash(whole)


ANSWERED = [{"question": "时限", "context": f"时限是{at}日", "answers": [{"start": 3, "end": 5}]} for at in range(9)]


@pytest.mark.parametrize(
    "train,code",
    [
        ([], "empty-set"),
        (ANSWERED[:3], "too-few"),
        ([{"question": "问", "context": "文", "answers": []}] * 9, "too-few"),
        ([*ANSWERED, {"question": "问", "context": "文字", "answers": [{"start": 1, "end": 3}]}], "span-outside"),
        ([*ANSWERED, {"question": "问", "context": "文字", "answers": [{"start": 1}]}], "bad-job"),
        ([*ANSWERED, {"question": "", "context": "文字", "answers": []}], "empty-text"),
    ],
)
def test_data(questions, train, code):
    assert questions(parts={"train": train, "validation": [], "test": []}).problem()["code"] == code


def test_without_unanswerable_questions_the_threshold_is_a_default(questions):
    folder = questions(hyper={"epochs": 1}, parts={"train": ANSWERED, "validation": ANSWERED, "test": []})
    assert folder.run()[0] == 0, folder.errors
    assert json.loads((folder.path / "artifact" / "config.json").read_text())["answer"] == {"threshold": 0.0, "temperature": 1.0, "source": "default"}


def tokens() -> Tokens:
    return Tokens(json.dumps(fresh_tokenizer(["零一二三四五六七八九问"])))


def test_windows_cover_a_long_text_and_overlap():
    text = "零一二三四五六七八九" * 5
    windows = windows_of("问问", text, tokens(), 16)
    assert all(len(window.ids) <= 16 and window.ids[: window.first] == windows[0].ids[:4] for window in windows)
    assert {at for window in windows for start, end in window.places for at in range(start, end)} == set(range(50))
    assert windows[1].places[0][0] == 5
    assert span_in(windows[1], (6, 8)) == (5, 6) and span_in(windows[1], (4, 6)) is None
    assert [len(window.places) for window in windows_of("问" * 99, "零", tokens(), 16)] == [1]


def test_the_best_span_is_never_backwards_and_lies_in_the_text():
    window = Window([2, 9, 3, 1, 1, 1, 3], 3, [(0, 1), (1, 2), (2, 3)])
    start, end = np.full(7, -5.0), np.full(7, -5.0)
    start[[0, 1, 5]], end[[0, 3, 5, 6]] = (1, 99, 4), (1, 9, 3, 99)
    found = best_span(window, start, end)
    assert (found.start, found.end, found.score) == (2, 3, 5.0)


def test_shared_words_of_the_text_are_marked():
    ids = torch.tensor([[2, 7, 8, 9, 3, 7, 6, 8, 9, 5, 3, 0]])
    mask, types = (ids != 0).long(), torch.tensor([[0] * 5 + [1] * 6 + [0]])
    assert shared_with_question(ids, mask, types).tolist() == [[0, 0, 0, 0, 0, 1, 0, 2, 2, 0, 1, 0]]


def test_scores():
    assert auroc(np.array([2.0, 3.0]), np.array([1.0, 2.0])) == 0.875
    assert sentence_of("甲。乙！丙", 4) == 2
    unknown = np.arange(100.0)
    assert (unknown >= threshold_of(unknown)).mean() == pytest.approx(0.05)
