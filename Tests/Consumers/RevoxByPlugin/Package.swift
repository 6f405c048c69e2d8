// swift-tools-version: 6.1
import PackageDescription

// A package's identity is the name of its folder, and checkouts have all kinds of names.
let checkout = String(Context.packageDirectory.split(separator: "/").dropLast(3).last ?? "typewright")

// The Revox SDK once more, generated while it is built instead of committed.
let package = Package(
    name: "RevoxByPlugin",
    platforms: [.macOS(.v13)],
    dependencies: [.package(path: "../../..")],
    targets: [
        .target(
            name: "RevoxByPlugin",
            dependencies: [
                .product(name: "TypewrightRuntime", package: checkout),
                .product(name: "TypewrightHTTP", package: checkout),
            ],
            plugins: [.plugin(name: "TypewrightPlugin", package: checkout)]
        ),
        .executableTarget(name: "Demo", dependencies: ["RevoxByPlugin"]),
    ],
    swiftLanguageModes: [.v6]
)
