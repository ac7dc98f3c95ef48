// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

enum CohortMethods {
  static let all: [Method] = [
    // A summary leaves, so it is a release: both stand in the ledger.
    .writing(
      SummariseCohort.self, "Children by band, before and after, through disclosure control.", SummaryParams.fields,
      gives: SummaryReply.shape, errors: [.notFound, .notValid], input: { try SummaryParams.input($0) },
      output: SummaryReply.of),
    .writing(
      SummariseCohort.self, named: "cohort.release", "The same for an audience that is named.",
      SummaryParams.fields + [SummaryParams.audience], gives: SummaryReply.shape, errors: [.notFound, .notValid],
      input: { try SummaryParams.input($0) }, output: SummaryReply.of),
    .reading(
      ListReleases.self, "What has left so far: which table, for whom, by whom, when.",
      gives: .object([
        Field(
          "releases",
          .list(
            of: .object([
              Field("id", .text), Field("at", .text), Field("by", .text), Field("audience", .text),
              Field("policy", .text), Field("specification", .text),
            ])))
      ]),
      input: { _ in },
      output: { releases in
        .members([
          "releases": .list(
            releases.map {
              .members([
                "id": .text($0.id.rawValue), "at": .text("\($0.at)"), "by": .text($0.by),
                "audience": .text($0.audience),
                "policy": .text($0.policy), "specification": .text($0.specification),
              ])
            })
        ])
      }),
  ]
}
