// SPDX-License-Identifier: Apache-2.0

import Handlers
import SchedulingSolver
import Storage
import Vocabulary

/// A job as it is printed.
struct JobReport: Encodable {
  struct Progress: Encodable {
    let seq: Int
    let phase: String
    let cost: Int
    let bound: Int?
    let leftOut: Int
    let at: Instant
  }

  let job: String
  let week: String
  let state: String
  let askedBy: String
  let worker: String?
  let attempt: Int
  let progress: Progress?
  let rota: String?
  let error: String?
  let message: String?
  let madeAt: Instant
  let endedAt: Instant?

  init(_ job: RotaJob) {
    self.job = job.id.rawValue
    self.week = "\(job.request.week)"
    self.state = job.state.rawValue
    self.askedBy = job.askedBy
    self.worker = job.worker
    self.attempt = job.attempt
    self.progress = job.progress.map {
      Progress(seq: $0.seq, phase: $0.phase.rawValue, cost: $0.cost, bound: $0.bound, leftOut: $0.leftOut, at: $0.at)
    }
    self.rota = job.rota?.rawValue
    self.error = job.error
    self.message = job.message
    self.madeAt = job.madeAt
    self.endedAt = job.endedAt
  }

  /// The rota, why it failed, or how far it is.
  private var standing: String {
    if let rota = self.rota { return "rota \(rota)" }
    if let error = self.error { return "\(error): \(self.message ?? "")" }
    return self.progress.map { "cost \($0.cost), left out \($0.leftOut)" } ?? ""
  }

  static func table(_ jobs: [JobReport]) -> String {
    var table = TextTable([("job", .left), ("week", .left), ("state", .left), ("asked by", .left), ("", .left)])
    for job in jobs { table.add(job.job, job.week, job.state, job.askedBy, job.standing) }
    return table.text
  }
}
