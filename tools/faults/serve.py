"""serve: `nucong serve` under writers is killed and started again, backed up, and its database goes and comes back."""

import os
import time

from faults.databases import Sqlite
from faults.program import Broken, Program
from faults.server import Server, Writers


def run(run_of):
    for database in run_of.databases():
        program = Program(run_of.binary, database.url)
        program.prepare(run_of.folder, run_of.short)
        server = Server(program, run_of.folder)
        try:
            killed(run_of, database, program, server)
            backed_up(run_of, database, program, server)
            if database.name == "postgresql":
                without_its_database(run_of, database, program, server)
        finally:
            server.kill()


def killed(run_of, database, program, server):
    """What was acknowledged is there when it is back, and it goes on."""
    counts = {"kills": 0}
    with Writers(server) as writers:
        for counts["kills"] in range(1, run_of.restarts + 1):
            writers.wait_for(3)
            time.sleep(run_of.random.uniform(0, 0.2))
            server.kill()
            server.start()
        writers.wait_for(3)
    counts |= writers.check(program)
    for code in writers.acknowledged()[-1].codes:
        if server.ask(f"/api/units/{code}")[0] != 200:
            raise Broken("lost", f"the server does not know {code}")
    run_of.report(f"serve killed, {database.name}", counts)


def backed_up(run_of, database, program, server):
    """A backup of one moment: all that was acknowledged before it began, and each act whole. Served, it answers so."""
    copy = Sqlite(os.path.join(run_of.folder, database.name))
    os.mkdir(os.path.dirname(copy.file))
    with Writers(server) as writers:
        writers.wait_for(5)
        before = [code for batch in writers.acknowledged() for code in batch.codes]
        program.ask("backup", copy.file)
        writers.wait_for(2)
    restored = Program(run_of.binary, copy.url)
    restored.ask("check")
    second = Server(restored, os.path.dirname(copy.file))
    try:
        missing = [code for code in before if second.ask(f"/api/units/{code}")[0] != 200]
    finally:
        second.end()
    if missing:
        raise Broken("lost", f"the backup does not hold {missing}")
    counts = writers.check(program)
    run_of.report(f"serve backed up, {database.name}", {"backups": 1, "acknowledged": counts["acknowledged"]})


def without_its_database(run_of, database, program, server):
    """It goes on answering what it knows, says that it does not keep up, and takes nothing until all is back."""
    counts = {"outages": 0, "written in vain": 0}
    with Writers(server) as writers:
        for counts["outages"] in range(1, run_of.restarts + 1):
            writers.wait_for(3)
            known = writers.acknowledged()[-1].codes[0]
            database.halt()
            server.wait_until("/readyz", 503)
            refused = writers.statuses.get(503, 0)
            while writers.statuses.get(503, 0) == refused:
                time.sleep(0.01)
            for target in (f"/api/units/{known}", "/api/units?limit=5", "/healthz"):
                if server.ask(target)[0] != 200:
                    raise Broken("refused", f"{target} is not answered while the database is away")
            database.resume()
            server.wait_until("/readyz", 200)
            writers.wait_for(3)
        counts["written in vain"] = writers.statuses.get(503, 0)
    counts |= writers.check(program)
    run_of.report("serve without its database", counts)
