// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A characteristic that a summary can be broken down by. The raw value is the word after `--by`.
public enum Dimension: String, Hashable, Sendable, Codable, CaseIterable {
  case sex, eal, fsm, sen
  /// Index of Multiple Deprivation by quintile.
  case imd
  case setting
  case yearGroup = "year-group"
  /// Pre-school, Reception, Key stage 1, Key stage 2.
  case keyStage = "key-stage"
  /// Baseline and follow-up: every table shows these apart, asked for or not.
  case phase
  /// The screener's bands: every table has them as columns, asked for or not.
  case band

  /// As printed in headings and in `breakdown_topic`.
  public var label: String {
    switch self {
    case .sex: "Sex"
    case .eal: "English as an additional language"
    case .fsm: "Free school meals"
    case .sen: "SEN provision"
    case .imd: "Deprivation (IMD quintile)"
    case .setting: "Setting"
    case .yearGroup: "NC year group"
    case .keyStage: "Key stage"
    case .phase: "ScreeningPhase"
    case .band: "Band"
    }
  }

  /// Whether it makes rows of its own; `phase` and `band` are in every table already.
  package var makesGroups: Bool { self != .phase && self != .band }

  /// The group a row falls in, as a sort key and the printed label.
  package func group(of row: CohortRow) -> (order: String, label: String) {
    switch self {
    case .sex: return Self.known(row.sex) { ($0, Self.capitalised($0)) }
    case .eal: return Self.known(row.eal) { $0 ? ("1", "EAL") : ("2", "Not EAL") }
    case .fsm: return Self.known(row.fsm) { $0 ? ("1", "Eligible for FSM") : ("2", "Not eligible for FSM") }
    case .sen:
      return Self.known(row.sen) { code in
        switch code {
        case "N": ("1", "No SEN provision")
        case "K": ("2", "SEN support")
        case "E": ("3", "EHC plan")
        default: ("4" + code, code)
        }
      }
    case .imd:
      return Self.known(row.imdDecile) { decile in
        let quintile = (decile + 1) / 2
        let ends = quintile == 1 ? " (most deprived)" : quintile == 5 ? " (least deprived)" : ""
        return (String(quintile), "Quintile \(quintile)\(ends)")
      }
    case .setting: return (row.settingName + "\u{0}" + row.setting.rawValue, row.settingName)
    case .yearGroup: return (Self.yearOrder(row.yearGroup), Self.yearLabel(row.yearGroup))
    case .keyStage:
      return switch row.yearGroup {
      case "E1", "E2", "N1", "N2": ("1", "Pre-school")
      case "R": ("2", "Reception")
      case "1", "2": ("3", "Key stage 1")
      case "3", "4", "5", "6": ("4", "Key stage 2")
      default: ("5", "Other year groups")
      }
    case .phase: return (row.phase.rawValue, row.phase.label)
    case .band: return ("", "")
    }
  }

  private static func known<Value>(
    _ value: Value?,
    _ group: (Value) -> (String, String)
  ) -> (order: String, label: String) {
    value.map(group) ?? ("~", "Not known")
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  private static func yearOrder(_ code: String) -> String {
    let codes = ["E1", "E2", "N1", "N2", "R", "1", "2", "3", "4", "5", "6"]
    return padded(codes.firstIndex(of: code) ?? codes.count, to: 2) + code
  }

  private static func yearLabel(_ code: String) -> String {
    code == "R" ? "Reception" : code.first?.isNumber == true ? "Year \(code)" : code
  }
}
