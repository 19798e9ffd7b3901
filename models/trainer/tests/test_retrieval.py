"""Contrastive trainings, by the command that the server runs."""

from __future__ import annotations

import hashlib
import json
import random
import signal

import numpy as np
import onnxruntime
import pytest

from banshi_trainer.retrieval.lexical import LexicalIndex, grams
from banshi_trainer.retrieval.pairs import Pair
from banshi_trainer.retrieval.search import Search

TOPICS = (("没工作了", "失业保险金按月发放"), ("搬家", "户口迁移登记"), ("看病花钱", "医疗费用报销"), ("生娃", "出生医学证明"), ("结婚", "婚姻登记处"), ("养老", "退休待遇核定"), ("开店", "营业执照核发"), ("买房", "不动产权属登记"))
"""What people say, and what is written; no character in common."""
SHAPE = {"layers": 1, "hidden": 64, "heads": 2, "intermediate": 128}
HYPER = {"epochs": 6, "learningRate": 0.003, "batchSize": 16, "patience": 0, "maxLength": 32, "checkpointSteps": 4, "negatives": 1, "dropout": 0.0, "pruneVocabulary": False, "shape": SHAPE}


def rows(count: int, seed: int) -> list[dict]:
    choose = random.Random(seed)
    found = []
    for at in range(count):
        said, written = TOPICS[at % len(TOPICS)]
        found.append({"query": f"{said}{choose.choice(('怎么办', '找谁', '要多久'))}{choose.randrange(9)}", "positive": f"{written}。"})
    return found


@pytest.fixture
def pairs(job):
    parts = {"train": rows(96, 1), "validation": rows(24, 2), "test": rows(24, 3)}
    return lambda **changes: job(**{"task": "retrieval", "parts": {**parts, **changes.pop("parts", {})}, "hyper": {**HYPER, **changes.pop("hyper", {})}, **changes})


def weights_hash(folder) -> str:
    return hashlib.sha256((folder.path / "artifact" / "model.onnx").read_bytes()).hexdigest()


def test_learns_what_shares_no_word_and_writes_both_variants(pairs):
    folder = pairs(quantise=True)
    code, lines = folder.run()
    assert code == 0, folder.errors
    original, int8 = lines[-1]["variants"]
    assert original["recall1"] > 0.9 and int8["variant"] == "int8" and "refused" not in int8
    metrics = json.loads((folder.path / "artifact" / "metrics.json").read_text())
    assert metrics["words"]["recall1"] == 0 and metrics["sizes"]["passages"] == 8
    for name in ("artifact", "artifact-int8"):
        assert {path.name for path in (folder.path / name).iterdir()} == {"model.onnx", "config.json", "tokenizer.json", "metrics.json", "card.md"}
        session = onnxruntime.InferenceSession(str(folder.path / name / "model.onnx"))
        (vectors,) = session.run(None, {"input_ids": np.ones((2, 9), dtype=np.int64), "attention_mask": np.ones((2, 9), dtype=np.int64)})
        assert vectors.shape == (2, 64) and np.allclose(np.linalg.norm(vectors, axis=-1), 1, atol=1e-5)


def test_another_training_begins_from_the_trained_encoder(pairs, job):
    folder = pairs(hyper={"epochs": 1})
    assert folder.run()[0] == 0, folder.errors
    assert {path.name for path in (folder.path / "encoder").iterdir()} == {"config.json", "model.safetensors", "tokenizer.json"}
    assert job(base=str(folder.path / "encoder"), hyper={"epochs": 1}).run()[0] == 0


def test_killed_it_ends_with_the_very_weights_of_a_run_that_was_not(pairs):
    whole, cut = pairs(), pairs()
    assert whole.run()[0] == 0
    process = cut.start()
    for line in process.stdout:
        if json.loads(line).get("step", 0) >= 15:
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert cut.run()[0] == 0
    assert weights_hash(cut) == weights_hash(whole)


def test_passages_besides_those_of_the_pairs_are_searched_too(pairs):
    folder = pairs(hyper={"epochs": 1}, parts={"passages": [{"text": f"另外的第{at}段文字"} for at in range(30)]})
    assert folder.run()[0] == 0, folder.errors
    assert json.loads((folder.path / "artifact" / "metrics.json").read_text())["sizes"]["passages"] == 38


@pytest.mark.parametrize(
    "train,code",
    [
        ([], "empty-set"),
        (rows(3, 1), "too-few"),
        ([{"query": f"问{at}", "positive": "同一段"} for at in range(9)], "one-class"),
        ([*rows(9, 1), {"query": " ", "positive": "段"}], "empty-text"),
        ([*rows(9, 1), {"query": "问"}], "bad-job"),
        ([*rows(9, 1), {"query": "问", "positive": "段", "negatives": "段"}], "bad-job"),
        ([*rows(9, 1), ["问", "段"]], "bad-job"),
    ],
)
def test_data(pairs, train, code):
    assert pairs(parts={"train": train, "validation": [], "test": []}).problem()["code"] == code


def test_words_find_what_shares_them():
    assert grams("Ａb，办\n") == ["ab", "b办"] and grams("办") == ["办"]
    index = LexicalIndex(["居住证办理", "失业金申领", "居住登记"])
    assert index.best("怎么办理居住证", 3) == [0, 2]
    assert index.best("😀", 3) == []
    scores, limit = index.scores("居住证办理")
    assert scores.max() <= limit


def test_figures_count_the_first_passage_that_answers_and_no_tie():
    pairs = [Pair("问", "甲"), Pair("问", "乙")]
    search = Search.over(pairs, ["甲", "乙", "丙", "丁"], {"问": {"甲", "乙"}})
    figure = lambda row: search.figures(np.array([row]))["mrr"]  # noqa: E731
    assert figure([0.1, 0.9, 0.5, 0.5]) == 1
    assert figure([0.1, 0.4, 0.9, 0.2]) == 0.5
    assert figure([0.5, 0.1, 0.5, 0.5]) == pytest.approx(1 / 3)
