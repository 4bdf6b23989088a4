"""`nucong serve` as a process, and people who write to it over HTTP without an end."""

import csv
import http.client
import io
import itertools
import json
import os
import re
import signal
import subprocess
import threading
import time

from faults.program import PATIENCE_SECONDS, ROOT_UNIT, TODAY, Broken


class Server:
    """`nucong serve` on a port of its own; nobody signs in."""

    def __init__(self, program, folder):
        self.program = program
        self.log = os.path.join(folder, "serve.log")
        self.process = None
        self.port = 0
        self.start()

    def start(self):
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = self.program.start("serve", "--listen", f"127.0.0.1:{self.port}", "--without-sign-in",
                                              stdout=subprocess.PIPE, stderr=log)
        line = self.process.stdout.readline()
        address = re.search(r"127\.0\.0\.1:(\d+)", line)
        if address is None:
            raise Broken("refused", f"the server said {line!r}; see {self.log}")
        self.port = int(address.group(1))

    def kill(self):
        self.process.kill()
        self.process.wait()

    def end(self):
        """As a person would; it finishes what it accepted."""
        self.process.send_signal(signal.SIGTERM)
        if self.process.wait(timeout=PATIENCE_SECONDS) != 0:
            raise Broken("refused", f"the server ended with {self.process.returncode}; see {self.log}")

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)

    def ask(self, target):
        """(status, fields, body), on a connection of its own."""
        connection = self.connect()
        try:
            return asked(connection, "GET", target)
        finally:
            connection.close()

    def wait_until(self, target, status):
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (found := self.ask(target)[0]) != status:
            if time.monotonic() > deadline:
                raise Broken("refused", f"{target} says {found}, not {status}")
            time.sleep(0.02)


def asked(connection, method, target, body=None):
    fields = {} if body is None else {"Content-Type": "application/json"}
    connection.request(method, target, body, fields)
    answer = connection.getresponse()
    return answer.status, answer.headers, answer.read()


class Batch:
    """Units that are founded in one act, and what became of it: acknowledged, refused, or nobody knows."""

    def __init__(self, codes):
        self.codes = codes
        self.became = "unknown"

    def body(self):
        return json.dumps({"events": [{"date": TODAY, "event": "found", "unit": code, "parent": ROOT_UNIT,
                                       "name": f"Made {code}", "kind": "provincial"} for code in self.codes]})


class Writers:
    """Some threads that found units until they are told to end. What each acknowledged act holds is kept beside."""

    numbers = itertools.count()  # of batches, so that no code comes twice in one run

    def __init__(self, server, threads=4):
        self.server = server
        self.lock = threading.Lock()
        self.batches = []
        self.statuses = {}  # how often each was answered
        self.ending = threading.Event()
        self.threads = [threading.Thread(target=self._write) for _ in range(threads)]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ending.set()
        for thread in self.threads:
            thread.join()

    def acknowledged(self):
        with self.lock:
            return [batch for batch in self.batches if batch.became == "acknowledged"]

    def wait_for(self, more):
        """Until so many more were acknowledged than are by now."""
        wanted = len(self.acknowledged()) + more
        deadline = time.monotonic() + PATIENCE_SECONDS
        while len(self.acknowledged()) < wanted:
            if time.monotonic() > deadline:
                raise Broken("refused", f"nothing is taken any more; answered so far: {self.statuses}")
            time.sleep(0.005)

    def _next(self):
        with self.lock:
            number = next(self.numbers)
            made = Batch([f"W{number}X{part}" for part in range(3)])
            self.batches.append(made)
            return made

    def _write(self):
        connection = self.server.connect()
        while not self.ending.is_set():
            batch = self._next()
            try:
                status, fields, _ = asked(connection, "POST", "/api/unit-events", batch.body())
            except (OSError, http.client.HTTPException):  # the server is not there, or was killed while it worked
                connection.close()
                connection = self.server.connect()
                time.sleep(0.01)
                continue
            with self.lock:
                self.statuses[status] = self.statuses.get(status, 0) + 1
                if status == 200:
                    batch.became = "acknowledged"
                elif status in (409, 422):
                    batch.became = "refused"
                elif status != 503 or fields["Retry-After"] is None:
                    self.statuses["wrong"] = status
            if status == 503:
                time.sleep(0.02)
        connection.close()

    def check(self, program):
        """Every acknowledged act is there, a refused one is not, any other one is whole or not at all."""
        if "wrong" in self.statuses:
            raise Broken("refused", f"answered {self.statuses['wrong']}: neither taken, nor to be sent again later")
        program.ask("check")
        known = {row["unit"] for row in csv.DictReader(io.StringIO(
            program.ask("unit", "tree", "--as-of", TODAY, "--format", "csv")))}
        counts = {"acknowledged": 0, "in flight and whole": 0}
        for batch in self.batches:
            there = sum(code in known for code in batch.codes)
            if there not in (0, len(batch.codes)):
                raise Broken("half", f"{there} of {batch.codes} are there")
            if batch.became == "acknowledged" and there == 0 or batch.became == "refused" and there > 0:
                raise Broken("lost", f"{batch.codes} were {batch.became}; there are {there}")
            counts["acknowledged"] += batch.became == "acknowledged"
            counts["in flight and whole"] += batch.became == "unknown" and there > 0
        return counts
