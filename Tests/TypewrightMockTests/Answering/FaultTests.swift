import Testing
@testable import TypewrightMock

@Suite struct FaultTests {
    private static let paths = "  /x: {get: {responses: {'200': {description: ok, content: {application/json: {example: 1}}}}}}"

    private func mock(_ change: (inout MockOptions) -> Void) throws -> Mock {
        var options = MockOptions()
        change(&options)
        return try Mocking.mock(Self.paths, options: options)
    }

    @Test(arguments: ServerAnswer.Fault.allCases) func faultsOnDemand(_ fault: ServerAnswer.Fault) throws {
        let reply = try mock { _ in }.send("GET", "/x", [("Prefer", "fault=\(fault.rawValue), delay=20")])
        #expect(reply.answer.fault == fault)
        #expect(reply.answer.delay == .milliseconds(20))
    }

    private func troubles(_ mock: Mock) -> [String] {
        (0..<400).map { _ in
            let reply = mock.send("GET", "/x")
            return "\(reply.status) \(reply.answer.fault?.rawValue ?? "") \(reply.answer.delay.map { "\($0)" } ?? "")"
        }
    }

    @Test func chaosIsTheSameForTheSameSeed() throws {
        let first = troubles(try mock { ($0.chaos, $0.seed) = (0.25, 7) })
        #expect(first == troubles(try mock { ($0.chaos, $0.seed) = (0.25, 7) }))
        #expect(first != troubles(try mock { ($0.chaos, $0.seed) = (0.25, 8) }))
        // A hundred are expected.
        let bad = first.filter { $0 != "200  " }
        #expect((65...135).contains(bad.count))
        for kind in ["429  ", "500  ", "503  ", "200 reset ", "200 truncate "] { #expect(bad.contains(kind), "\(kind)") }
        #expect(bad.contains { $0.hasSuffix(" seconds") })
        #expect(troubles(try mock { $0.chaos = 0 }).allSatisfy { $0 == "200  " })
    }

    @Test func aRateIsLimited() throws {
        let mock = try mock { $0.rateLimit = RateLimit("2/m") }
        func status(at seconds: Int64) -> (Int, String?) {
            let reply = Reply(answer: mock.answer(to: ServerRequest(method: "GET", target: "/x", receivedAt: Moment(seconds: seconds))))
            return (reply.status, reply[header: "Retry-After"])
        }
        #expect(status(at: 100) == (200, nil))
        #expect(status(at: 110) == (200, nil))
        #expect(status(at: 120) == (429, "40"))
        #expect(status(at: 159) == (429, "1"))
        #expect(status(at: 160) == (200, nil))
    }

    @Test(arguments: [("5", 5, 1), ("5/s", 5, 1), ("100/m", 100, 60), ("9/h", 9, 3600)]) func readsRates(_ text: String, _ count: Int, _ seconds: Int) {
        #expect(RateLimit(text)?.count == count)
        #expect(RateLimit(text)?.seconds == seconds)
    }

    @Test(arguments: ["", "0", "-1", "5/d", "x/s", "5/s/s", "/s"]) func refusesOtherRates(_ text: String) { #expect(RateLimit(text) == nil) }
}
