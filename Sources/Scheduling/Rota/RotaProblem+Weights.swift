// SPDX-License-Identifier: Apache-2.0

extension RotaProblem {
  /// Cost points a unit of each soft wish; see the cost terms.
  public struct Weights: Sendable, Hashable {
    public var travel = 0
    public var preferStaff = 0
    public var seriesStaff = 0
    public var preferWindow = 0
    public var balance = 0
    public var changedStaff = 0
    public var changedDay = 0
    public var changedStart = 0
    public var shift = 0

    public init() {}
  }
}
