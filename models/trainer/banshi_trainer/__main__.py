"""`python -m banshi_trainer JOB_DIR`. Ends with 0 when done, 2 for a problem that it has said, 143 when asked to end."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from .problem import Cancelled, as_problem
from .report import say

DONE, TROUBLED, CANCELLED = 0, 2, 143


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("usage: python -m banshi_trainer JOB_DIR", file=sys.stderr)
        return TROUBLED
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    asked = []
    signal.signal(signal.SIGTERM, lambda *_: asked.append(True))
    signal.signal(signal.SIGINT, lambda *_: asked.append(True))
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
    sys.exit(main(sys.argv[1:]))
