// SPDX-License-Identifier: Apache-2.0

extension ScoringPlan {
  /// How the home languages of one cell stand to the norms. The cell is ASCII; languages are separated by semicolons
  /// or spaces. Where there are no norms to apply it makes no difference what comes out.
  public func languages(_ cell: UnsafeRawBufferPointer) -> PlanChild.Languages {
    self.languages?.standing(of: cell) ?? .listed
  }

  /// Takes one row's answers.
  ///
  /// - Parameters:
  ///   - bounds: the cells of the row: cell `c` is `bytes[bounds[2c]..<bounds[2c + 1]]`. Every cell is ASCII
  ///     without NUL.
  ///   - columns: by item, the cell that holds its answer.
  /// - Returns: `false` when a cell holds a code that is not found: the slow twin must see the row.
  public func readAnswers(
    in bytes: UnsafeRawBufferPointer, bounds: [Int], columns: [Int], into scratch: inout PlanScratch
  ) -> Bool {
    guard columns.count == self.items.count, scratch.responses.count == self.items.count else { return false }
    for item in columns.indices {
      let cell = columns[item] * 2
      let (begin, end) = (bounds[cell], bounds[cell + 1])
      guard begin < end else {
        scratch.responses[item] = AnswerSheet.blank
        continue
      }
      let text = UnsafeRawBufferPointer(rebasing: bytes[begin..<end])
      let response = self.codes.response(text, in: self.items[item].table)
      guard response >= 0 else { return false }
      scratch.responses[item] = response
    }
    return true
  }

  /// Scores the answers taken last and writes `,age_months,<every score>,band,tier,flags,screener,version,hash` with
  /// its line end: a row of a score file from behind the child's reference.
  ///
  /// - Returns: whether the row came to what the screener is for: a band, or that the norms do not cover the child;
  ///   any score where the screener has no bands.
  public func score(_ child: PlanChild, _ scratch: inout PlanScratch, to output: inout ByteOutput) -> Bool {
    scratch.flagCount = 0
    scratch.isMissingFlagged = false
    scratch.nearestAge = nil
    if child.age.correctedMonths != nil { scratch.raise(self.flags.preterm) }
    var months = child.age.months
    var isNormed = true
    var band: PlanBand?
    output.put(0x2C)
    if self.placed(&months, &scratch) {
      output.put(number: months)
      self.checkNormsApply(child.languages, isNormed: &isNormed, &scratch)
      self.tallySections(atMonths: months, &scratch)
      self.makeScores(atMonths: months, isNormed: &isNormed, &scratch, to: &output)
      band = self.band(isNormed: isNormed, &scratch)
    } else {
      output.put(number: months)
      for index in self.steps.indices {
        scratch.scores[index] = PlanScratch.Score()
        output.put(0x2C)
      }
    }
    output.put(0x2C)
    if let band { self.texts.write(band.text, to: &output) }
    output.put(0x2C)
    if let band, let tier = band.tiers[child.concerns & (band.tiers.count - 1)] {
      self.texts.write(tier, to: &output)
    }
    output.put(0x2C)
    self.writeFlags(scratch, to: &output)
    output.put(self.tail)
    return self.bands.isEmpty ? scratch.scores.contains { $0.isThere } : band != nil
  }

  /// Moves `months` to the nearest age in range where the screener does that; `false` when it refuses the age.
  private func placed(_ months: inout Int, _ scratch: inout PlanScratch) -> Bool {
    if self.policy.range.contains(months) { return true }
    switch self.policy.outside {
    case .refuse:
      scratch.raise(self.flags.ageOutside)
      return false
    case .nearestFlagged:
      months = months < self.policy.range.lowest ? self.policy.range.lowest : self.policy.range.highest
      scratch.raise(self.flags.ageNearest)
      scratch.nearestAge = months
      return true
    }
  }

  private func checkNormsApply(
    _ languages: PlanChild.Languages, isNormed: inout Bool, _ scratch: inout PlanScratch
  ) {
    guard let rule = self.languages else { return }
    switch languages {
    case .listed: break
    case .notStated where rule.notStated == .applyFlagged: scratch.raise(self.flags.languageNotStated)
    case .notStated, .notListed:
      isNormed = false
      scratch.raise(self.flags.otherLanguage)
    }
  }

  private func band(isNormed: Bool, _ scratch: inout PlanScratch) -> PlanBand? {
    guard isNormed else { return self.notNormed }
    guard let bandScore = self.bandScore else { return nil }
    let score = scratch.scores[bandScore]
    if score.hasNumber {
      for band in self.bands where band.contains(score.number) { return band }
    }
    if !scratch.isMissingFlagged { scratch.raise(self.bandMissing) }
    return nil
  }

  private func writeFlags(_ scratch: borrowing PlanScratch, to output: inout ByteOutput) {
    for index in 0..<scratch.flagCount {
      if index > 0 { output.put(0x20) }
      let flag = scratch.flags[index]
      self.texts.write(flag, to: &output)
      if flag == self.flags.ageNearest, let age = scratch.nearestAge { output.put(number: age) }
    }
  }
}
