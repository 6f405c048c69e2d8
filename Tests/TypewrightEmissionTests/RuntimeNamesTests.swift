import Foundation
import Testing

@testable import TypewrightEmission

/// What the runtimes declare in public, generated code must not declare again.
@Suite struct RuntimeNamesTests {
    @Test func everyPublicTypeOfTheRuntimesIsKnown() throws {
        let declared = try declaredTypes()
        #expect(declared.count > 40)
        #expect(declared.subtracting(RuntimeNames.types).sorted() == [])
    }

    @Test func nothingIsReservedForNoReason() throws {
        let modules: Set<String> = ["TypewrightRuntime", "TypewrightHTTP"]
        #expect(RuntimeNames.types.subtracting(try declaredTypes()).subtracting(modules).sorted() == [])
    }

    private func declaredTypes() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        var names: Set<String> = []
        for room in ["TypewrightRuntime", "TypewrightHTTP"] {
            let files = FileManager.default.enumerator(at: sources.appendingPathComponent(room), includingPropertiesForKeys: nil)
            while let file = files?.nextObject() as? URL {
                guard file.pathExtension == "swift" else { continue }
                for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where line.hasPrefix("public ") {
                    let words = line.split(whereSeparator: { " :<({".contains($0) })
                    let kinds: Set<Substring> = ["struct", "enum", "class", "actor", "protocol", "typealias"]
                    if let kind = words.firstIndex(where: { kinds.contains($0) }), kind + 1 < words.count { names.insert(String(words[kind + 1])) }
                }
            }
        }
        return names
    }
}
