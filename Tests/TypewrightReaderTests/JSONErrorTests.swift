import Testing

/// What people read when a text is no JSON: the usual slips, with their remedies.
@Suite struct JSONErrorTests {
    @Test(arguments: cases)
    func theWholeReport(item: ErrorCase) {
        #expect(reading(item.text, path: "pets.json").rendered == item.report)
    }

    static let cases: [ErrorCase] = [
        ErrorCase(
            "a comma too many in an array", "{\"a\": 1,\n \"b\": [1, 2,],\n \"c\": 3}",
            #"""
            pets.json:2:12: error: expected a value after the comma, found `]` [invalid-json]
                 "b": [1, 2,],
                           ^
              help: remove the comma before `]`
            """#
        ),
        ErrorCase(
            "a comma too many in an object", "{\n  \"a\": 1,\n}",
            #"""
            pets.json:2:9: error: expected a key after the comma, found `}` [invalid-json]
                  "a": 1,
                        ^
              help: remove the comma before `}`
            """#
        ),
        ErrorCase(
            "single quotes around a key", "{'a': 1}",
            #"""
            pets.json:1:2: error: expected a key, found `'` [invalid-json]
                {'a': 1}
                 ^
              help: keys stand in double quotes
            """#
        ),
        ErrorCase(
            "single quotes around a value", "{\"a\": 'x'}",
            #"""
            pets.json:1:7: error: expected a value, found `'` [invalid-json]
                {"a": 'x'}
                      ^
              help: strings stand in double quotes
            """#
        ),
        ErrorCase(
            "a comment", "{\"a\": 1, // why\n \"b\": 2}",
            #"""
            pets.json:1:10: error: expected a key, found `/` [invalid-json]
                {"a": 1, // why
                         ^
              help: JSON has no comments: remove it
            """#
        ),
        ErrorCase(
            "a comment after a value", "{\"a\": 1 # why\n}",
            #"""
            pets.json:1:9: error: expected `,` or `}`, found `#` [invalid-json]
                {"a": 1 # why
                        ^
              help: JSON has no comments: remove it
            """#
        ),
        ErrorCase(
            "not a number", "[NaN, 1]",
            #"""
            pets.json:1:2: error: expected a value, found `NaN` [invalid-json]
                [NaN, 1]
                 ^~~
              help: JSON has no such number: write null or a string
            """#
        ),
        ErrorCase(
            "minus infinity", "[-Infinity]",
            #"""
            pets.json:1:2: error: `-Infinity` is not a number in JSON [invalid-json]
                [-Infinity]
                 ^~~~~~~~~
              help: JSON has no such number: write null or a string
            """#
        ),
        ErrorCase(
            "another language's true", "{\"a\": True}",
            #"""
            pets.json:1:7: error: expected a value, found `True` [invalid-json]
                {"a": True}
                      ^~~~
              help: write `true`
            """#
        ),
        ErrorCase(
            "a key without quotes", "{openapi: \"3.1.0\"}",
            #"""
            pets.json:1:2: error: expected a key, found `openapi` [invalid-json]
                {openapi: "3.1.0"}
                 ^~~~~~~
              help: keys stand in double quotes: "openapi"
            """#
        ),
        ErrorCase(
            "a value without quotes", "[bananas]",
            #"""
            pets.json:1:2: error: expected a value, found `bananas` [invalid-json]
                [bananas]
                 ^~~~~~~
              help: strings stand in double quotes
            """#
        ),
        ErrorCase(
            "a missing comma", "{\"a\": 1\n \"b\": 2}",
            #"""
            pets.json:2:2: error: expected `,` or `}`, found `"` [invalid-json]
                 "b": 2}
                 ^
              help: a comma is missing before it
            """#
        ),
        ErrorCase(
            "two commas", "[1,, 2]",
            #"""
            pets.json:1:4: error: expected a value, found `,` [invalid-json]
                [1,, 2]
                   ^
              help: remove the comma
            """#
        ),
        ErrorCase(
            "an equals sign", "{\"a\" = 1}",
            #"""
            pets.json:1:6: error: expected `:` after the key, found `=` [invalid-json]
                {"a" = 1}
                     ^
              help: a `:` stands between a key and its value
            """#
        ),
        ErrorCase(
            "a leading zero", "[012]",
            #"""
            pets.json:1:2: error: `012` is not a number in JSON [invalid-json]
                [012]
                 ^~~
              help: a number does not begin with a zero; write it without, or as a string
            """#
        ),
        ErrorCase(
            "a hexadecimal number", "[0x1F]",
            #"""
            pets.json:1:2: error: `0x1F` is not a number in JSON [invalid-json]
                [0x1F]
                 ^~~~
              help: JSON's numbers are decimal
            """#
        ),
        ErrorCase(
            "a plus sign", "[+1]",
            #"""
            pets.json:1:2: error: expected a value, found `+` [invalid-json]
                [+1]
                 ^
              help: a number begins with a digit or `-`
            """#
        ),
        ErrorCase(
            "no digit before the point", "[.5]",
            #"""
            pets.json:1:2: error: expected a value, found `.5` [invalid-json]
                [.5]
                 ^~
              help: write a 0 before the point
            """#
        ),
        ErrorCase(
            "no digit after the point", "[1.]",
            #"""
            pets.json:1:2: error: `1.` is not a number in JSON [invalid-json]
                [1.]
                 ^~
              help: a digit follows the point
            """#
        ),
        ErrorCase(
            "a line end in a string", "{\"a\": \"one\n two\"}",
            #"""
            pets.json:1:11: error: expected `"`, found the end of the line [invalid-json]
                {"a": "one
                          ^
              pets.json:1:7: note: the string begins here
                  {"a": "one
                        ^
              help: close the string, or write `\n` for a line end
            """#
        ),
        ErrorCase(
            "a tab in a string", "{\"a\": \"one\ttwo\"}",
            #"""
            pets.json:1:11: error: a tab cannot stand in a string [invalid-json]
                {"a": "one  two"}
                          ^~
              help: write it as `\t`
            """#
        ),
        ErrorCase(
            "a control character in a string", "[\"a\u{1}b\"]",
            #"""
            pets.json:1:4: error: a control character cannot stand in a string [invalid-json]
                ["a�b"]
                   ^
              help: write it as `\u0001`
            """#
        ),
        ErrorCase(
            "an unknown escape", "[\"C:\\Users\"]",
            #"""
            pets.json:1:5: error: `\U` is no escape in JSON [invalid-json]
                ["C:\Users"]
                    ^~
              help: a backslash itself is written `\\`
            """#
        ),
        ErrorCase(
            "half a pair of surrogates", "[\"\\ud83d\"]",
            #"""
            pets.json:1:3: error: half of a surrogate pair stands for no character [invalid-json]
                ["\ud83d"]
                  ^~~~~~
              help: characters beyond U+FFFF are written as two escapes, such as `\ud83d\ude00`, or as they are
            """#
        ),
        ErrorCase(
            "the end too early", "{\"a\": [1, 2",
            #"""
            pets.json:1:12: error: expected `,` or `]`, found the end of the text [invalid-json]
                {"a": [1, 2
                           ^
              pets.json:1:7: note: this `[` is not closed
                  {"a": [1, 2
                        ^
            """#
        ),
        ErrorCase(
            "a bracket too many", "{\"a\": 1}}",
            #"""
            pets.json:1:9: error: expected the end of the text, found `}` [invalid-json]
                {"a": 1}}
                        ^
              help: there is one closing bracket too many
            """#
        ),
        ErrorCase(
            "the wrong bracket", "{\"a\": [1, 2}",
            #"""
            pets.json:1:12: error: expected `,` or `]`, found `}` [invalid-json]
                {"a": [1, 2}
                           ^
              pets.json:1:7: note: this `[` is not closed
                  {"a": [1, 2}
                        ^
            """#
        ),
        ErrorCase(
            "an empty text", " \n",
            #"""
            pets.json:1:1: error: the file holds no value [empty-document]
            """#
        ),
        ErrorCase(
            "a key that stands twice", "{\"a\": 1, \"b\": 2, \"a\": 3}",
            #"""
            pets.json:1:18: warning: the key `a` stands twice in this object; the last one counts [duplicate-key]
                {"a": 1, "b": 2, "a": 3}
                                 ^~~
              pets.json:1:2: note: the first one is here
                  {"a": 1, "b": 2, "a": 3}
                   ^~~
            """#
        ),
    ]
}
