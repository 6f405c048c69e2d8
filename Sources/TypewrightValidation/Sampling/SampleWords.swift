/// Plausible values, by format and by the name of the property.
enum SampleWords {
    static func noun(_ random: inout SampleRandom) -> String { pick(nouns, &random) }

    private static func pick(_ words: [String], _ random: inout SampleRandom) -> String { words[random.below(words.count)] }

    private static let nouns = [
        "harbor", "meadow", "lantern", "river", "copper", "maple", "orchid", "pebble", "summit", "willow", "amber", "cedar",
        "falcon", "garnet", "island", "juniper", "linen", "marble", "nectar", "olive", "prairie", "quartz", "saffron", "velvet",
    ]
    private static let firstNames = ["Ada", "Grace", "Alan", "Edith", "Niels", "Emmy", "Katherine", "Linus", "Mary", "Omar", "Rosa", "Yuki"]
    private static let lastNames = ["Lovelace", "Hopper", "Moreau", "Clarke", "Okafor", "Noether", "Johnson", "Silva", "Tanaka", "Weber"]
    private static let cities = ["Lisbon", "Oslo", "Kyoto", "Nairobi", "Valparaiso", "Leipzig", "Toronto", "Hanoi"]
    private static let streets = ["Mill Lane", "Harbor Road", "Station Street", "Cedar Avenue", "Old Market"]
    private static let sentences = [
        "A short note about this.", "Everything arrived as planned.", "Please call back in the afternoon.", "First of three parts.",
        "Kept for later use.", "Works as described.",
    ]
    private static let questions = ["When are you open?", "How much is it?", "Can it be delivered tomorrow?", "Who takes care of this?"]

    /// A value for a property of that name.
    static func text(_ name: String, _ random: inout SampleRandom) -> String {
        // `createdAt`, but not `format`.
        if name.hasSuffix("At") || name.hasSuffix("On") { return dateTime(&random) }
        let key = name.lowercased()
        for (ending, make) in byName where key.hasSuffix(ending) { return make(&random) }
        return noun(&random)
    }

    private static let byName: [(ending: String, make: @Sendable (inout SampleRandom) -> String)] = [
        ("email", { email(&$0) }), ("firstname", { pick(firstNames, &$0) }), ("first_name", { pick(firstNames, &$0) }),
        ("lastname", { pick(lastNames, &$0) }), ("last_name", { pick(lastNames, &$0) }),
        ("username", { pick(firstNames, &$0).lowercased() + "\($0.below(100))" }), ("filename", { noun(&$0) + ".txt" }),
        ("fullname", { person(&$0) }), ("full_name", { person(&$0) }), ("author", { person(&$0) }), ("owner", { person(&$0) }),
        ("company", { capitalized(noun(&$0)) + " Ltd" }), ("company_name", { capitalized(noun(&$0)) + " Ltd" }),
        ("companyname", { capitalized(noun(&$0)) + " Ltd" }), ("customer", { person(&$0) }), ("hostname", { noun(&$0) + ".example.com" }),
        ("domain", { noun(&$0) + ".example.com" }), ("name", { capitalized(noun(&$0)) }), ("title", { capitalized(noun(&$0)) + " " + noun(&$0) }),
        ("phone", { phone(&$0) }), ("phone_number", { phone(&$0) }), ("phonenumber", { phone(&$0) }),
        ("mobile", { phone(&$0) }), ("fax", { phone(&$0) }),
        ("url", { url(&$0) }), ("uri", { url(&$0) }), ("href", { url(&$0) }), ("link", { url(&$0) }), ("website", { url(&$0) }),
        ("ip", { "192.0.2.\(1 + $0.below(254))" }), ("ip_address", { "192.0.2.\(1 + $0.below(254))" }), ("ipaddress", { "192.0.2.\(1 + $0.below(254))" }),
        ("slug", { noun(&$0) + "-" + noun(&$0) }), ("path", { "/" + noun(&$0) + "/" + noun(&$0) }),
        ("mime_type", { pick(["text/plain", "application/pdf", "image/png"], &$0) }), ("content_type", { pick(["text/plain", "application/json"], &$0) }),
        ("city", { pick(cities, &$0) }), ("country", { pick(["PT", "NO", "JP", "KE", "CL", "DE", "CA", "VN"], &$0) }),
        ("street", { pick(streets, &$0) + " \(1 + $0.below(99))" }), ("address", { pick(streets, &$0) + " \(1 + $0.below(99)), " + pick(cities, &$0) }),
        ("iban", { "DE" + digits(20, &$0) }), ("bic", { _ in "DEUTDEFF" }), ("region", { pick(["eu-west", "us-east", "ap-south"], &$0) }),
        ("zip", { digits(5, &$0) }), ("postal_code", { digits(5, &$0) }), ("postalcode", { digits(5, &$0) }),
        ("currency", { pick(["EUR", "USD", "JPY", "GBP"], &$0) }), ("language", { pick(["en", "de", "ja", "pt"], &$0) }),
        ("locale", { pick(["en-US", "de-DE", "ja-JP", "pt-BR"], &$0) }),
        ("timezone", { pick(["Europe/Lisbon", "Asia/Tokyo", "America/Toronto", "UTC"], &$0) }),
        ("time_zone", { pick(["Europe/Lisbon", "Asia/Tokyo", "America/Toronto", "UTC"], &$0) }),
        ("color", { "#" + hex(6, &$0) }), ("colour", { "#" + hex(6, &$0) }), ("version", { "\(1 + $0.below(5)).\($0.below(20)).0" }),
        ("token", { hex(32, &$0) }), ("secret", { hex(32, &$0) }), ("hash", { hex(40, &$0) }), ("sha", { hex(40, &$0) }),
        ("description", { pick(sentences, &$0) }), ("message", { pick(sentences, &$0) }), ("comment", { pick(sentences, &$0) }),
        ("sentence", { pick(sentences, &$0) }), ("note", { pick(sentences, &$0) }), ("notes", { pick(sentences, &$0) }), ("content", { pick(sentences, &$0) }),
        ("reason", { pick(sentences, &$0) }), ("answer", { pick(sentences, &$0) }), ("question", { pick(questions, &$0) }),
        ("subject", { capitalized(noun(&$0)) + " " + noun(&$0) }), ("summary", { pick(sentences, &$0) }), ("prompt", { pick(sentences, &$0) }), ("text", { pick(sentences, &$0) }),
        ("_at", { dateTime(&$0) }), ("timestamp", { dateTime(&$0) }), ("date", { date(&$0) }),
        ("uuid", { uuid(&$0) }), ("id", { hex(12, &$0) }), ("status", { pick(["active", "pending", "done"], &$0) }),
    ]

    /// A value of a format; `nil` for formats that say nothing about strings.
    static func formatted(_ format: String, _ random: inout SampleRandom) -> String? {
        switch format {
        case "date-time": dateTime(&random)
        case "date": date(&random)
        case "time": time(&random) + "Z"
        case "duration": "PT\(1 + random.below(23))H\(random.below(60))M"
        case "email", "idn-email": email(&random)
        case "hostname", "idn-hostname": noun(&random) + ".example.com"
        case "ipv4": "192.0.2.\(1 + random.below(254))"
        case "ipv6": "2001:db8::\(hex(4, &random))"
        case "uri", "iri", "url": url(&random)
        case "uri-reference", "iri-reference": "/" + noun(&random) + "/\(random.below(1000))"
        case "uri-template": "https://example.com/" + noun(&random) + "/{id}"
        case "uuid": uuid(&random)
        case "json-pointer": "/" + noun(&random) + "/\(random.below(10))"
        case "relative-json-pointer": "1/" + noun(&random)
        case "regex": "^" + noun(&random) + "$"
        case "byte", "base64": pick(["aGVsbG8=", "dHlwZXdyaWdodA==", "bWVhZG93"], &random)
        case "password": hex(16, &random)
        case "binary": noun(&random)
        default: nil
        }
    }

    /// A number for a property of that name; `nil` where the name tells nothing.
    static func number(_ name: String, isInteger: Bool, format: String, _ random: inout SampleRandom) -> String? {
        let key = name.lowercased()
        if key.hasSuffix("_at") || key.hasSuffix("timestamp") || key == "created" || key == "updated" { return "\(1_700_000_000 + random.below(50_000_000))" }
        if key.hasSuffix("_ms") || key.hasSuffix("millis") || key.hasSuffix("milliseconds") { return "\(100 + 50 * random.below(19))" }
        if key.hasSuffix("seconds") || key.hasSuffix("secs") || key.hasSuffix("duration") || key.hasSuffix("timeout") { return "\(30 + 30 * random.below(20))" }
        if key.hasSuffix("count") || key.hasSuffix("quantity") || key.hasSuffix("attempts") { return "\(1 + random.below(9))" }
        if key.hasSuffix("percent") || key.hasSuffix("percentage") { return "\(random.below(101))" }
        if key.hasSuffix("port") { return "\(1024 + random.below(60_000))" }
        if key.hasSuffix("age") { return "\(18 + random.below(60))" }
        if key.hasSuffix("year") { return "\(1990 + random.below(40))" }
        if key.hasSuffix("latitude") || key.hasSuffix("longitude") { return "\(random.below(80)).\(100 + random.below(899))" }
        if key.hasSuffix("price") || key.hasSuffix("amount") || key.hasSuffix("total") {
            return isInteger ? "\(100 + random.below(9900))" : "\(1 + random.below(200)).\(10 + random.below(89))"
        }
        if key.hasSuffix("id") { return "\(1 + random.below(100_000))" }
        return nil
    }

    /// What one of several is called.
    static func singular(_ name: String) -> String {
        if name.hasSuffix("ies") { return String(name.dropLast(3)) + "y" }
        return name.hasSuffix("s") && !name.hasSuffix("ss") ? String(name.dropLast()) : name
    }

    private static func person(_ random: inout SampleRandom) -> String { pick(firstNames, &random) + " " + pick(lastNames, &random) }

    private static func email(_ random: inout SampleRandom) -> String {
        pick(firstNames, &random).lowercased() + "." + pick(lastNames, &random).lowercased() + "@example.com"
    }

    private static func phone(_ random: inout SampleRandom) -> String { "+1555" + digits(7, &random) }

    private static func url(_ random: inout SampleRandom) -> String { "https://example.com/" + noun(&random) }

    private static func uuid(_ random: inout SampleRandom) -> String {
        [hex(8, &random), hex(4, &random), "4" + hex(3, &random), "a" + hex(3, &random), hex(12, &random)].joined(separator: "-")
    }

    private static func date(_ random: inout SampleRandom) -> String {
        "20\(20 + random.below(9))-\(two(1 + random.below(12)))-\(two(1 + random.below(28)))"
    }

    private static func time(_ random: inout SampleRandom) -> String {
        "\(two(random.below(24))):\(two(random.below(60))):\(two(random.below(60)))"
    }

    private static func dateTime(_ random: inout SampleRandom) -> String { date(&random) + "T" + time(&random) + "Z" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func digits(_ count: Int, _ random: inout SampleRandom) -> String {
        var text = ""
        for _ in 0..<count { text += "\(random.below(10))" }
        return text
    }

    private static func hex(_ count: Int, _ random: inout SampleRandom) -> String {
        var text = ""
        for _ in 0..<count { text += String(random.below(16), radix: 16) }
        return text
    }

    private static func capitalized(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }
}
