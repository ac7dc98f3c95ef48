// SPDX-License-Identifier: Apache-2.0

public import Screening

/// What a child did item by item: what is left to look at where no norm may be applied.
public struct ItemProfile: Sendable, Hashable {
  public enum Credit: String, Sendable, Hashable, CaseIterable {
    case full
    case some
    case none
    /// Not asked, not answered, or not observed.
    case notGiven = "not given"
  }

  public struct Item: Sendable, Hashable {
    public let code: ItemCode
    /// Empty where the instrument's words are not at hand.
    public let words: String
    public let response: ResponseCode?
    public let credit: Credit
    /// In which language it was answered; `nil`: the usual one, or not answered.
    public let language: String?
  }

  public struct Section: Sendable, Hashable {
    public let id: SectionID
    public let title: String
    /// In the order they are given.
    public let items: [Item]

    public func items(_ credit: Credit) -> [Item] { self.items.filter { $0.credit == credit } }
  }

  public let sections: [Section]

  /// Points are full when they are the most the item can have, none when the least; a reversed item is turned round
  /// first. Start, basal and ceiling rules are not applied: this is what was answered.
  public init(of answers: ScreeningAnswers, in definition: ScreenerDefinition) {
    self.sections = definition.sections.map { section in
      let responses = definition.responses.first { $0.id == section.use }
      return Section(
        id: section.id, title: section.title.text(in: "en"),
        items: section.items.map { item in
          let response = answers[item.code]
          return Item(
            code: item.code, words: item.text.text(in: "en"), response: response,
            credit: Self.credit(of: response, for: item, responses), language: answers.languages[item.code])
        })
    }
  }

  private static func credit(
    of response: ResponseCode?, for item: ScreenerItem, _ responses: ResponseSet?
  ) -> Credit {
    guard let response, let responses, let range = responses.points,
      let option = responses.options.first(where: { $0.code == response }), case .points(let points) = option.value
    else { return .notGiven }
    let counted = item.reverse ? range.lowest + range.highest - points : points
    return counted >= range.highest ? .full : counted <= range.lowest ? .none : .some
  }
}
