// The general categories and binary properties by the numbers that programs have for them.

/// How many general categories there are.
let patternCategoryCount = 30

/// The categories below U+0800, where most alphabets are: looking them up each time takes some
/// 50 ns.
private let firstCategories: [UInt8] = (0..<0x800 as Range<UInt32>).map { value in
    UInt8(Unicode.Scalar(value).map { categoryNumber($0.properties.generalCategory) } ?? 0)
}

func patternCategory(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x800 ? Int(firstCategories[Int(scalar.value)]) : categoryNumber(scalar.properties.generalCategory)
}

private func categoryNumber(_ category: Unicode.GeneralCategory) -> Int {
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

func patternProperty(_ number: Int, holdsFor scalar: Unicode.Scalar.Properties) -> Bool {
    switch number {
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
