import Testing
import TypewrightSpec
import TypewrightValidation

/// A few of each format; the suite has many more.
@Suite struct FormatTests {
    @Test(arguments: [
        ("date-time", "2024-02-29T23:59:60Z"), ("date-time", "1985-04-12t23:20:50.52z"), ("date", "2000-02-29"), ("time", "08:30:06.283185+02:00"),
        ("duration", "P4DT12H30M5S"), ("duration", "P2W"), ("email", "joe.bloggs@[127.0.0.1]"), ("email", "\"joe bloggs\"@example.com"),
        ("idn-email", "실례@실례.테스트"), ("hostname", "xn--4gbwdl.xn--wgbh1c"), ("idn-hostname", "실례.테스트"), ("ipv4", "255.0.0.1"),
        ("ipv6", "::ffff:192.168.0.1"), ("ipv6", "1::"), ("uri", "http://[2001:db8::7]:80/?q#f"), ("uri-reference", "../a?b"), ("iri", "http://ƒøø.ßår/"),
        ("uri-template", "http://x/{+path,q*}{?a:3}"), ("uuid", "2EB8AA08-aa98-11ea-b4aa-73b441d16380"), ("json-pointer", "/a~1b/~0"),
        ("relative-json-pointer", "0#"), ("regex", "^(?<y>\\d+)$"), ("something else", "anything"),
    ])
    func valid(format: String, text: String) {
        #expect(Formats.isValid(text, format: format, draft: .draft2020))
    }

    @Test(arguments: [
        ("date-time", "2023-02-29T00:00:00Z"), ("date-time", "2024-01-01T23:58:60Z"), ("date-time", "2024-01-01 00:00:00Z"), ("date", "2024-1-01"),
        ("time", "24:00:00Z"), ("time", "08:30:06"), ("duration", "P1W2D"), ("duration", "PT"), ("duration", "P1Y2D"), ("email", ".a@b.c"), ("email", "a@"),
        ("hostname", "-a.b"), ("hostname", "a_b"), ("hostname", "xn--X"), ("idn-hostname", "〮한국"), ("ipv4", "01.1.1.1"), ("ipv4", "1.1.1"),
        ("ipv6", "1::2::3"), ("ipv6", "12345::"), ("uri", "//a/b"), ("uri", "http://a b"), ("uri-reference", "\\\\a"), ("iri", "http://a b"),
        ("uri-template", "{a"), ("uuid", "2eb8aa08aa9811eab4aa73b441d16380"), ("json-pointer", "a"), ("json-pointer", "/~2"),
        ("relative-json-pointer", "01/a"), ("regex", "(a"),
    ])
    func invalid(format: String, text: String) {
        #expect(!Formats.isValid(text, format: format, draft: .draft2020))
    }
}
