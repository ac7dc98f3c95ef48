// SPDX-License-Identifier: Apache-2.0

/// Why a visit stands where it does, or why it is left out.
public enum VisitExplanation: Sendable, Hashable {
  case placed(WhyHere)
  case leftOut(WhyNot)

  /// Plain sentences, in the order to be read.
  public var sentences: [String] {
    switch self {
    case .placed(let why): why.sentences
    case .leftOut(let why): why.sentences
    }
  }
}
