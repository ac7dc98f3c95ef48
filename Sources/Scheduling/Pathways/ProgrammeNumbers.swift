// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The numbers of every programme, and of screening, can be worked with: sessions fit into a week, a day
/// and a room of children.
enum ProgrammeNumbers: PathwayCheck {
  static func findings(in pathway: Pathway) -> [Pathway.Finding] {
    pathway.programmes.enumerated().flatMap { index, programme in
      self.findings(in: programme, at: "programmes[\(index)]")
    } + self.findings(in: pathway.screening)
  }

  private static func findings(in programme: Programme, at path: String) -> [Pathway.Finding] {
    let name = "'\(programme.id)'"
    var findings: [Pathway.Finding] = []
    func require(_ holds: Bool, _ field: String, _ message: String, _ hint: String) {
      guard !holds else { return }
      findings.append(
        Pathway.Finding(code: "pathway.number", path: "\(path).\(field)", message: message, hint: hint)
      )
    }
    require(
      programme.groupSize.lowerBound >= 1,
      "group_size",
      "the smallest group of \(name) is \(programme.groupSize.lowerBound)",
      "one to one is 1 to 1"
    )
    require(
      (1...14).contains(programme.sessionsAWeek),
      "sessions_a_week",
      "\(name) asks for \(programme.sessionsAWeek) sessions a week",
      "1 to 14 can be planned"
    )
    require(
      (1...60).contains(programme.weeks),
      "weeks",
      "\(name) runs for \(programme.weeks) weeks",
      "1 to 60 weeks; start a new programme after that"
    )
    require(
      (5...480).contains(programme.minutes),
      "minutes",
      "a session of \(name) lasts \(programme.minutes) minutes",
      "5 to 480 minutes fit into a day"
    )
    require(
      (0...1_000_000).contains(programme.weight),
      "weight",
      "the weight of \(name) is \(programme.weight)",
      "0 to 1,000,000"
    )
    require(
      programme.gapDays >= 0 && (programme.sessionsAWeek - 1) * programme.gapDays <= 4,
      "gap_days",
      "\(programme.sessionsAWeek) sessions of \(name) at least \(programme.gapDays) days apart "
        + "do not fit into Monday to Friday",
      "fewer sessions a week, or a smaller gap"
    )
    require(
      programme.rescreenAfterWeeks.map { $0 >= 1 } ?? true,
      "rescreen_after_weeks",
      "\(name) screens again after \(programme.rescreenAfterWeeks ?? 0) weeks",
      "1 or more"
    )
    if let assessment = programme.assessFirst {
      require(
        (5...480).contains(assessment.minutes) && assessment.gapMinutes >= 0,
        "assess_first",
        "the assessment before \(name) lasts \(assessment.minutes) minutes, with a gap of "
          + "\(assessment.gapMinutes)",
        "5 to 480 minutes, and a gap of 0 or more"
      )
    }
    return findings
  }

  private static func findings(in screening: Pathway.ScreeningVisits?) -> [Pathway.Finding] {
    guard let screening else { return [] }
    let fits =
      screening.minutesAChild >= 1 && screening.setUpMinutes >= 0
      && (0...1_000_000).contains(screening.weight)
      && screening.longestMinutes <= 480
      && screening.setUpMinutes + screening.minutesAChild <= screening.longestMinutes
    guard !fits else { return [] }
    return [
      Pathway.Finding(
        code: "pathway.number",
        path: "screening",
        message: "a screening visit of at most \(screening.longestMinutes) minutes cannot hold "
          + "\(screening.setUpMinutes) minutes of setting up and \(screening.minutesAChild) for a child",
        hint: "the longest visit holds at least one child and at most 480 minutes; a weight 0 to 1,000,000"
      )
    ]
  }
}
