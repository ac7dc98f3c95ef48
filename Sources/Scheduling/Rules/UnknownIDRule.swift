// SPDX-License-Identifier: Apache-2.0

/// Every visit and person of an answer is one of the problem's.
public struct UnknownIDRule: RotaRule {
  public static let code = RotaRuleCode.unknownID

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.unknown.map { id in
      Breach(.unknownID, visit: id, "visit \(id), or a person given for it, is not in the problem")
    }
  }
}
