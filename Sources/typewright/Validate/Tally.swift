import TypewrightDriver

/// What became of the files.
struct Tally {
    var unreadable = 0
    private var valid = 0
    private var invalid = 0
    private var violations = 0
    private var isAtLeast = false

    var isClean: Bool { invalid == 0 && unreadable == 0 }

    mutating func add(_ count: Int, andMore: Bool) {
        if count == 0 { valid += 1 } else { invalid += 1 }
        violations += count
        if andMore { isAtLeast = true }
    }

    /// `1 file is valid.`, `At least 20 violations in 2 of 3 files; 1 file could not be read.`
    var summary: String {
        let all = valid + invalid
        var text = ""
        if invalid > 0 {
            text = counted(violations, "violation") + " in " + (all > 1 ? "\(invalid) of \(all) files" : "1 file")
            if isAtLeast { text = "At least " + text }
        } else if valid > 0 {
            text = counted(valid, "file") + (valid == 1 ? " is valid" : " are valid")
        }
        if unreadable > 0 { text += (text.isEmpty ? "" : "; ") + counted(unreadable, "file") + " could not be read" }
        return text + ".\n"
    }
}
