// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import MadeUpArea
import Vocabulary

struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "The main job, whole, on a made-up area.",
    discussion: """
      Every step is a command that you could type yourself; the demo prints it, runs it, and says what it was \
      for. It leaves a store, rota.html, calendar files and summary.csv in its folder.
      """)

  @Option(help: "The folder to work in; it is made, or emptied when an earlier demo made it.")
  var dir: String = "demo"
  @Option(help: "Another seed makes up other children and searches the rota differently.")
  var seed: UInt64 = 1
  @Option(name: .customLong("rota-seconds"), help: "How long the rota is searched for.")
  var rotaSeconds: Double = 20
  @Flag(name: .customLong("files-only"), help: "Write the made-up area's files and end.")
  var filesOnly = false
  @OptionGroup var content: ContentOptions

  func run() async throws {
    let began = ContinuousClock.now
    let stage = try DemoStage(folder: self.dir, content: try self.content.root().path)
    let area = FictionalArea(seed: self.seed)
    if self.filesOnly {
      for file in area.files { try Disk.write(file.text, to: file.name) }
      return Output.line("wrote \(area.files.count) files to \(stage.folder)")
    }
    try await DemoStory(stage: stage, area: area, seed: self.seed, rotaSeconds: self.rotaSeconds).tell()
    let seconds = began.duration(to: .now).components.seconds
    stage.say(
      """
      Done in \(seconds) seconds. In \(stage.folder):
        rota.html     the week a person, a map, what is left out and why; open it, or print it on A4
        *.ics         one calendar a person
        summary.csv   the figures that left, each safe to show
        plan.md       the inclusion plan with its frozen evidence
        elsec.db      the store; go on with: elsec --help
      Everything in them is made up.
      """)
  }
}
