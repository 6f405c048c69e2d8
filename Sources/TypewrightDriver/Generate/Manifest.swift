/// The list of what an earlier run wrote to a folder, kept there. Only what stands on it is ever removed.
struct Manifest: Equatable {
    static let name = ".typewright-files"
    private static let explanation = "# Written by typewright: the files here that it made, and will remove when they are not needed any more."

    /// Relative to the folder, in order.
    var paths: [String]

    /// Two documents may share a folder; their prefixes tell them apart.
    static func path(prefix: String) -> String {
        prefix.isEmpty ? name : name + "-" + prefix
    }

    init(paths: [String]) {
        self.paths = paths.sorted()
    }

    /// Somebody may have edited the text: what is not a plain path of a Swift file below the folder does not count.
    init(text: [UInt8]) {
        let lines = text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        paths = lines.map { String(decoding: $0, as: UTF8.self) }.filter { $0.hasSuffix(".swift") && Path.staysInside($0) }
    }

    var text: [UInt8] {
        var text = Manifest.explanation + "\n"
        for path in paths { text += path + "\n" }
        return Array(text.utf8)
    }
}
