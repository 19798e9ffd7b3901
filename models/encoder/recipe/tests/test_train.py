import dataclasses

import numpy as np
import pytest
import torch

from .. import train as loop
from ..batches import batch_order, collate
from ..checkpoint import load_checkpoint, save_checkpoint
from ..losses import similarity_loss, token_loss, vector_loss
from ..settings import Settings
from ..student import Student, from_hugging_face, to_hugging_face
from ..teacher import TeacherCache
from ..vocabulary import Vocabulary

CONFIG = {
    "hidden_size": 16, "num_attention_heads": 2, "intermediate_size": 32, "num_hidden_layers": 2, "max_position_embeddings": 16,
    "vocab_size": 9, "type_vocab_size": 2, "layer_norm_eps": 1e-12, "model_type": "bert", "hidden_act": "gelu", "pad_token_id": 0,
}  # fmt: skip
SETTINGS = dataclasses.replace(Settings(), max_length=16, batch_tokens=64, epochs=2, held_out=4, threads=1)


def tiny_cache(count: int = 40) -> TeacherCache:
    chance = np.random.default_rng(1)
    texts = ["甲乙丙丁戊"[: 1 + at % 5] for at in range(count)]
    offsets = np.concatenate([[0], np.cumsum([len(text) for text in texts])])
    vectors = chance.normal(size=(count, 16)).astype(np.float16)
    return TeacherCache(texts, vectors, chance.normal(size=(offsets[-1], 16)).astype(np.float16), offsets)


def student() -> Student:
    torch.manual_seed(3)
    return Student(CONFIG)


def test_batches_hold_every_text_once_within_the_limit():
    lengths = [3 + at % 40 for at in range(1000)]
    batches = batch_order(lengths, 256, 1, 0)
    assert sorted(at for batch in batches for at in batch) == list(range(1000))
    assert all(max(lengths[at] for at in batch) * len(batch) <= 256 for batch in batches)
    assert batches == batch_order(lengths, 256, 1, 0) != batch_order(lengths, 256, 1, 1)


def test_collates_what_the_teacher_said_under_its_characters():
    cache = tiny_cache()
    ids, mask, vectors, hidden = collate(cache, [1, 4], Vocabulary("丁丙乙戊甲"), 16)
    assert ids.shape == mask.shape == (2, 7) and mask.sum(1).tolist() == [4, 7]
    assert torch.allclose(vectors.norm(dim=-1), torch.ones(2))
    assert np.allclose(hidden[0, 1:3], cache.hidden[1:3]) and not hidden[0, 3:].any() and not hidden[:, 0].any()


def test_losses_are_nothing_for_the_teacher_itself():
    vectors = torch.nn.functional.normalize(torch.randn(5, 8), dim=-1)
    hidden = torch.randn(2, 3, 8)
    hidden[0, 1] = 0
    for loss in (vector_loss(vectors, vectors), similarity_loss(vectors, vectors), token_loss(hidden, hidden)):
        assert abs(float(loss)) < 1e-6
    assert float(token_loss(torch.randn(2, 3, 8), torch.zeros(2, 3, 8))) == 0


def test_the_rate_rises_and_falls():
    rates = [loop.rate_at(step, 100) for step in range(100)]
    assert rates[0] == 0.2 and max(rates) == rates[4] == 1 and rates[5:] == sorted(rates[5:], reverse=True) and rates[-1] < 0.03


def test_a_run_that_was_stopped_ends_with_the_same_weights(tmp_path, monkeypatch):
    torch.set_num_threads(1)
    vocabulary = Vocabulary("丁丙乙戊甲")
    whole, stopped = student(), student()
    loop.train(whole, tiny_cache(), vocabulary, SETTINGS, tmp_path / "whole.pt")

    calls = iter(range(3))
    monkeypatch.setattr(loop, "SAVE_SECONDS", -1)
    real = loop.collate
    monkeypatch.setattr(loop, "collate", lambda *given: (next(calls), real(*given))[1])
    # The iterator ends at the fourth batch, in the middle of the first epoch.
    with pytest.raises(StopIteration):
        loop.train(stopped, tiny_cache(), vocabulary, SETTINGS, tmp_path / "stopped.pt")
    monkeypatch.undo()
    resumed = student()
    scores = loop.train(resumed, tiny_cache(), vocabulary, SETTINGS, tmp_path / "stopped.pt")
    assert scores["steps"] > 3
    for name, value in whole.state_dict().items():
        assert torch.equal(value, resumed.state_dict()[name]), name


def test_checkpoints_are_whole_or_absent(tmp_path):
    path = tmp_path / "checkpoint.pt"
    assert load_checkpoint(path) is None
    save_checkpoint(path, {"step": 3, "student": {"x": torch.ones(2)}})
    (tmp_path / "checkpoint.pt.partial").write_bytes(b"half")
    assert load_checkpoint(path)["step"] == 3


def test_agrees_with_the_library_on_the_same_weights():
    transformers = pytest.importorskip("transformers")
    ours = student().eval()
    names = {name: value for name, value in CONFIG.items() if name != "model_type"}
    theirs = transformers.BertModel(transformers.BertConfig(**names), add_pooling_layer=False).eval()
    theirs.load_state_dict(to_hugging_face(ours), strict=False)
    ids = torch.tensor([[2, 5, 6, 7, 3], [2, 8, 3, 0, 0]])
    with torch.no_grad():
        vector, hidden = ours(ids, (ids != 0).long())
        expected = theirs(input_ids=ids, attention_mask=(ids != 0).long()).last_hidden_state
    assert torch.allclose(hidden[0], expected[0], atol=1e-5) and torch.allclose(hidden[1, :3], expected[1, :3], atol=1e-5)
    assert torch.allclose(vector, torch.nn.functional.normalize(expected[:, 0], dim=-1), atol=1e-5)
    copy = Student(CONFIG)
    from_hugging_face(copy, to_hugging_face(ours))
    assert all(torch.equal(value, copy.state_dict()[name]) for name, value in ours.state_dict().items())
