// SPDX-License-Identifier: Apache-2.0

/// How much of a test each domain is to make up.
///
/// The next item comes from the domain whose share of the answered items lies furthest below its target: the
/// greatest p_d − n_d/n, or p_d before the first answer; of equals the one named first. A domain with nothing left
/// to ask is passed over.
///
/// - SeeAlso: G. G. Kingsbury, A. R. Zara, "Procedures for selecting items for computerized adaptive tests",
///   Applied Measurement in Education 2 (1989) 359–375.
public struct ContentBalance: Hashable, Sendable {
  public struct Target: Hashable, Sendable {
    public var domain: String
    /// Above 0; all shares sum to 1.
    public var share: Double

    public init(domain: String, share: Double) {
      self.domain = domain
      self.share = share
    }
  }

  public var targets: [Target]

  public init(_ targets: [Target]) { self.targets = targets }

  /// The place among ``targets`` of the domain to ask from; `nil` when none of them can be.
  ///
  /// - Parameters:
  ///   - answered: How many items of each target's domain were answered.
  ///   - canAsk: Whether each target's domain has an item left. Both have one entry for each target.
  public func next(answered: [Int], canAsk: [Bool]) -> Int? {
    let total = Double(max(1, answered.reduce(0, +)))
    var best: (index: Int, gap: Double)?
    for (index, target) in self.targets.enumerated() where index < answered.count && index < canAsk.count {
      let gap = target.share - Double(answered[index]) / total
      if canAsk[index], best.map({ gap > $0.gap }) ?? true { best = (index, gap) }
    }
    return best?.index
  }

  /// What is wrong, in sentences.
  public func problems(for bank: ItemBank) -> [String] {
    var problems: [String] = []
    var named: Set<String> = []
    for target in self.targets {
      if !named.insert(target.domain).inserted { problems.append("the domain \(target.domain) has two targets") }
      if !(target.share > 0 && target.share <= 1) {
        problems.append("the target of \(target.domain) is \(plainText(target.share)); it lies between 0 and 1")
      }
      if !bank.items.contains(where: { $0.domain == target.domain }) {
        problems.append("the domain \(target.domain) has a target and no item")
      }
    }
    let total = self.targets.reduce(0) { $0 + $1.share }
    if !(abs(total - 1) <= 1e-6) { problems.append("the targets sum to \(plainText(total)); they sum to 1") }
    for item in bank.items where item.domain.map({ !named.contains($0) }) ?? true {
      problems.append(
        "\(item.code) is of \(item.domain.map { "the domain \($0)" } ?? "no domain"), which has no target")
    }
    return problems
  }
}
