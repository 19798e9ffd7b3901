"""Runs the trainer on a node of a cluster: fetches the job by its link, sends checkpoints and the models back.

Started by the server's Ray executor. Needs nothing but the standard library; the trainer that it starts needs the rest.
The links stand in BANSHI_INPUT, BANSHI_OUTPUT, BANSHI_CHECKPOINT_GET and BANSHI_CHECKPOINT_PUT; they are taken out of
the environment before the trainer starts.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import zipfile
from pathlib import Path

CHECKPOINT_SECONDS = 20
"""Between two looks for a new checkpoint."""
TRIES = 30
"""Of each transfer: about ten minutes in which the server may be started anew."""
TIMEOUT_SECONDS = 600
ARTIFACTS = ("artifact", "artifact-int8", "artifact-distilled")


def main() -> int:
    links = {name: os.environ.pop(f"BANSHI_{name}") for name in ("INPUT", "OUTPUT", "CHECKPOINT_GET", "CHECKPOINT_PUT")}
    folder = Path(tempfile.mkdtemp(prefix="banshi-job-"))
    try:
        return run(folder, links)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(folder: Path, links: dict[str, str]) -> int:
    fetch(links["INPUT"], folder)
    try:
        fetch(links["CHECKPOINT_GET"], folder)
    except urllib.error.HTTPError as error:
        if error.code != 404:
            raise
    here = str(Path(__file__).resolve().parent)
    environment = {**os.environ, "PYTHONPATH": here, "PYTHONUNBUFFERED": "1", "OMP_WAIT_POLICY": "PASSIVE", "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    trainer = subprocess.Popen([sys.executable, "-m", "banshi_trainer", str(folder)], cwd=folder, env=environment)
    signal.signal(signal.SIGTERM, lambda *_: trainer.send_signal(signal.SIGTERM))
    sender = Checkpoints(folder, links["CHECKPOINT_PUT"], trainer)
    sender.start()
    code = trainer.wait()
    sender.end()
    if code == 0:
        send(links["OUTPUT"], folder, [name for name in ARTIFACTS if (folder / name).is_dir()])
    return code if code >= 0 else 128 - code


class Checkpoints(threading.Thread):
    """Sends the checkpoints whenever they have changed. One that cannot be sent costs only time later.

    Ends the trainer when the node's agent is gone: the cluster was killed, and its job will be submitted anew.
    """

    def __init__(self, folder: Path, link: str, trainer: subprocess.Popen) -> None:
        super().__init__(daemon=True)
        self.folder, self.link, self.trainer = folder, link, trainer
        self.parent = os.getppid()
        self.has_ended = threading.Event()
        self.sent: list[tuple[str, int]] = []

    def run(self) -> None:
        while not self.has_ended.wait(CHECKPOINT_SECONDS):
            if os.getppid() != self.parent:
                self.trainer.terminate()
                return
            state = self._state()
            if not state or state == self.sent:
                continue
            try:
                send(self.link, self.folder, ["checkpoints"], tries=1)
                self.sent = state
            except OSError as error:
                print(f"the checkpoint could not be sent: {error}", file=sys.stderr, flush=True)

    def end(self) -> None:
        self.has_ended.set()
        self.join(timeout=TIMEOUT_SECONDS)

    def _state(self) -> list[tuple[str, int]]:
        try:
            return sorted((str(path), path.stat().st_mtime_ns) for path in (self.folder / "checkpoints").rglob("*") if path.is_file() and "tmp" not in path.name)
        except OSError:
            return self.sent


def fetch(link: str, folder: Path) -> None:
    """Unpacks the archive behind a link into the folder. Entries that would leave it are refused."""
    with tempfile.TemporaryFile() as file:
        def transfer() -> None:
            file.seek(0)
            file.truncate()
            with urllib.request.urlopen(link, timeout=TIMEOUT_SECONDS) as answer:
                shutil.copyfileobj(answer, file)

        patiently(transfer, TRIES)
        with zipfile.ZipFile(file) as archive:
            for name in archive.namelist():
                if not (folder / name).resolve().is_relative_to(folder.resolve()):
                    raise ValueError(f"{name} would leave the folder")
            archive.extractall(folder)


def send(link: str, folder: Path, names: list[str], tries: int = TRIES) -> None:
    """Packs folders and puts them to a link."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            for path in sorted(found for name in names for found in (folder / name).rglob("*")):
                if path.is_file():
                    archive.write(path, path.relative_to(folder))
        size = file.seek(0, os.SEEK_END)

        def transfer() -> None:
            file.seek(0)
            headers = {"content-type": "application/zip", "content-length": str(size)}
            with urllib.request.urlopen(urllib.request.Request(link, data=file, method="PUT", headers=headers), timeout=TIMEOUT_SECONDS) as answer:
                answer.read()

        patiently(transfer, tries)


def patiently(transfer, tries: int) -> None:
    """A server that is being started anew is waited for; one that refuses is not."""
    for attempt in range(1, tries + 1):
        try:
            return transfer()
        except OSError as error:
            is_refused = isinstance(error, urllib.error.HTTPError) and error.code < 500
            if is_refused or attempt == tries:
                raise
            print(f"the server does not answer: {error}; trying again", file=sys.stderr, flush=True)
            time.sleep(min(20, attempt))


if __name__ == "__main__":
    sys.exit(main())
