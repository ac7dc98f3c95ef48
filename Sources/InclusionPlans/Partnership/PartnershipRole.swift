// SPDX-License-Identifier: Apache-2.0

/// A seat on the local inclusion partnership.
public enum PartnershipRole: String, Hashable, Sendable, Codable, CaseIterable {
  case council
  case integratedCareBoard
  case parentCarerForum
  case earlyYears
  case primarySchools
  case secondarySchools
  case colleges
  case specialSchools
  case alternativeProvision
  case socialCare
  case voluntarySector

  /// Council, ICB, parent carer forum, and primary, secondary, college and special school voices: the members
  /// that Swindon's board counts as mandated.
  public static let mandated: [PartnershipRole] = [
    .council, .integratedCareBoard, .parentCarerForum, .primarySchools, .secondarySchools, .colleges,
    .specialSchools,
  ]

  public var label: String {
    switch self {
    case .council: "Council"
    case .integratedCareBoard: "Integrated care board"
    case .parentCarerForum: "Parent carer forum"
    case .earlyYears: "Early years settings"
    case .primarySchools: "Primary schools"
    case .secondarySchools: "Secondary schools"
    case .colleges: "Colleges"
    case .specialSchools: "Special schools"
    case .alternativeProvision: "Alternative provision"
    case .socialCare: "Social care"
    case .voluntarySector: "Voluntary sector"
    }
  }
}
