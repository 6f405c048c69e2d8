#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

import TypewrightSource

/// An executable: its commands, and the way from its arguments to an exit code.
package struct Program: Sendable {
    package var name: String
    package var summary: String
    package var commands: [Command]
    /// What is meant where no command is named; none for a program that has to be told.
    package var defaultCommand: String?

    package static let version = "0.1.0"

    package init(name: String, summary: String, commands: [Command], defaultCommand: String? = nil) {
        self.name = name
        self.summary = summary
        self.commands = commands
        self.defaultCommand = defaultCommand
    }

    /// What an executable does, from beginning to end.
    package func main() -> Never {
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    /// `arguments` without the program's own name.
    package func run(_ arguments: [String]) -> ExitCode {
        let sources = SourceMap()
        var words = told(arguments, in: sources)
        var console = Console(program: name)
        guard let first = words.first?.text else {
            if let command = commands.first(where: { $0.name == defaultCommand }) { return run(command, words, console, sources) }
            console.complain(Help(program: self).overview())
            return .usage
        }
        switch first {
        case "--version":
            console.put("\(name) \(Program.version)\n")
            return .fine
        case "--help", "-h":
            console.put(Help(program: self).overview())
            return .fine
        case "help":
            return help(words.dropFirst().first?.text, console)
        default:
            break
        }
        if let command = commands.first(where: { $0.name == first }) {
            words.removeFirst()
            return run(command, words, console, sources)
        }
        if let command = commands.first(where: { $0.name == defaultCommand }) { return run(command, words, console, sources) }
        if arguments.contains(Option.noColor.flag) { console.removeColors() }
        return console.refuse(unknownCommand(first), see: "\(name) --help")
    }

    private func help(_ topic: String?, _ console: Console) -> ExitCode {
        guard let topic else {
            console.put(Help(program: self).overview())
            return .fine
        }
        guard let command = commands.first(where: { $0.name == topic }) else {
            return console.refuse(unknownCommand(topic), see: "\(name) --help")
        }
        console.put(Help(program: self).page(for: command))
        return .fine
    }

    private func unknownCommand(_ word: String) -> Complaint {
        let names = commands.map(\.name)
        if word.hasPrefix("-") { return Complaint("unknown option '\(word)'", help: "a command comes first: \(listed(names))") }
        let guess = likelyMatch(to: word, in: names + ["help"]).map { "did you mean '\($0)'?" }
        return Complaint("unknown command '\(word)'", help: guess ?? "the commands are \(listed(names, "and"))")
    }

    private func run(_ command: Command, _ words: [Told], _ console: Console, _ sources: SourceMap) -> ExitCode {
        let arguments: Arguments
        do {
            arguments = try Arguments(words, for: command)
        } catch {
            return console.refuse(error, see: "\(name) help \(command.name)")
        }
        if arguments.settings.isOn(.help) {
            console.put(Help(program: self).page(for: command))
            return .fine
        }
        var console = console
        if arguments.settings.isOn(.noColor) { console.removeColors() }
        if arguments.settings.isOn(.quiet) { console.loudness = .quiet }
        if arguments.settings.isOn(.verbose) { console.loudness = .verbose }
        return command.run(Invocation(
            operands: arguments.operands, settings: arguments.settings, console: console, sources: sources))
    }
}
