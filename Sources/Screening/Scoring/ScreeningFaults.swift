// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The definition breaks a rule of its format; see ``DefinitionCheck``.
  public static let screenerUnsound = Fault.Code("screener.unsound", .badInput)
  /// The definition is a licensed instrument's shape without the holder's own file.
  public static let screenerNeedsLicence = Fault.Code("screener.needs-licence-file", .badInput)
  public static let screenerUnknown = Fault.Code("screener.unknown", .notSo)
  public static let screenerTwice = Fault.Code("screener.twice", .badInput)
  public static let unknownItem = Fault.Code("screening.unknown-item", .badInput)
  public static let unknownResponse = Fault.Code("screening.unknown-response", .badInput)
  public static let wrongItemCount = Fault.Code("screening.wrong-item-count", .badInput)
  public static let testBeforeBirth = Fault.Code("screening.test-before-birth", .badInput)
  public static let ageOutside = Fault.Code("screening.age-outside", .badInput)
  /// The event does not fit what has been entered so far.
  public static let entryOutOfTurn = Fault.Code("entry.out-of-turn", .usage)
  public static let entryUnknownKey = Fault.Code("entry.unknown-key", .usage)
  /// A language that is no census code.
  public static let entryUnknownLanguage = Fault.Code("entry.unknown-language", .usage)
  public static let paperLength = Fault.Code("paper.length", .badInput)
  public static let paperUnknownKey = Fault.Code("paper.unknown-key", .badInput)
}
