// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One line of a cohort list.
public struct RosterChild: Hashable, Sendable {
  public let id: ChildID
  public let givenName: String
  public let familyName: String
  public let birthDate: CivilDate
  public let setting: SettingID?
  public var state: RosterState

  public init(
    id: ChildID, givenName: String, familyName: String, birthDate: CivilDate, setting: SettingID?,
    state: RosterState
  ) {
    self.id = id
    self.givenName = givenName
    self.familyName = familyName
    self.birthDate = birthDate
    self.setting = setting
    self.state = state
  }

  /// As a person reads it, on one line.
  public var name: String { DisplayColumns.printable("\(self.givenName) \(self.familyName)") }

  var reference: String { DisplayColumns.printable(self.id.rawValue) }
}
