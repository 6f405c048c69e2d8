import TypewrightSource

/// The command line, taken apart.
struct Arguments {
    var operands: [Told] = []
    var settings = Settings()

    /// `words` are what stands after the command's name.
    init(_ words: [Told], for command: Command) throws(Complaint) {
        let reader = SettingReader(folder: "")
        var index = 0
        var onlyOperands = false
        while index < words.count {
            let word = words[index]
            index += 1
            if onlyOperands || word.text == "-" || !word.text.hasPrefix("-") {
                operands.append(word)
            } else if word.text == "--" {
                onlyOperands = true
            } else {
                index += try takeOption(word, next: index < words.count ? words[index] : nil, command, reader)
            }
        }
        // Asked for help, nobody wants to hear what is missing.
        if !settings.isOn(.help) { try checkOperands(command) }
    }

    /// Gives the number of further words that it took.
    private mutating func takeOption(_ word: Told, next: Told?, _ command: Command, _ reader: SettingReader) throws(Complaint) -> Int {
        let parts = word.text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let spelled = parts.first ?? ""
        let attached = parts.count > 1 ? Told(parts[1], word.range) : nil
        let (option, isNegated) = try find(spelled, in: command)
        if case .flag = option.kind {
            if attached != nil { throw Complaint("option '\(spelled)' takes no value") }
            settings.add(.flag(!isNegated), to: option)
            return 0
        }
        guard let value = attached ?? next else {
            throw Complaint("option '\(spelled)' takes \(option.placeholder ?? "a value")")
        }
        do {
            settings.add(try reader.setting(value, for: option), to: option)
        } catch {
            throw Complaint("option '\(spelled)' \(error.message)", help: error.help)
        }
        return attached == nil ? 1 : 0
    }

    private func find(_ spelled: String, in command: Command) throws(Complaint) -> (option: Option, isNegated: Bool) {
        for option in command.options {
            if option.flag == spelled { return (option, false) }
            if let short = option.short, spelled == "-\(short)" { return (option, false) }
            if option.canBeNegated, spelled == "--no-" + option.name { return (option, true) }
        }
        let guess = likelyMatch(to: spelled, in: command.options.map(\.flag)).map { "did you mean '\($0)'?" }
        throw Complaint("unknown option '\(spelled)'", help: guess)
    }

    private func checkOperands(_ command: Command) throws(Complaint) {
        let needed = command.operands.filter(\.isRequired)
        if operands.count < needed.count {
            throw Complaint("'\(command.name)' needs \(needed[operands.count].name)")
        }
        if operands.count > command.operands.count, command.operands.last?.isRepeated != true {
            throw Complaint("'\(operands[command.operands.count].text)' is one argument too many")
        }
    }
}

/// The words of the command line as a file of their own, each with its range.
func told(_ words: [String], in sources: SourceMap) -> [Told] {
    var text: [UInt8] = []
    var ends: [(start: Int, end: Int)] = []
    for word in words {
        if !text.isEmpty { text.append(UInt8(ascii: " ")) }
        let start = text.count
        text += word.utf8
        ends.append((start, text.count))
    }
    let file = sources.add(path: "<command line>", text: text)
    return zip(words, ends).map { word, place in
        Told(word, SourceRange(file: file.id, start: UInt32(clamping: place.start), end: UInt32(clamping: place.end)))
    }
}
