import Foundation
import Testing
import TypewrightHTTP
import TypewrightRuntime

@Suite("Texts of formats as Foundation's types")
struct BridgeTests {
    @Test func `points in time`() {
        let date = Date(timeIntervalSince1970: 1_769_851_800.5)
        #expect(DateTimeText("2026-01-31T10:30:00.5+01:00").date == date)
        #expect(DateTimeText(date).text == "2026-01-31T09:30:00.5Z")
        #expect(DateTimeText("soon").date == nil)
    }

    @Test func `days`() throws {
        let day = DateText("2026-01-31")
        let start = try #require(day.date)
        #expect(start == Date(timeIntervalSince1970: 1_769_817_600))
        #expect(DateText(start) == day)
        let east = try #require(TimeZone(secondsFromGMT: 3600))
        #expect(DateText(try #require(day.date(in: east)), in: east) == day)
        #expect(DateText("2026-02-30").date == nil)
    }

    @Test func `identifiers, addresses and bytes`() throws {
        let uuid = UUID()
        #expect(UUIDText(uuid).uuid == uuid)
        #expect(UUIDText(uuid).isValid)
        #expect(URIText("https://example.com/a").url?.host == "example.com")
        #expect(Base64Text(Data([1, 2, 3])).data == Data([1, 2, 3]))
        #expect(Base64Text("?").data == nil)
    }

    @Test func `a value from Data`() throws {
        #expect(try [Int](json: Data("[1,2]".utf8)) == [1, 2])
        #expect(throws: JSONError.self) { try [Int](json: Data("[1,".utf8)) }
    }
}
