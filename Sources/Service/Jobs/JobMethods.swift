// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

enum JobMethods {
  static let all: [Method] = [
    .writing(
      SubmitRotaJob.self, named: "rota.plan",
      "Asks for a week's rota. A worker makes it; the answer is the job, the rota stands as a draft when the job is done.",
      [
        Field("week", .text, "such as 2026-W49"),
        Field("timeLimitSeconds", .whole(1...3600), optional: true, "60 unless told"),
        Field("seed", .whole(0 ... .max), optional: true), Field("threads", .whole(1...16), optional: true),
        Field("iterations", .whole(0 ... .max), optional: true),
      ],
      gives: JobReply.shape, errors: [.notValid],
      input: { call in
        .init(
          week: try call.params.week("week"),
          timeLimitSeconds: try call.params.optionalWhole("timeLimitSeconds") ?? 60,
          seed: UInt64(try call.params.optionalWhole("seed", in: 0 ... .max) ?? 1),
          threads: try call.params.optionalWhole("threads") ?? 1,
          iterations: try call.params.optionalWhole("iterations"))
      }, output: JobReply.of),
    .reading(
      GetJob.self, "How a job stands.", [Field("job", .text)], gives: JobReply.shape, errors: [.notFound],
      input: { try $0.params.id("job") }, output: JobReply.of),
    .reading(
      GetJob.self, named: "job.watch",
      "How a job stands; then, as long as it goes on, job.progress notifications, at most 2 a second.",
      [Field("job", .text)], gives: JobReply.shape, errors: [.notFound], input: { try $0.params.id("job") },
      output: JobReply.of),
    .writing(
      CancelJob.self, "Ends a job that is not wanted any more; one that has ended stays as it is.",
      [Field("job", .text)],
      gives: JobReply.shape, errors: [.notFound], input: { try $0.params.id("job") }, output: JobReply.of),
  ]
}
