// SPDX-License-Identifier: Apache-2.0

/// The shape of a problem on the wire. Optional members are those the format lets a file leave out.
struct ProblemJSON: Codable {
  struct Horizon: Codable {
    let start: String
    let days: WholeJSON
    let step: WholeJSON?
  }

  struct Place: Codable {
    let id: String
    let name: String?
    let lat: Double?
    let lon: Double?
    let rooms: WholeJSON?
  }

  struct Travel: Codable {
    let minutes: [[WholeJSON]]
  }

  struct Shift: Codable {
    let day: WholeJSON
    let start: ClockJSON
    let end: ClockJSON
    let from: String
    let to: String
  }

  struct Rest: Codable {
    let minutes: WholeJSON
    let earliest: ClockJSON
    let latest: ClockJSON
    let shift_over: WholeJSON?
  }

  struct Staff: Codable {
    let id: String
    let name: String?
    let role: String?
    let skills: [String]?
    let shifts: [Shift]
    let week_minutes: WholeJSON?
    let contact_minutes: WholeJSON?
    let `break`: Rest?
  }

  struct Window: Codable {
    let day: WholeJSON
    let start: ClockJSON
    let end: ClockJSON
  }

  struct After: Codable {
    let visit: String
    let gap_minutes: WholeJSON?
  }

  struct Pin: Codable {
    let staff: [String]?
    let day: WholeJSON?
    let start: ClockJSON?
  }

  struct Visit: Codable {
    let id: String
    let place: String
    let minutes: WholeJSON
    let kind: String?
    let slots: [[String]]?
    let windows: [Window]
    let weight: WholeJSON?
    let prefer_staff: [String]?
    let forbid_staff: [String]?
    let prefer_windows: [Window]?
    let series: String?
    let after: [After]?
    let pin: Pin?
  }

  struct Series: Codable {
    let id: String
    let gap_days: WholeJSON?
    let same_staff: String?
  }

  struct Published: Codable {
    let assignments: [AnswerJSON.Assignment]?
  }

  struct Weights: Codable {
    var travel: WholeJSON?
    var prefer_staff: WholeJSON?
    var series_staff: WholeJSON?
    var prefer_window: WholeJSON?
    var balance: WholeJSON?
    var changed_staff: WholeJSON?
    var changed_day: WholeJSON?
    var changed_start: WholeJSON?
    var shift: WholeJSON?
  }

  let format: String
  let name: String?
  let horizon: Horizon
  let places: [Place]
  let travel: Travel
  let staff: [Staff]
  let visits: [Visit]
  let series: [Series]?
  let published: Published?
  let weights: Weights?
}

extension ProblemJSON.Pin {
  /// A pin that is there but `null` would bind nothing and look as if it did: it is refused.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.staff = container.contains(.staff) ? try container.decode([String].self, forKey: .staff) : nil
    self.day = container.contains(.day) ? try container.decode(WholeJSON.self, forKey: .day) : nil
    self.start = container.contains(.start) ? try container.decode(ClockJSON.self, forKey: .start) : nil
  }
}
