"""`python -m banshi_trainer JOB_DIR`. Ends with 0 when done, 2 for a problem that it has said, 143 when asked to end."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

from .problem import Cancelled, as_problem
from .report import say

DONE, TROUBLED, CANCELLED = 0, 2, 143
GRACE_SECONDS = 2.0
"""For a checkpoint, once asked to end. Then it ends anyhow: what was done since the last checkpoint is done again."""


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m banshi_trainer JOB_DIR", file=sys.stderr)
        return TROUBLED
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    asked: list[threading.Timer] = []

    def end(*_: object) -> None:
        if asked:
            return
        # Importing, validating and exporting look at nothing for longer than a server waits.
        asked.append(threading.Timer(GRACE_SECONDS, os._exit, [CANCELLED]))
        asked[0].daemon = True
        asked[0].start()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    try:
        from .job import read_job
        from .run import run_job

        run_job(read_job(Path(arguments[0]).resolve()), lambda: bool(asked))
        return DONE
    except Cancelled:
        return CANCELLED
    except Exception as error:
        problem = as_problem(error)
        if problem is None:
            raise
        say("problem", code=problem.code, message=str(problem), details=problem.details)
        return TROUBLED


if __name__ == "__main__":
    code = main(sys.argv[1:])
    if code == CANCELLED:
        # Unloading the libraries takes longer than the checkpoint did, and somebody waits.
        os._exit(code)
    sys.exit(code)
