// swift-tools-version: 6.1
import PackageDescription

/// The rooms of the house and who may import whom. `ImportTests` holds the same table
/// against the `import` lines of the sources.
let rooms: [(name: String, uses: [String])] = [
    ("Source", []),
    ("Pattern", []),
    ("Reader", ["Source"]),
    ("Spec", ["Source", "Reader"]),
    ("Model", ["Source"]),
    ("Lowering", ["Source", "Reader", "Spec", "Model", "Pattern"]),
    ("Emission", ["Source", "Model"]),
    ("Generator", ["Source", "Reader", "Spec", "Model", "Lowering", "Emission"]),
    ("Driver", ["Source", "Reader", "Spec", "Model", "Lowering", "Emission", "Generator"]),
    ("Workbench", ["Source", "Reader", "Spec", "Model", "Lowering", "Emission", "Generator", "Driver"]),
    ("Validation", ["Source", "Reader", "Spec", "Pattern"]),
    ("Mock", ["Source", "Reader", "Spec", "Validation", "Epoll"]),
    ("Runtime", []),
    ("HTTP", ["Runtime"]),
]

func typewright(_ room: String) -> Target.Dependency { .target(name: "Typewright\(room)") }

let package = Package(
    name: "typewright",
    platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
    products: [
        .library(name: "Revox", targets: ["Revox"]),
        .library(name: "TypewrightRuntime", targets: ["TypewrightRuntime"]),
        .library(name: "TypewrightHTTP", targets: ["TypewrightHTTP"]),
        .executable(name: "typewright", targets: ["typewright"]),
        .plugin(name: "TypewrightPlugin", targets: ["TypewrightPlugin"]),
        .plugin(name: "TypewrightCommand", targets: ["TypewrightCommand"]),
    ],
    targets: rooms.map { .target(name: "Typewright\($0.name)", dependencies: $0.uses.map(typewright)) } + [
        .systemLibrary(name: "TypewrightEpoll"),
        .executableTarget(
            name: "typewright",
            dependencies: ["Source", "Reader", "Spec", "Generator", "Driver", "Workbench", "Validation", "Mock"].map(typewright)
        ),
        .executableTarget(
            name: "typewright-generate",
            dependencies: ["Source", "Generator", "Driver"].map(typewright)
        ),
        .executableTarget(
            name: "typewright-samples",
            dependencies: ["Source", "Spec", "Model", "Lowering", "Emission", "Generator", "Validation", "TestSupport"].map(typewright),
            path: "Tests/Corpus/Samples"
        ),
        .plugin(name: "TypewrightPlugin", capability: .buildTool(), dependencies: ["typewright-generate"]),
        .plugin(
            name: "TypewrightCommand",
            capability: .command(
                intent: .custom(verb: "typewright", description: "Generate Swift from OpenAPI and JSON Schema documents"),
                permissions: [.writeToPackageDirectory(reason: "to write the generated Swift files")]
            ),
            dependencies: ["typewright-generate"]
        ),
        .target(
            name: "Revox",
            dependencies: [typewright("Runtime"), typewright("HTTP")],
            path: "Generated/Revox"
        ),
        // For test targets only.
        .target(name: "TypewrightTestSupport", dependencies: [typewright("Spec")], path: "Tests/Support"),
    ] + [
        ("Source", []),
        ("Pattern", ["Validation", "Runtime"]),
        ("Reader", ["Source"]),
        ("Spec", ["Source", "Reader"]),
        ("Lowering", ["Source", "Reader", "Spec", "Model"]),
        ("Emission", ["Source", "Model"]),
        ("Validation", ["Source", "Reader", "Spec"]),
        ("Runtime", []),
    ].map { (room: String, uses: [String]) in
        .testTarget(name: "Typewright\(room)Tests", dependencies: ([room] + uses + ["TestSupport"]).map(typewright))
    } + [
        .testTarget(
            name: "TypewrightHTTPTests",
            dependencies: ["HTTP", "Runtime", "TestSupport"].map(typewright),
            exclude: ["run", "Sample/openapi.yaml"]
        ),
        .testTarget(
            name: "RevoxTests",
            dependencies: ["Revox", typewright("Runtime"), typewright("HTTP")],
            exclude: ["Pages"]
        ),
        .testTarget(
            name: "TypewrightMockTests",
            dependencies: ["Mock", "Source", "Reader", "Spec", "Validation", "Runtime", "HTTP", "TestSupport"].map(typewright) + ["Revox", "typewright"],
            exclude: ["Ends/Transcripts"]
        ),
        .testTarget(
            name: "SuiteTests",
            dependencies: ["Source", "Reader", "Spec", "Model", "Lowering", "Emission", "Generator", "Validation", "Runtime", "TestSupport"].map(typewright),
            exclude: ["run", "Sample/schema.json"]
        ),
        .testTarget(
            name: "TypewrightDriverTests",
            dependencies: ["Source", "Reader", "Spec", "Emission", "Generator", "Driver", "Workbench", "TestSupport"].map(typewright)
                + ["typewright", "typewright-generate"],
            exclude: ["Cases"]
        ),
        .testTarget(
            name: "OperationTests",
            dependencies: ["Source", "Spec", "Emission", "Generator", "Runtime", "HTTP"].map(typewright),
            exclude: ["document.yaml"]
        ),
        .testTarget(
            name: "GoldenTests",
            dependencies: ["Source", "Reader", "Spec", "Model", "Lowering", "Emission", "Generator", "Driver", "Workbench", "TestSupport"].map(typewright),
            exclude: ["Cases"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
