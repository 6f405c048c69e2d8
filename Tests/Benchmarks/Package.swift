// swift-tools-version: 6.1
import PackageDescription

// A package's identity is the name of its folder, and checkouts have all kinds of names.
let checkout = String(Context.packageDirectory.split(separator: "/").dropLast(2).last ?? "typewright")

// A package of its own, so that nobody who uses Typewright builds it. `./run` measures, and generates what is
// measured from `Schemas` before it builds this.
let schemas = ["Metaschema", "Orders", "Places"]

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../..")],
    targets: schemas.map { schema in
        .target(name: schema, dependencies: [.product(name: "TypewrightRuntime", package: checkout)])
    } + [
        .executableTarget(
            name: "json",
            dependencies: schemas.map { .target(name: $0) } + [
                .product(name: "Revox", package: checkout),
                .product(name: "TypewrightRuntime", package: checkout),
            ]
        ),
        .executableTarget(
            name: "client",
            dependencies: ["Revox", "TypewrightHTTP", "TypewrightRuntime"].map { .product(name: $0, package: checkout) }
        ),
    ],
    swiftLanguageModes: [.v6]
)
