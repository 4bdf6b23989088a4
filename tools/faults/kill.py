"""kill: `nucong report import` is killed at a random moment, again and again."""

import contextlib
import subprocess
import time

from faults.program import Broken, Ledger, Program, refusal_of


def run(run_of):
    """On both engines; a line of counts for each. Every other kill is aimed at the save, which is short."""
    for database in run_of.databases():
        program = Program(run_of.binary, database.url)
        program.prepare(run_of.folder, run_of.short)
        ledger = Ledger(program, run_of.folder, run_of.random, 1000 if not run_of.short else run_of.rows)
        units = program.grassroots()
        seconds = time_of_one(ledger, units)
        counts = {"rounds": 0, "kills": 0, "kills during a save": 0}
        for counts["rounds"] in range(1, run_of.rounds + 1):
            if counts["rounds"] % 2 == 0:
                killed = kill_in_the_save(ledger, units, database, run_of.random.uniform(0, seconds / 8))
            else:
                killed = kill_after(ledger, units, run_of.random.uniform(0, 3 * seconds))
            database.settle()
            counts["kills"] += killed
            counts["kills during a save"] += killed and database.was_saving()
            ledger.check()
        counts["acknowledged"] = ledger.acknowledged
        counts["in flight and whole"] = ledger.landed
        counts["in flight and absent"] = counts["kills"] - ledger.landed
        run_of.report(f"kill {database.name}", counts)


def time_of_one(ledger, units):
    """Of an import that nobody disturbs."""
    begun = time.monotonic()
    was_killed(ledger, *started(ledger, ledger.next_import(units)))
    return time.monotonic() - begun


def kill_after(ledger, units, seconds):
    """Imports one file after the other and kills the one that runs after `seconds`."""
    files = [ledger.next_import(units) for _ in range(8)]  # ahead, so that the time is that of the program
    deadline = time.monotonic() + seconds
    for made in files:
        process, _ = running = started(ledger, made)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=max(0, deadline - time.monotonic()))
        if time.monotonic() >= deadline:
            process.kill()
        if was_killed(ledger, *running):
            return True
    return False


def kill_in_the_save(ledger, units, database, seconds):
    """Imports two files and kills the second one `seconds` after it has begun to save."""
    was_killed(ledger, *started(ledger, ledger.next_import(units)))
    process, _ = running = started(ledger, ledger.next_import(units))
    while process.poll() is None and not database.somebody_saves():
        pass
    time.sleep(seconds)
    process.kill()
    return was_killed(ledger, *running)


def started(ledger, made):
    return ledger.start(made), made


def was_killed(ledger, process, made):
    """Waits for its end; acknowledges what ended well. Broken if it was refused."""
    err = process.communicate()[1]
    if process.returncode == 0:
        ledger.acknowledge(made)
    elif process.returncode > 0:
        raise Broken("refused", f"{refusal_of(process, err)}: {err}")
    return process.returncode < 0
