"""The two kinds of database that writing is measured on, each private to one run, and what they flush."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time


def flushes_a_second(folder, seconds=2.0):
    """How often the disk of a folder takes 4 KiB that were appended to a file."""
    with tempfile.TemporaryFile(dir=folder) as file:
        block = os.urandom(4096)
        count = 0
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            os.pwrite(file.fileno(), block, 4096 * count)
            os.fdatasync(file.fileno())
            count += 1
    return count / seconds


class Traced:
    """Counts the flushes of processes, their threads and children by strace."""

    def __init__(self, pids, folder):
        self.file = os.path.join(folder, "trace")
        named = [word for pid in pids for word in ("-p", str(pid))]
        self.process = subprocess.Popen(
            ["strace", "-f", "-qq", "-e", "trace=fsync,fdatasync", "-o", self.file, *named])
        while not os.path.exists(self.file):
            time.sleep(0.05)
        time.sleep(0.5)

    def count(self):
        with open(self.file, encoding="utf8") as file:
            return sum("sync(" in line for line in file)

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Sqlite:
    name = "sqlite"

    def __enter__(self):
        self.folder = tempfile.mkdtemp(dir=os.getcwd())
        self.url = "sqlite:" + os.path.join(self.folder, "nucong.db")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder)

    def count_flushes(self, pid):
        return Traced([pid], self.folder)


class Postgresql:
    """A server of its own that flushes; as user postgres where this is run by root, whom it refuses."""

    name = "postgresql"

    def __enter__(self):
        self.folder = tempfile.mkdtemp(dir=os.getcwd())
        if os.geteuid() == 0:
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.bin = sorted(os.listdir("/usr/lib/postgresql"))[-1]
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.data = os.path.join(self.folder, "data")
        self.tool("initdb", "-D", self.data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C")
        self.tool("pg_ctl", "-D", self.data, "-w", "-s", "-l", os.path.join(self.folder, "log"), "-o",
                  f"-p {self.port} -h 127.0.0.1 -k {self.folder}", "start")
        self.url = f"postgresql://postgres@127.0.0.1:{self.port}/nucong"
        self.ask("CREATE DATABASE nucong", "postgres")
        return self

    def __exit__(self, *_):
        self.tool("pg_ctl", "-D", self.data, "-w", "-s", "-m", "fast", "stop")
        shutil.rmtree(self.folder)

    def tool(self, name, *words):
        as_postgres = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*as_postgres, f"/usr/lib/postgresql/{self.bin}/bin/{name}", *words], check=True,
                       stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL, cwd=self.folder)

    def ask(self, sql, database="nucong"):
        return subprocess.run(["psql", "-qAtX", f"postgresql://postgres@127.0.0.1:{self.port}/{database}", "-c", sql],
                              check=True, stdout=subprocess.PIPE, text=True).stdout.strip()

    def count_flushes(self, _pid):
        with open(os.path.join(self.data, "postmaster.pid"), encoding="utf8") as file:
            first = file.readline().strip()
        children = subprocess.run(["pgrep", "-P", first], stdout=subprocess.PIPE, text=True, check=False).stdout
        return Traced([first, *children.split()], self.folder)
