import Testing
@testable import TypewrightSpec

@Suite struct URITests {
    /// RFC 3986, 5.4: normal and abnormal examples.
    @Test(arguments: [
        ("gg:h", "gg:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
        ("g#s", "http://a/b/c/g#s"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"),
        ("..", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), ("..g", "http://a/b/c/..g"),
        ("./../g", "http://a/b/g"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ])
    func referencesResolve(reference: String, expected: String) {
        #expect(URIReference(reference).resolved(against: URIReference("http://a/b/c/d;p?q")).text == expected)
    }

    @Test(arguments: [
        ("b.json", "api.json", "b.json"), ("./models/b.json", "api.json", "models/b.json"), ("../b.json", "models/a.json", "b.json"),
        ("../../b.json", "models/a.json", "../b.json"), ("../b.json", "api.json", "../b.json"), ("x/../../b.json", "api.json", "../b.json"),
        ("c.json", "../out/b.json", "../out/c.json"), ("../c.json", "../b.json", "../../c.json"),
    ])
    func pathsResolve(reference: String, base: String, expected: String) {
        #expect(URIReference(reference).resolved(against: URIReference(base)).text == expected)
    }

    @Test func percentSigns() {
        #expect(URIReference.percentDecoded("a%20b%2Fc%C3%A9%zz%4") == "a b/cé%zz%4")
    }
}

@Suite struct ExactNumberTests {
    @Test(arguments: [
        ("0", "0"), ("-0.0", "0"), ("1.50", "1.5"), ("1e3", "1000"), ("1.5e-3", "0.0015"), ("-12.5E+1", "-125"), ("1e40", "1e40"), ("+3", "3"),
    ])
    func numbersAreRead(text: String, expected: String) {
        #expect(ExactNumber(text)?.text == expected)
    }

    @Test(arguments: ["", "-", "1e", ".", "1.2.3", "abc", "1e+", "--1"])
    func whatIsNoNumberIsNot(text: String) {
        #expect(ExactNumber(text) == nil)
    }

    @Test func numbersAreOrdered() {
        let texts = ["-1e400", "-10", "-9.99", "-1e-400", "0", "1e-400", "0.1", "0.10000000000000000001", "1", "9.99", "10", "1e400"]
        let numbers = texts.compactMap { ExactNumber($0) }
        #expect(numbers.count == texts.count)
        #expect(numbers.sorted() == numbers)
        #expect(numbers.reversed().sorted() == numbers)
    }

    @Test(arguments: [
        ("9223372036854775807", true), ("9223372036854775808", false), ("-9223372036854775808", true), ("-9223372036854775809", false),
        ("922337203685477580700", false), ("1e18", true), ("1e19", false),
    ])
    func theRangeOfIntegers(text: String, fits: Bool) {
        #expect(ExactNumber(text)?.fitsInt64 == fits)
    }
}
