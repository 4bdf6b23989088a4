"""two-writers: two processes import into one SQLite file at once."""

import sqlite3
import threading

from faults.program import Broken, Ledger, Program, refusal_of


def run(run_of):
    database = run_of.sqlite()
    program = Program(run_of.binary, database.url)
    program.prepare(run_of.folder, run_of.short)
    ledger = Ledger(program, run_of.folder, run_of.random, run_of.rows)
    units = program.grassroots()
    counts = {"told that it is busy": 0}
    faults = []
    half = len(units) // 2
    writers = [threading.Thread(target=write, args=(ledger, own, run_of.imports_of_a_writer, counts, faults))
               for own in (units[:half], units[half:])]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    if faults:
        raise faults[0]
    ledger.check()
    if not run_of.short:
        be_told_that_it_is_busy(database, ledger, units, counts)
    counts["acknowledged"] = ledger.acknowledged
    if ledger.landed != 0:
        raise Broken("half", "an import that was refused is there")
    run_of.report("two-writers", counts)


def write(ledger, units, imports, counts, faults):
    """Each writer has units of its own: what both wrote can be told apart."""
    try:
        for _ in range(imports):
            hand_in(ledger, units, counts)
    except Broken as broken:
        faults.append(broken)


def hand_in(ledger, units, counts):
    made = ledger.next_import(units)
    process = ledger.start(made)
    err = process.communicate()[1]
    if process.returncode == 0:
        ledger.acknowledge(made)
        return
    code = refusal_of(process, err)
    if code != "store.busy":
        raise Broken("refused", f"{code} instead of store.busy: {err}")
    counts["told that it is busy"] += 1


def be_told_that_it_is_busy(database, ledger, units, counts):
    """Somebody holds the file for longer than a writer waits."""
    holder = sqlite3.connect(database.file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    before = counts["told that it is busy"]
    hand_in(ledger, units, counts)
    holder.execute("ROLLBACK")
    holder.close()
    if counts["told that it is busy"] != before + 1:
        raise Broken("refused", "the file was held by another one, yet the import was taken")
    hand_in(ledger, units, counts)
    ledger.check()
