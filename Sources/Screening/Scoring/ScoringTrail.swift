// SPDX-License-Identifier: Apache-2.0

/// Collects the words of an explanation; when none is asked for, the words are never made.
struct ScoringTrail {
  private(set) var steps: [ScoringStep] = []
  let isOn: Bool

  init(isOn: Bool) { self.isOn = isOn }

  mutating func note(
    _ what: @autoclosure () -> String,
    _ detail: @autoclosure () -> String,
    _ value: @autoclosure () -> String
  ) {
    guard self.isOn else { return }
    self.steps.append(ScoringStep(what: what(), detail: detail(), value: value()))
  }
}
