/// The help, made from what commands and options say of themselves.
struct Help {
    let program: Program

    private static let width = 92
    /// Where the descriptions begin.
    private static let margin = 30

    func overview() -> String {
        var text = wrapped(program.summary, indent: 0)
        text += "\nUsage\n"
        text += "  \(program.name) COMMAND [arguments]\n"
        text += "\nCommands\n"
        let rows = program.commands.map { ($0.name, $0.summary) } + [("help COMMAND", "Tell more about a command.")]
        for (name, summary) in rows { text += row(name, summary) }
        text += "\nExamples\n"
        for command in program.commands {
            if let example = command.examples.first { text += exampleLines(example) }
        }
        text += "\nOptions\n"
        text += row("--version", "Print the version.")
        text += row("-h, --help", "Print this help.")
        return text
    }

    func page(for command: Command) -> String {
        var text = "\(program.name) \(command.name): \(command.summary)\n"
        text += "\nUsage\n  \(usage(of: command))\n"
        for paragraph in command.discussion { text += "\n" + wrapped(paragraph, indent: 0) }
        text += "\n\(command.examples.count == 1 ? "Example" : "Examples")\n"
        for example in command.examples { text += exampleLines(example) }
        text += optionGroups(of: command)
        text += "\nExit codes\n"
        for code in command.exitCodes { text += row(String(code.rawValue), code.meaning, margin: 5) }
        return text
    }

    private func usage(of command: Command) -> String {
        var words = [program.name, command.name]
        for operand in command.operands {
            let name = operand.name + (operand.isRepeated ? "…" : "")
            words.append(operand.isRequired ? name : "[\(name)]")
        }
        return words.joined(separator: " ") + " [options]"
    }

    private func exampleLines(_ example: Command.Example) -> String {
        "  \(example.command)\n" + wrapped(example.meaning, indent: 6)
    }

    private func optionGroups(of command: Command) -> String {
        var text = ""
        for group in Option.Group.allCases {
            let options = command.options.filter { $0.group == group }
            if options.isEmpty { continue }
            text += "\n\(group.rawValue)\n"
            for option in options { text += row(spelling(of: option), description(of: option)) }
        }
        return text
    }

    private func spelling(of option: Option) -> String {
        var text = option.short.map { "-\($0), " } ?? "    "
        text += option.flag
        if let placeholder = option.placeholder { text += " " + placeholder }
        return text
    }

    private func description(of option: Option) -> String {
        option.key.map { "\(option.explanation) [\($0)]" } ?? option.explanation
    }

    /// A name, and what is to be said of it beside or below.
    private func row(_ name: String, _ description: String, margin: Int = Help.margin) -> String {
        let start = "  " + name
        let lines = wrapped(description, indent: margin)
        if start.utf8.count > margin - 2 { return start + "\n" + lines }
        let padding = String(repeating: " ", count: margin - start.utf8.count)
        return start + padding + lines.dropFirst(margin)
    }

    private func wrapped(_ text: String, indent: Int) -> String {
        let space = String(repeating: " ", count: indent)
        var result = ""
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > Help.width {
                result += space + line + "\n"
                line = ""
            }
            line += line.isEmpty ? String(word) : " " + word
        }
        return result + space + line + "\n"
    }
}
