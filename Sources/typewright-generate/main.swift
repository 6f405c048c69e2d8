import TypewrightDriver

// What the plugins build: nobody should compile a mock server to get a client.
let program = Program(
    name: "typewright-generate",
    summary: "Turns an OpenAPI or JSON Schema document into Swift: types, exact validators and a client.",
    commands: [.generate, .lint()],
    defaultCommand: "generate")

program.main()
