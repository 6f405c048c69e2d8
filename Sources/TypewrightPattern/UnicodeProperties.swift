/// The general categories in the order of their bits, which the runtime shares: abbreviation,
/// name, further aliases (ECMA-262 takes them from PropertyValueAliases.txt).
private let generalCategoryNames: [StaticString] = [
    "Lu Uppercase_Letter", "Ll Lowercase_Letter", "Lt Titlecase_Letter", "Lm Modifier_Letter", "Lo Other_Letter",
    "Mn Nonspacing_Mark", "Mc Spacing_Mark", "Me Enclosing_Mark",
    "Nd Decimal_Number digit", "Nl Letter_Number", "No Other_Number",
    "Pc Connector_Punctuation", "Pd Dash_Punctuation", "Ps Open_Punctuation", "Pe Close_Punctuation",
    "Pi Initial_Punctuation", "Pf Final_Punctuation", "Po Other_Punctuation",
    "Sm Math_Symbol", "Sc Currency_Symbol", "Sk Modifier_Symbol", "So Other_Symbol",
    "Zs Space_Separator", "Zl Line_Separator", "Zp Paragraph_Separator",
    "Cc Control cntrl", "Cf Format", "Cs Surrogate", "Co Private_Use", "Cn Unassigned",
]

/// Names for several categories at once, with their bits.
private let categoryGroups: [(names: StaticString, bits: UInt32)] = [
    ("L Letter", 0x1F), ("LC Cased_Letter", 0x07), ("M Mark Combining_Mark", 0xE0), ("N Number", 0x700),
    ("P Punctuation punct", 0x3_F800), ("S Symbol", 0x3C_0000), ("Z Separator", 0x1C0_0000), ("C Other", 0x3E00_0000),
]

let everyCategory: UInt32 = 0x3FFF_FFFF

/// The binary properties of ECMA-262 that the standard library knows, by index, which the
/// runtime shares.
private let binaryPropertyNames: [StaticString] = [
    "Alphabetic Alpha", "ASCII_Hex_Digit AHex", "Bidi_Control Bidi_C", "Bidi_Mirrored Bidi_M",
    "Case_Ignorable CI", "Cased", "Changes_When_Casefolded CWCF", "Changes_When_Casemapped CWCM",
    "Changes_When_Lowercased CWL", "Changes_When_NFKC_Casefolded CWKCF", "Changes_When_Titlecased CWT",
    "Changes_When_Uppercased CWU", "Dash", "Default_Ignorable_Code_Point DI", "Deprecated Dep", "Diacritic Dia",
    "Emoji", "Emoji_Modifier EMod", "Emoji_Modifier_Base EBase", "Emoji_Presentation EPres", "Extender Ext",
    "Grapheme_Base Gr_Base", "Grapheme_Extend Gr_Ext", "Hex_Digit Hex", "IDS_Binary_Operator IDSB",
    "IDS_Trinary_Operator IDST", "ID_Continue IDC", "ID_Start IDS", "Ideographic Ideo", "Join_Control Join_C",
    "Logical_Order_Exception LOE", "Lowercase Lower", "Math", "Noncharacter_Code_Point NChar",
    "Pattern_Syntax Pat_Syn", "Pattern_White_Space Pat_WS", "Quotation_Mark QMark", "Radical",
    "Sentence_Terminal STerm", "Soft_Dotted SD", "Terminal_Punctuation Term", "Unified_Ideograph UIdeo",
    "Uppercase Upper", "Variation_Selector VS", "White_Space space", "XID_Continue XIDC", "XID_Start XIDS",
]

private let fixedProperties: [(names: StaticString, bounds: [UInt32])] = [
    ("Any", [0, 0x10FFFF]), ("ASCII", [0, 0x7F]), ("Regional_Indicator RI", [0x1F1E6, 0x1F1FF]),
]

/// The set that `\p{name}` or `\p{name=value}` stands for; `nil` where there is no such name.
/// ECMA-262 wants names exactly as Unicode writes them.
func unicodeProperty(_ name: [UInt8], value: [UInt8]?) -> ScalarSet? {
    if let value {
        switch String(decoding: name, as: UTF8.self) {
        case "General_Category", "gc": return generalCategory(value)
        case "Script", "sc": return scriptSet(value, withExtensions: false)
        case "Script_Extensions", "scx": return scriptSet(value, withExtensions: true)
        default: return nil
        }
    }
    if let category = generalCategory(name) { return category }
    for (index, names) in binaryPropertyNames.enumerated() where lists(names, name) {
        return ScalarSet(properties: [UInt32(index) * 2])
    }
    for entry in fixedProperties where lists(entry.names, name) {
        return ScalarSet(bounds: entry.bounds)
    }
    switch String(decoding: name, as: UTF8.self) {
    case "Assigned": return ScalarSet(categories: everyCategory & ~(1 << 29))
    case "Extended_Pictographic", "ExtPict": return tabulatedSet(".Extended_Pictographic")
    case "Emoji_Component", "EComp": return tabulatedSet(".Emoji_Component")
    default: return nil
    }
}

private func generalCategory(_ name: [UInt8]) -> ScalarSet? {
    for (index, names) in generalCategoryNames.enumerated() where lists(names, name) {
        return ScalarSet(categories: 1 << UInt32(index))
    }
    for group in categoryGroups where lists(group.names, name) {
        return ScalarSet(categories: group.bits)
    }
    return nil
}

/// Whether `name` is one of the words in `names`.
private func lists(_ names: StaticString, _ name: [UInt8]) -> Bool {
    names.withUTF8Buffer { names in
        var start = 0
        for end in 0...names.count where end == names.count || names[end] == 0x20 {
            if end - start == name.count, names[start..<end].elementsEqual(name) { return true }
            start = end + 1
        }
        return false
    }
}

func generalCategoryIndex(_ category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    case .unassigned: 29
    @unknown default: 29
    }
}

func hasBinaryProperty(_ scalar: Unicode.Scalar.Properties, _ index: Int) -> Bool {
    switch index {
    case 0: scalar.isAlphabetic
    case 1: scalar.isASCIIHexDigit
    case 2: scalar.isBidiControl
    case 3: scalar.isBidiMirrored
    case 4: scalar.isCaseIgnorable
    case 5: scalar.isCased
    case 6: scalar.changesWhenCaseFolded
    case 7: scalar.changesWhenCaseMapped
    case 8: scalar.changesWhenLowercased
    case 9: scalar.changesWhenNFKCCaseFolded
    case 10: scalar.changesWhenTitlecased
    case 11: scalar.changesWhenUppercased
    case 12: scalar.isDash
    case 13: scalar.isDefaultIgnorableCodePoint
    case 14: scalar.isDeprecated
    case 15: scalar.isDiacritic
    case 16: scalar.isEmoji
    case 17: scalar.isEmojiModifier
    case 18: scalar.isEmojiModifierBase
    case 19: scalar.isEmojiPresentation
    case 20: scalar.isExtender
    case 21: scalar.isGraphemeBase
    case 22: scalar.isGraphemeExtend
    case 23: scalar.isHexDigit
    case 24: scalar.isIDSBinaryOperator
    case 25: scalar.isIDSTrinaryOperator
    case 26: scalar.isIDContinue
    case 27: scalar.isIDStart
    case 28: scalar.isIdeographic
    case 29: scalar.isJoinControl
    case 30: scalar.isLogicalOrderException
    case 31: scalar.isLowercase
    case 32: scalar.isMath
    case 33: scalar.isNoncharacterCodePoint
    case 34: scalar.isPatternSyntax
    case 35: scalar.isPatternWhitespace
    case 36: scalar.isQuotationMark
    case 37: scalar.isRadical
    case 38: scalar.isSentenceTerminal
    case 39: scalar.isSoftDotted
    case 40: scalar.isTerminalPunctuation
    case 41: scalar.isUnifiedIdeograph
    case 42: scalar.isUppercase
    case 43: scalar.isVariationSelector
    case 44: scalar.isWhitespace
    case 45: scalar.isXIDContinue
    case 46: scalar.isXIDStart
    default: false
    }
}
