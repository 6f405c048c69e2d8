import Testing
@testable import TypewrightDriver

@Suite struct ManifestTests {
    @Test func readsWhatItWrote() {
        let manifest = Manifest(paths: ["b.swift", "a/c.swift"])
        #expect(manifest.paths == ["a/c.swift", "b.swift"])
        #expect(Manifest(text: manifest.text) == manifest)
    }

    /// The list says what may be removed, so nothing on it is taken on trust.
    @Test func believesInPathsBelowTheFolderOnly() {
        let text = "# comment\n/etc/hosts.swift\n../up.swift\na/../../b.swift\nnotes.txt\r\nPet.swift\r\nToy.swift\n.\n..\n"
        #expect(Manifest(text: Array(text.utf8)).paths == ["Pet.swift", "Toy.swift"])
    }

    @Test func endsWithoutALineEnd() {
        #expect(Manifest(text: Array("Pet.swift".utf8)).paths == ["Pet.swift"])
    }
}
