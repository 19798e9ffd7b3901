"""Runs an artifact's model.onnx in plain onnxruntime, with the plain `tokenizers` library.

Usage: python onnx-parity.py ARTIFACT_DIR < texts.json > outputs.json

`texts.json` is a list of strings. The answer is a list with one object a text: {"ids": [int], "intent_logits": [float],
"slot_logits": [[float]], "embedding": [float]}; slot logits cover the text's own tokens, special ones included.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer


def main() -> None:
    """Reads texts from stdin and writes the outputs of one padded batch to stdout."""
    artifact = Path(sys.argv[1])
    config = json.loads((artifact / "config.json").read_text(encoding="utf-8"))
    tokenizer = Tokenizer.from_file(str(artifact / "tokenizer.json"))
    session = ort.InferenceSession(str(artifact / "model.onnx"), providers=["CPUExecutionProvider"])

    encodings = [tokenizer.encode(text).ids for text in json.load(sys.stdin)]
    width = max(len(ids) for ids in encodings)
    input_ids = np.full((len(encodings), width), config["tokenizer"]["padId"], dtype=np.int64)
    attention_mask = np.zeros_like(input_ids)
    for row, ids in enumerate(encodings):
        input_ids[row, : len(ids)] = ids
        attention_mask[row, : len(ids)] = 1
    names = ["intent_logits", "slot_logits", "embedding"]
    intents, slots, vectors = session.run(names, {"input_ids": input_ids, "attention_mask": attention_mask})
    answers = [
        {
            "ids": ids,
            "intent_logits": intents[row].tolist(),
            "slot_logits": slots[row, : len(ids)].tolist(),
            "embedding": vectors[row].tolist(),
        }
        for row, ids in enumerate(encodings)
    ]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
