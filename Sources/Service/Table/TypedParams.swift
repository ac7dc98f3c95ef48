// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Vocabulary
import Wire

extension JSONMembers {
  func id<Tag>(_ key: String) throws -> ID<Tag> { ID<Tag>(try self.text(key)) }
  func optionalID<Tag>(_ key: String) throws -> ID<Tag>? { try self.optionalText(key).map { ID<Tag>($0) } }

  func date(_ key: String) throws -> CivilDate {
    try self.made(key, try self.text(key), "a date as 2026-11-30") { CivilDate($0) }
  }

  func optionalDate(_ key: String) throws -> CivilDate? {
    try self.optionalText(key).map { text in try self.made(key, text, "a date as 2026-11-30") { CivilDate($0) } }
  }

  func week(_ key: String) throws -> SchoolWeek {
    try self.made(key, try self.text(key), "a week as 2026-W49") { SchoolWeek($0) }
  }

  func texts(_ key: String) throws -> [String] {
    try (self.optionalList(key) ?? []).enumerated().map { index, value in
      try self.made("\(key)[\(index)]", value, "a text", \.text)
    }
  }

  /// One of an enumeration's names.
  func named<Value: RawRepresentable & CaseIterable>(_ key: String, _ text: String) throws -> Value
  where Value.RawValue == String {
    try self.made(key, text, "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))") { Value(rawValue: $0) }
  }

  func named<Value: RawRepresentable & CaseIterable>(_ key: String) throws -> Value where Value.RawValue == String {
    try self.named(key, try self.text(key))
  }

  func optionalNamed<Value: RawRepresentable & CaseIterable>(_ key: String) throws -> Value?
  where Value.RawValue == String {
    try self.optionalText(key).map { try self.named(key, $0) }
  }

  /// For members that mean nothing beside another one: what is said must never be dropped in silence.
  func refuse(_ keys: String..., with other: String) throws {
    guard let key = keys.first(where: { self.value($0) != nil }) else { return }
    throw Fault(
      .paramKind, "'\(key)' means nothing beside '\(other)'", at: self.path(of: key), maybe: "leave one of the two out")
  }

  func made<Source, Value>(_ key: String, _ source: Source, _ noun: String, _ make: (Source) -> Value?) throws -> Value
  {
    guard let value = make(source) else { throw Fault(.paramKind, "\(noun) is expected", at: self.path(of: key)) }
    return value
  }
}
