// SPDX-License-Identifier: Apache-2.0

/// How much a text may ask of its reader.
public struct JSONLimits: Hashable, Sendable {
  /// No limit lets nesting go deeper than this, so that no text can use up a thread's stack.
  public static let deepest = 500

  /// Lists and objects inside one another, the outermost counted; a limit of 1 takes `[1]` and refuses `[[1]]`.
  public let depth: Int
  /// Values of every kind, the outermost counted; keys are not.
  public let nodes: Int

  /// - Parameter depth: capped at ``deepest``.
  public init(depth: Int, nodes: Int) {
    self.depth = min(depth, Self.deepest)
    self.nodes = nodes
  }

  /// Depth 32, 100,000 nodes: what the service takes in one line.
  public static let line = JSONLimits(depth: 32, nodes: 100_000)
  /// The deepest nesting, any number of nodes: for files that a person chose to read.
  public static let file = JSONLimits(depth: Self.deepest, nodes: .max)
}
