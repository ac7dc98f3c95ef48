// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct WorkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work", abstract: "Make the rotas that are asked for with 'rota plan --queue', one after the other.",
    discussion: """
      Any number of workers on any machines share the jobs of a store, those of every area. A worker that is killed
      loses its job to the next one when its lease has run out, and that one goes on from the best rota so far. SIGTERM
      and SIGINT stop a worker at once: its job waits again, with the best rota so far. A line a job is printed.
      """)

  @Option(help: "What the worker is called in jobs and in the audit; no other has the same (made up unless given).")
  var name: String?
  @Option(help: "Seconds after which the job of a silent worker is taken by another, 2 to 3600.")
  var lease = 30
  @Flag(help: "Do one job and end; exit status 1 when none is waiting.")
  var once = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard (2...3600).contains(self.lease) else {
      throw ValidationError("--lease takes 2 to 3600 seconds, not \(self.lease)")
    }
    if let name = self.name, name.isEmpty { throw ValidationError("--name takes a name") }
  }

  func run() async throws {
    let store = try await self.options.open()
    do {
      let worker = Worker(
        name: self.name ?? WorkerName.made(), lease: .seconds(self.lease),
        practice: try self.options.practice(with: store))
      try await self.work(worker)
      try await store.close()
    } catch {
      try? await store.close()
      throw error
    }
  }

  private func work(_ worker: Worker) async throws {
    let isOnce = self.once
    let task = Task {
      guard isOnce else {
        return try await worker.work(report: { Self.tell($0) }, away: { Main.report($0) })
      }
      guard let worked = try await worker.workOnce() else {
        throw Fault(.notFound, "no job is waiting", maybe: "ask for a rota with 'elsec rota plan --queue'")
      }
      Self.tell(worked)
    }
    let signals = StopSignals { task.cancel() }
    defer { signals.end() }
    try await task.value
  }

  /// `job 0198… 2026-W49 done, rota 0198…`
  private static func tell(_ worked: WorkedJob) {
    let end =
      switch worked.end {
      case .done(let rota): "done, rota \(rota)"
      case .failed(let code, let sentence): "failed, \(code): \(sentence)"
      case .cancelled: "cancelled"
      case .lost: "lost to another worker, nothing kept"
      case .released: "given back"
      }
    let week = worked.record.week.map { " \($0)" } ?? ""
    Output.line("job \(worked.record.id) \(worked.area)\(week) \(end)")
  }
}
