// SPDX-License-Identifier: Apache-2.0

/// The home languages that a screener's norms are for, found by their bytes.
struct PlanLanguages: Sendable {
  let notStated: NormsApply.NotStated
  private let keys: [UInt64]

  /// `nil` when a listed language is not up to eight ASCII characters, as every CBDS code is.
  init?(_ rule: NormsApply) {
    let keys = rule.homeLanguages.compactMap { PlanCodes.key($0) }
    guard keys.count == rule.homeLanguages.count else { return nil }
    self.keys = keys
    self.notStated = rule.notStated
  }

  /// How the languages of one cell, separated by semicolons or spaces, stand to the norms.
  ///
  /// - Parameter cell: ASCII.
  func standing(of cell: UnsafeRawBufferPointer) -> PlanChild.Languages {
    var standing = PlanChild.Languages.notStated
    var begin = 0
    for end in 0...cell.count where end == cell.count || cell[end] == 0x3B || cell[end] == 0x20 {
      if end > begin {
        let word = UnsafeRawBufferPointer(rebasing: cell[begin..<end])
        guard let key = PlanCodes.key(word), self.keys.contains(key) else { return .notListed }
        standing = .listed
      }
      begin = end + 1
    }
    return standing
  }
}
