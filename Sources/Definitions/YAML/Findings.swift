// SPDX-License-Identifier: Apache-2.0

package import Vocabulary

/// Everything found wrong with a definition while it was read, in the order of finding.
///
/// A reader goes on after a finding, so that one look at a file names all of its mistakes.
package final class Findings {
  package private(set) var faults: [Fault] = []

  package init() {}

  package var isEmpty: Bool { self.faults.isEmpty }

  package func add(_ fault: Fault) { self.faults.append(fault) }

  /// Everything that was found in another file on the way.
  package func add(_ other: Findings) { self.faults += other.faults }

  package func add(
    _ code: Fault.Code,
    _ message: String,
    at place: Place,
    maybe hint: String,
    fileID: String = #fileID,
    line: Int = #line
  ) {
    self.add(
      Fault(code, message, at: place.description, maybe: hint, fileID: fileID, line: line)
    )
  }
}
