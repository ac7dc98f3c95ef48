// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// Whether an item is harder for one of two groups of children who do equally well on the rest of its scale.
///
/// An item counts as right with its most points and as wrong with fewer, so that items with more than two
/// responses are tested on their top step only. Mantel-Haenszel is purified (items of category B and C leave the
/// total that children are matched on); the logistic tests match on all items that were not flagged.
public struct ItemBiasReport: Hashable, Sendable {
  public struct Item: Hashable, Sendable {
    public let code: ItemCode
    /// Mantel and Haenszel's Δ; below 0 the item is harder for the focal group.
    public let delta: Figure
    public let p: Double?
    public let category: MantelHaenszelDIF.Category?
    public let uniformP: Double?
    public let nonUniformP: Double?
  }

  public struct Comparison: Hashable, Sendable {
    public let of: BiasComparison
    public let scale: String
    /// Children with every item of the scale.
    public let focal: Int
    public let reference: Int
    /// `nil` when nothing was tested; false when the flags still changed in the last round.
    public let isSettled: Bool?
    /// Why nothing was tested; then there are no items.
    public let cannotTell: Figure?
    public let items: [Item]
  }

  public let comparisons: [Comparison]
  /// How many items were tested over all comparisons: at 5 % one in twenty is flagged by chance.
  public var tests: Int { self.comparisons.reduce(0) { $0 + $1.items.count { $0.p != nil } } }

  /// One row a child.
  public init(_ rows: [RatedChild], of definition: ScreenerDefinition) {
    let scales = ItemScale.all(of: definition).filter { $0.items.count >= 2 }
    self.comparisons = BiasComparison.allCases.flatMap { comparison in
      scales.map { Self.compare(rows, by: comparison, on: $0) }
    }
  }

  private static func compare(
    _ rows: [RatedChild], by comparison: BiasComparison, on scale: ItemScale
  ) -> Comparison {
    var (answers, group): ([[Int?]], [Double?]) = ([], [])
    for row in rows {
      guard let isFocal = row.sides[comparison] else { continue }
      let full = scale.full(of: row.answers)
      guard !full.contains(nil) else { continue }
      answers.append(full)
      group.append(isFocal ? 1 : 0)
    }
    let focal = group.count { $0 == 1 }
    let reference = group.count - focal
    func cannot(_ why: Figure) -> Comparison {
      Comparison(
        of: comparison, scale: scale.name, focal: focal, reference: reference, isSettled: nil, cannotTell: why,
        items: [])
    }
    let needed = QualityMinimum.biasGroup
    guard min(focal, reference) >= needed else {
      return cannot(
        .cannotTell(reason: "too few children in the smaller group", n: min(focal, reference), needed: needed))
    }
    do throws(NoEstimate) {
      let data = try BiasData(answers: answers, group: group)
      let purified = try PurifiedMatching(data)
      let matching = Set(scale.items.indices).subtracting(purified.flagged)
      return Comparison(
        of: comparison, scale: scale.name, focal: focal, reference: reference, isSettled: purified.settled,
        cannotTell: nil,
        items: scale.items.enumerated().map { index, item in
          let found = purified.items.indices.contains(index) ? purified.items[index] : nil
          let logistic = try? LogisticDIF(item: index, in: data, matching: matching)
          return Item(
            code: item.code,
            delta: found.map { Figure($0.delta) }
              ?? .cannotTell(reason: "all matched children did the same", n: data.n, needed: nil),
            p: found?.test.p, category: found?.category, uniformP: logistic?.uniform.p,
            nonUniformP: logistic?.nonUniform?.p)
        })
    } catch {
      return cannot(.cannotTell(reason: "\(error)", n: focal + reference, needed: nil))
    }
  }
}
