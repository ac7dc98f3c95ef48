// SPDX-License-Identifier: Apache-2.0

import Cohorts
import StrictJSON
import Wire

/// A released table: every figure as it may be shown, `x` and `c` where one may not.
enum SummaryReply {
  static let shape = Shape.object([
    Field("title", .text), Field("area", .text), Field("policy", .text), Field("asAt", .text(.date)),
    Field("isMadeUp", .bool), Field("groupings", .list(of: .text)), Field("notes", .list(of: .text)),
    Field(
      "lines",
      .list(
        of: .object([
          Field("phase", .text), Field("groups", .list(of: .text)), Field("eligible", .text), Field("screened", .text),
          Field("notScreened", .text), Field("notNormed", .text), Field("coverage", .text),
          Field("bands", .map(of: .text)), Field("bandPercents", .map(of: .text)),
        ]))),
  ])

  static func of(_ table: ReleasedTable) -> JSONValue {
    .members([
      "title": .text(table.spec.title), "area": .text(table.area.newCode), "policy": .text(table.policy.name),
      "asAt": .text("\(table.asAt)"), "isMadeUp": .bool(table.area.isMadeUp),
      "groupings": .texts(table.spec.dimensions.map(\.label)), "notes": .texts(table.methodsNote),
      "lines": .list(table.lines.map { Self.line($0, table.spec.bands) }),
    ])
  }

  private static func line(_ line: ReleasedTable.Line, _ bands: [String]) -> JSONValue {
    func byBand(_ symbols: [String]) -> JSONValue {
      var members = JSONObject()
      for (band, symbol) in zip(bands, symbols) { members[band] = .text(symbol) }
      return .object(members)
    }
    return .members([
      "phase": .text(line.phase.rawValue), "groups": .texts(line.labels), "eligible": .text(line.eligible.symbol),
      "screened": .text(line.screened.symbol), "notScreened": .text(line.notScreened.symbol),
      "notNormed": .text(line.notNormed.symbol), "coverage": .text(line.coverage.symbol),
      "bands": byBand(line.bands.map(\.symbol)), "bandPercents": byBand(line.bandPercents.map(\.symbol)),
    ])
  }
}
