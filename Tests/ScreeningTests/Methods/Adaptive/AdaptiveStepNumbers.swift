// SPDX-License-Identifier: Apache-2.0

import Screening

extension AdaptiveStep {
  var estimate: AbilityEstimate? {
    switch self {
    case .ask(_, _, let estimate), .stop(_, let estimate): estimate
    }
  }

  var position: Int? {
    guard case .ask(let position, _, _) = self else { return nil }
    return position
  }

  var reason: StopReason? {
    guard case .stop(let reason, _) = self else { return nil }
    return reason
  }
}
