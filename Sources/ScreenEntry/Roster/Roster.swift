// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The children of a setting or year group with how each stands: what a practitioner works through.
public struct Roster: Hashable, Sendable {
  /// What is listed: `Oak Nursery, Nursery N2`.
  public let title: String
  /// In the order of the list.
  public private(set) var children: [RosterChild]

  public init(title: String, children: [RosterChild]) {
    self.title = title
    self.children = children
  }

  public func count(of group: RosterGroup) -> Int { self.children.count { $0.state.group == group } }

  /// `12 children: 10 to do, 1 done, 1 absent`; groups without a child are left out.
  public var counts: String {
    let groups = RosterGroup.allCases.compactMap { group -> String? in
      let count = self.count(of: group)
      return count == 0 ? nil : "\(count) \(group.rawValue)"
    }
    let all = counted(self.children.count, "child", "children")
    return groups.isEmpty ? all : "\(all): \(groups.joined(separator: ", "))"
  }

  public func child(_ id: ChildID) -> RosterChild? { self.children.first { $0.id == id } }

  mutating func mark(_ id: ChildID, _ state: RosterState) {
    guard let index = self.children.firstIndex(where: { $0.id == id }) else { return }
    self.children[index].state = state
  }

  /// Those of one group, or of all, whose name or reference begins with every word that is searched.
  func found(_ searched: String, in group: RosterGroup?) -> [RosterChild] {
    let wanted = SearchText(searched)
    return self.children.filter { child in
      (group == nil || child.state.group == group)
        && SearchText("\(child.givenName) \(child.familyName) \(child.id)").matches(wanted)
    }
  }

  /// The first child after `id` who is still to do or part entered, from the top again at the end.
  func next(after id: ChildID?) -> RosterChild? {
    let start = id.flatMap { id in self.children.firstIndex { $0.id == id } }.map { $0 + 1 } ?? 0
    return (self.children[start...] + self.children[..<start]).first { child in
      child.id != id && (child.state.group == .toDo || child.state.group == .part)
    }
  }
}
