"""How this machine compares with the one that the peer's figures are from.

swift-openapi-generator cannot be had here. Its figures are CPU seconds of one machine on one day, and seconds of another
machine, or of the same on a busier day, are others: half as many again have been seen. DESIGN.md also says what its shape
in small took the compiler on that day. What the same takes here and now tells the two apart.
"""
import functools, glob, os, shutil, tempfile
from measuring import median, run
from small import peer_shape

# CPU seconds there of 100 structs of 20 properties: stored properties, `init`, synthesized `Hashable` and `Codable`.
SECONDS = 13.0


@functools.cache
def slowness(rounds=3):
    """How many times the CPU seconds of that machine this one takes."""
    folder = tempfile.mkdtemp()
    for name, text in peer_shape(100, 20):
        with open(os.path.join(folder, name), "w") as file:
            file.write(text)
    command = ["swiftc", "-c", "-parse-as-library", "-swift-version", "6", "-module-name", "Yardstick", "-g", "-j", "2", "-Onone",
               "-enable-batch-mode", "-emit-module", "-emit-module-path", os.path.join(folder, "Yardstick.swiftmodule")]
    command += sorted(glob.glob(os.path.join(folder, "*.swift")))
    used = median([run(command, cwd=folder) for _ in range(rounds)]).cpu
    shutil.rmtree(folder)
    return used / SECONDS


def line(factor):
    return ("this machine takes %.2f times the CPU seconds of the one that swift-openapi-generator's figures are from: "
            "the peer's shape in small %.1f s, there %.1f s" % (factor, factor * SECONDS, SECONDS))
