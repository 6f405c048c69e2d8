import TypewrightGenerator

/// What becomes of generated files: written, compared or only told.
struct Delivery {
    let generation: Generation
    let folder: OutputFolder
    let document: String
    let console: Console
    let watch: Stopwatch

    func write() throws(DiskFault) -> ExitCode {
        try Disk.makeFolder(folder.path)
        let changes = try folder.locked { () throws(DiskFault) in
            let changes = try folder.changes(to: generation.files)
            if changes.foreign.isEmpty { try folder.apply(changes) }
            return changes
        }
        if !changes.foreign.isEmpty { return refuse(changes.foreign) }
        for file in changes.missing + changes.changed { console.explain("wrote \(shown(file.path))\n") }
        for path in changes.stale { console.explain("removed \(shown(path))\n") }
        if console.loudness != .quiet { console.put(summary(changes)) }
        return .fine
    }

    /// `Generated/Revox: 31 types, 5 operations, 40 files (3 written, 1 removed), 38 ms`
    private func summary(_ changes: OutputFolder.Changes) -> String {
        var details: [String] = []
        // The list of files is nobody's news.
        let written = (changes.missing + changes.changed).count { $0.path.hasSuffix(".swift") }
        if written > 0 { details.append("\(written) written") }
        if !changes.stale.isEmpty { details.append("\(changes.stale.count) removed") }
        if details.isEmpty { details.append("unchanged") }
        let counts = [
            counted(generation.typeCount, "type"), counted(generation.operationCount, "operation"),
            counted(generation.files.count, "file") + " (\(details.joined(separator: ", ")))",
            "\(watch.milliseconds) ms",
        ]
        return "\(folder.path): \(counts.joined(separator: ", "))\n"
    }

    private func refuse(_ foreign: [String]) -> ExitCode {
        for path in foreign {
            console.complain("\(shown(path)):1:1: error: typewright did not write this file and leaves it alone [foreign-file]\n")
        }
        console.complain("  help: move it away, or choose another output folder\n")
        return .faults
    }

    /// Lines that editors and build systems show at the file.
    func check() throws(DiskFault) -> ExitCode {
        let changes = try folder.locked { () throws(DiskFault) in try folder.changes(to: generation.files) }
        if changes.isEmpty {
            console.explain("\(folder.path) is up to date.\n")
            return .fine
        }
        var lines: [(path: String, fault: String)] = []
        lines += changes.missing.map { ($0.path, "is missing") }
        lines += changes.changed.map { ($0.path, "differs from what would be generated") }
        lines += changes.foreign.map { ($0, "was not written by typewright, and a generated file has its name") }
        lines += changes.stale.map { ($0, "is not needed any more") }
        for (path, fault) in lines.sorted(by: { $0.path < $1.path }) {
            console.complain("\(shown(path)):1:1: error: out of date with \(document): the file \(fault) [out-of-date]\n")
        }
        console.complain("  help: run 'typewright generate' (in a package: 'swift package typewright generate')\n")
        return .faults
    }

    func rehearse() throws(DiskFault) -> ExitCode {
        let changes = try folder.locked { () throws(DiskFault) in try folder.changes(to: generation.files) }
        if !changes.foreign.isEmpty { return refuse(changes.foreign) }
        for file in changes.missing { console.put("add     \(shown(file.path))\n") }
        for file in changes.changed { console.put("change  \(shown(file.path))\n") }
        for path in changes.stale { console.put("remove  \(shown(path))\n") }
        if console.loudness != .quiet { console.put("Nothing was written. \(summary(changes))") }
        return .fine
    }

    private func shown(_ path: String) -> String { Path.join(folder.path, path) }
}
