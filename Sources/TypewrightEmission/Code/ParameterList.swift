/// Parameters or arguments: on one line where that is short, else one on each line.
enum ParameterList {
    static func call(_ head: Code, _ parameters: [Code], tail: Code = "") -> Code {
        let line: Code = "\(head)(\(Code.list(parameters)))\(tail)"
        let isShort = line.count <= 108 && !line.isSeveralLines
        if parameters.count <= 1 || isShort { return line }
        return """
            \(head)(
                \(lines(parameters))
            )\(tail)
            """
    }

    static func lines(_ parameters: [Code]) -> Code {
        .lines(parameters.enumerated().map { index, parameter in index + 1 < parameters.count ? "\(parameter)," : parameter })
    }
}
