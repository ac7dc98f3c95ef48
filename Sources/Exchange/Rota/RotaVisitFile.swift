// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// One visit as JSON, in the shape that visits have in a problem of format `elsec-rota/1`.
public enum RotaVisitFile {
  /// Whether places, people and series it names exist is for the problem to say.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.file-malformed`, its place the path of the first bad value.
  public static func decode(_ bytes: [UInt8]) throws -> RotaProblem.Visit {
    try RotaJSON.decode(ProblemJSON.Visit.self, from: bytes, format: nil).visit()
  }
}
