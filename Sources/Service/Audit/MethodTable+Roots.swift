// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Handlers
public import Storage
import Vocabulary

extension MethodTable {
  /// The latest signed root of the person's area as a note; `nil` before the first.
  public func latestAuditRoot(for person: Principal) async throws -> String? {
    do {
      return try await GetAuditRoot.run(.init(), in: self.practice, as: person).signed.note
    } catch let fault as Fault where fault.code == .notFound {
      return nil
    }
  }
}
