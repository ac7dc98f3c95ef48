// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// A record of a device that the service has not answered for.
public enum UnsentRecord: Sendable, Hashable {
  case screening(ScreeningRecord)
  /// - Parameter parentContent: what the amended screening says here; see ``Storage/ScreeningRecord/content(by:)``.
  case amendment(ScreeningRecord, parentContent: Digest)
  case confirmation(child: ChildID, TierConfirmationRecord)

  public var id: String {
    switch self {
    case .screening(let record), .amendment(let record, _): record.id.rawValue
    case .confirmation(_, let record): record.id.rawValue
    }
  }

  public var kind: SyncKind {
    switch self {
    case .screening: .screening
    case .amendment: .amendment
    case .confirmation: .confirmation
    }
  }

  public var madeAt: Instant {
    switch self {
    case .screening(let record), .amendment(let record, _): record.recordedAt
    case .confirmation(_, let record): record.at
    }
  }
}
