import TypewrightDriver
import TypewrightValidation

let program = Program(
    name: "typewright",
    summary: "Turns an OpenAPI or JSON Schema document into Swift: types, exact validators and a client.",
    commands: [.generate, .lint(lintExamples), .initialize, .validate, .mock])

program.main()
