import TypewrightDriver
import TypewrightEmission

/// Where a new package gets the runtime from.
struct RuntimeDependency {
    /// As it stands in the manifest.
    let declaration: String
    /// The package's name in the manifest.
    let identity: String

    init(_ settings: Settings, packageFolder: String) throws(Complaint) {
        let path = settings.single(.typewrightPath)?.text
        let url = settings.single(.typewrightURL)?.text
        let version = settings.single(.typewrightVersion)?.text
        switch (path, url) {
        case (let path?, nil):
            self = try RuntimeDependency(path: path, packageFolder: packageFolder)
        case (nil, let url?):
            self = try RuntimeDependency(url: url, version: version)
        case (nil, nil):
            throw Complaint(
                "the package needs Typewright's runtime, and nothing says where it is",
                help: "name a checkout with '--typewright-path DIR', or '--typewright-url URL --typewright-version VERSION'")
        case (_?, _?):
            throw Complaint("'--typewright-path' and '--typewright-url' exclude each other")
        }
    }

    private init(path: String, packageFolder: String) throws(Complaint) {
        guard let checkout = Disk.realPath(path), let here = Disk.realPath("."), Disk.exists(Path.join(path, "Package.swift")) else {
            throw Complaint("there is no package in '\(path)'")
        }
        // The manifest sees it from the new folder; an absolute path stays one.
        let folder = Path.simplified(Path.join(here, packageFolder))
        let seen = Path.isAbsolute(path) ? path : Path.relative(checkout, to: folder)
        declaration = ".package(path: \(RuntimeDependency.literal(seen)))"
        identity = Path.name(of: checkout)
    }

    private init(url: String, version: String?) throws(Complaint) {
        guard let version else { throw Complaint("'--typewright-url' needs '--typewright-version'") }
        let parts = version.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ UInt($0) != nil }) else {
            throw Complaint("'\(version)' is no version", help: "a version is three numbers: 1.2.0")
        }
        declaration = ".package(url: \(RuntimeDependency.literal(url)), from: \(RuntimeDependency.literal(version)))"
        let name = Path.name(of: url.hasSuffix("/") ? String(url.dropLast()) : url)
        identity = name.hasSuffix(".git") ? String(name.dropLast(4)) : name
    }

    /// As a Swift string.
    static func literal(_ text: String) -> String {
        var bytes: [UInt8] = []
        StringLiteral.write(text, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
