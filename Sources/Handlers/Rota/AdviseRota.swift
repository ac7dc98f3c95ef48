// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import SchedulingSolver
public import Storage

/// What half a day of one more person of each role or skill would serve in a kept rota.
public enum AdviseRota: Operation {
  public struct Input: Sendable {
    public let rota: GetRota.Input
    public let options: HalfDayAdvisor.Options

    public init(rota: GetRota.Input, options: HalfDayAdvisor.Options = HalfDayAdvisor.Options()) {
      self.rota = rota
      self.options = options
    }
  }

  public static let name = "rota.advise"
  public static let roles: Set<Role> = .managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> (rota: KeptRota, advice: HalfDayAdvice) {
    let rota = try await GetRota.run(input.rota, in: practice, as: person)
    let advice = try await HalfDayAdvisor.advise(on: rota.answer, of: rota.problem, options: input.options)
    return (rota, advice)
  }
}
