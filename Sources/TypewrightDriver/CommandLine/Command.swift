import TypewrightSource

/// A subcommand: what the help tells of it, what it takes and what it does.
package struct Command: Sendable {
    package var name: String
    /// One line, for the list of commands.
    package var summary: String
    /// What it does, in paragraphs of unbroken lines.
    package var discussion: [String]
    package var examples: [Example]
    package var operands: [Operand]
    package var options: [Option]
    package var exitCodes: [ExitCode]
    package var run: @Sendable (Invocation) -> ExitCode

    package struct Example: Sendable {
        package var command: String
        package var meaning: String

        package init(_ command: String, _ meaning: String) {
            self.command = command
            self.meaning = meaning
        }
    }

    /// What stands on the command line without a flag.
    package struct Operand: Sendable {
        package var name: String
        package var isRequired: Bool
        package var isRepeated: Bool

        package init(_ name: String, isRequired: Bool = false, isRepeated: Bool = false) {
            self.name = name
            self.isRequired = isRequired
            self.isRepeated = isRepeated
        }
    }

    package init(
        name: String, summary: String, discussion: [String], examples: [Example], operands: [Operand], options: [Option],
        exitCodes: [ExitCode] = ExitCode.allCases, run: @escaping @Sendable (Invocation) -> ExitCode
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.operands = operands
        self.options = options + Option.common
        self.exitCodes = exitCodes
        self.run = run
    }
}

/// One call of a command.
package struct Invocation {
    package var operands: [Told]
    package var settings: Settings
    package var console: Console
    /// The command line is its first file, so that a report can point into it.
    package var sources: SourceMap
}
