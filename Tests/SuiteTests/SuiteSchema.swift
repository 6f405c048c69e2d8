import TypewrightSpec
import TypewrightTestSupport

/// A schema as the generator and the interpreter both get it.
struct SuiteSchema {
    let text: String
    let draft: Dialect.Draft
    let assertsFormats: Bool

    var files: TestFiles { TestFiles(files: ["schema.json": text]) }

    var loading: LoadOptions {
        var options = LoadOptions()
        options.defaultDraft = draft
        options.expects = .jsonSchema
        options.urls = JSONSchemaSuite.remotes
        return options
    }
}
