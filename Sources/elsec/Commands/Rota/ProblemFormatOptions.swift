// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import Scheduling

/// In which form a problem is handed over.
enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
  case rota, solomon
}

extension Scheduling.RoutingDistance: ExpressibleByArgument {}

struct ProblemFormatOptions: ParsableArguments {
  @Option(help: "Form of the problem: rota, or solomon for the text format of Solomon's instances.")
  var format: ProblemFormat = .rota
  @Option(
    help: "For solomon: exact Euclid in double precision, or truncated-1, cut after one decimal as in DIMACS.")
  var distance: RoutingDistance = .exact

  func validate() throws {
    guard self.format == .solomon || self.distance == .exact else {
      throw ValidationError("--distance is for --format solomon; a rota's travel is in its file")
    }
  }
}
