// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

extension Fault.Code {
  /// A file is not in the text format of Solomon's instances, or a value in it has the wrong form.
  public static let solomonMalformed = Fault.Code("solomon.malformed", .badInput)
}

/// Routing problems in the text format of Solomon (1987), which Gehring and Homberger's larger ones share:
///
///     C101
///     VEHICLE
///     NUMBER  CAPACITY
///       25      200
///     CUSTOMER
///     CUST NO.  XCOORD.  YCOORD.  DEMAND  READY TIME  DUE DATE  SERVICE TIME
///       0         40       50       0        0         1236        0
///       1         45       68      10      912          967       90
///
/// Words are divided by spaces or tabs; empty lines say nothing; upper and lower case are alike. Site 0 is the depot.
public enum SolomonFile {
  /// - Throws: ``Vocabulary/Fault`` `solomon.malformed` with the line, or `routing.problem-invalid` for values that no
  ///   rule allows.
  public static func decode(_ bytes: [UInt8]) throws -> RoutingProblem {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Fault(.solomonMalformed, "the file is not text in UTF-8", maybe: "check that this is the right file")
    }
    var lines = SolomonLines(text)
    let name = try lines.next("the name of the instance").words.joined(separator: " ")
    try lines.expect("VEHICLE")
    try lines.expect("NUMBER")
    let fleet = try lines.next("the number of vehicles and their capacity")
    try fleet.expect(2, "the number of vehicles and their capacity")
    let (vehicles, capacity) = (try fleet.whole(0, "the number of vehicles"), try fleet.whole(1, "the capacity"))
    try lines.expect("CUSTOMER")
    try lines.expect("CUST")
    var sites: [RoutingProblem.Site] = []
    var origin: [Int] = []
    while let row = lines.following() {
      sites.append(try self.site(row, number: sites.count))
      origin.append(row.number)
    }
    do {
      return try RoutingProblem(name: name, vehicles: vehicles, capacity: capacity, sites: sites)
    } catch var fault as Fault {
      // The problem names the site; the reader of a file looks for the line.
      if let site = fault.place.flatMap({ Int($0.drop { !$0.isNumber }) }), origin.indices.contains(site) {
        fault.place = "line \(origin[site])"
      }
      throw fault
    }
  }

  private static func site(_ row: SolomonLine, number: Int) throws -> RoutingProblem.Site {
    try row.expect(7, "number, x, y, demand, ready time, due date and service time of a site")
    let said = try row.whole(0, "the number of the site")
    guard said == number else {
      throw row.fault(
        "site \(said) stands where site \(number) is due", maybe: "number the sites 0, 1, 2, ... in order")
    }
    return RoutingProblem.Site(
      x: try row.number(1, "x"),
      y: try row.number(2, "y"),
      demand: try row.whole(3, "the demand"),
      ready: try row.number(4, "the ready time"),
      due: try row.number(5, "the due date"),
      service: try row.number(6, "the service time")
    )
  }
}
