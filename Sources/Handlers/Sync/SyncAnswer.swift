// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What the service says of a record it was sent.
public enum SyncAnswer: Sendable {
  case stored
  /// The same came before.
  case duplicate
  /// Kept aside until what it builds on has come.
  case held(missing: ScreeningID)
  /// Kept beside the screening that it contradicts, until somebody decides.
  case conflict(with: ScreeningID)
  /// Not kept.
  case rejected(Fault)
}

extension Fault.Code {
  /// Something else came under the same id.
  public static let syncIDTaken = Fault.Code("sync.id-taken", .badInput)
  /// What it amends is not what the service has under that id.
  public static let syncParentDiffers = Fault.Code("sync.parent-differs", .badInput)
}
