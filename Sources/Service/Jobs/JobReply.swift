// SPDX-License-Identifier: Apache-2.0

import Handlers
import SchedulingSolver
import Storage
import StrictJSON
import Vocabulary
import Wire

/// A job as the wire shows one.
enum JobReply {
  static let shape = Shape.object([
    Field("job", .text), Field("state", .oneOf(JobState.allCases.map(\.rawValue))), Field("askedBy", .text),
    Field("madeAt", .text), Field("endedAt", .text, optional: true), Field("attempt", .whole),
    Field("rota", .text, optional: true, "the draft, when done"),
    Field("error", .text, optional: true, "the code of what went wrong, when failed"),
    Field("progress", Self.progress, optional: true),
  ])

  private static let progress = Shape.object([
    Field("seq", .whole), Field("phase", .text), Field("cost", .whole), Field("bound", .whole, optional: true),
    Field("leftOut", .whole), Field("at", .text),
  ])

  static func of(_ job: RotaJob) -> JSONValue {
    .members([
      "job": .text(job.id.rawValue), "state": .text(job.state.rawValue), "askedBy": .text(job.askedBy),
      "madeAt": .text("\(job.madeAt)"), "endedAt": job.endedAt.map { .text("\($0)") }, "attempt": .whole(job.attempt),
      "rota": job.rota.map { .text($0.rawValue) }, "error": job.error.map { .text($0) },
      "progress": job.progress.map { .object(Self.progress($0)) },
    ])
  }

  private static func progress(_ progress: JobProgress) -> JSONObject {
    var members = JSONObject()
    members["seq"] = .whole(progress.seq)
    members["phase"] = .text(progress.phase.rawValue)
    members["cost"] = .whole(progress.cost)
    members["bound"] = progress.bound.map { .whole($0) }
    members["leftOut"] = .whole(progress.leftOut)
    members["at"] = .text("\(progress.at)")
    return members
  }

  /// The params of a `job.progress` notification.
  static func news(_ job: RotaJob) -> JSONValue {
    var members = job.progress.map(Self.progress) ?? JSONObject()
    members["job"] = .text(job.id.rawValue)
    members["state"] = .text(job.state.rawValue)
    return .object(members)
  }
}
