// SPDX-License-Identifier: Apache-2.0

/// What went wrong, in a form a program can switch on and a person can act on.
///
/// `message` states the values that broke the rule, `place` says where (`file:row:column`, a line of
/// a definition, or a record's id), and `hint` says what to try next. Nothing personal goes into any of
/// them: a child is named by id only.
public struct Fault: Error {
  /// Names the rule that was broken. The name is API (it goes on the wire); sentences may improve.
  public struct Code: Hashable, Sendable {
    public let name: String
    public let kind: Kind

    public init(_ name: String, _ kind: Kind) {
      self.name = name
      self.kind = kind
    }
  }

  /// Who has to act. The raw value is the process's exit status (`sysexits.h` where one fits).
  public enum Kind: Int32, Sendable, CaseIterable {
    /// The thing asked for is not so: a check failed, a rule is broken, nothing was found.
    case notSo = 1
    /// The command was called wrongly.
    case usage = 64
    /// Input data break a rule.
    case badInput = 65
    /// The service or the database cannot be reached.
    case unavailable = 69
    /// A defect in elsec itself.
    case defect = 70
    /// The result could not be written.
    case cannotWrite = 73
    /// This person may not do this.
    case notAllowed = 77
  }

  public let code: Code
  public let message: String
  public var place: String?
  public var hint: String?
  /// The driver's own error, kept whole for logs; never printed to a user.
  public var cause: (any Error)?
  /// Where in the sources the fault was raised.
  public let location: String

  public init(
    _ code: Code,
    _ message: String,
    at place: String? = nil,
    maybe hint: String? = nil,
    cause: (any Error)? = nil,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.hint = hint
    self.cause = cause
    self.location = "\(fileID):\(line)"
  }
}

extension Fault: CustomStringConvertible {
  /// The message with its place, then the hint on a line of its own:
  ///
  ///     the birth date 2027-01-01 is after the test date 2026-11-30 (children.csv:4:birth_date)
  ///       maybe: check the year of birth
  public var description: String {
    let placed = self.place.map { "\(self.message) (\($0))" } ?? self.message
    return self.hint.map { "\(placed)\n  maybe: \($0)" } ?? placed
  }
}

extension Fault.Code {
  /// A value does not have the form its type asks for.
  public static let malformed = Fault.Code("value.malformed", .badInput)
}
