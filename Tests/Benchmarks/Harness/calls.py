"""Rows of calls over loopback: the client, and URLSession alone."""
import os, subprocess, sys
from building import DOCUMENTS, HERE
from measuring import Usage, median as middle
from statistics import median

CALLERS = ["URLSession", "URLSession with a timeout", "URLSession as it comes", "URLSession and JSONSerialization",
           "typewright, decoded", "typewright, bytes"]
ANSWERS = [("one", "call, 2 KB", 50), ("many", "call, 200 KB", 15)]
# Only the bytes are like for like: URLSession alone does not decode. Of its sessions the first has all settings of the
# client's, and so nobody who ever gives up; the second has the client's timeout besides; and as it comes it also looks
# for cookies and keeps answers.
AGAINST = [("bytes", "URLSession", 1 / 1.05), ("bytes", "URLSession with a timeout", None),
           ("bytes", "URLSession as it comes", None), ("decoded", "URLSession", 1 / 1.05),
           ("decoded", "URLSession with a timeout", None), ("decoded", "URLSession and JSONSerialization", None)]


class Caller:
    """A side in a process of its own, so that none works in memory that another has used. It waits for orders."""

    def __init__(self, built, port, side):
        self.process = subprocess.Popen([os.path.join(built, "client"), port, side],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def block(self, answer, count):
        """What one of so many calls takes."""
        self.process.stdin.write("%s %d\n" % (answer, count))
        self.process.stdin.flush()
        cpu, wall = self.process.stdout.readline().split()
        return Usage(int(cpu) / 1e9, int(wall) / 1e9, 0)

    def end(self):
        """The most memory that it has taken."""
        self.process.stdin.close()
        return os.wait4(self.process.pid, 0)[2].ru_maxrss * 1024


def rows(report, options, built):
    report.group("calls over loopback; the same bytes through URLSession alone")
    server = subprocess.Popen([sys.executable, os.path.join(HERE, "Harness", "server.py"), DOCUMENTS], stdout=subprocess.PIPE, text=True)
    try:
        port = server.stdout.readline().strip()
        for answer, row, count in ANSWERS:
            usages = alternating(built, port, answer, count, 3 if options.quick else 100)
            for body, theirs, target in AGAINST:
                compare(report, "%s, %s" % (row, body), usages["typewright, " + body], theirs, usages[theirs], target)
    finally:
        server.kill()
        server.wait()


def alternating(built, port, answer, count, rounds):
    """The sides take turns in blocks of some milliseconds, and each is first as often as the others: what disturbs the
    machine for longer than a block disturbs all of them."""
    callers = {side: Caller(built, port, side) for side in CALLERS}
    usages = {side: [] for side in CALLERS}
    for caller in callers.values():
        # The first calls make connections and threads.
        caller.block(answer, count * 4)
    for number in range(rounds):
        first = number % len(CALLERS)
        for side in CALLERS[first:] + CALLERS[:first]:
            usages[side].append(callers[side].block(answer, count))
    for side, caller in callers.items():
        memory = caller.end()
        for usage in usages[side]:
            usage.memory = memory
    return usages


def compare(report, row, ours, against, theirs, target):
    """The ratios are medians of the rounds' own, for both sides of a round had the machine at the same time."""
    cpu, wall = (median([getattr(b, field) / getattr(a, field) for a, b in zip(ours, theirs)]) for field in ("cpu", "wall"))
    report.row(row, middle(ours), against, middle(theirs), target=target, ratio=cpu, note="wall %+.1f %%" % ((1 / wall - 1) * 100))
