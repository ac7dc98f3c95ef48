// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension DerivedDemand {
  /// Derives the demand of one week. The same inputs in any order give the same demand.
  ///
  /// - Throws: ``Vocabulary/Fault`` `pathway.invalid` with the first finding of a pathway that has any.
  public init(from inputs: DemandInputs) throws {
    if let finding = inputs.pathway.findings().first {
      throw Fault(.pathwayInvalid, finding.message, at: finding.path, maybe: finding.hint)
    }
    var derivation = DemandDerivation(inputs)
    derivation.deriveProgrammes()
    derivation.deriveScreening()
    derivation.deriveRescreening()
    derivation.deriveStanding()
    self.week = inputs.week
    self.visits = derivation.visits.sorted { $0.id < $1.id }
    self.groups = derivation.groups.sorted { $0.series < $1.series }
    self.notPlaced = derivation.notPlaced.sorted { $0.subject.order < $1.subject.order }
    self.notes = derivation.notes.sorted {
      ($0.setting, $0.series?.rawValue ?? "", $0.text) < ($1.setting, $1.series?.rawValue ?? "", $1.text)
    }
    self.capacity = CapacityNote(visits: self.visits, staff: inputs.staff)
  }
}

extension Fault.Code {
  public static let pathwayInvalid = Fault.Code("pathway.invalid", .badInput)
}

/// One week's demand in the making.
struct DemandDerivation {
  let inputs: DemandInputs
  let cover: SkillCover
  let settings: [SettingID: SettingWeek]
  var visits: [DemandVisit] = []
  var groups: [DemandGroup] = []
  var notPlaced: [NotPlaced] = []
  var notes: [DerivedDemand.Note] = []

  init(_ inputs: DemandInputs) {
    self.inputs = inputs
    self.cover = SkillCover(inputs.staff.sorted { $0.id < $1.id })
    self.settings = Dictionary(
      inputs.settings.map { ($0.id, SettingWeek($0, in: inputs)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Why nothing of this length and these slots can take place at the setting this week.
  struct Obstacle {
    let reason: NotPlaced.Reason
    let because: String
  }

  func obstacle(at setting: SettingID, minutes: Int, slots: [Set<String>]) -> Obstacle? {
    guard let place = self.settings[setting] else {
      return Obstacle(reason: .settingUnknown, because: "there is no setting '\(setting)'")
    }
    if let closed = place.closedBecause { return Obstacle(reason: .settingClosed, because: closed) }
    if place.longestWindow < minutes {
      return Obstacle(
        reason: .noSessionLongEnough,
        because: "the longest session time of the setting this week is \(place.longestWindow) minutes, "
          + "\(minutes) are needed"
      )
    }
    return self.cover.missing(for: slots).map { Obstacle(reason: .noOneWithSkill, because: $0) }
  }

  func id(_ series: String, _ number: Int) -> VisitID { VisitID("\(self.inputs.week).\(series).\(number)") }

  mutating func leaveOut(
    _ subject: NotPlaced.Subject,
    at setting: SettingID,
    _ reason: NotPlaced.Reason,
    because: String,
    suggestion: String? = nil
  ) {
    self.notPlaced.append(
      NotPlaced(subject: subject, setting: setting, reason: reason, because: because, suggestion: suggestion)
    )
  }

  mutating func note(_ text: String, at setting: SettingID, _ series: SeriesID? = nil) {
    self.notes.append(DerivedDemand.Note(setting: setting, series: series, text: text))
  }
}

extension NotPlaced.Subject {
  var order: (Int, String) {
    switch self {
    case .child(let id): (0, id.rawValue)
    case .cohort(let id): (1, id.rawValue)
    case .standing(let id): (2, id)
    }
  }
}
