// SPDX-License-Identifier: Apache-2.0

/// Where a piece of evidence comes from.
public enum EvidenceKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// A released cohort summary of screenings.
  case elsecCohort
  /// Hours and visits of the rota.
  case elsecRota
  case dashboard
  case tailoredList
  case mediation
  case ordinarilyAvailable
  case bands
  case document

  public var label: String {
    switch self {
    case .elsecCohort: "ELSEC cohort summary"
    case .elsecRota: "ELSEC rota"
    case .dashboard: "Inclusion dashboard"
    case .tailoredList: "Advisory tailored list"
    case .mediation: "Mediation"
    case .ordinarilyAvailable: "Ordinarily available provision"
    case .bands: "Bands and tariffs"
    case .document: "Document"
    }
  }
}
