import Testing
import TypewrightRuntime

@Suite("Texts of known formats")
struct FormatTests {
    @Test func `any text is kept, and whether it is valid is known`() throws {
        let text: DateTimeText = "2026-01-31T09:30:00.500+01:00"
        #expect(text.isValid)
        #expect(try DateTimeText(json: #""soon""#).isValid == false)
        #expect(try DateTimeText(json: text.json()).text == text.text)
    }

    @Test(arguments: [
        ("2026-01-31T09:30:00Z", true), ("2026-02-29T09:30:00Z", false), ("2024-02-29t09:30:00z", true),
        ("2026-01-31T24:00:00Z", false), ("2016-12-31T23:59:60Z", true), ("2016-12-31T22:59:60Z", false),
        ("2017-01-01T00:59:60+01:00", true), ("2026-01-31T09:30:00", false), ("2026-01-31 09:30:00Z", false),
        ("2026-01-31T09:30:00.Z", false), ("2026-1-31T09:30:00Z", false), ("", false),
    ])
    func `points in time`(text: String, isValid: Bool) {
        #expect(DateTimeText(text).isValid == isValid)
    }

    @Test func `seconds since 1970 and back`() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", 0), ("2026-01-31T09:30:00.5Z", 1_769_851_800.5), ("0000-03-01T00:00:00Z", -62_162_035_200),
            ("9999-12-31T23:59:59Z", 253_402_300_799), ("1969-12-31T23:59:59.25Z", -0.75),
        ] as [(String, Double)] {
            #expect(DateTimeText(text).secondsSince1970 == seconds, "\(text)")
            #expect(DateTimeText(secondsSince1970: seconds).text == text)
        }
        #expect(DateTimeText("2026-01-31T10:30:00.5+01:00").secondsSince1970 == 1_769_851_800.5)
        #expect(DateTimeText(secondsSince1970: .infinity).isValid)
    }

    @Test(arguments: [
        ("P1Y2M3DT4H5M6S", true), ("P4W", true), ("PT0S", true), ("P1D", true), ("P", false), ("PT", false), ("P1", false),
        ("1D", false), ("P1YT", false), ("P2D1Y", false), ("P1D2H", false), ("P1Y2W", false), ("P1Y3D", false), ("PT1H6S", false),
    ])
    func `durations`(text: String, isValid: Bool) {
        #expect(DurationText(text).isValid == isValid)
    }

    @Test func `durations of known length`() {
        #expect(DurationText("P1DT2H30M").duration == .seconds(95_400))
        #expect(DurationText("P1M").duration == nil)
        #expect(DurationText("PT99999999999999999999H").duration == nil)
    }

    @Test func `Base64 and back, for every length`() {
        for count in 0..<20 {
            let bytes = (0..<count).map { UInt8($0 * 37 & 255) }
            let text = Base64Text(bytes: bytes)
            #expect(text.bytes == bytes && text.isValid)
        }
        #expect(Base64Text(bytes: Array("Hello".utf8)).text == "SGVsbG8=")
        for wrong in ["SGVsbG8", "SGVsbG8==", "S===", "SG Vs", "SGVs=bG8"] { #expect(!Base64Text(wrong).isValid, "\(wrong)") }
    }

    @Test func `identifiers and addresses`() {
        #expect(UUIDText("123e4567-e89b-12d3-A456-426614174000").isValid)
        #expect(!UUIDText("123e4567-e89b-12d3-a456-42661417400g").isValid)
        #expect(URIText("https://example.com/a%20b?c#d").isValid)
        #expect(!URIText("/relative").isValid && !URIText("https://a b").isValid && !URIText("a:%zz").isValid)
    }
}
