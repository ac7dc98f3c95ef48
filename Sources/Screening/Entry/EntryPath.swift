// SPDX-License-Identifier: Apache-2.0

/// How far the answers entered so far lead: each section's standing, and the item that is next.
///
/// Made anew from the sheet whenever it is asked for, by the walks that scoring uses, so that what is asked and what is
/// scored can never differ.
struct EntryPath {
  enum Standing {
    case walk(SectionWalk)
    /// Items are chosen one by one.
    case adaptive(AdaptiveEntry)
    case notForAge
    /// The route has not come there: it may still, or it has ended.
    case offRoute(isOver: Bool)
    /// The section has unanswered items, so that the route can't go on.
    case noColour
  }

  struct Part {
    let section: PreparedSection
    let standing: Standing
  }

  /// In the order they are given: a route's sections from the own one down, others as declared.
  let parts: [Part]
  /// The position of the item to put next; `nil` when every section is done.
  let next: Int?

  init(_ screener: PreparedScreener, months: Int, responses: [Int16], order: [Int], seed: UInt64) {
    var parts: [Part] = []
    let routed = Set(screener.route?.sections ?? [])
    var next: Int?
    func add(_ section: PreparedSection, _ standing: Standing) {
      parts.append(Part(section: section, standing: standing))
      guard next == nil else { return }
      switch standing {
      case .walk(let walk):
        if case .needs(let index) = walk.outcome { next = section.offset + index }
      case .adaptive(let entry): next = entry.next
      case .notForAge, .offRoute, .noColour: break
      }
    }
    if let route = screener.route {
      let walk = RouteWalk(route, screener.sections, responses, months: months)
      for (step, standing) in Self.steps(of: route, walk, screener, responses, months: months) {
        add(screener.sections[route.sections[step]], standing)
      }
    }
    for (index, section) in screener.sections.enumerated() where !routed.contains(index) {
      guard section.ages.contains(months) else {
        add(section, .notForAge)
        continue
      }
      if let adaptive = screener.adaptives[index] {
        add(section, .adaptive(AdaptiveEntry(adaptive, screener, responses, order: order, seed: seed, months: months)))
      } else {
        add(section, .walk(SectionWalk(section, responses, start: section.start(atMonths: months))))
      }
    }
    self.parts = parts
    self.next = next
  }

  /// Sections of a route with their standing, own section first, then down, then those above.
  private static func steps(
    of route: PreparedRoute,
    _ walk: RouteWalk,
    _ screener: PreparedScreener,
    _ responses: [Int16],
    months: Int
  ) -> [(step: Int, standing: Standing)] {
    let own = route.sections.firstIndex { screener.sections[$0].ages.contains(months) }
    let down = own.map { Array(stride(from: $0, through: 0, by: -1)) } ?? []
    let above = route.sections.indices.filter { !down.contains($0) }
    var steps = walk.steps.map { (step: $0.step, standing: Standing.walk($0.walk)) }
    let rest = down.dropFirst(walk.steps.count)
    for (index, step) in rest.enumerated() {
      switch walk.outcome {
      case .needs where index == 0:
        let section = screener.sections[route.sections[step]]
        steps.append((step, .walk(SectionWalk(section, responses, start: section.start(atMonths: months)))))
      case .stuck where index == 0: steps.append((step, .noColour))
      case .needs: steps.append((step, .offRoute(isOver: false)))
      case .stuck, .complete, .noSection: steps.append((step, .offRoute(isOver: true)))
      }
    }
    return steps + above.map { ($0, .notForAge) }
  }
}
