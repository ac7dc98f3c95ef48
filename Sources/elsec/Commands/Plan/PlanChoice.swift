// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

/// The plan that is meant: the one named, or the only one there is.

struct PlanChoice: ParsableArguments {
  @Option(help: "The plan's id; not needed where there is only one.")
  var plan: String?

  func id(_ session: StoreOptions.Session) async throws -> PlanID {
    if let plan = self.plan { return PlanID(plan) }
    let plans = try await ListPlans.run((), in: session.practice, as: session.person)
    guard plans.count == 1 else {
      throw Fault(
        plans.isEmpty ? .notFound : .usage, "there are \(plans.count) plans",
        maybe: plans.isEmpty ? "run 'elsec plan new'" : "name one with --plan")
    }
    return plans[0].id
  }
}
