/// Text where JSON would say more: header fields and forms know no numbers, booleans or lists.
enum LooseText {
    /// Decodes a value whose leaves are strings. Where the type wants something else, the text is taken for
    /// the number, the boolean or the list of one that it may be.
    static func decode<Value: JSONCodable>(_ start: JSONValue, as type: Value.Type = Value.self) throws -> Value {
        var value = start
        var changes = 0
        while true {
            let json = try value.json()
            do {
                return try Value(json: json)
            } catch {
                changes += 1
                let path = error.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(unescaped)
                guard changes < 1_000, let next = changed(value, at: path[...]) else { throw error }
                value = next
            }
        }
    }

    private static func unescaped(_ token: Substring) -> String {
        var text = ""
        var wasTilde = false
        for character in token {
            if wasTilde {
                text.append(character == "0" ? "~" : character == "1" ? "/" : character)
                wasTilde = false
            } else if character == "~" {
                wasTilde = true
            } else {
                text.append(character)
            }
        }
        return text
    }

    private static func changed(_ value: JSONValue, at path: ArraySlice<String>) -> JSONValue? {
        guard let step = path.first else { return changed(value) }
        switch value {
        case .array(var elements):
            guard let index = Int(step), elements.indices.contains(index), let next = changed(elements[index], at: path.dropFirst()) else { return nil }
            elements[index] = next
            return .array(elements)
        case .object:
            guard let member = value[step], let next = changed(member, at: path.dropFirst()) else { return nil }
            var result = value
            result[step] = next
            return result
        case .null, .boolean, .number, .string: return nil
        }
    }

    /// A string, then a scalar, then a list of one, then nothing more.
    private static func changed(_ value: JSONValue) -> JSONValue? {
        switch value {
        case .string("true"): .boolean(true)
        case .string("false"): .boolean(false)
        case .string("null"): .null
        case .string(let text): JSONNumber(text).map { .number($0) } ?? .array(text.isEmpty ? [] : [.string(text)])
        case .boolean, .number: .array([.string("\(value)")])
        case .null, .array, .object: nil
        }
    }
}

/// `application/x-www-form-urlencoded`
enum FormText {
    /// An object of strings; a name that comes several times has a list.
    static func value(of form: [UInt8]) -> JSONValue {
        var members: JSONMembers = [:]
        for pair in form.split(separator: 0x26) {
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            let name = decoded(parts[0])
            let text = JSONValue.string(parts.count > 1 ? decoded(parts[1]) : "")
            switch members[name] {
            case nil: members[name] = text
            case .array(let others)?: members[name] = .array(others + [text])
            case let other?: members[name] = .array([other, text])
            }
        }
        return .object(members)
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        var bytes: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == 0x25, index + 2 < text.endIndex, isHexDigit(text[index + 1]), isHexDigit(text[index + 2]) {
                bytes.append(hexValue(text[index + 1]) << 4 | hexValue(text[index + 2]))
                index += 3
            } else {
                bytes.append(text[index] == 0x2B ? 0x20 : text[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Of a digit that `isHexDigit` has let pass.
func hexValue(_ digit: UInt8) -> UInt8 {
    switch digit {
    case 0x30...0x39: digit - 0x30
    case 0x41...0x46: digit - 0x37
    default: digit &- 0x57
    }
}
