// SPDX-License-Identifier: Apache-2.0

/// One of the two halves of a working day.
public enum HalfDay: String, Sendable, CaseIterable {
  case morning, afternoon

  /// Minutes past midnight: 08:30 to 12:30, 12:30 to 16:30.
  public var hours: Range<Int> {
    switch self {
    case .morning: 510..<750
    case .afternoon: 750..<990
    }
  }
}
