// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// What a search came to, in a few lines.
struct SearchSummary {
  let answer: RotaAnswer
  let visits: Int

  /// `cost 4215, bound 4195, gap 0.5%, 308 of 320 visits placed`, with `, proved optimal` when no rota can cost less.
  /// The bound is absent while none is known.
  var headline: String {
    let cost = self.answer.cost ?? 0
    let gap = CostGap(cost: cost, bound: self.answer.bound)
    let known = gap.map { ", bound \($0.bound), gap \($0.text)" } ?? ""
    let proof = gap?.isClosed == true ? ", proved optimal" : ""
    return "cost \(cost)\(known), \(self.answer.assignments.count) of \(counted(self.visits, "visit")) placed\(proof)"
  }

  /// `left out, 12: nobody who may do it has 40 minutes free`, the most frequent reason first.
  var leftOut: [String] {
    LeftOutTally(self.answer.unassigned).groups.map { "left out, \($0.count): \($0.reason)" }
  }

  var text: String { ([self.headline] + self.leftOut).map { $0 + "\n" }.joined() }
}
