// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// One thing a reader could work out that the policy says they must not.
package enum AuditFinding: Hashable, Sendable {
  /// No table at all fits what is shown: the numbers contradict each other.
  case contradiction
  /// A hidden cell that may be small cannot take every small value, or was not proved to.
  case narrow(cell: Int)
  /// All children of a row with a band certainly share one, or it was not proved that they need not.
  case oneOutcome(row: Int)
}

extension Auditor {
  /// Says what is wrong in words: no number, no group.
  static func refusal(_ findings: [AuditFinding]) -> Fault {
    let reason =
      switch findings.first {
      case .contradiction: "the published numbers contradict each other"
      case .oneOutcome: "it would show that every child with a result in some group has the same one"
      case .narrow, nil: "a hidden count could be worked out from the numbers around it"
      }
    return Fault(
      .cohortUnsafe,
      "the table cannot be released: \(reason)",
      maybe: "use fewer characteristics, wider groups, or more settings together"
    )
  }
}
