// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What one more day like this person's would be worth, from the dual values of a rota's lower bound: the cost
/// points by which the bound would fall.
public struct DayPrice: Sendable, Hashable {
  public let staff: StaffID
  public let day: Int
  public let points: Int

  public init(staff: StaffID, day: Int, points: Int) {
    self.staff = staff
    self.day = day
    self.points = points
  }
}
