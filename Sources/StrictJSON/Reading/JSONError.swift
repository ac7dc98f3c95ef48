// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Where a text stops being JSON that is taken here, and why. Holds nothing of the text itself.
public struct JSONError: Error, Hashable, Sendable {
  /// The rule that was broken. The raw value is API.
  public enum Problem: String, CaseIterable, Sendable {
    /// Nothing, or white space only.
    case empty = "json.empty"
    /// The text ends inside a value.
    case endsEarly = "json.ends-early"
    /// A byte that cannot stand there.
    case unexpected = "json.unexpected"
    /// A value is followed by more than white space.
    case trailing = "json.trailing-data"
    case byteOrderMark = "json.byte-order-mark"
    /// Overlong, cut short, a surrogate, or past U+10FFFF.
    case notUTF8 = "json.not-utf8"
    /// A byte below 0x20 inside a string.
    case controlByte = "json.control-byte"
    case badEscape = "json.bad-escape"
    /// `\ud800` to `\udfff` without its other half.
    case loneSurrogate = "json.lone-surrogate"
    case duplicateKey = "json.duplicate-key"
    /// A whole number that does not fit 64 bits with sign.
    case wholeTooLarge = "json.whole-too-large"
    /// A number of more than ``JSONNumber/longest`` bytes.
    case numberTooLong = "json.number-too-long"
    case tooDeep = "json.too-deep"
    case tooManyNodes = "json.too-many-nodes"
  }

  public let problem: Problem
  /// Bytes before the one where it broke: for a duplicate key the opening quote of the second, for a limit the value
  /// that is one too many, for ``Problem/endsEarly`` the length of the text.
  public let offset: Int

  public init(problem: Problem, offset: Int) {
    self.problem = problem
    self.offset = offset
  }

  /// Line and column of ``offset`` in the text that was read, both from 1, the column in bytes.
  public func place(in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes.prefix(self.offset)
    let line = before.count { $0 == 0x0A } + 1
    return (line, self.offset - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1)
  }

  /// As a fault of bad input at `line:column`, under the problem's own code.
  public func fault(in bytes: [UInt8]) -> Fault {
    let (line, column) = self.place(in: bytes)
    return Fault(
      Fault.Code(self.problem.rawValue, .badInput), "the text is not JSON that is taken here: \(self.sentence)",
      at: "\(line):\(column)", maybe: "check that it is whole and in UTF-8")
  }

  /// What broke, in words; the same for the same problem.
  public var sentence: String {
    switch self.problem {
    case .empty: "it holds no value"
    case .endsEarly: "it ends inside a value"
    case .unexpected: "a byte stands where it cannot"
    case .trailing: "something follows the value"
    case .byteOrderMark: "it begins with a byte order mark"
    case .notUTF8: "it is not UTF-8"
    case .controlByte: "a string holds a control character that is not escaped"
    case .badEscape: "a string holds an escape that JSON does not have"
    case .loneSurrogate: "a string holds half a surrogate pair"
    case .duplicateKey: "a key stands twice in one object"
    case .wholeTooLarge: "a whole number does not fit 64 bits"
    case .numberTooLong: "a number is longer than \(JSONNumber.longest) bytes"
    case .tooDeep: "it is nested too deeply"
    case .tooManyNodes: "it holds too many values"
    }
  }
}
