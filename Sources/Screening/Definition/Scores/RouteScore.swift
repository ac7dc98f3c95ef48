// SPDX-License-Identifier: Apache-2.0

/// What a route came to: `{route: path}`. Only for a screener with a ``SectionRoute``.
public struct RouteScore: Hashable, Sendable {
  public enum What: String, Sendable, CaseIterable {
    /// Every section given, with its colour: `S4 amber > S3 green`. A text.
    case path
    /// The section that ended the route with the last colour; empty when none did. A text.
    case greenSection = "green-section"
    /// The section of the child's own age. A text.
    case ownSection = "own-section"
    /// The colour of the child's own section as a number: 0 for the first of the route's colours. Bands are cut
    /// on it.
    case ownColour = "own-colour"
    /// The points of the child's own section.
    case ownPoints = "own-points"
  }

  public var what: What

  public init(_ what: What) { self.what = what }
}
