// SPDX-License-Identifier: Apache-2.0

extension Pathway {
  /// One thing that keeps a pathway from being used, and where it stands.
  public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The rule that is broken, such as `pathway.gap`. The text is API; sentences may improve.
    public let code: String
    /// `rules[2].ages`, `programmes[0].group_size`.
    public let path: String
    public let message: String
    public let hint: String

    public init(code: String, path: String, message: String, hint: String) {
      self.code = code
      self.path = path
      self.message = message
      self.hint = hint
    }

    public var description: String { "\(self.message) (\(self.path))\n  maybe: \(self.hint)" }
  }

  /// Everything that is wrong with the pathway, in the order of the definition; empty when it can be used.
  public func findings() -> [Finding] {
    [UniqueNames.self, ProgrammeNumbers.self, KnownReferences.self, OneUnitOfAge.self, AgesAnsweredOnce.self]
      .flatMap { (check: any PathwayCheck.Type) in check.findings(in: self) }
  }
}

/// One rule that a usable pathway keeps.
protocol PathwayCheck {
  static func findings(in pathway: Pathway) -> [Pathway.Finding]
}
