/// How a parameter of a path and the property that it stands for are called.
enum Identity {
    /// `pet_id`, `petId` and `pet-id` may stand for `pet_id`, `petId`… or `id`; `gid` and `uuid` for themselves. The likeliest first.
    static func names(for parameter: String) -> [String] {
        var names = [parameter]
        let lowered = parameter.lowercased()
        for ending in ["uuid", "guid", "gid", "sid", "id", "slug", "name", "key", "code", "number"] where lowered.hasSuffix(ending) {
            names += [ending, capitalizedLast(ending)]
            break
        }
        return (names + ["id"]).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private static func capitalizedLast(_ ending: String) -> String { ending.prefix(1).uppercased() + ending.dropFirst() }
}
