/// The user's names by location, and which of them were of use.
final class RenameTable {
    private let names: [String: String]
    private(set) var used: Set<String> = []

    init(_ renames: [NamingOptions.Rename]) {
        var names: [String: String] = [:]
        for rename in renames { names[rename.location] = rename.name }
        self.names = names
    }

    func name(at location: String) -> String? {
        guard let name = names[location] else { return nil }
        used.insert(location)
        return name
    }
}
