// SPDX-License-Identifier: Apache-2.0

/// The polynomial of the lowest degree through `points`, at `x`: Σ yᵢ · Π (x − xⱼ)/(xᵢ − xⱼ).
///
/// The points' x differ from one another. With four neighbouring rows of an LMS table it is the cubic that the growth
/// charts of the UK and of the RCPCH's own software use between rows; with fewer rows the degree falls.
///
/// - SeeAlso: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions" (1964), 25.2.2.
func lagrange(_ points: [(x: Double, y: Double)], at x: Double) -> Double {
  points.indices.reduce(0) { sum, i in
    sum
      + points.indices.reduce(points[i].y) { product, j in
        i == j ? product : product * (x - points[j].x) / (points[i].x - points[j].x)
      }
  }
}
