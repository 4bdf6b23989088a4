"""The two kinds of database a fault is tried on, each private to one run."""

import os
import pwd
import socket
import subprocess
import time

TOOLS = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Sqlite:
    """A file in the run's folder."""

    name = "sqlite"

    def __init__(self, folder):
        self.file = os.path.join(folder, "nucong.db")
        self.url = "sqlite:" + self.file

    def settle(self, others=0):
        """A killed process leaves nothing that still works."""

    def somebody_saves(self):
        """Whether a process has begun to write: its log of changes is not empty."""
        try:
            return os.path.getsize(self.file + "-wal") > 0
        except FileNotFoundError:
            return False

    def was_saving(self):
        """Whether the process killed just now had begun to write."""
        return self.somebody_saves()


class Postgresql:
    """A server and a database of its own, by tools/postgres."""

    name = "postgresql"

    def __init__(self, folder):
        self.folder = os.path.join(folder, "server")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        if os.geteuid() == 0:  # the server then runs as user postgres, who must reach its folder
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.server = self._tool("start", str(port)).strip()
        self._ask("CREATE DATABASE nucong TEMPLATE template0 ENCODING UTF8")
        self.url = self.server.rsplit("/", 1)[0] + "/nucong"
        self.cut_off = 0
        self.watch = None

    def _tool(self, act, *words):
        done = subprocess.run([os.path.join(TOOLS, "postgres"), act, self.folder, *words], check=True,
                              stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
        return done.stdout

    def _ask(self, sql):
        done = subprocess.run(["psql", "-qAtX", self.server, "-c", sql], check=True, stdout=subprocess.PIPE,
                              text=True)
        return done.stdout.strip()

    def halt(self):
        self._tool("halt")

    def resume(self):
        self._tool("resume")

    def settle(self, others=0):
        """Waits until the server has noticed that a client is gone and has ended what that one began; `others`
        may still be there."""
        while int(self._ask("SELECT count(*) FROM pg_stat_activity WHERE datname = 'nucong'")) > others:
            time.sleep(0.005)

    def somebody_saves(self):
        """Whether a client has its turn to write. Asked often: by one connection that stays."""
        if self.watch is None:
            self.watch = subprocess.Popen(["psql", "-qAtX", self.server], stdin=subprocess.PIPE,
                                          stdout=subprocess.PIPE, text=True)
        self.watch.stdin.write("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted;\n")
        self.watch.stdin.flush()
        return self.watch.stdout.readline().strip() != "0"

    def was_saving(self):
        """Whether the client killed just now left a transaction open, by the server's own log."""
        with open(os.path.join(self.folder, "log"), encoding="utf-8") as log:
            cut_off = sum("with an open transaction" in line for line in log)
        before, self.cut_off = self.cut_off, cut_off
        return cut_off > before

    def close(self):
        if self.watch is not None:
            self.watch.stdin.close()
            self.watch.wait()
        self._tool("stop")
