import Testing
@testable import TypewrightPattern
import TypewrightValidation
@testable import TypewrightRuntime

@Suite struct PropertyTests {
    /// The generator's numbers for categories and properties are the runtime's.
    @Test func roomsAgree() throws {
        let names = """
            Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co Cn L LC M N P S Z C \
            Alpha AHex Bidi_C Bidi_M CI Cased CWCF CWCM CWL CWKCF CWT CWU Dash DI Dep Dia Emoji EMod EBase EPres Ext Gr_Base \
            Gr_Ext Hex IDSB IDST IDC IDS Ideo Join_C LOE Lower Math NChar Pat_Syn Pat_WS QMark Radical STerm SD Term UIdeo Upper \
            VS space XIDC XIDS Any ASCII RI Assigned ExtPict EComp gc=Lu General_Category=Letter Script=Greek scx=Grek
            """.split(separator: " ")
        for name in names {
            for escape in ["\\p", "\\P"] {
                let compiled = try CompiledPattern("^\(escape){\(name)}$")
                let matcher = compiled.matcher()
                let engine = Array(compiled.program.utf8).withUnsafeBufferPointer { PatternEngine($0) }
                for value in stride(from: 0, to: 0x32000, by: 0x11B) as StrideTo<UInt32> {
                    guard let scalar = Unicode.Scalar(value) else { continue }
                    let bytes = Array(String(Character(scalar)).utf8)
                    let outcome = bytes.withUnsafeBufferPointer { engine.search(PatternText(bytes: $0)) }
                    #expect((outcome == .matched) == (matcher.search(bytes) == .matched), "\(name) \(value)")
                }
            }
        }
        #expect(names.count == 95)
    }

    @Test(arguments: [
        ("\\p{Lu}", "AÉΩЖ", "aé1 "), ("\\p{Nd}", "09٣", "aⅧ"), ("\\p{Letter}", "aé日", "1-"), ("\\p{Uppercase}", "AⅧ", "a"),
        ("\\p{White_Space}", " \u{A0}\u{85}", "\u{FEFF}a"), ("\\p{Emoji}", "😀1", "a"), ("\\p{Alphabetic}", "aⅧ", "1"),
        ("\\p{ASCII}", "a\u{7F}", "\u{80}"), ("\\p{Sc}", "€$", "a"), ("\\p{Regional_Indicator}", "\u{1F1E9}", "D"),
        ("\\P{L}", "1-", "aé"), ("[^\\p{L}\\p{Nd}]", "-Ⅷ", "a1"), ("[\\P{Lu}A]", "aA", "B"), ("[^\\P{Lu}]", "AB", "a1"),
        ("\\p{Script=Hiragana}", "ひ", "ア日ー"), ("\\p{scx=Hira}", "ひー", "ア日"),
    ])
    func members(pattern: String, of members: String, others: String) throws {
        for scalar in members.unicodeScalars { #expect(try matches("^\(pattern)$", String(scalar)), "\(scalar)") }
        for scalar in others.unicodeScalars { #expect(try !matches("^\(pattern)$", String(scalar)), "\(scalar)") }
    }

    /// The table of scripts, as Unicode 17 counts them.
    @Test(arguments: [
        ("Script=Latin", 1_492), ("sc=Hani", 103_351), ("scx=Latn", 1_559), ("scx=Thai", 90), ("Script=Common", 9_123), ("ExtPict", 2_848),
    ])
    func tabulated(name: String, count: Int) throws {
        let program = Array(try CompiledPattern("\\p{\(name)}").program.utf8).withUnsafeBufferPointer { PatternProgram($0) }
        let bounds = try #require(program).sets[0].bounds
        var sum = 0
        for index in stride(from: 0, to: bounds.count, by: 2) { sum += Int(bounds[index + 1] - bounds[index]) + 1 }
        #expect(sum == count)
    }
}
