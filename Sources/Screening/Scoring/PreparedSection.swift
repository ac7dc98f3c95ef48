// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A section with everything looked up once: positions instead of codes.
package struct PreparedSection: Sendable {
  package struct Option: Sendable {
    package let code: ResponseCode
    /// `nil`: the response counts as unanswered.
    package let points: Int?
    /// The character that stands for the code when answers are typed; `nil` for numbers, which are typed whole.
    package let key: Character?
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
  /// The options are a run of whole numbers.
  package let isNumber: Bool
  let points: InclusiveRange
  /// The item given first, by completed month from the section's first.
  private let startByMonth: [Int]
  let basal: SectionAdministration.Basal?
  let ceiling: SectionAdministration.Ceiling?
  let adaptive: AdaptiveRule?

  /// `nil` when the definition is not sound.
  init?(_ section: ScreenerSection, offset: Int, in definition: ScreenerDefinition) {
    guard let responses = definition.responses.first(where: { $0.id == section.use }),
      let points = responses.points, !section.ages.isEmpty
    else { return nil }
    let keys: [Character?]
    if responses.isNumber {
      keys = responses.options.map { _ in nil }
    } else if let letters = responses.keys {
      keys = letters
    } else {
      return nil
    }
    let rules = definition.administer.first { $0.section == section.id }
    self.id = section.id
    self.title = section.title
    self.ages = section.ages
    self.offset = offset
    self.items = section.items
    self.points = points
    self.basal = rules?.basal
    self.ceiling = rules?.ceiling
    self.adaptive = rules?.adaptive
    self.isNumber = responses.isNumber
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
    if self.isNumber {
      guard let number = Int(code.rawValue), String(number) == code.rawValue, self.points.contains(number) else {
        return nil
      }
      return Int16(number - self.points.lowest)
    }
    return self.options.firstIndex { $0.code == code }.map { Int16($0) }
  }

  /// The allowed codes in declared order, for messages.
  package var allowedCodes: String {
    self.isNumber
      ? "whole numbers from \(self.points.lowest) to \(self.points.highest)"
      : self.options.map(\.code.rawValue).joined(separator: ", ")
  }
}
