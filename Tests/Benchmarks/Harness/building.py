"""What is built of Typewright itself before anything is measured."""
import os, sys
from measuring import shell
from peers import HERE

REPOSITORY = os.path.dirname(os.path.dirname(HERE))
BUILD = os.path.join(HERE, ".build")
DOCUMENTS = os.path.join(BUILD, "documents")
SHARED = os.environ.get("TYPEWRIGHT_SHARED") or os.path.join(REPOSITORY, "..", "shared")


def corpus(name):
    """A real document, or nil without the shared data."""
    path = os.path.join(SHARED, "corpus", name)
    return path if os.path.exists(path) else None


def tool(configuration, product):
    """Builds a tool in a folder of its own, and gives its path. For release as the README has it built: on Linux with Swift's
    libraries in it, which takes a tenth off what it takes to generate."""
    scratch = os.path.join(BUILD, "tool-" + configuration)
    arguments = ["swift", "build", "-c", configuration, "--package-path", REPOSITORY, "--scratch-path", scratch]
    if configuration == "release" and sys.platform == "linux":
        arguments.append("--static-swift-stdlib")
    shell(*arguments, "--product", product)
    return os.path.join(scratch, configuration, product)


def benchmarks(typewright):
    """Generates what is measured, and builds the programs that measure: their folder."""
    for schema in ("Metaschema", "Orders", "Places"):
        shell(typewright, "generate", "--quiet", os.path.join(HERE, "Schemas", schema.lower() + ".json"),
              "--output", os.path.join(HERE, "Sources", schema))
    shell("swift", "build", "-c", "release", "--package-path", HERE)
    return os.path.join(HERE, ".build", "release")
