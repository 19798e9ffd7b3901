"""The labels that a model learns: those that occur, in the administrator's order."""

from __future__ import annotations

from dataclasses import dataclass

from .examples import Data
from .job import Job


@dataclass(frozen=True)
class Labels:
    intents: list[dict]
    """`{"key", "outOfScope"}`, in the order of `intent_logits`."""
    slots: list[str]
    """Keys; BIO labels are O, then B and I of each."""

    @property
    def intent_ids(self) -> dict[str, int]:
        return {intent["key"]: at for at, intent in enumerate(self.intents)}

    @property
    def bio(self) -> list[str]:
        return ["O", *(f"{mark}-{slot}" for slot in self.slots for mark in "BI")]

    @property
    def begin_ids(self) -> dict[str, int]:
        return {slot: 2 * at + 1 for at, slot in enumerate(self.slots)}


def labels_of(job: Job, data: Data) -> Labels:
    used_intents = {example.intent for example in data.fitted}
    used_slots = {span.slot for example in data.fitted for span in example.spans}
    intents = [{"key": intent["key"], "outOfScope": bool(intent["outOfScope"])} for intent in job.intents]
    if job.learns_intents:
        intents = [intent for intent in intents if intent["key"] in used_intents]
    return Labels(intents, [slot for slot in job.slots if slot in used_slots] if job.learns_slots else [])
