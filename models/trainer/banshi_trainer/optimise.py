"""AdamW with a rate for each layer, warm-up and linear decay."""

from __future__ import annotations

import re

import torch

from .job import Hyper

UNDECAYED = ("bias", "LayerNorm.weight")


def make_optimiser(model: torch.nn.Module, hyper: Hyper, device: torch.device) -> torch.optim.AdamW:
    """Of a model that holds a BERT as `encoder`; what lies outside learns `headRate` times as fast, each layer further
    down `layerDecay` times as fast as the one above."""
    depth = len(model.encoder.encoder.layer)
    groups: dict[tuple[float, float], list[torch.nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        rate = hyper.learningRate * _factor(name, depth, hyper)
        decay = 0.0 if name.endswith(UNDECAYED) else hyper.weightDecay
        groups.setdefault((rate, decay), []).append(parameter)
    return torch.optim.AdamW(
        [{"params": parameters, "lr": rate, "peak": rate, "weight_decay": decay} for (rate, decay), parameters in groups.items()],
        fused=device.type in ("cuda", "cpu"),
    )


def _factor(name: str, depth: int, hyper: Hyper) -> float:
    if not name.startswith("encoder."):
        return hyper.headRate
    layer = re.search(r"encoder\.layer\.(\d+)\.", name)
    below_top = depth - 1 - int(layer[1]) if layer else depth
    return hyper.layerDecay**below_top


def set_rate(optimiser: torch.optim.Optimizer, step: int, steps: int, warmup: float) -> float:
    """Sets the rates for a step counted from 0; returns that of the encoder's top layer as a share of its peak."""
    rising = max(1, round(steps * warmup)) if warmup else 0
    share = (step + 1) / rising if step < rising else (steps - step) / max(1, steps - rising)
    for group in optimiser.param_groups:
        group["lr"] = group["peak"] * share
    return share
