// SPDX-License-Identifier: Apache-2.0

/// Sentences that must stand in the output of each part of the reforms, so that no record narrows a right.
public enum FixedWording: String, Hashable, Sendable, Codable, CaseIterable {
  case lists, mediation, standards, bands, screening, dashboard

  /// The sentence, word for word.
  public var text: String {
    switch self {
    case .lists:
      "This list is advisory. It does not guarantee a place, and you may ask for any school or college the law"
        + " allows (section 38, Children and Families Act 2014)."
    case .mediation: "Mediation is voluntary. Choosing not to mediate does not affect your right to appeal."
    case .standards: "These expectations do not replace the law on support for children with SEND."
    case .bands: "Provision follows need and is set out in the plan; a band is a funding description."
    case .screening:
      "A screening result is not a diagnosis and does not decide SEN support or an EHC assessment."
    case .dashboard: "Being ranked higher or lower is not by itself better or worse."
    }
  }

  /// What the sentence is drawn from. None is a quotation of the law or of official guidance.
  public var source: String {
    switch self {
    case .lists:
      "after Families in Partnership (Worcestershire) and Swindon; Children and Families Act 2014 s.38"
    case .mediation: "after Families in Partnership (Worcestershire) and SENDIASS advice pages"
    case .standards: "after Families in Partnership (Worcestershire)"
    case .bands, .screening: "own wording, unsourced"
    case .dashboard: "after DfE's SEND and AP inclusion dashboard prototype"
    }
  }

  /// The sentence that evidence of a kind brings with it.
  public init?(for kind: EvidenceKind) {
    switch kind {
    case .elsecCohort: self = .screening
    case .dashboard: self = .dashboard
    case .tailoredList: self = .lists
    case .mediation: self = .mediation
    case .ordinarilyAvailable: self = .standards
    case .bands: self = .bands
    case .elsecRota, .document: return nil
    }
  }

  /// The sentences that a section always carries: 4 on ordinarily available provision, 10 on funding bands,
  /// 11 on the dashboard.
  public static func always(inSection code: Int) -> [FixedWording] {
    switch code {
    case 4: [.standards]
    case 10: [.bands]
    case 11: [.dashboard]
    default: []
    }
  }
}
