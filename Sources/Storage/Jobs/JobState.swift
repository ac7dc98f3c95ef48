// SPDX-License-Identifier: Apache-2.0

/// Where a job stands. The last three are final.
public enum JobState: String, Sendable, Hashable, CaseIterable {
  /// No worker has it, or its worker gave it back.
  case queued
  /// A worker has a lease on it; when that runs out, the next worker takes it.
  case running
  case done
  case failed
  case cancelled

  public var isFinal: Bool { self == .done || self == .failed || self == .cancelled }
}

extension JobState: ColumnValue {}
