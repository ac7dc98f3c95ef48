// SPDX-License-Identifier: Apache-2.0

extension ScoringPlan {
  /// Makes every score and writes each behind a comma.
  ///
  /// - Parameter isNormed: whether the norms may be applied; turns false where they have no value.
  func makeScores(
    atMonths months: Int, isNormed: inout Bool, _ scratch: inout PlanScratch, to output: inout ByteOutput
  ) {
    for index in self.steps.indices {
      output.put(0x2C)
      scratch.scores[index] = PlanScratch.Score()
      switch self.steps[index] {
      case .sum(let sum): self.sum(sum, index, &scratch, to: &output)
      case .add(let parts):
        var points = 0
        var isThere = true
        for part in parts {
          let score = scratch.scores[self.parts[part]]
          isThere = isThere && score.isThere
          points += score.points
        }
        if isThere { Self.set(points, index, &scratch, to: &output) }
      case .derived(let step):
        guard isNormed || !step.isNorm, scratch.scores[step.of].hasNumber else { continue }
        self.derive(step, index, atMonths: months, isNormed: &isNormed, &scratch, to: &output)
      case .never: continue
      }
    }
  }

  private static func set(_ points: Int, _ index: Int, _ scratch: inout PlanScratch, to output: inout ByteOutput) {
    scratch.scores[index] = PlanScratch.Score(
      isThere: true, hasNumber: true, points: points, number: Double(points))
    output.put(number: points)
  }

  private func sum(_ sum: PlanStep.Sum, _ index: Int, _ scratch: inout PlanScratch, to output: inout ByteOutput) {
    var (points, missing, isEmpty) = (0, 0, false)
    for part in sum.parts {
      let tally = scratch.tallies[self.parts[part]]
      guard tally.isThere else { return }
      points += tally.points
      missing += tally.missing
      if tally.counted == 0 { isEmpty = true }
    }
    guard missing > 0 else { return Self.set(points, index, &scratch, to: &output) }
    var prorating = PlanProrating()
    var isAllowed = missing <= sum.allow && sum.prorates && !isEmpty
    if isAllowed {
      for part in sum.parts where isAllowed {
        let tally = scratch.tallies[self.parts[part]]
        isAllowed = prorating.add(
          points: tally.points, items: tally.counted + tally.missing, counted: tally.counted)
      }
    }
    guard isAllowed else {
      scratch.raise(sum.missing)
      scratch.isMissingFlagged = true
      return
    }
    scratch.raise(sum.prorated)
    Self.set(prorating.points, index, &scratch, to: &output)
  }

  private func derive(
    _ step: PlanStep.Derived, _ index: Int, atMonths months: Int, isNormed: inout Bool,
    _ scratch: inout PlanScratch, to output: inout ByteOutput
  ) {
    let points = scratch.scores[step.root].points
    let month = months - self.policy.range.lowest
    let slot = step.slots + ((month &* step.stride &+ (points &- step.lowest)) & step.mask)
    let entry: PlanMemo.Entry
    if let known = scratch.memo.recall(slot, points: points, months: months, to: &output) {
      entry = known
    } else {
      let begin = output.count
      var made = step.formula.entry(of: scratch.scores[step.of].number, month: month, to: &output)
      made.points = points
      made.months = Int32(truncatingIfNeeded: months)
      scratch.memo.keep(made, at: slot, textFrom: begin, of: output)
      entry = made
    }
    switch entry.outcome {
    case .unused, .absent: break
    case .number: scratch.scores[index] = PlanScratch.Score(isThere: true, hasNumber: true, number: entry.number)
    case .interval: scratch.scores[index].isThere = true
    case .outsideNorms:
      isNormed = false
      scratch.raise(self.flags.outsideNorms)
    }
    if entry.isClipped { scratch.raise(step.clipped) }
  }
}
