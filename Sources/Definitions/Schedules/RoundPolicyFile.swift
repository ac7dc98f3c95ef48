// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The numbers of a rounding policy for published counts, as written in `Schedules/policies/<name>.yaml`.
///
/// A count in ``hidden`` is replaced by ``hiddenAs``; every other count is rounded to the nearest multiple of
/// ``roundTo``; a true zero is shown when ``showsZero``.
public struct RoundPolicyFile: Sendable, Hashable {
  /// What percentages are worked out from.
  public enum Percentages: String, Sendable, CaseIterable {
    case rounded
    case none
  }

  public let id: String
  public let title: String
  public let hidden: ClosedRange<Int>
  public let hiddenAs: String
  public let roundTo: Int
  public let showsZero: Bool
  public let percentages: Percentages
  /// A percentage is shown only on a base of at least this many, after rounding.
  public let smallestBase: Int
  /// A mean or median is shown only with at least this many children behind it.
  public let smallestMeanBase: Int
  /// SHA-256 of the file, to be kept with what was published under it.
  public let hash: Digest
}

extension RoundPolicyFile {
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    self = try file.value { root, findings in
      guard let map = MapReader(root, ScheduleKeys.roundPolicy, findings), hasFormat("round-policy/1", map)
      else { return nil }
      let id = map.text("id")
      let title = map.text("title")
      checkSource(map)
      let hidden = map["hide"].flatMap { Self.hidden($0, findings) }
      let hiddenAs = map.text("hidden-as")
      let roundTo = map.int("round-to", in: 1...100)
      let showsZero = map.bool("show-zero")
      let percentages = map.choice("percentages", Percentages.self)
      let base = map.int("smallest-base", in: 1...10_000)
      let meanBase = map.int("smallest-mean-base", in: 1...10_000)
      guard let id, let title, let hidden, let hiddenAs, let roundTo, let showsZero, let percentages,
        let base,
        let meanBase
      else { return nil }
      Self.check(hidden: hidden, roundTo: roundTo, base: base, map)
      return RoundPolicyFile(
        id: id,
        title: title,
        hidden: hidden,
        hiddenAs: hiddenAs,
        roundTo: roundTo,
        showsZero: showsZero,
        percentages: percentages,
        smallestBase: base,
        smallestMeanBase: meanBase,
        hash: file.hash
      )
    }
  }

  private static func hidden(_ node: YAMLNode, _ findings: Findings) -> ClosedRange<Int>? {
    guard let map = MapReader(node, ScheduleKeys.hide, findings) else { return nil }
    let from = map.int("from", in: 1...1)
    let to = map.int("to", in: 1...1000)
    guard let from, let to else { return nil }
    return from...to
  }

  /// A shown count must not be rounded to where a hidden one lies, and a base must be beyond the hidden ones.
  private static func check(hidden: ClosedRange<Int>, roundTo: Int, base: Int, _ map: MapReader) {
    if base <= hidden.upperBound {
      map.findings.add(
        .definitionWrongValue,
        "a percentage on a base of \(base) would tell counts up to \(hidden.upperBound)",
        at: map.place("smallest-base"),
        maybe: "take a base above the hidden counts"
      )
    }
    let least = (2 * (hidden.upperBound + 1) + roundTo) / (2 * roundTo) * roundTo
    if least == 0 {
      map.findings.add(
        .definitionWrongValue,
        "the count \(hidden.upperBound + 1) would be rounded to 0 and read as none",
        at: map.place("round-to"),
        maybe: "hide more, or round to a smaller number"
      )
    }
  }
}
