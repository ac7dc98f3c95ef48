// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// A form of weighted questions as another format says it, on its way to a definition.
struct ScreenerForm {
  struct Answer: Hashable {
    var code: String
    var label: String?
    var value: ResponseSet.Value
  }

  enum Answers: Hashable {
    case options([Answer])
    case numbers(InclusiveRange)
  }

  struct Group: Hashable {
    var id: String
    var title: String
    /// Completed months; `nil`: all that the screener is for.
    var ages: InclusiveRange?
    /// The name of the response set; `nil`: one is made.
    var responses: String?
  }

  struct Item {
    /// How the file names it.
    var name: String
    var code: String
    var text: String?
    var reverse = false
    var answers: Answers
    var group: Group
  }

  struct Total {
    var name: String
    /// Names of items as ``Item/name`` has them.
    var items: Set<String>
  }

  /// What the file calls itself, for an id when none is given.
  var name: String?
  var title: String
  /// Two letters.
  var language = "en"
  var version: ScreenerVersion
  var date: CivilDate?
  var holder: String?
  var spdx: String?
  /// Where the file is from.
  var source: String
  var ages: InclusiveRange?
  var items: [Item] = []
  var totals: [Total] = []
  /// Keys of a definition that came along word for word.
  var parts: [DefinitionParts.Part] = []
  var notes: [String] = []
  /// `fhir` or `redcap`, for faults.
  var fault: Fault.Code
}
