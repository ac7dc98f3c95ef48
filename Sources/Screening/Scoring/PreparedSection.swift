// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A section with everything looked up once: positions instead of codes.
package struct PreparedSection: Sendable {
  package struct Option: Sendable {
    package let code: ResponseCode
    /// `nil`: the response counts as unanswered.
    package let points: Int?
    /// The character that stands for the code when answers are typed.
    package let key: Character
    let meetsBasal: Bool
    let countsToCeiling: Bool
  }

  package let id: SectionID
  let title: TextByLanguage
  let ages: InclusiveRange
  /// Where the section's items begin in an ``AnswerSheet``.
  let offset: Int
  package let items: [ScreenerItem]
  package let options: [Option]
  let points: InclusiveRange
  /// The item given first, by completed month from the section's first.
  private let startByMonth: [Int]
  let basal: SectionAdministration.Basal?
  let ceiling: SectionAdministration.Ceiling?

  /// `nil` when the definition is not sound.
  init?(_ section: ScreenerSection, offset: Int, in definition: ScreenerDefinition) {
    guard let responses = definition.responses.first(where: { $0.id == section.use }),
      let points = responses.points, let keys = responses.keys, !section.ages.isEmpty
    else { return nil }
    let rules = definition.administer.first { $0.section == section.id }
    self.id = section.id
    self.title = section.title
    self.ages = section.ages
    self.offset = offset
    self.items = section.items
    self.points = points
    self.basal = rules?.basal
    self.ceiling = rules?.ceiling
    self.options = zip(responses.options, keys).map { option, key in
      let worth: Int? = if case .points(let points) = option.value { points } else { nil }
      return Option(
        code: option.code,
        points: worth,
        key: key,
        meetsBasal: rules?.basal?.of.contains(option.code) ?? false,
        countsToCeiling: rules?.ceiling?.of.contains(option.code) ?? false
      )
    }
    self.startByMonth = (section.ages.lowest...section.ages.highest).map { month in
      let at = rules?.start.first { $0.ages.contains(month) }?.at
      return at.flatMap { code in section.items.firstIndex { $0.code == code } } ?? 0
    }
  }

  /// The first item for a child of `months`; 0 outside the section's ages.
  func start(atMonths months: Int) -> Int {
    self.ages.contains(months) ? self.startByMonth[months - self.ages.lowest] : 0
  }

  /// What a response is worth for the section's item `index`; `nil` when it counts as unanswered.
  func points(of response: Int16, forItem index: Int) -> Int? {
    guard response >= 0, let points = self.options[Int(response)].points else { return nil }
    return self.items[index].reverse ? self.points.lowest + self.points.highest - points : points
  }

  package func position(of code: ResponseCode) -> Int16? {
    self.options.firstIndex { $0.code == code }.map { Int16($0) }
  }

  /// The allowed codes in declared order, for messages.
  var allowedCodes: String { self.options.map(\.code.rawValue).joined(separator: ", ") }
}
