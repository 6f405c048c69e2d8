/// How a command ends. The help prints these lines.
package enum ExitCode: Int32, Sendable, CaseIterable {
    case fine = 0
    case faults = 1
    case usage = 2
    case disk = 3

    package var meaning: String {
        switch self {
        case .fine: "all is well, warnings aside"
        case .faults: "the document or the config has errors, or a check found something"
        case .usage: "the command line was not understood"
        case .disk: "the disk refused to be written"
        }
    }
}
