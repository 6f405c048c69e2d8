import Testing
@testable import TypewrightDriver
import TypewrightWorkbench

/// The table is the one place that knows the options.
@Suite struct OptionTableTests {
    @Test func everyKeyOfTheConfigHasAFlagOfGenerate() {
        let flags = Set(Command.generate.options.map(\.name))
        for option in Option.settings {
            // The network is asked for by whoever runs the tool, never by a file that came with a document.
            #expect((option.key == nil) == (option.name == Option.allowNetwork.name), "\(option.name)")
            #expect(flags.contains(option.name), "\(option.name)")
        }
    }

    @Test(arguments: [Command.generate(dumping: .stages), .lint(), .initialize])
    func namesAreUnique(_ command: Command) {
        let names = command.options.map(\.name)
        #expect(Set(names).count == names.count)
        let shorts = command.options.compactMap(\.short)
        #expect(Set(shorts).count == shorts.count)
        let keys = command.options.compactMap(\.key)
        #expect(Set(keys).count == keys.count)
    }

    @Test func everyOptionIsExplained() {
        for option in Command.generate.options {
            #expect(option.explanation.hasSuffix("."), "\(option.name)")
        }
    }
}

extension Command: CustomTestStringConvertible {
    public var testDescription: String { name }
}
