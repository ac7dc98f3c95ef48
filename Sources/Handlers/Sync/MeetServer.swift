// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// In a device's own store: writes down which service it met, as whom, and by how much its clock is off. The first meeting
/// makes the store the device's: from then on it is that person's, in that role.
public enum MeetServer: RecordOperation {
  public struct Input: Sendable {
    public let address: String
    public let person: String
    public let role: Role
    public let areaName: String
    /// `nil` = as it was.
    public let settings: [SettingID]?
    /// Milliseconds.
    public let clockAhead: Int
    public let auditRoot: String?

    public init(
      address: String, person: String, role: Role, areaName: String, settings: [SettingID]?, clockAhead: Int,
      auditRoot: String?
    ) {
      self.address = address
      self.person = person
      self.role = role
      self.areaName = areaName
      self.settings = settings
      self.clockAhead = clockAhead
      self.auditRoot = auditRoot
    }
  }

  public static let name = "sync.meet"
  public static let roles = Set<Role>.team

  /// - Throws: `sync.other-person` when the store is another person's device; `sync.no-device` when it has accounts.
  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> SyncServerRecord {
    if try records.areaRecord() == nil { try records.put(AreaRecord(id: records.area, name: input.areaName)) }
    guard try records.accounts().isEmpty else {
      throw Fault(
        .syncNoDevice, "this store has people of its own, so it is no one person's device",
        maybe: "make a store for the device with 'elsec store init'")
    }
    let known = try records.syncServer()
    if let known, known.person != input.person {
      throw Fault(
        .syncOtherPerson, "this store is the device of \(known.person)", maybe: "give every person a store of their own"
      )
    }
    var server =
      known
      ?? SyncServerRecord(
        address: input.address, person: input.person, role: input.role, lastContact: records.now)
    server.address = input.address
    server.role = input.role
    server.settings = input.settings?.sorted() ?? server.settings
    server.clockAhead = input.clockAhead
    server.lastContact = records.now
    server.auditRoot = input.auditRoot ?? server.auditRoot
    try records.put(server)
    return server
  }
}

extension Fault.Code {
  public static let syncOtherPerson = Fault.Code("sync.other-person", .notAllowed)
  public static let syncNoDevice = Fault.Code("sync.no-device", .notAllowed)
}
