// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// When a tier is proposed: a small language over the band and recorded concerns.
///
///     not-normed
///     band = red and concern.slt
///     band in red amber
///     flag.refer
///     not (band = green or concern.slt)
///
/// `not` binds closest, then `and`, then `or`; parentheses group.
public indirect enum TierCondition: Hashable, Sendable {
  case notNormed
  case bandIn([BandID])
  case concern(Concern)
  /// A flag of the route, by its name in the definition, or `unsure`: a score too near its cut to tell.
  case flag(String)
  case and(TierCondition, TierCondition)
  case or(TierCondition, TierCondition)
  case not(TierCondition)
}

extension TierCondition {
  /// - Parameter band: `nil` only for a child who is not normed; no band condition holds then.
  public func holds(
    notNormed: Bool,
    band: BandID?,
    concerns: Set<Concern>,
    flags: Set<String> = []
  ) -> Bool {
    switch self {
    case .notNormed: notNormed
    case .bandIn(let bands): band.map(bands.contains) ?? false
    case .concern(let concern): concerns.contains(concern)
    case .flag(let name): flags.contains(name)
    case .and(let a, let b):
      a.holds(notNormed: notNormed, band: band, concerns: concerns, flags: flags)
        && b.holds(notNormed: notNormed, band: band, concerns: concerns, flags: flags)
    case .or(let a, let b):
      a.holds(notNormed: notNormed, band: band, concerns: concerns, flags: flags)
        || b.holds(notNormed: notNormed, band: band, concerns: concerns, flags: flags)
    case .not(let a): !a.holds(notNormed: notNormed, band: band, concerns: concerns, flags: flags)
    }
  }

  /// Every band the condition names, in reading order.
  public var bands: [BandID] {
    switch self {
    case .notNormed, .concern, .flag: []
    case .bandIn(let bands): bands
    case .and(let a, let b), .or(let a, let b): a.bands + b.bands
    case .not(let a): a.bands
    }
  }

  /// Every flag the condition names, in reading order.
  public var flags: [String] {
    switch self {
    case .notNormed, .concern, .bandIn: []
    case .flag(let name): [name]
    case .and(let a, let b), .or(let a, let b): a.flags + b.flags
    case .not(let a): a.flags
    }
  }
}

extension TierCondition: CustomStringConvertible {
  /// The condition in its own language; reading it back gives the same condition.
  public var description: String {
    switch self {
    case .notNormed: "not-normed"
    case .bandIn(let bands) where bands.count == 1: "band = \(bands[0])"
    case .bandIn(let bands): "band in \(bands.map(\.rawValue).joined(separator: " "))"
    case .concern(let concern): "concern.\(concern.rawValue)"
    case .flag(let name): "flag.\(name)"
    case .and(let a, let b): "\(a.grouped(inside: .and)) and \(b.grouped(inside: .andRight))"
    case .or(let a, let b): "\(a) or \(b.grouped(inside: .orRight))"
    case .not(let a): "not \(a.grouped(inside: .not))"
    }
  }

  private enum Place { case and, andRight, orRight, not }

  private func grouped(inside place: Place) -> String {
    let needed =
      switch (self, place) {
      case (.or, _): true
      case (.and, .andRight), (.and, .not): true
      default: false
      }
    return needed ? "(\(self))" : self.description
  }
}
