import TypewrightSource
import TypewrightSpec
import TypewrightValidation

/// One way in which a request breaks the document.
package struct Finding: Sendable, Hashable {
    package enum Site: Sendable, Hashable {
        case body
        case parameter(OpenAPI.Parameter.Location, String)
    }

    package var place: Site
    /// Within the body or the parameter's value: a JSON pointer.
    package var pointer: String
    package var keyword: String
    package var message: String
    /// Where the document says so.
    package var schema: String
    /// Where no alternative matches: what the closest one still wants.
    package var closest: [Finding] = []

    init(_ place: Site, pointer: String = "", keyword: String, _ message: String, schema: String = "") {
        self.place = place
        self.pointer = pointer
        self.keyword = keyword
        self.message = message
        self.schema = schema
    }

    init(_ violation: Violation, in place: Site) {
        self.init(place, pointer: violation.pointer, keyword: violation.keyword, violation.message, schema: violation.schemaLocation)
        closest = violation.closest.map { Finding($0, in: place) }
    }

    /// `/body/voice/speed`, `/query/limit`.
    package var fullPointer: String {
        switch place {
        case .body: "/body" + pointer
        case .parameter(let location, let name): "/" + location.rawValue + "/" + PointerToken.escaped(name) + pointer
        }
    }

    /// `query parameter limit: 0 is below the minimum 1`.
    package var line: String {
        let start = switch place {
        case .body: pointer.isEmpty ? "body" : pointer
        case .parameter(.querystring, _): "query string" + pointer
        case .parameter(let location, let name): "\(location.rawValue) parameter \(name)\(pointer)"
        }
        return start + ": " + message
    }

    var json: JSON {
        var json: JSON = ["in": .string(location)]
        if case .parameter(_, let name) = place { json["name"] = .string(name) }
        json["pointer"] = .string(pointer)
        json["keyword"] = .string(keyword)
        json["message"] = .string(message)
        if !schema.isEmpty { json["schema"] = .string(schema) }
        if !closest.isEmpty { json["closest"] = .array(closest.map(\.json)) }
        return json
    }

    private var location: String {
        switch place {
        case .body: "body"
        case .parameter(let location, _): location.rawValue
        }
    }
}
