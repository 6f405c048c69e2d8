import TypewrightDriver
import TypewrightReader
import TypewrightSource

/// What a package, its product and its module are called.
enum PackageName {
    private static let taken = ["Swift", "Foundation", "FoundationEssentials", "FoundationNetworking", "TypewrightRuntime", "TypewrightHTTP"]

    static func fault(in name: String) -> Complaint? {
        let bytes = Array(name.utf8)
        let isIdentifier = !bytes.isEmpty && bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
        if !isIdentifier || bytes.first.map(isDigit) == true {
            return Complaint("'\(name)' cannot be the name of a Swift module", help: "use letters, digits and '_'")
        }
        if taken.contains(name) { return Complaint("there is a module '\(name)' already", help: "choose another name with '--name'") }
        return nil
    }

    /// The document's title where it is short, else the file's name.
    static func guess(from bytes: [UInt8], document: String) -> String {
        let sources = SourceMap()
        let root = readDocument(sources.add(path: document, text: bytes), limits: ReaderLimits(), into: DiagnosticSink())
        let title = root?["info"]?["title"]?.string ?? root?["title"]?.string ?? ""
        for text in [title, Path.stem(of: document)] {
            let words = words(of: text)
            let name = words.joined()
            if words.count <= 4, fault(in: name) == nil { return name }
        }
        return "API"
    }

    private static func words(of text: String) -> [String] {
        text.utf8.split { !isLetter($0) && !isDigit($0) }.map { word in
            let text = String(decoding: word, as: UTF8.self)
            return text.prefix(1).uppercased() + text.dropFirst()
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        let lowered = byte | 0x20
        return lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "z")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
}
