// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import Vocabulary

/// Runs one command and turns what went wrong into one line, a hint and an exit status.
@main
struct Main {
  static func main() async {
    // A reader that goes away (`elsec … | head`) ends the writing, not the process by a signal.
    signal(SIGPIPE, SIG_IGN)
    let status = await run(Array(CommandLine.arguments.dropFirst()))
    fflush(nil)
    exit(status)
  }

  /// The exit status of the command that `arguments` ask for, after it has run.
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      try await perform(arguments)
      return 0
    } catch let fault as Fault {
      report(fault)
      return fault.code.kind.rawValue
    } catch let left as ExitCode {
      return left.rawValue
    } catch {
      guard Elsec.exitCode(for: error) != .success else {
        Output.write(Elsec.fullMessage(for: error) + "\n")
        return 0
      }
      let usage = Elsec.usageFault(for: error, arguments)
      report(usage)
      return usage.code.kind.rawValue
    }
  }

  /// - Throws: what the command throws; a `Fault` for everything a person can act on.
  static func perform(_ arguments: [String]) async throws {
    var command = try Elsec.parseAsRoot(arguments)
    if var waiting = command as? any AsyncParsableCommand {
      try await waiting.run()
    } else {
      try command.run()
    }
  }

  /// One line, and what to try: a fault without a hint of its own gets the usual one of its kind.
  static func report(_ fault: Fault) {
    var shown = fault
    shown.hint = fault.hint ?? fault.code.kind.usualHint
    Output.complain("elsec: \(shown)\n")
  }
}
