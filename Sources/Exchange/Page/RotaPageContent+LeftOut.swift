// SPDX-License-Identifier: Apache-2.0

public import Scheduling

extension RotaPageContent {
  /// Says of every visit that is left out what stood in the way of whom: one line of counts, then the obstacles of the
  /// two people who came nearest, or the place where it would have fitted.
  ///
  /// - Complexity: for each visit left out, people × days × starts on the grid.
  public mutating func explainLeftOut(_ answer: RotaAnswer, of problem: RotaProblem) {
    let explainer = RotaExplainer(answer, of: problem)
    for index in self.leftOut.indices {
      guard case .leftOut(let why)? = try? explainer.explain(self.leftOut[index].visit) else { continue }
      let fit = why.best == nil ? [] : Array(why.sentences.dropFirst().prefix(1))
      self.leftOut[index].obstacles =
        fit + [why.tallyText].filter { !$0.isEmpty } + (fit.isEmpty ? why.nearest(2, in: problem) : [])
    }
  }
}
