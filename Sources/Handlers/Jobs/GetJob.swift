// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// How a job stands.
public enum GetJob: Operation {
  public static let name = "job.get"
  public static let roles = Set<Role>.scheduling

  public static func perform(_ input: JobID, in practice: Practice, as person: Principal) async throws -> RotaJob {
    try await practice.store.read(as: person) { reading in
      guard let job = try reading.job(input) else { throw Fault(.notFound, "there is no such job", at: "\(input)") }
      return try RotaJob(job)
    }
  }
}
