// SPDX-License-Identifier: Apache-2.0

/// What someone is to the service. What each role may do is decided by whoever handles the call.
public enum Role: String, Sendable, Hashable, CaseIterable, Comparable {
  case practitioner
  case setting
  case therapist
  case manager
  case planLead = "plan-lead"
  case auditor
  case admin
  case worker

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Role: ColumnValue {}
