// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that nobody who uses Typewright builds it. `./run` measures.
let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(name: "typewright", path: "../..")],
    targets: [
        .executableTarget(
            name: "json",
            dependencies: [.product(name: "TypewrightRuntime", package: "typewright")]
        )
    ],
    swiftLanguageModes: [.v6]
)
