// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// Routes as JSON, format `elsec-routes/1`:
///
///     {"convention":"exact","distance":828.9368669428338,"format":"elsec-routes/1","instance":"C101",
///      "routes":[[5,3,7]],"vehicles":1}
///
/// `vehicles` is the number of routes; it is written for readers and not read.
public enum RoutingAnswerFile {
  public static let format = "elsec-routes/1"

  private struct Shape: Codable {
    var convention: String
    var distance: Double?
    var format: String
    var instance: String
    var routes: [[Int]]
    var vehicles: Int?
  }

  /// - Throws: ``Vocabulary/Fault`` `rota.file-malformed` or `rota.format-unknown`, its place the path of the first bad
  ///   value.
  public static func decode(_ bytes: [UInt8]) throws -> RoutingAnswer {
    let shape = try RotaJSON.decode(Shape.self, from: bytes, format: self.format)
    guard let convention = RoutingDistance(rawValue: shape.convention) else {
      throw RotaJSON.malformed(
        "the convention is none of \(RoutingDistance.allCases.map(\.rawValue).joined(separator: ", "))",
        at: "convention"
      )
    }
    return RoutingAnswer(
      problem: shape.instance, convention: convention, routes: shape.routes, distance: shape.distance)
  }

  /// One line of JSON ended by a line feed: keys sorted, the same bytes for the same answer.
  public static func encode(_ answer: RoutingAnswer) throws -> [UInt8] {
    try RotaJSON.encode(
      Shape(
        convention: answer.convention.rawValue,
        distance: answer.distance,
        format: self.format,
        instance: answer.problem,
        routes: answer.routes,
        vehicles: answer.routes.count
      ))
  }
}
