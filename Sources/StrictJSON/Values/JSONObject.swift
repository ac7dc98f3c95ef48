// SPDX-License-Identifier: Apache-2.0

/// The members of a JSON object, in the order in which they came; no key stands twice.
///
/// Few members are looked up one by one, many through a sorted index.
///
/// - Complexity: look-up O(n) up to ``searched`` members, O(log n) beyond; setting a new member O(n).
public struct JSONObject: Sendable {
  public struct Member: Hashable, Sendable {
    public let key: String
    public var value: JSONValue
  }

  /// Members up to which looking at each in turn is the fastest way.
  static let searched = 16

  public private(set) var members: [Member]
  /// Places in `members` sorted by key; empty for few members.
  private var index: [Int32]

  public init() {
    self.members = []
    self.index = []
  }

  /// The place of a key that stands a second time, when that is what keeps `members` from being an object.
  struct DuplicateKey: Error { let place: Int }

  init(unchecked members: [Member]) throws(DuplicateKey) {
    self.members = members
    self.index = []
    if members.count > Self.searched {
      self.index = Self.sorted(members)
      var first: Int?
      for (left, right) in zip(self.index, self.index.dropFirst())
      where TextOrder.same(members[Int(left)].key, members[Int(right)].key) {
        first = min(first ?? Int.max, Int(max(left, right)))
      }
      if let first { throw DuplicateKey(place: first) }
    } else {
      for place in members.indices.dropFirst() {
        for earlier in 0..<place where TextOrder.same(members[earlier].key, members[place].key) {
          throw DuplicateKey(place: place)
        }
      }
    }
  }

  private static func sorted(_ members: [Member]) -> [Int32] {
    (0..<Int32(members.count)).sorted { left, right in
      switch TextOrder.compare(members[Int(left)].key, members[Int(right)].key) {
      case 0: left < right
      case let order: order < 0
      }
    }
  }

  public var count: Int { self.members.count }
  public var isEmpty: Bool { self.members.isEmpty }

  /// Setting `nil` takes the member out; setting a key that is there keeps its place.
  public subscript(key: String) -> JSONValue? {
    get { self.place(of: key).map { self.members[$0].value } }
    set {
      switch (self.place(of: key), newValue) {
      case (let place?, let value?):
        self.members[place].value = value
        return
      case (let place?, nil): self.members.remove(at: place)
      case (nil, let value?): self.members.append(Member(key: key, value: value))
      case (nil, nil): return
      }
      self.index = self.members.count > Self.searched ? Self.sorted(self.members) : []
    }
  }

  /// The members by the UTF-16 code units of their keys (RFC 8785, 3.2.3).
  var inOrder: [Member] {
    if !self.index.isEmpty { return self.index.map { self.members[Int($0)] } }
    for (left, right) in zip(self.members, self.members.dropFirst())
    where TextOrder.compare(left.key, right.key) > 0 {
      return self.members.sorted { TextOrder.compare($0.key, $1.key) < 0 }
    }
    return self.members
  }

  private func place(of key: String) -> Int? {
    guard !self.index.isEmpty else { return self.members.firstIndex { TextOrder.same($0.key, key) } }
    var range = 0..<self.index.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      switch TextOrder.compare(self.members[Int(self.index[middle])].key, key) {
      case 0: return Int(self.index[middle])
      case let order where order < 0: range = middle + 1..<range.upperBound
      default: range = range.lowerBound..<middle
      }
    }
    return nil
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// Of a key that stands twice the last counts.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}

extension JSONObject: Hashable {
  /// The order of members does not count.
  public static func == (left: JSONObject, right: JSONObject) -> Bool { left.inOrder == right.inOrder }

  public func hash(into hasher: inout Hasher) {
    for member in self.inOrder {
      hasher.combine(member.key)
      hasher.combine(member.value)
    }
  }
}

extension JSONObject.Member {
  public static func == (left: Self, right: Self) -> Bool {
    TextOrder.same(left.key, right.key) && left.value == right.value
  }
}
