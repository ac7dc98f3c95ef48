// SPDX-License-Identifier: Apache-2.0

import Storage
import StrictJSON
import Vocabulary
import Wire

/// A child as the wire shows one: what `child.put` takes, less the identifiers.
enum ChildReply {
  static let shape = Shape.object(ChildParams.fields.filter { !["upn", "nhsNumber"].contains($0.name) })

  static func of(_ child: ChildRecord) -> JSONValue {
    .members([
      "id": .text(child.id.rawValue), "setting": child.setting.map { .text($0.rawValue) },
      "givenName": .text(child.givenName), "familyName": .text(child.familyName),
      "birthDate": .text("\(child.birthDate)"), "sex": child.sex.map { .text($0.rawValue) },
      "homeLanguages": child.homeLanguages.isEmpty ? nil : .texts(child.homeLanguages),
      "eal": child.learnsEnglishAsAdditional.map { .bool($0) }, "fsm": child.freeSchoolMeals.map { .bool($0) },
      "sen": child.senStatus.map { .text($0.rawValue) },
      "deprivationDecile": child.deprivationDecile.map { .whole($0) },
      "weeksGestation": child.weeksGestation.map { .whole($0) },
      "englishExposure": child.englishExposure.map { .whole($0) },
      "monthsInEnglish": child.monthsInEnglish.map { .whole($0) },
      "yearGroup": child.yearGroupOverride.map { .text("\($0)") }, "optedOut": child.optedOut.map { .text("\($0)") },
      "optOutSource": child.optOutSource.map { .text($0) }, "diedOn": child.diedOn.map { .text("\($0)") },
    ])
  }
}
