// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// Rota problems as JSON, format `elsec-rota/1`.
///
/// Reading is strict about what it knows: a wrong type, a time that is not `HH:MM` (00:00 to 24:00), a
/// reference to nothing are refused with the path of the value, such as `visits[3].windows[0].start`.
/// Keys it does not know are passed over and are not written again. `null` stands for an absent value
/// everywhere but inside `pin`.
public enum RotaProblemFile {
  public static let format = "elsec-rota/1"

  /// - Throws: ``Vocabulary/Fault`` `rota.file-malformed`, `rota.format-unknown` or `rota.problem-invalid`,
  ///   its place the path of the first bad value.
  public static func decode(_ bytes: [UInt8]) throws -> RotaProblem {
    try RotaJSON.decode(ProblemJSON.self, from: bytes, format: self.format).problem()
  }

  /// One line of JSON ended by a line feed: keys sorted, defaults written out, the same bytes for the same
  /// problem. What it writes, ``decode(_:)`` reads back as an equal value.
  public static func encode(_ problem: RotaProblem) throws -> [UInt8] {
    try RotaJSON.encode(ProblemJSON(problem))
  }
}
