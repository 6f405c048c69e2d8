"""Rows of the generator: time and memory on real documents, flatness, start-up, and what its build costs."""
import os, shutil, tempfile
from building import BUILD, DOCUMENTS, REPOSITORY, corpus, tool
from documents import api_of
from measuring import Usage, interleaved, median, run, shell
import yardstick

# swift-openapi-generator, release build, on this machine's kind: CPU seconds, memory (DESIGN.md).
PEER = {"github.json": (12.5, 164e6), "asana.yaml": (8.5, 107e6), "discord.json": (5.1, 94e6)}
PEER_NAME = "swift-openapi-generator (constant)"
FLATNESS = [100_000, 1_000_000, 10_000_000, 50_000_000]


def generating(program, document, output):
    return [program, "generate", document, "--quiet", "--output", output]


def real_documents(report, options, release, debug):
    report.group("generate, real documents; in brackets the ratio as it would be where the peer was measured")
    slowness = yardstick.slowness(1 if options.quick else options.rounds)
    print(yardstick.line(slowness), flush=True)
    output = tempfile.mkdtemp(dir=memory_folder())
    for name, (seconds, memory) in PEER.items():
        path = corpus(name)
        if not path:
            report.missing("generate " + name, PEER_NAME, "no shared data: set TYPEWRIGHT_SHARED")
            continue
        # A run of a fifth of a second takes a half more when its core is shared: many give a median that repeats.
        for program, row, target, times in ((release, "generate %s", 25, 7), (debug, "generate %s, debug-built tool", 1, 1)):
            rounds = 1 if options.quick else options.rounds * times
            usage = interleaved({row: generating(program, path, output)}, rounds, before=lambda: emptied(output))[row]
            report.row(row % name, usage, PEER_NAME, seconds, target=target, note="(%.1fx) memory %s" % (
                seconds / usage.cpu * slowness, "below the peer's" if usage.memory < memory else "ABOVE THE PEER'S"))
    shutil.rmtree(output)


def emptied(folder):
    """Files that are there already are compared and left: what is measured writes all of them."""
    shutil.rmtree(folder)
    os.mkdir(folder)


def start_up(report, options, release):
    report.group("start-up, wall time start to end")
    output = tempfile.mkdtemp()
    commands = {"true": ["true"], "help": [release, "--help"],
                "generate": generating(release, REPOSITORY + "/spec/revox.json", output)}
    usages = interleaved(commands, 5 if options.quick else 30)
    for name, row, limit in (("help", "typewright --help", 0.010), ("generate", "generate spec/revox.json", 0.060)):
        met = usages[name].wall <= limit
        report.row(row, usages[name], "true", usages["true"], note="at most %d ms wall: %s" % (limit * 1000, "met" if met else "NOT MET"))
    shutil.rmtree(output)


def memory_folder():
    """Where files are only kept in memory, if there is such a place. What is measured is the generator: ext4 takes longer
    for each new file the more were deleted just before, up to as long as the generator itself."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def flatness(report, options, revox, release):
    """Time per byte at growing sizes, by the smallest's; what an empty document takes is subtracted."""
    report.group("generate, flatness: a document repeated; start-up subtracted; the ratio is per byte")
    output = tempfile.mkdtemp(dir=memory_folder())
    empty = os.path.join(output, "empty.json")
    with open(empty, "w") as file:
        file.write('{"openapi": "3.1.0", "info": {"title": "Empty", "version": "1"}, "paths": {}}')
    for language in ("json", "yaml"):
        paths = {size: api_of(DOCUMENTS, revox, size, language) for size in (FLATNESS[:2] if options.quick else FLATNESS)}
        commands = {size: generating(release, path, "%s/%s%d" % (output, language, size)) for size, path in paths.items()}
        small = {size: command for size, command in commands.items() if size < 1e7}
        usages = interleaved(dict(small, start=generating(release, empty, output + "/empty")), 9)
        usages.update(interleaved({size: command for size, command in commands.items() if size not in small}, 3))
        start, first = usages["start"], None
        for size, path in paths.items():
            usage, length = usages[size], os.path.getsize(path)
            cpu = (usage.cpu - start.cpu) / length * 1e6
            per_megabyte = Usage(cpu, (usage.wall - start.wall) / length * 1e6, usage.memory)
            first = first or per_megabyte
            report.row("generate %s, %.1f MB, per MB" % (language.upper(), length / 1e6), per_megabyte,
                       "the same at %.1f MB" % (FLATNESS[0] / 1e6), first, target=0.7)
    shutil.rmtree(output)


def clean_builds(report, options):
    """An index for editors is written by default, and costs as much as a room; the peer's figure is without."""
    report.group("clean builds, debug")
    print(yardstick.line(yardstick.slowness(1 if options.quick else options.rounds)), flush=True)
    scratch = os.path.join(BUILD, "tool-clean")
    build = ["swift", "build", "--package-path", REPOSITORY, "--scratch-path", scratch, "--product", "typewright-generate"]
    rows = {"typewright-generate": (build, 25), "typewright-generate, without an index": (build + ["--disable-index-store"], None)}
    usages = {row: [] for row in rows}
    for _ in range(1 if options.quick else options.rounds):
        for row, (command, _) in rows.items():
            shutil.rmtree(scratch, ignore_errors=True)
            usages[row].append(run(command))
    for row, (_, limit) in rows.items():
        report.row(row, median(usages[row]), PEER_NAME + ", release", 183, limit=limit)
    shutil.rmtree(scratch)
    if not options.quick:
        report.row("a consumer, with the plugin", consumer(), "", limit=40)


def consumer():
    """The clean build of a package that has one target generated while it is built, and one committed and checked."""
    folder = tempfile.mkdtemp()
    package = os.path.join(folder, "outside")
    shutil.copytree(REPOSITORY + "/Tests/Consumers/Outside", package)
    shell(tool("debug", "typewright-generate"), "generate", "--config", package + "/Sources/Committed/typewright.json")
    usage = run(["swift", "build", "--package-path", package, "--product", "App"],
                env=dict(os.environ, TYPEWRIGHT_REPOSITORY=REPOSITORY))
    shutil.rmtree(folder)
    return usage
