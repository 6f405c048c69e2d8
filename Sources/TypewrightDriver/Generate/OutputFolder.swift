import TypewrightEmission

/// The folder that generated files go to.
package struct OutputFolder {
    let path: String
    let prefix: String

    package init(path: String, prefix: String) {
        self.path = path
        self.prefix = prefix
    }

    /// What a run would change.
    struct Changes {
        var missing: [GeneratedFile] = []
        var changed: [GeneratedFile] = []
        /// Written by an earlier run, not wanted any more.
        var stale: [String] = []
        /// In the way, and written by somebody else.
        var foreign: [String] = []
        var unchangedCount = 0

        var isEmpty: Bool { missing.isEmpty && changed.isEmpty && stale.isEmpty && foreign.isEmpty }
    }

    private func full(_ relative: String) -> String { Path.join(path, relative) }

    /// The files, and the list of them, which is a file like the others.
    package func listed(_ files: [GeneratedFile]) -> [GeneratedFile] {
        files + [GeneratedFile(path: Manifest.path(prefix: prefix), contents: Manifest(paths: files.map(\.path)).text)]
    }

    /// Compares with the disk.
    func changes(to files: [GeneratedFile]) throws(DiskFault) -> Changes {
        if isEmpty { return Changes(missing: listed(files)) }
        var changes = Changes()
        let listPath = Manifest.path(prefix: prefix)
        let oldList = try contents(listPath).map(Manifest.init(text:)) ?? Manifest(paths: [])
        let known = Set(oldList.paths)
        for file in listed(files) {
            guard let old = try contents(file.path) else {
                changes.missing.append(file)
                continue
            }
            if Disk.areEqual(old, file.contents) {
                changes.unchangedCount += 1
            } else if known.contains(file.path) || file.path == listPath || hasSameMark(old, file.contents) {
                changes.changed.append(file)
            } else {
                changes.foreign.append(file.path)
            }
        }
        changes.stale = stale(oldList.paths, wanted: files)
        return changes
    }

    /// Then hundreds of files need not be asked for one by one. An empty path is the folder that the program runs in.
    private var isEmpty: Bool { Disk.isEmptyFolder(path) || !path.isEmpty && !Disk.exists(path) }

    /// `nil` where there is no file.
    private func contents(_ relative: String) throws(DiskFault) -> [UInt8]? {
        do {
            return try Disk.contents(of: full(relative))
        } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// Every generated file begins with the same comment, so a file without it was written by somebody else.
    private func hasSameMark(_ old: [UInt8], _ new: [UInt8]) -> Bool {
        let mark = new.prefix { $0 != UInt8(ascii: "\n") }
        return mark.starts(with: "//".utf8) && old.starts(with: mark)
    }

    private func stale(_ old: [String], wanted files: [GeneratedFile]) -> [String] {
        let wanted = Set(files.map(\.path))
        let candidates = old.filter { !wanted.contains($0) && isStillOurs($0, files.first) }
        if candidates.isEmpty { return [] }
        // `pet.swift` and `Pet.swift` are one file on some disks: the old name must not take the new file with it.
        var spellings: [String: String] = [:]
        for file in files { spellings[file.path.lowercased()] = file.path }
        return candidates.filter { path in
            guard let spelling = spellings[path.lowercased()] else { return true }
            return !Disk.areSame(full(spelling), full(path))
        }
    }

    /// Somebody may have put a file of their own in the place of one of ours.
    private func isStillOurs(_ path: String, _ example: GeneratedFile?) -> Bool {
        guard let bytes = try? Disk.contents(of: full(path)) else { return false }
        return example.map { hasSameMark(bytes, $0.contents) } ?? true
    }

    /// Holds the folder, if there is one, while `body` looks and writes.
    func locked<Result>(_ body: () throws(DiskFault) -> Result) throws(DiskFault) -> Result {
        let lock = FolderLock(path)
        defer { withExtendedLifetime(lock) {} }
        return try body()
    }

    /// Writes beside first, and puts everything in its place when all of it could be written.
    func apply(_ changes: Changes) throws(DiskFault) {
        try shieldedFromSignals { () throws(DiskFault) in
            let moves = try writeBeside(changes.missing + changes.changed)
            for (index, move) in moves.enumerated() {
                do throws(DiskFault) {
                    try Disk.move(move.from, to: move.to)
                } catch {
                    discard(moves[index...])
                    throw error
                }
            }
            for path in changes.stale {
                try Disk.remove(full(path))
                Disk.removeEmptyFolders(from: Path.folder(of: full(path)), upTo: self.path)
            }
        }
    }

    private func writeBeside(_ files: [GeneratedFile]) throws(DiskFault) -> [(from: String, to: String)] {
        var moves: [(from: String, to: String)] = []
        let ending = ".typewright-\(Disk.processNumber)"
        var lastFolder: String?
        for file in files {
            let target = full(file.path)
            let folder = Path.folder(of: target)
            // Hidden, so that no build takes it for a source.
            let temporary = Path.join(folder, "." + Path.name(of: target) + ending)
            do throws(DiskFault) {
                if folder != lastFolder { try Disk.makeFolder(folder) }
                lastFolder = folder
                try Disk.create(temporary, file.contents, inPlaceOfLeftover: true)
            } catch {
                discard(moves[...])
                throw error
            }
            moves.append((temporary, target))
        }
        return moves
    }

    private func discard(_ moves: ArraySlice<(from: String, to: String)>) {
        for move in moves { try? Disk.remove(move.from) }
    }
}
