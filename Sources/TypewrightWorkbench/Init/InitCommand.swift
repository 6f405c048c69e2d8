import TypewrightDriver
import TypewrightGenerator
import TypewrightSource

extension Command {
    /// `init` is a keyword.
    package static let initialize = Command(
        name: "init",
        summary: "Make a Swift package for a document.",
        discussion: [
            "Makes a folder with a package that builds at once: the manifest, a copy of the document, the config, "
                + "the generated sources and a README. Nothing that is there is overwritten.",
            "The package needs Typewright's runtime, from a checkout or from a repository: say which.",
        ],
        examples: [
            Example("typewright init petstore.json --typewright-path ../typewright", "The runtime comes from a checkout."),
            Example(
                "typewright init petstore.json --name PetstoreKit --typewright-url URL --typewright-version 1.2.0",
                "The runtime comes from a repository."),
        ],
        operands: [Operand("DOCUMENT", isRequired: true)],
        options: [.name, .directory, .typewrightPath, .typewrightURL, .typewrightVersion],
        run: { InitRun(invocation: $0).run() })
}

extension Option {
    static let name = switching("name", .text("NAME"), .package, "The package's name; from the document's title unless told.")
    static let directory = switching("directory", .path("DIR"), .package, "The folder to make; the name unless told.")
    static let typewrightPath = switching("typewright-path", .path("DIR"), .package, "A checkout of Typewright.")
    static let typewrightURL = switching("typewright-url", .text("URL"), .package, "Typewright's repository, together with the next.")
    static let typewrightVersion = switching("typewright-version", .text("VERSION"), .package, "The lowest version to use.")
}

/// `typewright init`, once.
private struct InitRun {
    let invocation: Invocation

    private var console: Console { invocation.console }
    private var settings: Settings { invocation.settings }

    func run() -> ExitCode {
        do {
            let document = Path.simplified(invocation.operands.first?.text ?? "")
            let bytes = try Disk.contents(of: document)
            let name = try chooseName(document, bytes)
            let directory = settings.single(.directory)?.text ?? name
            if Disk.exists(directory), !Disk.isEmptyFolder(directory) {
                throw Complaint("'\(directory)' is there already", help: "choose another folder with '--directory'")
            }
            let dependency = try RuntimeDependency(settings, packageFolder: directory)
            return try make(name, in: directory, from: document, dependency)
        } catch let complaint as Complaint {
            return console.refuse(complaint)
        } catch let fault as DiskFault {
            console.complain("error: \(fault.message)\n")
            return fault.action == "read" ? .faults : .disk
        } catch {
            return .faults
        }
    }

    private func chooseName(_ document: String, _ bytes: [UInt8]) throws(Complaint) -> String {
        if let name = settings.single(.name)?.text {
            if let complaint = PackageName.fault(in: name) { throw complaint }
            return name
        }
        return PackageName.guess(from: bytes, document: document)
    }

    private func make(_ name: String, in directory: String, from document: String, _ dependency: RuntimeDependency) throws -> ExitCode {
        let sink = DiagnosticSink()
        var options = GeneratorOptions()
        options.naming.clientName = PackageTemplate.clientName(name)
        let job = Job(document: document, options: options)
        let run = JobRun(job, sources: invocation.sources, sink: sink)
        let generation = run.generate()
        Report(sources: invocation.sources, console: console, limit: Report.usualLimit).print(sink.diagnostics, with: console.complain)
        guard let generation, sink.errorCount == 0 else {
            if console.loudness != .quiet { console.complain("Nothing was written: \(Report.tally(sink.diagnostics)).\n") }
            return .faults
        }
        var package = PackageTemplate(
            name: name, documentName: Path.name(of: document), dependency: dependency,
            usesClient: generation.operationCount > 0).files
        for file in try documents(run, document) { package.append(file) }
        let output = OutputFolder(path: "", prefix: "")
        for file in output.listed(generation.files) {
            package.append(PackageTemplate.File("Sources/\(name)/\(file.path)", file.contents))
        }
        try write(package, to: directory)
        if console.loudness != .quiet {
            let counts = "\(counted(generation.typeCount, "type")), \(counted(generation.operationCount, "operation"))"
            console.put("\(directory): the package '\(name)' with \(counts). Next: cd \(directory) && swift build\n")
        }
        return .fine
    }

    /// The document and all files below its folder that it refers to.
    private func documents(_ run: JobRun, _ document: String) throws(DiskFault) -> [PackageTemplate.File] {
        var files = [PackageTemplate.File(Path.name(of: document), try Disk.contents(of: document))]
        for path in run.folder.filesRead where Path.staysInside(path) && path != Path.name(of: document) {
            files.append(PackageTemplate.File(path, try Disk.contents(of: Path.join(run.folder.path, path))))
        }
        return files
    }

    /// Beside first: the package is there as a whole, or not at all.
    private func write(_ files: [PackageTemplate.File], to directory: String) throws(DiskFault) {
        let parent = Path.folder(of: directory)
        let temporary = Path.join(parent, ".\(Path.name(of: directory)).typewright-\(Disk.processNumber)")
        try Disk.makeFolder(parent)
        try shieldedFromSignals { () throws(DiskFault) in
            do throws(DiskFault) {
                for file in files {
                    let path = Path.join(temporary, file.path)
                    try Disk.makeFolder(Path.folder(of: path))
                    try Disk.create(path, file.contents)
                }
                try Disk.move(temporary, to: directory)
            } catch {
                for file in files { try? Disk.remove(Path.join(temporary, file.path)) }
                for file in files.reversed() { Disk.removeEmptyFolders(from: Path.folder(of: Path.join(temporary, file.path)), upTo: parent) }
                throw error
            }
        }
    }
}
