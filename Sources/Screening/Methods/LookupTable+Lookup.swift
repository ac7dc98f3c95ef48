// SPDX-License-Identifier: Apache-2.0

extension LookupTable {
  /// The printed rows of one age band.
  struct Band: Sendable, Hashable {
    let ages: InclusiveRange
    /// By ascending raw score.
    let raws: [Int]
    let values: [Double]

    /// The value at `raw`: printed, or between its neighbours where `interpolates`. `nil` outside the printed scores.
    func value(atRaw raw: Int, interpolates: Bool) -> Double? {
      guard let above = self.raws.firstIndex(where: { $0 >= raw }) else { return nil }
      if self.raws[above] == raw { return self.values[above] }
      guard interpolates, above > 0 else { return nil }
      let (low, high) = (self.raws[above - 1], self.raws[above])
      let part = Double(raw - low) / Double(high - low)
      return self.values[above - 1] + (self.values[above] - self.values[above - 1]) * part
    }
  }

  /// The age bands in the order of the file; rows of one band stand together in a sound table.
  var bands: [Band] {
    var bands: [Band] = []
    var start = self.rows.startIndex
    while start < self.rows.endIndex {
      let end = self.rows[start...].firstIndex { $0.ages != self.rows[start].ages } ?? self.rows.endIndex
      let rows = self.rows[start..<end].sorted { $0.raw < $1.raw }
      bands.append(Band(ages: self.rows[start].ages, raws: rows.map(\.raw), values: rows.map(\.value)))
      start = end
    }
    return bands
  }
}

/// A lookup table cut into its age bands, to be read many times.
struct PreparedLookup: Sendable {
  let table: LookupTable
  let bands: [LookupTable.Band]

  init(_ table: LookupTable) {
    self.table = table
    self.bands = table.bands
  }

  /// The table's value for a raw score at an age, by the interpolation it gives leave to.
  ///
  /// Between age bands the value is taken to hold at the middle of each band, and lies on a straight line between the
  /// middles; before the first middle and after the last one it stays. `nil` for an age or a score that the table does
  /// not cover.
  func value(atMonths months: Int, raw: Int) -> Double? {
    guard let index = self.bands.firstIndex(where: { $0.ages.contains(months) }) else { return nil }
    let overRaw = self.table.interpolate == .raw || self.table.interpolate == .both
    guard let value = self.bands[index].value(atRaw: raw, interpolates: overRaw) else { return nil }
    guard self.table.interpolate == .age || self.table.interpolate == .both else { return value }
    let age = Double(months)
    let middle = Self.middle(self.bands[index].ages)
    let other = age < middle ? index - 1 : index + 1
    guard age != middle, self.bands.indices.contains(other) else { return value }
    guard let neighbour = self.bands[other].value(atRaw: raw, interpolates: overRaw) else { return nil }
    let distance = Self.middle(self.bands[other].ages) - middle
    return value + (neighbour - value) * (age - middle) / distance
  }

  /// 50.5 for a band of 48 to 53 completed months.
  private static func middle(_ ages: InclusiveRange) -> Double { Double(ages.lowest + ages.highest) / 2 }
}
