// SPDX-License-Identifier: Apache-2.0

import Screening

/// The fast way through the rows of an answer file: from bytes to bytes.
struct PlainRows {
  private let plan: ScoringPlan
  private var scratch: PlanScratch
  private var splitter: CSVSplitter
  private let row: PlainRow
  private let isStrict: Bool

  init(_ plan: ScoringPlan, _ columns: AnswerColumns, policy: AgePolicy, isStrict: Bool) {
    self.plan = plan
    self.scratch = plan.scratch()
    self.splitter = CSVSplitter(width: columns.width)
    self.row = PlainRow(columns: columns, policy: policy)
    self.isStrict = isStrict
  }

  /// Scores the row that begins at `from`; a blank line is passed over.
  ///
  /// - Returns: where the next row begins; `nil` when the row must go the plain way, and nothing is written.
  mutating func next(_ piece: UnsafeRawBufferPointer, from: Int, to output: inout ByteOutput) -> Int? {
    switch self.splitter.split(piece, from: from) {
    case .notPlain: return nil
    case .blank(let end): return end
    case .row(let end):
      let columns = self.row.columns
      guard let child = self.row.child(in: piece, bounds: self.splitter.bounds, plan: self.plan),
        self.plan.readAnswers(
          in: piece, bounds: self.splitter.bounds, columns: columns.items, into: &self.scratch)
      else { return nil }
      let begin = output.count
      let (first, last) = (self.splitter.bounds[columns.child * 2], self.splitter.bounds[columns.child * 2 + 1])
      output.put(UnsafeRawBufferPointer(rebasing: piece[first..<last]))
      let isWhole = self.plan.score(child, &self.scratch, to: &output)
      guard isWhole || !self.isStrict else {
        output.cut(to: begin)
        return nil
      }
      return end
    }
  }
}
