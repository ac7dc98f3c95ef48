// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Scheduling
import Vocabulary

/// Which rota is meant: a week's of the store, or two files.
struct RotaSource: ParsableArguments {
  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek?
  @Option(help: "A rota's id; the latest of the week unless told.")
  var rota: String?
  @Flag(help: "The rota that people hold, even when there is a later draft.")
  var published = false
  @Option(help: "A problem in the rota exchange format, instead of --week; no store is used.")
  var problem: String?
  @Option(help: "The answer to --problem.")
  var answer: String?

  enum Kind {
    case kept(GetRota.Input)
    case files(RotaProblem, RotaAnswer)
  }

  func validate() throws {
    guard (self.problem == nil) == (self.answer == nil) else {
      throw ValidationError("--problem and --answer go together")
    }
    guard (self.week == nil) != (self.problem == nil) else {
      throw ValidationError("say either --week, or --problem and --answer")
    }
    guard self.problem == nil || (self.rota == nil && !self.published) else {
      throw ValidationError("--rota and --published go with --week")
    }
  }

  /// Reads the files, if files are meant.
  func kind() throws -> Kind {
    if let week = self.week {
      return .kept(
        GetRota.Input(week: week, rota: self.rota.map { RotaID($0) }, onlyPublished: self.published))
    }
    let problem = try Disk.read(self.problem ?? "", by: RotaProblemFile.decode)
    return .files(problem, try Disk.read(self.answer ?? "", by: RotaAnswerFile.decode))
  }
}
