// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// How rotas are written down when they are kept: the rota exchange format, which lives at the rim.
public struct RotaFormat: Sendable {
  public let write: @Sendable (RotaProblem, RotaAnswer) throws -> (problem: String, answer: String)
  public let read: @Sendable (_ problem: String, _ answer: String) throws -> (RotaProblem, RotaAnswer)

  public init(
    write: @escaping @Sendable (RotaProblem, RotaAnswer) throws -> (problem: String, answer: String),
    read: @escaping @Sendable (_ problem: String, _ answer: String) throws -> (RotaProblem, RotaAnswer)
  ) {
    self.write = write
    self.read = read
  }
}
