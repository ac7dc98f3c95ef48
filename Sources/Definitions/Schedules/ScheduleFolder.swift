// SPDX-License-Identifier: Apache-2.0

public import Retention
public import Scheduling
public import Vocabulary

/// The `Schedules` folder: calendars, pathways, policies, rules and retention by name.
public struct ScheduleFolder: Hashable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Names without `.yaml`, sorted.
  public var pathwayNames: [String] { self.names(in: "pathways") }

  public func calendar(_ name: String) throws -> SchoolCalendar {
    try SchoolCalendar(definition: self.file(name, in: "calendars"))
  }
  public func bankHolidays(_ name: String = "england-bank-holidays") throws -> BankHolidays {
    try BankHolidays(definition: self.file(name, in: "calendars"))
  }
  public func pathway(_ name: String) throws -> Pathway {
    try Pathway(definition: self.file(name, in: "pathways"))
  }
  public func roundPolicy(_ name: String = "round") throws -> RoundPolicyFile {
    try RoundPolicyFile(definition: self.file(name, in: "policies"))
  }
  /// The area's own rules, in the file of its GSS code; those of England where it has none.
  public func retention(for area: String) throws -> RetentionPolicy {
    let name = self.names(in: "retention").contains(area) ? area : "england"
    return try RetentionPolicy(definition: self.file(name, in: "retention"))
  }
  public func rotaRules(_ name: String = "weights") throws -> RotaRules {
    try RotaRules(definition: self.file(name, in: "rules"))
  }
  public func carryOver(_ name: String = "carry-over") throws -> CarryOverFile {
    try CarryOverFile(definition: self.file(name, in: "rules"))
  }
  public func travelRules() throws -> TravelRules {
    try TravelRules(definition: FileBytes.join(self.path, "travel.yaml"))
  }

  /// - Throws: `definition.not-found` naming what the folder has.
  private func file(_ name: String, in folder: String) throws -> String {
    let names = self.names(in: folder)
    guard names.contains(name) else {
      let near = nearest(to: name, among: names)
      throw Fault(
        .definitionNotFound,
        "there is no '\(name)' in \(FileBytes.join(self.path, folder))",
        maybe: near.map { "'\($0)' was meant" } ?? "there is \(names.joined(separator: ", "))"
      )
    }
    return FileBytes.join(FileBytes.join(self.path, folder), "\(name).yaml")
  }

  private func names(in folder: String) -> [String] {
    FileBytes.names(in: FileBytes.join(self.path, folder)).filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }
  }
}
