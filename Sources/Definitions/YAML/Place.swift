// SPDX-License-Identifier: Apache-2.0

/// Where in a definition file something stands. Text form `screener.yaml:12:5`; line and column count from 1,
/// the column in Unicode scalars.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int

  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  package var description: String { "\(self.file):\(self.line):\(self.column)" }
}
