"""Running programs so that none of them outlives us, some at a time, with what they printed kept in a file each."""

import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

CORES = os.cpu_count() or 2
_running = set()
_lock = threading.Lock()


@dataclass
class Run:
    name: str
    command: list
    log: str
    timeout_seconds: float
    environment: dict = None
    directory: str = None


@dataclass
class Outcome:
    run: Run
    code: int  # of the program; negative: ended by that signal; None: out of time
    seconds: float

    def tail(self, lines=40):
        with open(self.run.log, "rb") as file:
            return b"\n".join(file.read().splitlines()[-lines:]).decode("utf-8", "replace")

    def why(self):
        if self.code is None:
            return f"ended after {self.run.timeout_seconds:.0f} s without a result"
        return f"ended by signal {signal.Signals(-self.code).name}" if self.code < 0 else f"exit code {self.code}"


def _end_group(process):
    """The program and all that it started: every run has a process group of its own."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def run(what):
    os.makedirs(os.path.dirname(what.log), exist_ok=True)
    begin = time.monotonic()
    with open(what.log, "wb") as log:
        process = subprocess.Popen(what.command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
                                   cwd=what.directory, env={**os.environ, **(what.environment or {})})
        with _lock:
            _running.add(process)
        try:
            code = process.wait(what.timeout_seconds)
        except subprocess.TimeoutExpired:
            code = None
        finally:
            _end_group(process)
            process.wait()
            with _lock:
                _running.discard(process)
    return Outcome(what, code, time.monotonic() - begin)


def run_all(runs, at_once=CORES):
    """Yields each Outcome as it comes. On an interruption the programs under way are ended."""
    pool = ThreadPoolExecutor(max_workers=at_once)
    try:
        for done in as_completed([pool.submit(run, one) for one in runs]):
            yield done.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        with _lock:
            for process in list(_running):
                _end_group(process)


def end_on_signals():
    """A terminated runner ends like an interrupted one, so that its programs end with it."""

    def stop(number, _frame):
        raise KeyboardInterrupt(signal.Signals(number).name)

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGHUP, stop)


def say(text):
    print(text, flush=True)


def finish(passed, failed):
    say(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)
