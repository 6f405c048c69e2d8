"""Counts instructions, which a busy machine does not change, and compares them with those of the last accepted run.

The counts hold for one toolchain and processor family: another C library or compiler moves them by some percent. Within
one they repeat to a tenth of a percent, so TOLERANCE is far above the noise and far below what anybody would notice.
"""
import json, os, re, shutil, subprocess, tempfile
from building import DOCUMENTS, HERE, REPOSITORY
from documents import api_of
from measuring import shell

TOLERANCE = 0.03
BASELINE = os.path.join(HERE, "instructions.json")
JSON_ROWS = ["decode", "encode", "parse", "print", "Codable decode", "Codable encode",
             "validate", "validate metaschema", "validate orders", "validate places"]


def count(*command):
    """The instructions of one run. Hashes are seeded by chance unless told not to."""
    result = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
                            capture_output=True, text=True, env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1"))
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode or not found:
        raise OSError(result.stderr.strip().splitlines()[-1])
    return int(found.group(1))


def counts(revox, release, built):
    program = os.path.join(built, "json")
    for row in JSON_ROWS:
        # The difference of two runs: starting and preparing cost the same in both.
        once, more = (count(program, DOCUMENTS, "typewright", row, str(times)) for times in (2, 6))
        yield row, (more - once) // 4
    output = tempfile.mkdtemp()
    yield "typewright --help", count(release, "--help")
    documents = [("generate spec/revox.json", REPOSITORY + "/spec/revox.json")] + [
        ("generate 1 MB of " + language.upper(), api_of(DOCUMENTS, revox, 1_000_000, language)) for language in ("json", "yaml")]
    for name, path in documents:
        yield name, count(release, "generate", path, "--quiet", "--output", os.path.join(output, name.replace("/", "")))
    shutil.rmtree(output)


def compare(revox, release, built, update):
    """Prints the counts; true if none is above the baseline by more than the tolerance."""
    if not shutil.which("valgrind"):
        raise OSError("valgrind is not installed")
    with open(BASELINE) as file:
        before = json.load(file)["rows"]
    now, slower = {}, []
    print("%-32s %16s %16s %8s" % ("instructions", "now", "baseline", ""))
    for row, instructions in counts(revox, release, built):
        now[row] = instructions
        change = instructions / before[row] - 1 if row in before else 0
        if change > TOLERANCE:
            slower.append(row)
        print("%-32s %16s %16s %+7.1f%% %s" % (row, format(instructions, ","), format(before.get(row, 0), ","), change * 100,
                                            "SLOWER" if change > TOLERANCE else "faster" if change < -TOLERANCE else ""), flush=True)
    if update:
        with open(BASELINE, "w") as file:
            json.dump({"swift": shell("swift", "--version").splitlines()[0], "tolerance": TOLERANCE, "rows": now}, file, indent=2)
            file.write("\n")
    return not slower or update
