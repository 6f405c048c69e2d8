import TypewrightSource

/// Finds out what a command line is about: which config, which documents.
package struct JobFinder {
    let invocation: Invocation
    let sink: DiagnosticSink

    package enum Outcome {
        case jobs([Job])
        /// Reported to the sink.
        case faults
        /// Nothing says which document is meant, or too much does.
        case unclear(Complaint)
    }

    package init(invocation: Invocation, sink: DiagnosticSink) {
        self.invocation = invocation
        self.sink = sink
    }

    package func find() -> Outcome {
        // The command line is no place to point into where a name says it all.
        let named = (invocation.operands + invocation.settings.list(.document)).map { Network.isURL($0.text) ? $0 : Told(Path.simplified($0.text)) }
        let paths: [String]
        if let config = invocation.settings.single(.config) {
            paths = [config.text]
        } else if let first = named.first {
            let folder = Disk.isFolder(first.text) ? first.text : Path.folder(of: first.text)
            let beside = Path.join(folder, Config.fileName)
            paths = [beside] + JobFinder.places.filter { $0 != beside }
        } else {
            paths = JobFinder.places
        }
        let isChosen = invocation.settings.isSet(.config)
        for path in paths where isChosen || Disk.exists(path) {
            guard let config = readConfig(path, sources: invocation.sources, into: sink) else { return .faults }
            if let chosen = choose(from: config, documents: named, isChosen: isChosen) {
                invocation.console.explain("The config is \(path).\n")
                return chosen
            }
            invocation.console.explain("\(path) speaks of other documents.\n")
        }
        if named.isEmpty {
            return .unclear(Complaint(
                "no document is named, and there is no config here",
                help: "name a document, or write \(Config.fileName)"))
        }
        return jobs([(Settings(), nil)], documents: named)
    }

    /// Where a config is looked for.
    private static let places = [Config.fileName, "spec/" + Config.fileName]

    /// `nil` where a config that was come upon is about something else.
    private func choose(from config: Config, documents: [Told], isChosen: Bool) -> Outcome? {
        let candidates = zip(config.jobs, config.ranges).map { ($0, Optional($1)) }
        if documents.isEmpty { return jobs(of: config, candidates, documents: []) }
        let matching = candidates.filter { job in
            let configured = job.0.list(.document)
            return configured.count == documents.count
                && zip(configured, documents).allSatisfy { $0.text == $1.text || Disk.areSame($0.text, $1.text) }
        }
        if !matching.isEmpty { return jobs(of: config, matching, documents: documents) }
        guard isChosen else { return nil }
        if candidates.count > 1 {
            return .unclear(Complaint("\(config.path) speaks of several documents, and \(listed(documents.map(\.text), "and")) is none of them"))
        }
        return jobs(of: config, candidates, documents: documents)
    }

    private func jobs(of config: Config, _ candidates: [(Settings, SourceRange?)], documents: [Told]) -> Outcome {
        for fault in config.faults { sink.report(fault) }
        return config.faults.isEmpty ? jobs(candidates, documents: documents) : .faults
    }

    private func jobs(_ candidates: [(Settings, SourceRange?)], documents: [Told]) -> Outcome {
        let prefixes = Set(candidates.map { $0.0.single(.filePrefix)?.text ?? "" })
        if prefixes.count < candidates.count, invocation.settings.isSet(.output) {
            return .unclear(Complaint(
                "'--output' names one folder, but the config has \(candidates.count) parts",
                help: "give each of them a \"filePrefix\" of its own"))
        }
        var jobs: [Job] = []
        for (settings, range) in candidates {
            var settings = settings.overlaid(with: invocation.settings, from: Option.configurable)
            if !documents.isEmpty { settings.replace(.list(documents), of: .document) }
            if !settings.isSet(.shards), let usual = invocation.settings.single(.usualShards) {
                settings.add(.single(usual), to: .shards)
            }
            guard let job = JobMaker(settings: settings, range: range, sink: sink).job() else { return .faults }
            jobs.append(job)
        }
        return .jobs(jobs)
    }
}
