import Testing
@testable import TypewrightMock

@Suite struct MomentTests {
    @Test func saysTheDateAsHTTPWantsIt() {
        #expect(Moment(seconds: 784_111_777).httpDate == "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(Moment(seconds: 1_709_164_800).httpDate == "Thu, 29 Feb 2024 00:00:00 GMT")
        #expect(Moment(seconds: -1).httpDate == "Wed, 31 Dec 1969 23:59:59 GMT")
    }

    @Test func saysTheTimeForPeople() {
        #expect(Moment(seconds: 951_782_400, nanoseconds: 7_000_000).text == "2000-02-29T00:00:00.007Z")
    }
}
