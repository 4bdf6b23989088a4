"""postgres-restart: the server crashes and comes back under a loop of imports and a follower."""

import json
import os
import signal
import threading
import time

from faults.program import PATIENCE_SECONDS, Broken, Ledger, Program, refusal_of


def run(run_of):
    database = run_of.postgresql()
    program = Program(run_of.binary, database.url)
    program.prepare(run_of.folder, run_of.short)
    ledger = Ledger(program, run_of.folder, run_of.random, run_of.rows)
    units = program.grassroots()
    follower = Follower(program, run_of.folder)
    follower.wait_for(1)  # whoever finds no server to begin with is told so, and ends
    counts = {"restarts": 0, "refused as store.unreachable": 0}
    for _ in range(run_of.restarts):
        crash = threading.Thread(target=crash_once, args=(database, run_of.random.uniform(0, 0.4),
                                                          run_of.random.uniform(0, 0.3)))
        crash.start()
        try:
            import_until_one_is_taken_after(crash, ledger, units, counts)
        finally:
            crash.join()
        database.settle(others=1)  # the follower stays
        ledger.check()
        counts["restarts"] += 1
    follower.end_behind(ledger.sequence)
    counts["acknowledged"] = ledger.acknowledged
    counts["in flight and whole"] = ledger.landed
    counts["acts followed"] = ledger.sequence
    run_of.report("postgres-restart", counts)


def crash_once(database, after, down):
    time.sleep(after)
    database.halt()
    time.sleep(down)
    database.resume()


def import_until_one_is_taken_after(crash, ledger, units, counts):
    while True:
        over = not crash.is_alive()
        made = ledger.next_import(units)
        process = ledger.start(made)
        err = process.communicate(timeout=PATIENCE_SECONDS)[1]
        if process.returncode == 0:
            ledger.acknowledge(made)
            if over:
                return
            continue
        code = refusal_of(process, err)
        if code != "store.unreachable" or over:
            raise Broken("refused", f"{code}, the server being {'up' if over else 'down'}: {err}")
        counts["refused as store.unreachable"] += 1


class Follower:
    """`nucong follow` from the first act on; nobody starts it again."""

    def __init__(self, program, folder):
        self.told = os.path.join(folder, "followed")
        with open(self.told, "w", encoding="utf-8") as out, open(self.told + ".err", "w", encoding="utf-8") as err:
            self.process = program.start("follow", "--after", "0", "--format", "json", stdout=out, stderr=err)

    def sequences(self):
        with open(self.told, encoding="utf-8") as told:
            return [json.loads(line)["sequence"] for line in told if line.endswith("\n")]

    def wait_for(self, act):
        """Until it has told that act, has ended, or is out of time."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while act not in self.sequences() and time.monotonic() < deadline and self.process.poll() is None:
            time.sleep(0.05)

    def end_behind(self, latest):
        """It has told every act once, in order, and ends cleanly when asked to."""
        self.wait_for(latest)
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=PATIENCE_SECONDS)
        if self.sequences() != list(range(1, latest + 1)):
            raise Broken("lost", f"followed {self.sequences()} instead of 1 to {latest}; "
                                 f"the follower ended with {self.process.returncode}")
        if self.process.returncode != 0:
            raise Broken("refused", f"the follower ended with {self.process.returncode}")
