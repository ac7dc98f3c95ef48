// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// A routing problem holds a value that no rule of it allows.
  public static let routingProblemInvalid = Fault.Code("routing.problem-invalid", .badInput)
}

/// A vehicle routing problem with time windows: M. M. Solomon, Operations Research 35 (1987) 254-265.
///
/// Like vehicles leave one depot, serve every customer once inside its window and come back; the total distance
/// is to be small. Travel takes as long as it is far. Nothing of a school week is in it: it is there so that the
/// search can be measured on instances that others publish results for.
public struct RoutingProblem: Sendable, Equatable {
  /// The depot or a customer.
  public struct Site: Sendable, Equatable {
    public var x: Double
    public var y: Double
    /// What a vehicle has to carry for it; 0 or more.
    public var demand: Int
    /// The window in which service begins; for the depot, the time in which every route begins and ends.
    public var ready: Double
    public var due: Double
    /// How long service takes; waiting before `ready` is free.
    public var service: Double

    public init(x: Double, y: Double, demand: Int, ready: Double, due: Double, service: Double) {
      self.x = x
      self.y = y
      self.demand = demand
      self.ready = ready
      self.due = due
      self.service = service
    }
  }

  /// No coordinate, time or demand may be larger than this, so that sums stay exact enough.
  public static let largestValue = 1_000_000.0
  public static let mostSites = 2_001
  public static let mostVehicles = 100_000

  public let name: String
  /// How many routes there may be.
  public let vehicles: Int
  /// What one vehicle can carry.
  public let capacity: Int
  /// The depot, then the customers by number: customer `i` is `sites[i]`.
  public let sites: [Site]

  public var customers: Int { self.sites.count - 1 }

  /// - Throws: ``Vocabulary/Fault`` `routing.problem-invalid` for an instance without a depot or a vehicle, for
  ///   too many of either, and for a value of a site that is not finite, negative where it may not be, too
  ///   large, or a window that ends before it begins; its place the number of the site.
  public init(name: String, vehicles: Int, capacity: Int, sites: [Site]) throws {
    guard (1...Self.mostVehicles).contains(vehicles) else {
      throw Fault(
        .routingProblemInvalid, "\(vehicles) vehicles are given, not 1 to \(Self.mostVehicles)", at: "vehicles")
    }
    guard capacity >= 0, Double(capacity) <= Self.largestValue else {
      throw Fault(
        .routingProblemInvalid, "the capacity is \(capacity), not 0 to \(Int(Self.largestValue))", at: "capacity")
    }
    guard (1...Self.mostSites).contains(sites.count) else {
      throw Fault(
        .routingProblemInvalid, "\(sites.count) sites are given, not 1 to \(Self.mostSites)", at: "sites",
        maybe: "the first site is the depot, so there is always one")
    }
    for (number, site) in sites.enumerated() {
      if let broken = Self.broken(site) { throw Fault(.routingProblemInvalid, broken, at: "site \(number)") }
    }
    self.name = name
    self.vehicles = vehicles
    self.capacity = capacity
    self.sites = sites
  }

  private static func broken(_ site: Site) -> String? {
    for (what, value) in [("x", site.x), ("y", site.y)] where !(value.magnitude <= self.largestValue) {
      return "\(what) is \(value), not a number of at most \(Int(self.largestValue)) in size"
    }
    let times = [
      ("the ready time", site.ready), ("the due date", site.due), ("the service time", site.service),
      ("the demand", Double(site.demand)),
    ]
    for (what, value) in times where !(0...self.largestValue).contains(value) {
      return "\(what) is \(value), not 0 to \(Int(self.largestValue))"
    }
    return site.ready <= site.due ? nil : "the due date \(site.due) is before the ready time \(site.ready)"
  }
}
