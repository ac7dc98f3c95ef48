// SPDX-License-Identifier: Apache-2.0

/// What a rota says about its travel times, so that nobody takes an estimate for a measurement.
public struct TravelStatement: Sendable, Hashable, CustomStringConvertible {
  public let text: String

  public init(_ estimate: TravelEstimate) {
    let (formula, matrix) = (estimate.count(from: .formula), estimate.count(from: .matrix))
    let longest = estimate.count(from: .longest)
    var sentences: [String] = []
    if matrix > 0 {
      sentences.append(
        "\(Self.journeys(matrix, of: matrix + formula + longest)) from the imported travel times."
      )
    }
    if formula > 0 || matrix + longest == 0 {
      let rule = estimate.formula
      let speeds = rule.steps.map(\.kilometresAnHour) + [rule.kilometresAnHourBeyond]
      sentences.append(
        "\(Self.journeys(formula, of: matrix + formula + longest)) by formula: straight line × circuity "
          + "(\(Self.decimal(rule.circuity)) − \(Self.decimal(rule.circuityFall)) ln km), "
          + "\(speeds.map { String(Int($0.rounded())) }.joined(separator: ", ")) km/h by distance. "
          + "Of times modelled like this, half are within 5 minutes of the real one, 77 % within 10 and "
          + "90 % within 15 (Haynes 2006)."
      )
    }
    if longest > 0 {
      sentences.append(
        "\(Self.journeys(longest, of: matrix + formula + longest)) to or from places without a position: "
          + "counted as the longest of the week."
      )
    }
    sentences.append(
      "\(estimate.formula.stopMinutes) minutes for parking and signing in are added at every visit."
    )
    self.text = "Travel times: " + sentences.joined(separator: " ")
  }

  public var description: String { self.text }

  private static func journeys(_ count: Int, of all: Int) -> String {
    count == all ? "all" : "\(count) of \(all)"
  }

  /// Two decimals.
  private static func decimal(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let fraction = hundredths % 100
    return "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
