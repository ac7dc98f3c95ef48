// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Names a screener, with or without its version: `elsec.open-demo`, `elsec.open-demo@1.2.0`.
public struct ScreenerReference: Hashable, Sendable, CustomStringConvertible {
  public let id: ScreenerID
  /// `nil`: the latest in use.
  public let version: ScreenerVersion?

  public init(id: ScreenerID, version: ScreenerVersion? = nil) {
    self.id = id
    self.version = version
  }

  /// `nil` for an empty id or a version that is not three numbers.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !parts[0].isEmpty else { return nil }
    self.id = ScreenerID(String(parts[0]))
    guard parts.count == 2 else {
      self.version = nil
      return
    }
    guard let version = ScreenerVersion(parts[1]) else { return nil }
    self.version = version
  }

  public var description: String { self.version.map { "\(self.id)@\($0)" } ?? "\(self.id)" }
}
