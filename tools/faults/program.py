"""The program under test, and what it must hold: a ledger kept beside it."""

import csv
import io
import itertools
import json
import os
import subprocess
import threading

ROOT_UNIT = "TLD"
PERIOD = "2026-Q3"
ELEMENT = "A01"  # the demo reports no workers, and no rule compares them with what it does report
TODAY = "2026-10-01"
PATIENCE_SECONDS = 120


class Broken(Exception):
    """The program did not keep a promise; `kind` is lost, half, or what was expected instead."""

    def __init__(self, kind, text):
        super().__init__(text)
        self.kind = kind


class Program:
    """`nucong` on one database. Every call is a process of its own."""

    def __init__(self, binary, url, limit_process=None):
        self.binary = binary
        self.url = url
        self.limit_process = limit_process  # run in the child before it becomes the program
        self.environment = {**os.environ, "NUCONG_DB": url, "NUCONG_LANG": "en"}

    def start(self, *words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE):
        return subprocess.Popen([self.binary, "--today", TODAY, *words], env=self.environment, text=True,
                                stdout=stdout, stderr=stderr, preexec_fn=self.limit_process)

    def ask(self, *words):
        """What it prints; Broken if it refuses."""
        process = self.start(*words, stdout=subprocess.PIPE)
        out, err = process.communicate(timeout=PATIENCE_SECONDS)
        if process.returncode != 0:
            raise Broken("refused", f"nucong {' '.join(words)}: {process.returncode}: {out}{err}")
        return out

    def prepare(self, folder, short):
        """The demo; where it must be quick, a province with some grassroots unions."""
        if not short:
            self.ask("demo")
            return
        file = os.path.join(folder, "units.csv")
        with open(file, "w", encoding="utf-8") as units:
            units.write("code,name,kind,parent,from,to\n"
                        f"{ROOT_UNIT},Nation,confederation,,2023-01-01,\n"
                        f"P,Province,provincial,{ROOT_UNIT},2023-01-01,\n")
            units.writelines(f"G{i},Grassroots {i},grassroots,P,2023-01-01,\n" for i in range(300))
        self.ask("unit", "import", file)

    def latest(self):
        """The number of the last act."""
        acts = self.ask("follow", "--once", "--after", "0", "--format", "json").splitlines()
        return json.loads(acts[-1])["sequence"] if acts else 0

    def grassroots(self):
        rows = csv.DictReader(io.StringIO(self.ask("unit", "tree", "--as-of", "2026-09-30", "--format", "csv")))
        return [row["unit"] for row in rows if row["kind"] == "grassroots"]

    def acts_after(self, sequence):
        """[(sequence, number of its reports)], in order."""
        acts = []
        lines = self.ask("follow", "--once", "--after", str(sequence), "--reports", "--format", "json")
        for line in map(json.loads, lines.splitlines()):
            if "kind" in line:
                acts.append([line["sequence"], 0])
            elif not acts or acts[-1][0] != line["sequence"]:
                raise Broken("half", f"a report stands apart from its act: {line}")
            else:
                acts[-1][1] += 1
        return acts

    def figures(self):
        """(national total, {unit: figure})."""
        answer = json.loads(self.ask("value", "--unit", ROOT_UNIT, "--element", ELEMENT, "--period", PERIOD,
                                     "--why", "--format", "json"))
        return answer["value"] or 0, {source["unit"]: source["value"] for source in answer["sources"]}


class Import:
    """One file of reports, all of one act; `acknowledged` once its exit status 0 was seen."""

    def __init__(self, file, figures):
        self.file = file
        self.figures = figures
        self.acknowledged = False


class Ledger:
    """What was handed in, and the check that the database holds just that."""

    def __init__(self, program, folder, random, rows):
        self.program = program
        self.folder = folder
        self.random = random
        self.rows = rows
        self.figures = program.figures()[1]
        self.sequence = program.latest()
        self.open = []  # imports since the last check, in order
        self.made = 0
        self.acknowledged = 0
        self.landed = 0  # without acknowledgement, and wholly there
        self.lock = threading.Lock()

    def next_import(self, units):
        """A file that gives `rows` of the units a figure nobody had before."""
        with self.lock:
            self.made += 1
            chosen = self.random.sample(units, self.rows)
            figures = {unit: self.made * 10_000 + place for place, unit in enumerate(chosen)}
            made = Import(os.path.join(self.folder, f"import-{self.made}.csv"), figures)
            self.open.append(made)
        with open(made.file, "w", encoding="utf-8") as file:
            file.write("unit,period,element,value\n")
            file.writelines(f"{unit},{PERIOD},{ELEMENT},{figure}\n" for unit, figure in figures.items())
        return made

    def start(self, made):
        return self.program.start("report", "import", made.file, "--history")

    def acknowledge(self, made):
        with self.lock:
            made.acknowledged = True
            self.acknowledged += 1

    def check(self):
        """Everything acknowledged is there; all else is there as a whole act or not at all; sums agree."""
        self.program.ask("check")
        acts = self.program.acts_after(self.sequence)
        for sequence, reports in acts:
            if reports != self.rows:
                raise Broken("half", f"act {sequence} holds {reports} of {self.rows} reports")
        if [act[0] for act in acts] != list(range(self.sequence + 1, self.sequence + 1 + len(acts))):
            raise Broken("half", f"the sequence has gaps: {acts}")
        acknowledged = sum(made.acknowledged for made in self.open)
        if len(acts) < acknowledged:
            raise Broken("lost", f"{acknowledged} imports were acknowledged, {len(acts)} are there")
        total, found = self.program.figures()
        self.figures = self._explained(found, len(acts) - acknowledged)
        if total != sum(self.figures.values()):
            raise Broken("sum", f"the national total is {total}, the sum {sum(self.figures.values())}")
        self.sequence += len(acts)
        self.landed += len(acts) - acknowledged
        for made in self.open:
            os.remove(made.file)
        self.open = []

    def _explained(self, found, landed):
        """The figures by the imports acknowledged and `landed` others; Broken if no choice of them explains."""
        others = [made for made in self.open if not made.acknowledged]
        for choice in itertools.combinations(others, landed):
            figures = dict(self.figures)
            for made in self.open:
                if made.acknowledged or made in choice:
                    figures.update(made.figures)
            if figures == found:
                return figures
        raise Broken("lost", f"{len(found)} figures are not those of the {len(self.open)} imports handed in")


def refusal_of(process, err):
    """The code in the one line that a refused command prints."""
    lines = err.splitlines()
    if process.returncode != 1 or len(lines) != 1 or not lines[0].endswith("]"):
        raise Broken("refused", f"not one clear error: status {process.returncode}: {err}")
    return lines[0][lines[0].rfind("[") + 1:-1]
