// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ScreenerDefinition {
  /// The definition as it may leave the machine: of an instrument whose content a licence holder's file supplied, only
  /// the shape. Items have their codes for words; cuts, norm rows and item parameters are left out.
  ///
  /// What elsec ships whole is unchanged.
  public var shareable: ScreenerDefinition {
    var shape = self
    if self.licence.items == .local {
      for section in shape.sections.indices {
        for item in shape.sections[section].items.indices {
          let code = shape.sections[section].items[item].code
          shape.sections[section].items[item].text = TextByLanguage(english: code.rawValue)
        }
      }
    }
    if self.edition != nil, self.licence.ship != .whole {
      shape.route?.cuts = []
      for band in shape.bands.indices {
        shape.bands[band].from = nil
        shape.bands[band].below = nil
      }
      for table in shape.norms.indices { shape.norms[table].rows = [] }
      for table in shape.lookups.indices { shape.lookups[table].rows = [] }
      for bank in shape.banks.indices { shape.banks[bank].rows = [] }
    }
    return shape
  }
}
