import Foundation
import Testing
import TypewrightTestSupport

/// The committed SDK compiles under the flags that bite: main-actor isolation by default among them.
@Suite(.aside) struct RevoxOutputTests {
    @Test func compilesUnderEveryFlag() throws {
        let folder = GoldenCase.root.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Generated/Revox")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }.sorted()
        #expect(names.count > 20)
        #expect(try Compiler.typecheck(names.map { folder.appendingPathComponent($0).path }, module: "Revox") == "")
    }
}
