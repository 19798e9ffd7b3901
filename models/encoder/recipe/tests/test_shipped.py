import json
from pathlib import Path

import pytest

from ..seal import manifest_hash

PACKAGE = Path(__file__).parents[2]
WEIGHTS = PACKAGE / "weights"
GOLDEN = json.loads((PACKAGE / "src" / "fixtures" / "golden-ids.json").read_text("utf-8"))


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: ascii(row["text"]))
def test_the_python_tokenizer_gives_the_golden_ids(row):
    tokenizers = pytest.importorskip("tokenizers")
    plain = tokenizers.Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
    assert plain.encode(row["text"]).ids == row["ids"]


def test_the_int8_graph_stays_near_the_weights():
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnxruntime")
    from ..serve import Encoder
    from ..student import load_student

    encoder, student = Encoder(WEIGHTS, threads=1), load_student(WEIGHTS)
    for text in ("我想办理居住证", "今天天气怎么样", "ＡＢＣ 𠮷😀", ""):
        ids = torch.tensor([encoder.tokenizer.encode(text).ids])
        with torch.inference_mode():
            expected = student(ids, torch.ones_like(ids))[0].numpy()
        assert float((encoder.vectors([text]) * expected).sum()) > 0.98


def test_the_manifest_is_hashed_as_canonical_json():
    manifest = json.loads((WEIGHTS / "manifest.json").read_text("utf-8"))
    assert len(manifest_hash(manifest)) == 64
    assert manifest_hash(manifest) == manifest_hash(dict(reversed(manifest.items())))
