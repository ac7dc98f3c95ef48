// SPDX-License-Identifier: Apache-2.0

import Screening

/// 800 made-up children who answered 12 items, with bias planted in the fourth and the ninth: three hexadecimal digits
/// a child, item 1 the highest bit.
enum PlantedBias {
  static func data() throws -> BiasData {
    try BiasData(answers: self.answers, group: self.focal.map { $0 ? 1 : 0 })
  }

  /// Children by group: 400 of the reference group, then 400 of the focal group.
  static let focal = (0..<800).map { $0 >= 400 }

  static let answers: [[Int]] = {
    let digits = Array((Self.reference + Self.focalGroup).joined())
    return stride(from: 0, to: digits.count, by: 3).map { start in
      let code = Int(String(digits[start..<(start + 3)]), radix: 16) ?? 0
      return (0..<12).map { code >> (11 - $0) & 1 }
    }
  }()

  private static let reference = [
    "be0fe8f28dacd7bd80e50fc5f80dc0fe8800d00ff0fc8640fecf12ff4e8caf5ec0630e00900fc8ba5100dfeffdfc0f00c00d70",
    "fb1f005a0350100fe8e41000c00920748fa1608f94ec0fc0ce8c00fff900800febfe2930462f80000800fd9b31402ef0000de4",
    "fb0fe4f84fa4fe9bf2efafe0000efca80db8ac0fd8dd0d13520ff2f90fe4ffcff9f4ca91fe8efdfb0a00ff8d01c000205ce810",
    "ff8aacfe8fd0ff4fe8400bfa480c00ec4c00120c007dcfe4c00602fb0f22602b60300fc833a330720fddfdbef4fb0080d80bc0",
    "dece00f00f22ffafa9fa4c40e80f86d00b00ff4108ff4fe4fa4f70fe0ef0d40de6710fc8f18fab890fe1920fa0fd5f5dfffda0",
    "ffaff8800fa8ff1fccebbfcefb4fecfded94be4ef8360500dedf58b020008207c0f7cfffee4f02d02d90ff0a95380ffffd4f10",
    "6804d0a94970fd2d19e08e20f40f00ff0fa0f94500a00400ff9795a50fc3f98ffe9d17a06c2c18ea2fe8d60d40980d80dd9b98",
    "e48180210fc2080b34382ff0f10bfef10f80f90f62e48f80f76ffefe4f8af70d80fb47398209207a8fd886c0c0d32ea1c90e40",
    "d22f684d2deafc2fd1f8dfc0fd6fe8ed0f18ad0e30840a00fd6e00ffcfd0fc2de8aa1d02eecfe1e00f30988210c40d80d41f80",
    "800f51340fc8b90ef8ffafc0ffcff2feafb2320fcee80baaf7ca20f84c48a00f5ef060000209807fce46fff780d74780400cb0",
    "f18ff7ffeff8ef2fc8000fe8f00f71ff2a10e08fe0e60ffff50c91fa0ffe910700644d80fe06517c0ff2c00ffade4ae0fc95e0",
    "f08ffffe0ffbd00550a84800fe2de0c16ce0b88fffdfafe0fc8fbe7f0001e00da84c4c80fd1010",
  ]

  private static let focalGroup = [
    "ea4f90940e69800f80f45c62c00e52a00e46cc2810a00210ff3620b20ec0780e70f20ff4e50dd0fd4e90e70e00810c84fe0a00",
    "fe8ca0ee46c0c94ff5ff8820880c80c00860e08800fa0cc0c84600800cf06e0cc0900ea9e80e04f92600f48f28f00ff9c40480",
    "7c0e41ffef32ff5ed1690fb0f60a20880254fb0d00de0f20e50ce4790e68f806f0ecc278e00ff4a00004ec4fe0f80eb4e40be0",
    "f60ea0f40000d32c90ffefd4000548fecbc0a68480600940c04880fe0d82fe4e44ec8fc0cc08c0822c20e80260a84e20e5efc9",
    "ffff61800ca0ffe492f50e48f90680fe0c28b90980e86ffa610c04aa0600fe08006c0dd1901a10e10400400f66d60bf2e68ed0",
    "f54d82e40804fdfc68800a11ed0f91e40fc1890f40a40100224e50c00e40ec0ba0860f40ff9f79ad0500200ca4480b80fd0a84",
    "881fa0392000640feb710740e30ee2080ce8be0ec4fd0a00646ffec20900fffffdff6ef8dd7c00b00ed8ef8a80e20f24ca0a90",
    "a80910fecc60810fd2680e00800c906ac400e00000f73a00800ec0a80802521df4dc0800000830a60ac0fe0d80e00ad0fe8c00",
    "598ef0ffff68410180020000860eb48458c4840f40b20c60c004008a0a90e60e00800e00b8b280c406206048c0b42e48fa2e00",
    "fa0c60f30822f60ad2eb0f700207c0f54011ff0c52a40ff0ee2020ec0ce2f68fe0671110a80e00ff4aa2a80c00c00f00100e82",
    "ed0fa0b00d70ff0a00ff4d00e30e807c0c107eec02a00e00f1c000480f60fa0820d40c40100990000f74b60fd4ea4f60d30f80",
    "720ff2800800fded00e80f04c40680fe8400400b52eb0f98a00fd0adc18aa00c48080b9fe80c40",
  ]
}
