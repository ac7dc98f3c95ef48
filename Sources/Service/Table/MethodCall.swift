// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary

/// One call of a method by someone who has signed in.
struct MethodCall: Sendable {
  /// Checked against the method's description, without `key`.
  let params: JSONMembers
  /// `nil` where the caller gave none.
  let key: CallKey?
  let practice: Practice
  let person: Principal
  /// The civil date in London.
  let today: CivilDate
}
