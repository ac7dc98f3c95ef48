// SPDX-License-Identifier: Apache-2.0

/// A worry that people have put on record beside the screener's own score. Written `concern.slt` in a tier's
/// condition.
public enum Concern: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  /// A speech and language therapist has a concern.
  case slt

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}
