"""Rows of the runtime: JSON and validation."""
import os, subprocess
from building import DOCUMENTS
from documents import assistants_of
from measuring import Usage, reason, run
from peers import build_python, build_serde, build_simdjson
from statistics import median as middle

# Our row, their side, their row, and how many times faster than theirs ours should be.
TARGETS = [
    ("decode", "Foundation", "decode", 15), ("decode", "serde_json", "decode", 2), ("decode", "msgspec", "decode", 1.7),
    ("decode", "pydantic", "decode", None),
    ("encode", "Foundation", "encode", 30), ("encode", "serde_json", "encode", 2.5), ("encode", "msgspec", "encode", 1.6),
    ("encode", "pydantic", "encode", None),
    ("parse", "Foundation", "parse", 8), ("parse", "simdjson", "parse", 0.2), ("parse", "serde_json", "parse", None),
    ("parse", "orjson", "parse", None),
    ("print", "Foundation", "print", 8), ("print", "simdjson", "print", 0.2), ("print", "serde_json", "print", None),
    ("print", "orjson", "print", None),
    ("Codable decode", "Foundation", "decode", 0.5), ("Codable encode", "Foundation", "encode", 0.5),
] + [(row, side, row, 5) for row in ("validate", "validate metaschema", "validate orders", "validate places")
     for side in ("jsonschema-rs", "fastjsonschema")]

PEERS = [(["msgspec", "orjson", "pydantic", "jsonschema-rs", "fastjsonschema"], build_python),
         (["serde_json"], build_serde), (["simdjson"], build_simdjson)]
FLATNESS = [100_000, 1_000_000, 10_000_000, 50_000_000]


def programs(built):
    """The program of each side, and why the others have none."""
    commands = {side: [os.path.join(built, "json")] for side in ("typewright", "Foundation")}
    missing = {}
    for sides, build in PEERS:
        try:
            command = build()
            commands.update({side: command for side in sides})
        except (OSError, subprocess.CalledProcessError) as error:
            missing.update({side: reason(error) for side in sides})
    return commands, missing


def measured(command, folder, side, row):
    """One row of one side. The memory is that of its process, which does nothing else."""
    usage = run(command + [folder, side, row])
    lines = [line.split("\t") for line in usage.output.splitlines() if line.count("\t") == 3]
    if not lines:
        raise OSError(usage.output.strip() or "no such row")
    return Usage(int(lines[0][2]) / 1e9, int(lines[0][3]) / 1e9, usage.memory)


def json_rows(report, options, built):
    """All sides of a row take turns, round after round. Whoever shares a core's two threads with a neighbour takes nearly
    twice as long for as long as that lasts, which is one run in six here: so there are many rounds of short runs."""
    commands, missing = programs(built)
    ours = list(dict.fromkeys(target[0] for target in TARGETS))
    report.group("JSON: the assistants list of 100, and instances of three schemas")
    for row in ours:
        against = [target for target in TARGETS if target[0] == row]
        sides = {("typewright", row): []}
        sides.update({(side, their_row): [] for _, side, their_row, _ in against})
        for _ in range(1 if options.quick else 3 * options.rounds):
            for (side, name), usages in sides.items():
                if side in missing:
                    continue
                try:
                    usages.append(measured(commands[side], DOCUMENTS, side, name))
                except (OSError, subprocess.CalledProcessError) as error:
                    missing[side] = reason(error)
        for _, side, their_row, target in against:
            theirs = sides[side, their_row]
            name = side + ("" if their_row == row else " " + their_row)
            if theirs:
                report.row(row, medians(sides["typewright", row]), name, medians(theirs), target=target)
            else:
                report.missing(row, name, missing.get(side, "no such row"))


def medians(usages):
    return Usage(*(middle(getattr(usage, field) for usage in usages) for field in ("cpu", "wall", "memory")))


def json_flatness(report, options, built):
    report.group("JSON, flatness: the list repeated; the ratio is per byte")
    program = [os.path.join(built, "json")]
    for row in ("parse", "print", "decode", "encode", "validate"):
        first = None
        for size in FLATNESS[:2] if options.quick else FLATNESS:
            folder = assistants_of(DOCUMENTS, size)
            length = os.path.getsize(folder + "/assistants.json")
            usage = measured(program, folder, "typewright", row)
            per_megabyte = Usage(usage.cpu / length * 1e6, usage.wall / length * 1e6, usage.memory)
            first = first or per_megabyte
            report.row("%s, %.1f MB, per MB" % (row, length / 1e6), per_megabyte,
                       "the same at %.1f MB" % (FLATNESS[0] / 1e6), first, target=0.7)
