// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Vocabulary

/// The shipped demo screener in a folder of its own, to be broken.
struct DemoScreener {
  let folder: TemporaryFolder

  init() throws {
    self.folder = try TemporaryFolder()
    for name in ["screener.yaml", "demo-total.lms.csv", "cases.csv"] {
      try self.folder.write(try Content.text("Screeners/elsec-open-demo/\(name)"), to: name)
    }
  }

  /// Replaces the first `old` in a file; a text that does not hold it is a mistake of the test.
  func replace(_ old: String, with new: String, in file: String = "screener.yaml") throws {
    let url = self.folder.url.appending(path: file)
    var text = try String(contentsOf: url, encoding: .utf8)
    guard let range = text.range(of: old) else { throw Missing(text: old) }
    text.replaceSubrange(range, with: new)
    try Data(text.utf8).write(to: url)
  }

  struct Missing: Error { let text: String }

  /// `code at file:line:column: message | hint` for each finding, the folder's path left out.
  func findings() -> [String] {
    ScreenerReading(at: self.folder.path).findings.map { fault in
      let place = (fault.place ?? "").replacingOccurrences(of: self.folder.path + "/", with: "")
      return "\(fault.code.name) at \(place): \(fault.message) | \(fault.hint ?? "")"
    }
  }
}
