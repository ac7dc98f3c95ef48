// SPDX-License-Identifier: Apache-2.0

/// What putting one record did, or would do, to the store.
public enum Change: String, Sendable, Hashable, CaseIterable {
  case added
  case changed
  case unchanged
}
