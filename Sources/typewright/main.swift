import TypewrightDriver
import TypewrightValidation
import TypewrightWorkbench

let program = Program(
    name: "typewright",
    summary: "Turns an OpenAPI or JSON Schema document into Swift: types, exact validators and a client.",
    commands: [.generate(dumping: .stages), .lint(lintExamples), .initialize, .validate, .mock])

program.main()
