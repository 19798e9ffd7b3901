"""Why a job cannot be done, in a form that the server can translate."""

from __future__ import annotations

import errno


class Problem(Exception):
    """A clear end of a job. `code` is stable; `details` say where.

    Codes: empty-set, empty-text, one-class, too-few, all-texts-equal, span-outside, spans-overlap, unknown-label, bad-job,
    base-not-found, base-unsafe, base-corrupt, checkpoint-corrupt, loss-not-finite, out-of-memory, disk-full,
    parity-failed, dependency-missing.
    """

    def __init__(self, code: str, message: str, **details: object) -> None:
        super().__init__(message)
        self.code = code
        self.details = details


class Cancelled(Exception):
    """Asked to end; a checkpoint was written where there was something to keep."""


def as_problem(error: BaseException) -> Problem | None:
    """The problem behind an error of the machine, None for a bug."""
    if isinstance(error, Problem):
        return error
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Problem("disk-full", "no space left on the device")
    is_torch_shortage = isinstance(error, RuntimeError) and any(
        sign in str(error) for sign in ("out of memory", "can't allocate memory", "not enough memory", "No space left")
    )
    if isinstance(error, MemoryError) or is_torch_shortage:
        if "No space left" in str(error):
            return Problem("disk-full", "no space left on the device")
        return Problem("out-of-memory", "memory ran out; use a smaller batch size or a smaller base model")
    if isinstance(error, ImportError):
        return Problem("dependency-missing", f"the Python environment lacks {error.name}", name=error.name or "")
    return None
