import numpy as np
import pytest
import torch

from banshi_trainer.quantise import quantise_rows

from ..seal import seal
from ..settings import Settings
from ..student import load_student
from ..vocabulary import Vocabulary, tokenizer_file
from .test_train import CONFIG, student


def test_rows_keep_their_scale():
    table = np.random.default_rng(1).normal(size=(7, 32)).astype(np.float32) * np.logspace(-3, 3, 7)[:, None]
    table[3] = 0
    rows, scale = quantise_rows(table)
    assert rows.dtype == np.int8 and np.all(np.abs(rows * scale - table) <= scale / 2 * 1.0001)


def test_writes_a_folder_that_serves(tmp_path):
    pytest.importorskip("onnxruntime")
    from ..export import write_folder
    from ..serve import Encoder

    vocabulary = Vocabulary("丁丙乙戊甲")
    settings = Settings(max_length=16, batch_tokens=64)
    write_folder(student(), vocabulary, settings, {"name": "t", "license": "MIT", "sha256": "0" * 64}, tmp_path)
    encoder = Encoder(tmp_path, threads=1)
    vectors, hidden = encoder.run(["甲乙丙", "丁", ""])
    assert vectors.shape == (3, 16) and hidden.shape == (3, 5, 16) and np.allclose(np.linalg.norm(vectors, axis=-1), 1, atol=1e-5)
    with torch.no_grad():
        ids = torch.tensor([vocabulary.encode("甲乙丙", 16)])
        expected = load_student(tmp_path)(ids, torch.ones_like(ids))[0].numpy()
    assert float((encoder.vectors(["甲乙丙"]) * expected).sum()) > 0.99
    assert len(encoder.tokenizer.encode("甲" * 50).ids) == 16
    assert encoder.info["vocabularySize"] == vocabulary.size == CONFIG["vocab_size"]
    assert tokenizer_file(vocabulary)["model"]["vocab"]["甲"] == 8


def test_the_hash_depends_on_the_content(tmp_path):
    (tmp_path / "a").write_text("x")
    first = seal(tmp_path)
    assert first == seal(tmp_path)
    (tmp_path / "a").write_text("y")
    assert seal(tmp_path) != first
