/// Formats that validation can check.
public enum JSONFormat: String, Sendable, CaseIterable {
    case dateTime = "date-time"
    case date

    func accepts(_ text: UnsafeBufferPointer<UInt8>) -> Bool { true }
    func accepts(_ value: ExactDecimal) -> Bool { true }
}
