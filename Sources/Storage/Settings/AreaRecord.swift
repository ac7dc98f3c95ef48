// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A local authority's service. One store may hold several; no transaction sees two.
public struct AreaRecord: Sendable, Hashable {
  public let id: AreaID
  public var name: String
  /// IANA name of the zone in which a person reads times.
  public var timeZone: String

  public init(id: AreaID, name: String, timeZone: String = "Europe/London") {
    self.id = id
    self.name = name
    self.timeZone = timeZone
  }
}
