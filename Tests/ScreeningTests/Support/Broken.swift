// SPDX-License-Identifier: Apache-2.0

import Screening

/// The findings of one rule on the worked example after `change`, as `path: message`.
func findings(
  of rule: String,
  after change: (inout ScreenerDefinition) -> Void
) -> [String] {
  var definition = OpenDemo.definition
  change(&definition)
  return DefinitionCheck.findings(in: definition).filter { $0.rule == rule }.map {
    "\($0.path): \($0.message)"
  }
}
