import Testing

/// What people read when a text is no YAML, or says what JSON cannot: the usual slips, with their remedies.
@Suite struct YAMLErrorTests {
    @Test(arguments: cases)
    func theWholeReport(item: ErrorCase) {
        #expect(reading(item.text, path: "pets.yaml").rendered == item.report)
    }

    static let cases: [ErrorCase] = [
        ErrorCase(
            "a mapping in a line", "description: foo: bar baz\n",
            #"""
            pets.yaml:1:17: error: a mapping cannot begin on this line [invalid-yaml]
                description: foo: bar baz
                                ^
              help: begin it on the next line, or put the value in quotes if it contains `: `
            """#
        ),
        ErrorCase(
            "an indentation that fits nothing", "a:\n  b: 1\n c: 2\n",
            #"""
            pets.yaml:3:2: error: the indentation of this line fits nothing before it [invalid-yaml]
                 c: 2
                 ^~
              pets.yaml:1:1: note: this mapping is open
                  a:
                  ^
              help: entries of a mapping begin at the same column
            """#
        ),
        ErrorCase(
            "a tab as indentation", "a: 1\n\tb: 2\n",
            #"""
            pets.yaml:2:1: error: a tab cannot indent [invalid-yaml]
                    b: 2
                ^~~~
              help: indent with spaces
            """#
        ),
        ErrorCase(
            "text after a quoted value", "a: \"x\" y\n",
            #"""
            pets.yaml:1:8: error: expected the end of the line, found `y` [invalid-yaml]
                a: "x" y
                       ^
              help: put the whole value in quotes; in "…" a quote is written as \"
            """#
        ),
        ErrorCase(
            "an apostrophe in single quotes", "a: 'it's'\n",
            #"""
            pets.yaml:1:8: error: expected the end of the line, found `s'` [invalid-yaml]
                a: 'it's'
                       ^~
              help: put the whole value in quotes; in '…' a quote is written as ''
            """#
        ),
        ErrorCase(
            "a bracket that is not closed", "a: [1, 2\nb: 3\n",
            #"""
            pets.yaml:2:1: error: inside brackets, lines must be deeper than what the brackets belong to [invalid-yaml]
                b: 3
                ^~
              pets.yaml:1:4: note: this `[` is not closed
                  a: [1, 2
                     ^
              help: close the bracket, or indent this line
            """#
        ),
        ErrorCase(
            "a bracket that is never closed", "a: {b: 1,\n",
            #"""
            pets.yaml:2:1: error: expected `,` or `}`, found the end of the text [invalid-yaml]
              pets.yaml:1:4: note: this `{` is not closed
                  a: {b: 1,
                     ^
            """#
        ),
        ErrorCase(
            "a missing comma", "a: {b: c\n  d: e}\n",
            #"""
            pets.yaml:2:4: error: expected `,` or `}`, found `:` [invalid-yaml]
                  d: e}
                   ^
              pets.yaml:1:4: note: this `{` is open
                  a: {b: c
                     ^
            """#
        ),
        ErrorCase(
            "no blank after the colon", "key:value\nother: 1\n",
            #"""
            pets.yaml:2:6: error: a key must stand on one line [invalid-yaml]
                other: 1
                     ^
              pets.yaml:1:1: note: the key would begin here
                  key:value
                  ^
              help: put a blank after the colon: `key: value`
            """#
        ),
        ErrorCase(
            "no blank after the second colon", "key: value\nother:1\n",
            #"""
            pets.yaml:2:1: error: expected `:` and a blank after the key [invalid-yaml]
                other:1
                ^~~~~~~
              help: put a blank after the colon: `other: 1`
            """#
        ),
        ErrorCase(
            "a character with a meaning", "a: @home\n",
            #"""
            pets.yaml:1:4: error: expected a value, found `@home` [invalid-yaml]
                a: @home
                   ^
              help: a value that begins with it stands in quotes
            """#
        ),
        ErrorCase(
            "an alias without anchor", "a: &name x\nb: *nane\n",
            #"""
            pets.yaml:2:4: error: there is no anchor `&nane` before this alias [unknown-alias]
                b: *nane
                   ^~~~~
              help: did you mean `*name`?
            """#
        ),
        ErrorCase(
            "an alias inside what it stands for", "a: &x [*x]\n",
            #"""
            pets.yaml:1:8: error: the alias `*x` stands inside what it stands for [cyclic-alias]
                a: &x [*x]
                       ^~
            """#
        ),
        ErrorCase(
            "a backslash in double quotes", "a: \"C:\\Music\"\n",
            #"""
            pets.yaml:1:7: error: `\M` is no escape in YAML [invalid-yaml]
                a: "C:\Music"
                      ^~
              help: a backslash itself is written `\\`; in single quotes it needs none
            """#
        ),
        ErrorCase(
            "a list in a line", "a: - b\n",
            #"""
            pets.yaml:1:4: error: a list cannot begin on this line [invalid-yaml]
                a: - b
                   ^
              help: begin it on the next line
            """#
        ),
        ErrorCase(
            "a key in a list", "a:\n  - b\n  c: d\n",
            #"""
            pets.yaml:3:3: error: expected `-` and a blank, found `c:` [invalid-yaml]
                  c: d
                  ^~
              pets.yaml:2:3: note: this list is open
                    - b
                    ^
            """#
        ),
        ErrorCase(
            "a list entry in a mapping", "a: 1\n- b\n",
            #"""
            pets.yaml:2:1: error: expected a key, found `-` [invalid-yaml]
                - b
                ^
              pets.yaml:1:1: note: this mapping is open
                  a: 1
                  ^
              help: indent the list deeper than its key
            """#
        ),
        ErrorCase(
            "a string that is not closed", "a: \"no end\nb: 1\n",
            #"""
            pets.yaml:2:1: error: the lines of a string must be deeper than what it belongs to [invalid-yaml]
                b: 1
                ^~
              pets.yaml:1:4: note: the string begins here
                  a: "no end
                     ^
              help: close the string, or indent this line
            """#
        ),
        ErrorCase(
            "a tag without handle", "a: !e!x b\n",
            #"""
            pets.yaml:1:4: error: the tag's handle `!e!` is not declared [invalid-yaml]
                a: !e!x b
                   ^~~~
              help: declare it with `%TAG !e! …` before `---`
            """#
        ),
        ErrorCase(
            "text after a block scalar's sign", "a: |x\n  t\n",
            #"""
            pets.yaml:1:5: error: expected the end of the line after `|`, found `x` [invalid-yaml]
                a: |x
                    ^
              help: the text begins on the next line; only `+`, `-` and an indentation from 1 to 9 may stand here
            """#
        ),
        ErrorCase(
            "text before a key", "a:\n  text line\n  another: x\n",
            #"""
            pets.yaml:3:10: error: a key must stand on one line [invalid-yaml]
                  another: x
                         ^
              pets.yaml:2:3: note: the key would begin here
                    text line
                    ^
              help: the lines before it are taken for its beginning; see whether they are indented as they should
            """#
        ),
        ErrorCase(
            "a comment without a blank", "b: [a]#no\n",
            #"""
            pets.yaml:1:7: error: expected a blank before the comment [invalid-yaml]
                b: [a]#no
                      ^~~
              help: put a blank before `#`
            """#
        ),
        ErrorCase(
            "a bracket too many", "a: ]\n",
            #"""
            pets.yaml:1:4: error: expected a value, found `]` [invalid-yaml]
                a: ]
                   ^
              help: there is one closing bracket too many
            """#
        ),
        ErrorCase(
            "two documents", "a: 1\n---\nb: 2\n",
            #"""
            pets.yaml:3:1: warning: the file holds 2 documents; only the first is read [multiple-documents]
                b: 2
                ^~~~
            """#
        ),
        ErrorCase(
            "what JSON cannot say", "a: .nan\nb: !foo x\n? [a]\n: 1\n",
            #"""
            pets.yaml:1:4: warning: JSON has no number `.nan`; taken as a string [not-a-json-number]
                a: .nan
                   ^~~~
            pets.yaml:2:4: warning: the tag `!foo` says nothing here; ignored [unknown-tag]
                b: !foo x
                   ^~~~
            pets.yaml:3:3: warning: a key that is a list or mapping is taken as its text [complex-key]
                ? [a]
                  ^~~
            """#
        ),
        ErrorCase(
            "a merge of no mapping", "<<: 3\n",
            #"""
            pets.yaml:1:1: warning: `<<` merges a mapping, or a list of mappings; kept as a key like any other [invalid-merge]
                <<: 3
                ^~
            """#
        ),
        ErrorCase(
            "JSON with a slip", "{\"a\": 1,}\n",
            #"""
            pets.yaml:1:8: warning: this is YAML, but no JSON: expected a key after the comma, found `}` [not-json]
                {"a": 1,}
                       ^
              help: remove the comma before `}`
            """#
        ),
        ErrorCase(
            "neither language", "{\"a\": 1 \"b\": 2}\n",
            #"""
            pets.yaml:1:9: error: expected `,` or `}`, found `"` [invalid-json]
                {"a": 1 "b": 2}
                        ^
              help: a comma is missing before it
            """#
        ),
        ErrorCase(
            "flow YAML with a slip", "{a: 1, b: [}\n",
            #"""
            pets.yaml:1:12: error: expected `,` or `]`, found `}` [invalid-yaml]
                {a: 1, b: [}
                           ^
              pets.yaml:1:11: note: this `[` is open
                  {a: 1, b: [}
                            ^
            """#
        ),
    ]
}
