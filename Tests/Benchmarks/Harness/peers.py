"""Installs the peers and builds them.

From PyPI into a virtual environment, from Debian's archive by unpacking packages (`apt-get update` may be needed
once). Nothing is installed outside `.build/peers`.
"""
import os, shutil, sys
from measuring import shell

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PEERS = os.path.join(HERE, ".build", "peers")


def build_python():
    environment = os.path.join(PEERS, "python")
    python = os.path.join(environment, "bin", "python")
    if not os.path.exists(python):
        shell(sys.executable, "-m", "venv", environment)
        shell(python, "-m", "pip", "install", "--quiet", "msgspec", "orjson", "pydantic", "jsonschema-rs", "fastjsonschema")
    return [python, os.path.join(HERE, "Peers", "python.py")]


def unpack(*packages):
    """Unpacks Debian packages, without installing them."""
    folder = os.path.join(PEERS, "debian")
    os.makedirs(folder, exist_ok=True)
    for package in packages:
        if os.path.exists(os.path.join(folder, package)):
            continue
        shell("apt-get", "download", package, cwd=folder)
        archive = next(name for name in os.listdir(folder) if name.startswith(package + "_") and name.endswith(".deb"))
        shell("dpkg", "-x", archive, os.path.join(folder, "root"), cwd=folder)
        open(os.path.join(folder, package), "w").close()
    return os.path.join(folder, "root")


def build_serde():
    root = unpack(*("librust-%s-dev" % crate for crate in
                    "serde serde-derive serde-json itoa ryu proc-macro2 quote syn unicode-ident".split()))
    crates = os.path.join(root, "usr/share/cargo/registry")
    target = os.path.join(PEERS, "serde")
    shell("cargo", "build", "--release", "--offline", "--quiet",
          "--config", 'source.crates-io.replace-with="debian"', "--config", 'source.debian.directory="%s"' % crates,
          cwd=os.path.join(HERE, "Peers", "serde"), env=dict(os.environ, CARGO_TARGET_DIR=target))
    return [os.path.join(target, "release", "serde-peer")]


def build_simdjson():
    compiler = shutil.which("g++") or shutil.which("clang++")
    if not compiler:
        raise OSError("no C++ compiler")
    root = unpack("libsimdjson-dev", "libsimdjson14")
    library = os.path.join(root, "usr/lib", os.uname().machine + "-linux-gnu")
    program = os.path.join(PEERS, "simdjson")
    shell(compiler, "-O3", "-std=c++17", "-I" + root + "/usr/include", os.path.join(HERE, "Peers", "simdjson.cpp"),
          "-o", program, "-L" + library, "-lsimdjson", "-Wl,-rpath," + library)
    return [program]
