// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Who has to be told of a changed rota. Everyone is told once, of all their changes together; the points
/// are those of the changes by the problem's own weights, so a change that concerns a setting and two families
/// counts for each of them.
public struct CallList: Sendable, Hashable {
  public struct Setting: Sendable, Hashable {
    public let place: PlaceID
    /// In the order of the changes.
    public let visits: [VisitID]
    public let points: Int
  }

  public struct Family: Sendable, Hashable {
    public let child: ChildID
    public let visits: [VisitID]
    public let points: Int
  }

  public struct Person: Sendable, Hashable {
    public let staff: StaffID
    public let visits: [VisitID]
  }

  /// By id.
  public let settings: [Setting]
  /// By the child's id; `nil` where it is not known which children the visits are for.
  public let families: [Family]?
  /// By id.
  public let staff: [Person]

  /// - Parameter children: whom each visit is for; `nil` where that is not known.
  public init(_ changes: RotaChanges, children: [VisitID: [ChildID]]?) {
    let all = changes.changes
    self.settings = Self.gather(all) { $0.place.map { [$0] } ?? [] }.map {
      Setting(place: $0, visits: $1.map(\.visit), points: $1.reduce(0) { $0 + $1.points })
    }
    self.families = children.map { children in
      Self.gather(all) { children[$0.visit] ?? [] }.map {
        Family(child: $0, visits: $1.map(\.visit), points: $1.reduce(0) { $0 + $1.points })
      }
    }
    self.staff = Self.gather(all) { $0.staff }.map { Person(staff: $0, visits: $1.map(\.visit)) }
  }

  /// How many calls that is, staff not counted.
  public var calls: Int { self.settings.count + (self.families?.count ?? 0) }

  private static func gather<Tag>(
    _ changes: [RotaChange],
    by whom: (RotaChange) -> [ID<Tag>]
  ) -> [(ID<Tag>, [RotaChange])] {
    var told: [ID<Tag>: [RotaChange]] = [:]
    for change in changes {
      for id in Set(whom(change)) { told[id, default: []].append(change) }
    }
    return told.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
