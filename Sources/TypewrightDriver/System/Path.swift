/// Paths as text, with `/` between names.
package enum Path {
    package static func isAbsolute(_ path: String) -> Bool {
        path.utf8.first == UInt8(ascii: "/")
    }

    /// `path` as seen from `folder`; an absolute path stays what it is, an empty folder is the current one.
    package static func join(_ folder: String, _ path: String) -> String {
        if isAbsolute(path) || folder.isEmpty || folder == "." { return path }
        return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
    }

    /// The folder that a file is in; empty for the current one.
    package static func folder(of path: String) -> String {
        let bytes = path.utf8
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return slash == bytes.startIndex ? "/" : String(path[..<slash])
    }

    /// The last name.
    package static func name(of path: String) -> String {
        let bytes = path.utf8
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return String(path[bytes.index(after: slash)...])
    }

    /// The last name without what follows its last dot.
    package static func stem(of path: String) -> String {
        let name = name(of: path)
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot != name.utf8.startIndex else { return name }
        return String(name[..<dot])
    }

    /// Without `.` and, where it is possible without asking the disk, without `..`.
    package static func simplified(_ path: String) -> String {
        var names: [Substring] = []
        for name in path.split(separator: "/") where name != "." {
            if name == "..", let last = names.last, last != ".." {
                names.removeLast()
            } else if name == "..", isAbsolute(path) {
                continue
            } else {
                names.append(name)
            }
        }
        let joined = names.joined(separator: "/")
        if isAbsolute(path) { return "/" + joined }
        return joined.isEmpty ? "." : joined
    }

    /// How `path` is reached from `folder`, both simplified and both relative to the same place.
    package static func relative(_ path: String, to folder: String) -> String {
        let from = folder == "." ? [] : folder.split(separator: "/")
        let to = path == "." ? [] : path.split(separator: "/")
        var common = 0
        while common < from.count, common < to.count, from[common] == to[common] { common += 1 }
        let up = [Substring](repeating: "..", count: from.count - common)
        let joined = (up + to[common...]).joined(separator: "/")
        return joined.isEmpty ? "." : joined
    }

    /// Whether a path stays below the folder it is relative to.
    package static func staysInside(_ path: String) -> Bool {
        if path.isEmpty || isAbsolute(path) { return false }
        let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return !names.contains { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) || $0.isEmpty }
    }
}
