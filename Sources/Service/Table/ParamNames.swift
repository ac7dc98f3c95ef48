// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import StrictJSON
import Vocabulary

/// How places that operations name are called in params.
enum ParamNames {
  private static let members = [
    "child_ref": "child", "birth_date": "birthDate", "test_date": "testDate",
  ]

  /// `U3` of a call with answers is `answers.U3`; what is not known stays as it is.
  static func path(of place: String, in params: JSONObject) -> String {
    if let member = self.members[place] { return member }
    if let answers = params["answers"]?.object, answers[place] != nil { return "answers.\(place)" }
    return place
  }
}

extension Fault {
  /// Where files and forms name a place in words of their own, the params' member that is meant.
  func placed(in params: JSONObject) -> Fault {
    guard let place = self.place else { return self }
    var fault = self
    // An item that nobody knows is a word that someone typed.
    fault.place = self.code == .unknownItem ? "answers" : ParamNames.path(of: place, in: params)
    return fault
  }
}
