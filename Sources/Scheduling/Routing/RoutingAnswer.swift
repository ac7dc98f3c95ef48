// SPDX-License-Identifier: Apache-2.0

/// Routes for a ``RoutingProblem``.
public struct RoutingAnswer: Sendable, Equatable {
  /// Name of the problem.
  public var problem: String
  public var convention: RoutingDistance
  /// One list of customer numbers a vehicle, in the order of service; the depot at both ends is not written.
  public var routes: [[Int]]
  /// What the writer of the answer says the routes' total distance is.
  public var distance: Double?

  public init(problem: String, convention: RoutingDistance, routes: [[Int]], distance: Double? = nil) {
    self.problem = problem
    self.convention = convention
    self.routes = routes
    self.distance = distance
  }
}
