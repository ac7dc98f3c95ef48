// SPDX-License-Identifier: Apache-2.0

extension Reading {
  /// Every pair that is kept, by origin and destination.
  public func travelMinutes() throws -> [TravelMinutesRecord] {
    try self.list("WHERE area = $1 ORDER BY origin, destination")
  }
}

extension Records {
  /// Keeps a matrix, pair by pair: one change a pair, in the same order; one audit entry for all that changed.
  @discardableResult
  public func put(_ minutes: [TravelMinutesRecord]) throws -> [Change] {
    var written: [SQLValue] = []
    let changes = try minutes.map { pair -> Change in
      let known: TravelMinutesRecord? = try self.find(key: [pair.origin, pair.destination])
      guard known != pair else { return .unchanged }
      let statement = known == nil ? TravelMinutesRecord.table.insert : TravelMinutesRecord.table.update
      try self.open().execute(statement, [self.area.column] + pair.values)
      written += pair.values
      return known == nil ? .added : .changed
    }
    if !written.isEmpty {
      let action: AuditAction = changes.contains(.changed) ? .change : .add
      try self.audit(action, "travel_minutes", "", content: CanonicalBytes(of: written).bytes)
    }
    return changes
  }
}
