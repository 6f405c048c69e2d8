#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// Where a command speaks: results to standard output, everything else to standard error.
package struct Console: Sendable {
    package enum Loudness: Sendable { case quiet, normal, verbose }

    /// The name it speaks under.
    package let program: String
    package var loudness = Loudness.normal
    /// Whether standard output and standard error may be coloured.
    package var colorsOutput: Bool
    package var colorsErrors: Bool

    /// Colours only for people: on a terminal, and not where they asked for none.
    package init(program: String) {
        self.program = program
        let wanted = Console.environment("NO_COLOR") == nil && Console.environment("TERM") != "dumb"
        colorsOutput = wanted && isatty(1) == 1
        colorsErrors = wanted && isatty(2) == 1
    }

    package mutating func removeColors() {
        colorsOutput = false
        colorsErrors = false
    }

    /// What was asked for.
    package func put(_ text: String) {
        emit(text, to: 1)
    }

    /// What went wrong.
    package func complain(_ text: String) {
        emit(text, to: 2)
    }

    /// What somebody wants to know who asked for more.
    package func explain(_ text: @autoclosure () -> String) {
        if loudness == .verbose { emit(text(), to: 2) }
    }

    /// The command line cannot be followed.
    package func refuse(_ complaint: Complaint, see: String? = nil) -> ExitCode {
        var text = "\(program): \(complaint.message)\n"
        if let help = complaint.help { text += "  help: \(help)\n" }
        if let see { text += "  '\(see)' tells what there is.\n" }
        complain(text)
        return .usage
    }

    /// The disk did not do as it was told.
    package func refuse(_ fault: DiskFault) -> ExitCode {
        complain("error: \(fault.message)\n")
        return .disk
    }

    private func emit(_ text: String, to file: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                let count = Disk.restarting { write(file, rest.baseAddress, rest.count) }
                if count <= 0 { return }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
    }

    /// An empty variable is as good as none.
    package static func environment(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        let text = String(cString: value)
        return text.isEmpty ? nil : text
    }
}

/// How long a command took.
package struct Stopwatch: Sendable {
    private let start = Stopwatch.now()

    package init() {}

    package var milliseconds: Int { Int((Stopwatch.now() &- start) / 1_000_000) }

    private static func now() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
