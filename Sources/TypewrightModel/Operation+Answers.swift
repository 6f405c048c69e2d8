extension Operation {
    /// The successful answers; where none is declared, the default one.
    package var successes: [Response] {
        let declared = responses.filter { $0.status.isSuccess }
        return declared.isEmpty ? responses.filter { $0.status == .any } : declared
    }

    /// What the call answers with: JSON, where the document has it.
    package var answer: Content? {
        let contents = successes.flatMap(\.contents)
        return contents.first { $0.kind == .json } ?? contents.first
    }
}
