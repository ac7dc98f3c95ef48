// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension FictionalSetting {
  static let nurseryKinds = ["Nursery", "Day Nursery", "Pre-school", "Early Years Centre"]
  static let schoolKinds = [
    "Primary School", "Church of England Primary School", "Community Primary School", "Primary Academy",
  ]

  private static let firsts = [
    "Alder", "Birch", "Curlew", "Dipper", "Elder", "Fern", "Gorse", "Hazel", "Heron", "Kestrel", "Larch",
    "Linnet", "Moss", "Plover", "Rowan", "Sorrel", "Thistle", "Wren",
  ]
  private static let seconds = [
    "beck", "brook", "cleugh", "field", "gate", "holt", "law", "mead", "rigg", "side",
  ]

  /// Forty-eight different names.
  static func names(_ random: inout SeededGenerator) -> [String] {
    var names = Self.firsts.flatMap { first in Self.seconds.map { first + $0 } }
    for index in names.indices.dropLast() {
      names.swapAt(index, index + random.below(names.count - index))
    }
    return Array(names.prefix(48))
  }
}

/// Names for people, put together from lists; a likeness to anyone is chance.
enum PersonNames {
  static let girls = [
    "Aisha", "Alba", "Amber", "Anya", "Beth", "Bonnie", "Carys", "Clara", "Daisy", "Edie", "Elsie", "Erin",
    "Esme", "Fatima", "Freya", "Gaia", "Hana", "Heidi", "Ines", "Iris", "Ivy", "Jasmin", "Juno", "Kaia",
    "Lena", "Lottie", "Mabel", "Maryam", "Mila", "Nadia", "Nell", "Olive", "Orla", "Pearl", "Poppy", "Rosa",
    "Sana", "Skye", "Tilda", "Una", "Vera", "Willow", "Yara", "Zofia",
  ]
  static let boys = [
    "Adam", "Alfie", "Amir", "Arlo", "Basil", "Bilal", "Caleb", "Casper", "Dylan", "Eden", "Elias", "Ewan",
    "Felix", "Finn", "Gabriel", "Gus", "Hamza", "Hugo", "Idris", "Ivo", "Jago", "Jonah", "Jude", "Kit",
    "Leo", "Luca", "Marek", "Milo", "Nico", "Noah", "Omar", "Oscar", "Otis", "Rafi", "Reuben", "Robin",
    "Rory", "Rowan", "Samir", "Silas", "Toby", "Tomasz", "Yusuf", "Zain",
  ]
  private static let starts = [
    "Ald", "Bram", "Cor", "Dun", "Ell", "Farn", "Garn", "Hart", "Ing", "Kel", "Lang", "Mell", "Nor", "Ormes",
    "Pen", "Quar", "Rad", "Stan", "Thorn", "Ul", "Wex", "Yar",
  ]
  private static let ends = [
    "bourne", "by", "combe", "dale", "ford", "ham", "ley", "more", "ridge", "stock", "thorpe", "wick",
  ]

  static func family(_ random: inout SeededGenerator) -> String {
    Self.starts[random.below(Self.starts.count)] + Self.ends[random.below(Self.ends.count)]
  }
}
