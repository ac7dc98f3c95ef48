// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// The jobs that were asked for, newest first.
public enum ListJobs: Operation {
  public struct Input: Sendable {
    public let week: SchoolWeek?
    /// Empty: in whatever state.
    public let states: Set<JobState>

    public init(week: SchoolWeek? = nil, states: Set<JobState> = []) {
      self.week = week
      self.states = states
    }
  }

  public static let name = "job.list"
  public static let roles = Set<Role>.scheduling

  public static func perform(_ input: Input, in practice: Practice, as person: Principal) async throws -> [RotaJob] {
    try await practice.store.read(as: person) { try $0.jobs(of: input.week, input.states).map { try RotaJob($0) } }
  }
}
