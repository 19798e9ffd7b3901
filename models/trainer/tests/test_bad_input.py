"""Each ends in a problem with a code, and nothing is left that looks like a model."""

from __future__ import annotations

import errno
import json
import pickle

import pytest

from banshi_trainer.problem import as_problem

TEXTS = [{"text": f"第{n}句", "intent": "apply", "spans": []} for n in range(12)]


@pytest.mark.parametrize(
    "rows,code",
    [
        ([], "empty-set"),
        (TEXTS, "one-class"),
        ([TEXTS[0], {"text": "别的", "intent": "ask", "spans": []}], "too-few"),
        ([{"text": "一样", "intent": "apply" if n % 2 else "ask", "spans": []} for n in range(12)], "all-texts-equal"),
        ([*TEXTS, {"text": "张三", "intent": "ask", "spans": [{"start": 0, "end": 9, "slot": "name"}]}], "span-outside"),
        ([*TEXTS, {"text": "张三李四", "intent": "ask", "spans": [{"start": 0, "end": 3, "slot": "name"}, {"start": 2, "end": 4, "slot": "name"}]}], "spans-overlap"),
        ([*TEXTS, {"text": "张三", "intent": "nowhere", "spans": []}], "unknown-label"),
    ],
)
def test_data(job, rows, code):
    assert job(parts={"train": rows, "validation": []}).problem()["code"] == code


def test_a_label_with_one_example_is_only_said(job):
    folder = job(parts={"train": [*TEXTS, {"text": "请问怎么办", "intent": "ask", "spans": []}], "validation": []}, hyper={"epochs": 1})
    code, lines = folder.run()
    assert code == 0, folder.errors
    assert any("single example" in line.get("message", "") for line in lines)


def test_huge_and_odd_texts(job):
    odd = [{"text": text, "intent": "ask", "spans": []} for text in ("长" * 10_000, "😀👨‍👩‍👧", "𠮷野家", "\u2028\u0000\ufeff", "ＡＢＣ１２３")]
    named = {"text": "𠮷𠮷张三😀", "intent": "apply", "spans": [{"start": 2, "end": 4, "slot": "name"}]}
    folder = job(parts={"train": [*TEXTS, *odd, named], "validation": odd, "test": odd}, hyper={"epochs": 1})
    assert folder.run()[0] == 0, folder.errors


def base_of(tmp_path, **files: bytes):
    folder = tmp_path / "base"
    folder.mkdir()
    config = {"model_type": "bert", "vocab_size": 9, "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 1, "intermediate_size": 8, "max_position_embeddings": 16}
    (folder / "config.json").write_text(json.dumps(config))
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return str(folder)


def test_pickled_weights_are_refused_and_not_run(job, tmp_path):
    class Trap:
        def __reduce__(self):
            return (open, (str(tmp_path / "sprung"), "w"))

    folder = base_of(tmp_path, pytorch_model__bin=pickle.dumps(Trap()))
    assert job(base=folder).problem()["code"] == "base-unsafe"
    assert not (tmp_path / "sprung").exists()


def test_a_base_that_is_missing_or_damaged(job, tmp_path):
    assert job(base=str(tmp_path / "nowhere")).problem()["code"] == "base-not-found"
    assert job(base=base_of(tmp_path, model__safetensors=b"\x08\x00\x00\x00\x00\x00\x00\x00{}")).problem()["code"] == "base-corrupt"


def test_a_loss_that_is_not_finite(job):
    assert job(hyper={"learningRate": 1e30, "clip": 1e30}).problem()["code"] == "loss-not-finite"


@pytest.mark.parametrize("changes", [{"schema": 2}, {"task": "unknown"}, {"hyper": {"nonsense": 1}}])
def test_a_job_that_nobody_understands(job, changes):
    assert job(**changes).problem()["code"] == "bad-job"


@pytest.mark.parametrize(
    "error,code",
    [
        (OSError(errno.ENOSPC, "No space left on device"), "disk-full"),
        (MemoryError(), "out-of-memory"),
        (RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"), "out-of-memory"),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), "out-of-memory"),
        (ModuleNotFoundError("no torch", name="torch"), "dependency-missing"),
    ],
)
def test_shortages_of_the_machine(error, code):
    assert as_problem(error).code == code


def test_a_bug_stays_a_bug():
    assert as_problem(ValueError("x")) is None
    assert as_problem(RuntimeError("shape mismatch")) is None
