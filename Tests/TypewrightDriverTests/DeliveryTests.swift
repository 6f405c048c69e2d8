import Foundation
import Testing
import TypewrightTestSupport

/// What must hold when runs meet, are cut short, or meet a disk that says no.
@Suite(.aside) struct DeliveryTests {
    /// Each of two documents gives one complete output; whoever comes last, nothing is mixed or left over.
    @Test func runsAtTheSameTimeDoNotMix() throws {
        let scratch = try Scratch()
        let names = (0..<40).map { "Type\($0)" }
        try scratch.write(Sample.document(names), to: "many.json")
        try scratch.write(Sample.document(["Type1", "Other"]), to: "few.json")
        let first = try outputs(of: "many.json", in: scratch)
        let second = try outputs(of: "few.json", in: scratch)
        let line = (0..<6).map { "typewright generate \($0 % 2 == 0 ? "many" : "few").json --quiet --output Out & p\($0)=$!" }.joined(separator: "\n")
        let waits = (0..<6).map { "wait $p\($0) || exit 1" }.joined(separator: "\n")
        for _ in 0..<3 {
            let result = try Tool.run(line + "\n" + waits, in: scratch.url)
            #expect(result.status == 0)
            #expect(result.errors == "")
            let found = scratch.files(below: "Out")
            #expect(found == first || found == second)
        }
    }

    private func outputs(of document: String, in scratch: Scratch) throws -> [String: String] {
        let folder = "Alone-\(document)"
        #expect(try Tool.run("typewright generate \(document) --quiet --output \(folder)", in: scratch.url).status == 0)
        return scratch.files(below: folder)
    }

    /// Wherever the signal falls: old or new, each file is whole, and nothing else lies about.
    @Test func anInterruptedRunLeavesNoTemporaryFiles() throws {
        let scratch = try Scratch()
        let names = (0..<150).map { "Type\($0)" }
        try scratch.write(Sample.document(names), to: "document.json")
        #expect(try Tool.run("typewright generate document.json --quiet --output Out", in: scratch.url).status == 0)
        let complete = scratch.files(below: "Out")
        for delay in stride(from: 0, through: 200, by: 8) {
            let milliseconds = String(format: "0.%03d", delay)
            let line = """
                rm -rf Out
                typewright generate document.json --quiet --output Out & pid=$!
                sleep \(milliseconds); kill -INT $pid 2>/dev/null; kill -TERM $pid 2>/dev/null; wait $pid; true
                """
            _ = try Tool.run(line, in: scratch.url)
            let found = scratch.files(below: "Out")
            #expect(found.isEmpty || found == complete)
        }
    }

    @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
    func aFolderThatMayNotBeWritten() throws {
        let scratch = try Scratch()
        try scratch.write(Sample.document(["Pet"]), to: "document.json")
        let result = try Tool.run("mkdir Out; chmod 555 Out; typewright generate document.json --output Out", in: scratch.url)
        #expect(result.status == 3)
        #expect(result.errors.contains("Permission denied"))
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func aDocumentThatMayNotBeRead() throws {
        let scratch = try Scratch()
        try scratch.write(Sample.document(["Pet"]), to: "document.json")
        let result = try Tool.run("chmod 000 document.json; typewright generate document.json --output Out; code=$?; chmod 644 document.json; exit $code", in: scratch.url)
        #expect(result.status == 1)
        #expect(result.errors.contains("cannot read 'document.json': Permission denied [unreadable-file]"))
        #expect(scratch.files(below: "Out").isEmpty)
    }

    /// A document that comes through a pipe has no size and no folder.
    @Test func aDocumentFromAPipe() throws {
        let scratch = try Scratch()
        try scratch.write(Sample.document(["Pet"]), to: "document.json")
        let result = try Tool.run("cat document.json | typewright generate /dev/stdin --output Out", in: scratch.url)
        #expect(result.status == 0, "\(result.errors)")
        #expect(scratch.files(below: "Out")["Pet.swift"] != nil)
    }

    /// Nobody reads the output: no noise, no crash.
    @Test func aReaderThatGoesAway() throws {
        let scratch = try Scratch()
        try scratch.write(Sample.document((0..<200).map { "Type\($0)" }), to: "document.json")
        let result = try Tool.run("typewright generate document.json --dump nodes | head -n 1", in: scratch.url)
        #expect(result.output == "1:1 object of 4\n")
        #expect(result.errors == "")
    }
}
