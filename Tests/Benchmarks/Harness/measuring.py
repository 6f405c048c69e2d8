"""Running, measuring, and the table."""
import json, os, platform, resource, statistics, subprocess, sys, time


def shell(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, **options).stdout


class Usage:
    """What one run of a program took. Memory is that of the largest single process."""

    def __init__(self, cpu, wall, memory, output=""):
        self.cpu, self.wall, self.memory, self.output = cpu, wall, memory, output


def run(command, **options):
    """Runs a program to its end; children that it waited for count."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    output = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output, output)
    return Usage(used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss * 1024, output)


def median(usages):
    return Usage(*(statistics.median(getattr(usage, field) for usage in usages) for field in ("cpu", "wall", "memory")))


def interleaved(commands, rounds, before=lambda: None):
    """The median of each command's runs; the commands take turns, so that a busy moment hits all of them."""
    usages = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            before()
            usages[name].append(run(command))
    return {name: median(several) for name, several in usages.items()}


def reason(error):
    """Why something cannot be had, in a line."""
    lines = (getattr(error, "stderr", None) or str(error)).strip().splitlines()
    return lines[-1] if lines else type(error).__name__


class Report:
    """Rows as they come: printed at once, and kept for the file."""

    def __init__(self):
        self.rows = []

    def group(self, title):
        print("\n%s\n%-38s %10s %10s %9s   %-34s %10s %9s   %s" % (
            title, "", "CPU", "wall", "memory", "against", "CPU", "ratio", "target"), flush=True)

    def row(self, name, ours, against, theirs=None, target=None, limit=None, note=None, ratio=None):
        """One line. The ratio says how many times less CPU time ours takes, unless it was found in another way. `target`
        is the least ratio wanted; `limit` is instead the most CPU seconds. `theirs` is a Usage, or a number of CPU
        seconds from elsewhere."""
        cpu = theirs.cpu if isinstance(theirs, Usage) else theirs
        row = {"row": name, "cpu": ours.cpu, "wall": ours.wall, "memory": ours.memory, "against": against}
        verdict = ""
        if cpu is not None:
            ratio = cpu / ours.cpu if ratio is None else ratio
            row.update(theirs=cpu, ratio=round(ratio, 3))
            if isinstance(theirs, Usage):
                row.update(theirWall=theirs.wall, theirMemory=theirs.memory)
        if target is not None and cpu is not None:
            row.update(target=target, met=ratio >= target)
            verdict = "%.3gx %s" % (target, "met" if row["met"] else "NOT MET")
        if limit is not None:
            row.update(limit=limit, met=ours.cpu <= limit)
            verdict = "at most %s: %s" % (seconds(limit), "met" if row["met"] else "NOT MET")
        if note:
            row["note"] = note
        self.add(row, "%-38s %10s %10s %9s   %-34s %10s %9s   %s" % (
            name, seconds(ours.cpu), seconds(ours.wall), size(ours.memory), against,
            "" if cpu is None else seconds(cpu), "" if cpu is None else "%.2fx" % row["ratio"],
            " ".join(filter(None, [verdict, note]))))

    def missing(self, name, against, why):
        self.add({"row": name, "against": against, "missing": why}, "%-38s   %s: MISSING: %s" % (name, against, why))

    def add(self, row, line=None):
        self.rows.append(row)
        print(line or json.dumps(row), flush=True)

    def write(self, path):
        with open(path, "w") as file:
            json.dump({"machine": platform.processor() or platform.machine(), "cores": os.cpu_count(),
                       "swift": shell("swift", "--version").splitlines()[0], "rows": self.rows}, file, indent=2)
            file.write("\n")


def seconds(value):
    for unit, factor in (("s", 1), ("ms", 1e3), ("µs", 1e6)):
        if value * factor >= 1 or unit == "µs":
            return "%.3g %s" % (value * factor, unit) if value * factor < 1000 else "%.0f %s" % (value * factor, unit)


def size(value):
    return "%.0f MB" % (value / 1e6) if value else ""
