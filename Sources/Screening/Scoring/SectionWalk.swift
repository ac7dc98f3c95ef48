// SPDX-License-Identifier: Apache-2.0

/// The path of one child through one section: where it began, how far back it went, where it stopped.
///
/// The same walk serves finished answers and answers still being entered, so that what is asked and what is
/// scored can never differ.
///
/// *Basal.* From the start item the walk looks for `run` responses in a row that the basal accepts, beginning
/// with the lowest item given. At the first one that is not accepted it steps back one item and looks again,
/// until the run is found or the first item is reached. *Ceiling.* From the lowest item given, in item order,
/// the first `run` responses in a row that the ceiling counts end the section. An unanswered item breaks
/// either run. *Two basals.* Where the definition takes the run nearest the ceiling, the last run before the ceiling
/// (or before the end) is the basal, and everything below its first item is credited, also what was missed.
struct SectionWalk: Equatable {
  enum Outcome: Equatable {
    /// Nothing can be said before this item of the section has come up.
    case needs(Int)
    case complete
  }

  let outcome: Outcome
  let start: Int
  /// The lowest item given.
  let lowest: Int
  /// The section has a basal rule and its run was found from `lowest` on.
  let hasBasal: Bool
  /// The first item that is not credited: `lowest`, or where the run nearest the ceiling begins. 0 without a basal.
  let credited: Int
  /// The last item of the run that reached the ceiling.
  let ceiling: Int?

  /// - Parameters:
  ///   - responses: of the whole screener; the section's begin at its offset.
  ///   - start: see ``PreparedSection/start(atMonths:)``.
  init(_ section: PreparedSection, _ responses: [Int16], start: Int) {
    let count = section.items.count
    var lowest = start
    var hasBasal = false
    self.start = start
    if let basal = section.basal {
      search: while true {
        var met = lowest + basal.run <= count
        for index in lowest..<min(lowest + basal.run, count) {
          let response = responses[section.offset + index]
          if response == AnswerSheet.unseen {
            self.outcome = .needs(index)
            self.lowest = lowest
            self.hasBasal = false
            self.credited = 0
            self.ceiling = nil
            return
          }
          if response < 0 || !section.options[Int(response)].meetsBasal {
            met = false
            break
          }
        }
        if met {
          hasBasal = true
          break search
        }
        guard basal.reverse, lowest > 0 else { break search }
        lowest -= 1
      }
    }
    self.lowest = lowest
    self.hasBasal = hasBasal
    func credited(upTo end: Int) -> Int {
      guard hasBasal, let basal = section.basal, basal.creditBelow else { return 0 }
      guard basal.double == .nearestCeiling else { return lowest }
      // From the end down: once a run is long enough it is followed to its first item.
      var (first, length) = (end, 0)
      for index in (lowest..<end).reversed() {
        let response = responses[section.offset + index]
        guard response >= 0, section.options[Int(response)].meetsBasal else {
          if length >= basal.run { break }
          length = 0
          continue
        }
        (first, length) = (index, length + 1)
      }
      return length >= basal.run ? first : lowest
    }
    var run = 0
    for index in lowest..<count {
      let response = responses[section.offset + index]
      if response == AnswerSheet.unseen {
        self.outcome = .needs(index)
        self.credited = hasBasal && section.basal?.creditBelow == true ? lowest : 0
        self.ceiling = nil
        return
      }
      guard let ceiling = section.ceiling else { continue }
      run = response >= 0 && section.options[Int(response)].countsToCeiling ? run + 1 : 0
      if run == ceiling.run {
        self.outcome = .complete
        self.credited = credited(upTo: index + 1)
        self.ceiling = index
        return
      }
    }
    self.outcome = .complete
    self.credited = credited(upTo: count)
    self.ceiling = nil
  }
}
