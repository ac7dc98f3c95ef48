// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ReleasedTable {
  /// The data file for Explore Education Statistics: tidy, one line a phase and group, `Total` first.
  ///
  /// With no grouping or one, groups stand in `breakdown_topic` and `breakdown`; with two, each is a filter
  /// column of its own. Groups by setting are a breakdown, never the School level, so that every line has the
  /// same geography.
  public var eesData: String {
    let rows = self.lines.map { line in
      self.geography + self.breakdown(line) + [line.phase.label] + self.indicators.map { $0.value(line) }
    }
    let columns = self.filterColumns.map(\.name) + self.indicators.map(\.name)
    return commaSeparated([Self.geographyColumns + columns] + rows)
  }

  /// The metadata file that goes beside ``eesData``.
  public var eesMeta: String {
    let heading = [
      "col_name", "col_type", "label", "indicator_grouping", "indicator_unit", "indicator_dp", "filter_hint",
      "filter_grouping_column",
    ]
    let hasTopic = self.spec.groupings.count < 2
    let filters = self.filterColumns.filter { $0.name != "breakdown_topic" }.map { column in
      let grouping = hasTopic && column.name == "breakdown" ? "breakdown_topic" : ""
      return [column.name, "Filter", column.label, "", "", "", column.hint, grouping]
    }
    let indicators = self.indicators.map { indicator in
      [indicator.name, "Indicator", indicator.label, "", indicator.unit, "0", "", ""]
    }
    return commaSeparated([heading] + filters + indicators)
  }

  private struct Indicator {
    let name: String
    let label: String
    let unit: String
    let value: (Line) -> String
  }

  private struct FilterColumn {
    let name: String
    let label: String
    let hint: String
  }

  private static let geographyColumns = [
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "old_la_code",
    "la_name", "new_la_code",
  ]

  private var geography: [String] {
    [
      self.spec.timePeriod, self.spec.timeIdentifier, "Local authority", "E92000001", "England",
      self.area.oldCode, self.area.isMadeUp ? "\(self.area.name) (synthetic)" : self.area.name,
      self.area.newCode,
    ]
  }

  private var filterColumns: [FilterColumn] {
    let synthetic = self.area.isMadeUp ? "Synthetic data" : ""
    let groups =
      self.spec.groupings.count < 2
      ? [
        FilterColumn(name: "breakdown_topic", label: "Breakdown topic", hint: ""),
        FilterColumn(name: "breakdown", label: "Breakdown", hint: synthetic),
      ]
      : self.spec.groupings.map { grouping in
        FilterColumn(name: self.column(grouping.rawValue), label: grouping.label, hint: synthetic)
      }
    return groups + [FilterColumn(name: "phase", label: "Phase", hint: "Baseline and follow-up")]
  }

  private func breakdown(_ line: Line) -> [String] {
    switch self.spec.groupings.count {
    case 0: return ["Total", "Total"]
    case 1:
      let isTotal = line.labels[0] == "Total"
      return [isTotal ? "Total" : self.spec.groupings[0].label, line.labels[0]]
    default: return line.labels
    }
  }

  private var indicators: [Indicator] {
    let bands = self.spec.bands.indices.flatMap { index -> [Indicator] in
      let band = self.spec.bands[index]
      return [
        Indicator(name: "\(self.column(band))_count", label: "Number in band \(band)", unit: "") { line in
          line.bands[index].symbol
        },
        Indicator(name: "\(self.column(band))_percent", label: "Percentage in band \(band)", unit: "%") {
          line in
          line.bandPercents[index].symbol
        },
      ]
    }
    return [
      Indicator(name: "eligible_count", label: "Number eligible", unit: "") { $0.eligible.symbol },
      Indicator(name: "screened_count", label: "Number screened", unit: "") { $0.screened.symbol },
      Indicator(name: "coverage_percent", label: "Percentage screened", unit: "%") { $0.coverage.symbol },
    ] + bands + [
      Indicator(name: "not_normed_count", label: "Number without a normed score", unit: "") { line in
        line.notNormed.symbol
      },
      Indicator(name: "not_screened_count", label: "Number not screened", unit: "") { $0.notScreened.symbol },
    ]
  }
}
