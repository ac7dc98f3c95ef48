// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Storage

/// A rota as it was kept, read back into values.
public struct KeptRota: Sendable {
  public let record: RotaRecord
  public let problem: RotaProblem
  public let answer: RotaAnswer
  /// How many rotas were made for the week up to this one, from 1: the version that is printed on it.
  public let revision: Int
  /// Who accepted it, when it came of a repair.
  public var acceptance: RepairAcceptanceRecord?

  /// - Parameter ofWeek: every rota of its week, in any order.
  init(_ record: RotaRecord, _ problem: RotaProblem, _ answer: RotaAnswer, among ofWeek: [RotaRecord]) {
    self.record = record
    self.problem = problem
    self.answer = answer
    self.revision = ofWeek.count { $0.at <= record.at }
  }
}
