"""Whole trainings, by the command that the server runs."""

from __future__ import annotations

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import time

import numpy as np
import onnxruntime
import pytest

from conftest import PACKAGE


def weights_hash(folder) -> str:
    return hashlib.sha256((folder / "artifact" / "model.onnx").read_bytes()).hexdigest()


def test_learns_intents_and_slots_and_writes_all_variants(job):
    folder = job(quantise=True, hyper={"epochs": 8})
    code, lines = folder.run()
    assert code == 0, folder.errors
    original, int8 = lines[-1]["variants"]
    assert original["variant"] is None and int8["variant"] == "int8"
    assert original["accuracy"] > 0.95 and original["slotF1"] > 0.9
    assert original["accuracy"] - int8["accuracy"] <= 0.01 and int8["bytes"] < original["bytes"]
    for name in ("artifact", "artifact-int8"):
        assert {path.name for path in (folder.path / name).iterdir()} == {"model.onnx", "config.json", "tokenizer.json", "metrics.json", "card.md"}
    config = json.loads((folder.path / "artifact" / "config.json").read_text())
    assert config["slotLabels"] == ["O", "B-name", "I-name"]
    assert [intent["key"] for intent in config["intents"]] == ["apply", "ask", "other"]
    metrics = json.loads((folder.path / "artifact" / "metrics.json").read_text())
    assert metrics["sizes"] == {"train": 120, "validation": 40, "test": 40}
    assert metrics["outOfScope"]["support"] > 0
    progress = [line for line in lines if line["type"] == "progress" and line["phase"] == "train"]
    assert progress[-1]["step"] == progress[-1]["steps"] == 64
    assert {"accuracy", "macroF1", "slotF1", "score"} <= progress[-1]["metrics"].keys()


@pytest.mark.parametrize("task,intents,slots", [("intent", 3, 1), ("slots", 3, 3)])
def test_one_task_alone_keeps_to_the_contract(job, task, intents, slots):
    folder = job(task=task)
    assert folder.run()[0] == 0, folder.errors
    session = onnxruntime.InferenceSession(str(folder.path / "artifact" / "model.onnx"))
    ids = np.ones((2, 9), dtype=np.int64)
    given = session.run(["intent_logits", "slot_logits", "embedding"], {"input_ids": ids, "attention_mask": ids})
    assert [part.shape for part in given] == [(2, intents), (2, 9, slots), (2, 64)]
    assert np.allclose(np.linalg.norm(given[2], axis=-1), 1, atol=1e-5)


def test_killed_three_times_ends_with_the_very_weights_of_a_run_that_was_not(job):
    whole, cut = job(), job()
    assert whole.run()[0] == 0
    choose = random.Random(5)
    for at in sorted(choose.sample(range(4, 30), 3)):
        process = cut.start()
        for line in process.stdout:
            if json.loads(line).get("step", 0) >= at or '"done"' in line:
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
    code, lines = cut.run()
    assert code == 0
    assert any("goes on from step" in line.get("message", "") for line in lines)
    assert weights_hash(cut.path) == weights_hash(whole.path)


def test_asked_to_end_it_keeps_a_checkpoint_and_goes_on_from_it(job):
    whole, cut = job(), job()
    assert whole.run()[0] == 0
    process = cut.start()
    for line in process.stdout:
        if json.loads(line).get("phase") == "train":
            break
    began = time.monotonic()
    process.terminate()
    assert process.wait(timeout=10) == 143
    assert time.monotonic() - began < 5
    assert cut.run()[0] == 0
    assert weights_hash(cut.path) == weights_hash(whole.path)


def test_asked_to_end_after_the_training_it_writes_no_more(job):
    folder = job(quantise=True)
    process = folder.start()
    for line in process.stdout:
        if json.loads(line).get("phase") == "export":
            break
    began = time.monotonic()
    process.terminate()
    assert process.wait(timeout=10) == 143
    assert time.monotonic() - began < 5
    assert not (folder.path / "artifact-int8").exists()
    code, lines = folder.run()
    assert code == 0, folder.errors
    assert len(lines[-1]["variants"]) == 2


def test_work_that_looks_at_nothing_is_ended_all_the_same():
    """A step that looks at nothing: the process is ended after the grace, with the code of a cancelled job."""
    script = "import signal, sys, time\nfrom banshi_trainer import __main__, job\n__main__.GRACE_SECONDS = 0.3\njob.read_job = lambda _: (print(1, flush=True), time.sleep(30))\nsys.exit(__main__.main(['.']))"
    process = subprocess.Popen([sys.executable, "-c", script], cwd=PACKAGE, stdout=subprocess.PIPE)
    process.stdout.readline()
    process.terminate()
    assert process.wait(timeout=10) == 143


def test_several_processes_learn_together(job):
    folder = job(hyper={"epochs": 8})
    env = {**os.environ, "PYTHONPATH": str(PACKAGE), "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": "", "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2", "-m", "banshi_trainer", str(folder.path)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    lines = [json.loads(line) for line in done.stdout.split("\n") if line.startswith("{")]
    assert [line["type"] for line in lines].count("environment") == 1 and lines[-1]["type"] == "done"
    assert lines[-1]["variants"][0]["accuracy"] > 0.8


def test_a_damaged_checkpoint_gives_way_to_the_one_before(job):
    whole, cut = job(), job()
    assert whole.run()[0] == 0
    assert cut.run()[0] == 0
    newest = max((cut.path / "checkpoints" / "train").iterdir())
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 0xFF
    newest.write_bytes(content)
    code, lines = cut.run()
    assert code == 0
    assert any("damaged" in line.get("message", "") for line in lines)
    assert weights_hash(cut.path) == weights_hash(whole.path)


def test_a_checkpoint_of_other_data_is_not_taken(job):
    folder = job()
    assert folder.run()[0] == 0
    first = weights_hash(folder.path)
    folder.write("train", json.loads(json.dumps([{"text": "甲乙丙丁", "intent": "ask", "spans": []}, *({"text": f"申请{n}", "intent": "apply", "spans": []} for n in range(20))])))
    code, lines = folder.run()
    assert code == 0
    assert any("another job" in line.get("message", "") for line in lines)
    assert weights_hash(folder.path) != first


def test_distils_into_another_encoder(job, tmp_path):
    from banshi_trainer.base import read_base
    from banshi_trainer.job import Hyper, Shape
    from safetensors.torch import save_file
    from transformers import BertModel

    base = read_base(None, Hyper(shape=Shape(1, 32, 2, 64)), ["我是张三想申请失业金办理居住证要什么材料今天天气怎么样0123456789李四王小明赵六"])
    student = tmp_path / "student"
    student.mkdir()
    (student / "tokenizer.json").write_text(base.tokens.file, "utf-8")
    (student / "config.json").write_text(json.dumps({**base.config.to_dict(), "model_type": "bert"}))
    save_file(dict(BertModel(base.config, add_pooling_layer=False).state_dict()), student / "model.safetensors")
    folder = job(distil={"base": str(student)})
    code, lines = folder.run()
    assert code == 0, folder.errors
    original, distilled = lines[-1]["variants"]
    assert distilled["variant"] == "distilled" and distilled["bytes"] < original["bytes"]
    assert distilled["difference"] == pytest.approx(distilled["accuracy"] - original["accuracy"])


def test_refits_on_all_texts_and_keeps_the_calibration_of_before(job):
    folder = job(hyper={"epochs": 3, "rDrop": 0.5, "labelSmoothing": 0.1, "refit": True, "patience": 1})
    code, lines = folder.run()
    assert code == 0, folder.errors
    steps = {line["phase"]: line["steps"] for line in lines if line["type"] == "progress" and line["steps"]}
    assert steps["train"] == 24 and steps["train-refit"] % 10 == 0  # 120 texts in batches of 16, then 160
    whole = weights_hash(folder.path)
    assert folder.run()[0] == 0
    assert weights_hash(folder.path) == whole
