// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Which children the screener is for, by age and language, and when they are seen again.
extension ScreenerDecoder {
  func age(_ node: YAMLNode) -> AgePolicy? {
    guard let map = MapReader(node, ScreenerKeys.age, self.findings) else { return nil }
    let rule = map.choice("method", AgeRule.self)
    let bandOn = map.choice("band-on", AgePolicy.BandOn.self)
    let range = map["range"].flatMap(self.ages)
    let outside = map.choice("outside", AgePolicy.Outside.self)
    let preterm = map["preterm"].flatMap(self.preterm)
    guard let rule, let bandOn, let range, let outside else { return nil }
    return AgePolicy(rule: rule, bandOn: bandOn, range: range, outside: outside, preterm: preterm)
  }

  private func preterm(_ node: YAMLNode) -> AgePolicy.PretermCorrection? {
    guard let map = MapReader(node, ScreenerKeys.preterm, self.findings) else { return nil }
    let weeks = map.int("correct-if-weeks-below", in: 22...42)
    let months = map.int("until-months", in: 0...72)
    guard let weeks, let months else { return nil }
    return AgePolicy.PretermCorrection(weeksBelow: weeks, untilMonths: months)
  }

  func normsApply(_ node: YAMLNode) -> NormsApply? {
    guard let map = MapReader(node, ScreenerKeys.normsApply, self.findings) else { return nil }
    let languages = map.texts("home-language")
    let otherwise = map.choice("otherwise", NormsApply.Otherwise.self)
    let notStated =
      map["not-stated"] == nil ? .applyFlagged : map.choice("not-stated", NormsApply.NotStated.self)
    guard let languages, let otherwise, let notStated else { return nil }
    return NormsApply(homeLanguages: languages, otherwise: otherwise, notStated: notStated)
  }

  func rescreen(_ node: YAMLNode) -> RescreenRule? {
    guard let map = MapReader(node, ScreenerKeys.rescreen, self.findings) else { return nil }
    let after = map.int("after-weeks", in: 1...104)
    let gap = map.int("min-gap-weeks", in: 0...104)
    let same = map.choice("same-version", RescreenRule.SameVersion.self)
    guard let after, let gap, let same else { return nil }
    return RescreenRule(afterWeeks: after, minimumGapWeeks: gap, sameVersion: same)
  }
}
