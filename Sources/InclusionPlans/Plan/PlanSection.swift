// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One of the twelve parts of a local area inclusion plan.
///
/// The national template's text is not published; these headings are proposed, drawn from what local
/// authorities' plans hold.
public struct PlanSection: Hashable, Sendable, Codable {
  /// 1 to 12.
  public let code: Int
  /// Markdown, without a heading of its own.
  public var text: String

  /// - Throws: `plan.no-section` outside 1 to 12.
  public init(code: Int, text: String = "") throws {
    _ = try Self.checked(code)
    self.code = code
    self.text = text
  }

  public var heading: String { Self.headings[self.code - 1] }

  /// Said wherever the headings are printed.
  public static let headingsNote = "The section headings are proposed headings, not the national template."

  /// By code, 1 first.
  public static let headings = [
    "Vision and co-production",
    "Governance, membership and accountability",
    "Needs analysis: prevalence, forecast and inequality",
    "Ordinarily available provision and early identification",
    "Targeted and specialist provision, sufficiency",
    "Alternative provision: three tiers",
    "Health and care: joint commissioning and waits",
    "Transitions and preparation for adulthood",
    "Workforce",
    "Finance and high needs",
    "Outcomes and dashboard",
    "Delivery plan and risks",
  ]

  public static let codes = 1...12

  /// - Throws: `plan.no-section`.
  public static func checked(_ code: Int) throws -> Int {
    guard self.codes.contains(code) else {
      throw Fault(.planSection, "a plan has no section \(code)", maybe: "name a section from 1 to 12")
    }
    return code
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      code: container.decode(Int.self, forKey: .code),
      text: container.decode(String.self, forKey: .text)
    )
  }
}
