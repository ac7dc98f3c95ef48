// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// Rotas as JSON, format `elsec-rota-answer/1`.
///
/// Reading checks form only: an answer may name visits that do not exist or break any rule, which is for
/// the referee to say. Keys it does not know are passed over and are not written again.
public enum RotaAnswerFile {
  public static let format = "elsec-rota-answer/1"

  /// - Throws: ``Vocabulary/Fault`` `rota.file-malformed` or `rota.format-unknown`, its place the path of the
  ///   first bad value.
  public static func decode(_ bytes: [UInt8]) throws -> RotaAnswer {
    try RotaJSON.decode(AnswerJSON.self, from: bytes, format: self.format).answer()
  }

  /// One line of JSON ended by a line feed: keys sorted, the same bytes for the same answer. `cost` and
  /// `bound` are left out when they are `nil`.
  public static func encode(_ answer: RotaAnswer) throws -> [UInt8] {
    try RotaJSON.encode(AnswerJSON(answer))
  }
}
