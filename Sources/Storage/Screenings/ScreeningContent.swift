// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension ScreeningRecord {
  /// A hash of what was answered, when and by which screener: the same on a device and at the service, whoever scored
  /// it.
  public func content(by hash: Hashing) -> Digest {
    var bytes = CanonicalBytes(domain: "elsec/screening-content/1")
    let columns = [
      self.child.column, self.screener.column, self.phase.column, self.testDate.column, self.answers.column,
      self.notScreenedReason.column,
    ]
    for column in columns { bytes.append(column) }
    return hash(bytes.bytes)
  }
}
