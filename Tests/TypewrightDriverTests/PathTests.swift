import Testing
@testable import TypewrightDriver

@Suite struct PathTests {
    @Test(arguments: [
        ("a/b", "a/b"), ("./a//b/", "a/b"), ("a/../b", "b"), ("../a", "../a"), ("a/../../b", "../b"), ("", "."), ("a/..", "."),
        ("/a/../../b", "/b"), ("/", "/"),
    ])
    func simplified(_ path: String, _ expected: String) {
        #expect(Path.simplified(path) == expected)
    }

    @Test(arguments: [
        ("a/b/c", "a", "b/c"), ("a", "a", "."), ("/x/y", "/x/z", "../y"), ("b", "a/c", "../../b"), ("a/b", ".", "a/b"), (".", "a", ".."),
    ])
    func relative(_ path: String, _ folder: String, _ expected: String) {
        #expect(Path.relative(path, to: folder) == expected)
    }

    @Test func parts() {
        #expect(Path.folder(of: "a/b.json") == "a")
        #expect(Path.folder(of: "b.json") == "")
        #expect(Path.folder(of: "/b.json") == "/")
        #expect(Path.name(of: "a/b.json") == "b.json")
        #expect(Path.stem(of: "a/b.v1.json") == "b.v1")
        #expect(Path.stem(of: ".hidden") == ".hidden")
        #expect(Path.join("a", "b") == "a/b")
        #expect(Path.join("", "b") == "b")
        #expect(Path.join("a", "/b") == "/b")
    }

    @Test(arguments: ["../a.swift", "/a.swift", "a/../b.swift", "./a.swift", "a//b.swift", ""])
    func outside(_ path: String) {
        #expect(!Path.staysInside(path))
    }

    @Test func inside() {
        #expect(Path.staysInside("a/b.swift"))
        #expect(Path.staysInside("..a.swift"))
    }
}
