// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Vocabulary

/// Which rota of a week is meant.
struct RotaChoice: ParsableArguments {
  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @Option(help: "A rota's id; the latest of the week unless told.")
  var rota: String?
  @Flag(help: "The rota that people hold, even when there is a later draft.")
  var published = false

  var input: GetRota.Input {
    GetRota.Input(week: self.week, rota: self.rota.map { RotaID($0) }, onlyPublished: self.published)
  }
}
