"""disk-full: imports until no room is left, on a small disk of its own and at a limit of the file's size."""

import os
import resource
import shutil
import subprocess

from faults.databases import Sqlite
from faults.program import Broken, Ledger, Program, refusal_of


def run(run_of):
    prepared = Sqlite(run_of.folder)
    Program(run_of.binary, prepared.url).prepare(run_of.folder, run_of.short)
    size = os.path.getsize(prepared.file)
    room = (128 << 10) if run_of.short else (3 << 20)  # bytes beside the demo's
    if not on_a_small_disk(run_of, prepared.file, size + room) or not run_of.short:
        at_a_size_limit(run_of, prepared, size + room)


def on_a_small_disk(run_of, prepared, size):
    """Whether that could be tried."""
    disk = os.path.join(run_of.folder, "disk")
    os.mkdir(disk)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", disk], check=False,
                             stderr=subprocess.DEVNULL)
    if mounted.returncode != 0:
        print("disk-full on a small disk: left out, mounting is not allowed here", flush=True)
        return False
    try:
        database = Sqlite(disk)
        shutil.copy(prepared, database.file)
        ledger = ledger_of(run_of, Program(run_of.binary, database.url))
        fill(ledger)
        ledger.check()  # while the disk is as full as it was
        subprocess.run(["mount", "-o", f"remount,size={4 * size}", disk], check=True)
        go_on(ledger)
        run_of.report("disk-full on a small disk", {"refused": 1, "acknowledged": ledger.acknowledged})
        return True
    finally:
        subprocess.run(["umount", disk], check=True)


def at_a_size_limit(run_of, database, size):
    limited = Program(run_of.binary, database.url,
                      lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY)))
    ledger = ledger_of(run_of, limited)
    fill(ledger)
    ledger.check()
    limited.limit_process = None
    go_on(ledger)
    run_of.report("disk-full at a size limit", {"refused": 1, "acknowledged": ledger.acknowledged})


def ledger_of(run_of, program):
    return Ledger(program, run_of.folder, run_of.random, run_of.rows)


def fill(ledger):
    """Imports until one is refused, which must say that there is no room."""
    units = ledger.program.grassroots()
    for _ in range(1000):
        made = ledger.next_import(units)
        process = ledger.start(made)
        err = process.communicate()[1]
        if process.returncode != 0:
            code = refusal_of(process, err)
            if code != "store.full":
                raise Broken("refused", f"{code} instead of store.full: {err}")
            return
        ledger.acknowledge(made)
    raise Broken("refused", "a thousand imports did not fill the disk")


def go_on(ledger):
    """There is room again: the next import is taken, and the refused one has left nothing."""
    made = ledger.next_import(ledger.program.grassroots())
    process = ledger.start(made)
    err = process.communicate()[1]
    if process.returncode != 0:
        raise Broken("refused", err)
    ledger.acknowledge(made)
    ledger.check()
    if ledger.landed != 0:
        raise Broken("half", "an import that was refused is there")
