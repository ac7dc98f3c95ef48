// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// How far the items of each section and sum hang together in the team's own data, over the children with every
/// item.
///
/// With stop rules, only children who were given every item are complete: they are not like the others, and n says
/// how few they are.
public struct ReliabilityReport: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let code: ItemCode
    public let restCorrelation: Double?
    public let alphaIfDeleted: Double?
  }

  public struct Scale: Hashable, Sendable {
    public let name: String
    /// Children with every item, and those left out because one is missing or was not given.
    public let complete: Int
    public let leftOut: Int
    public let alpha: Figure
    public let omega: Figure
    /// Empty when alpha cannot be told.
    public let items: [Item]
  }

  public let scales: [Scale]

  /// One row a child.
  public init(_ rows: [RatedChild], of definition: ScreenerDefinition) {
    self.scales = ItemScale.all(of: definition).map { scale in
      let points = rows.map { scale.points(of: $0.answers) }
      let complete = points.count { !$0.contains(nil) }
      let needed = QualityMinimum.reliability
      let isEnough = complete >= needed
      let alpha = isEnough ? try? CronbachAlpha(points) : nil
      return Scale(
        name: scale.name, complete: complete, leftOut: points.count - complete,
        alpha: Figure(complete, needed: needed, of: "children with every item") { () throws(NoEstimate) in
          try CronbachAlpha(points).alpha
        },
        omega: Figure(complete, needed: needed, of: "children with every item") { () throws(NoEstimate) in
          try McDonaldOmega(points).omega
        },
        items: zip(scale.items, alpha?.items ?? []).map {
          Item(code: $0.code, restCorrelation: $1.restCorrelation, alphaIfDeleted: $1.alphaIfDeleted)
        })
    }
  }
}
