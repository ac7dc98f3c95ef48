// SPDX-License-Identifier: Apache-2.0

import Screening
import StrictJSON
public import Vocabulary

extension Fault.Code {
  /// A file is no JSON, or no FHIR resource of the wanted kind.
  public static let fhirMalformed = Fault.Code("fhir.file-malformed", .badInput)
  /// A resource holds what matters for scoring and has no place in a definition.
  public static let fhirNotCarried = Fault.Code("fhir.not-carried", .badInput)
}

/// URLs of the standards, and ours.
enum FHIRNames {
  static let ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
  /// R4 `ordinalValue`, R5 and SDC `itemWeight`, and the names both had before.
  static let weights: Set<String> = [
    ordinal, "http://hl7.org/fhir/StructureDefinition/itemWeight",
    "http://hl7.org/fhir/StructureDefinition/questionnaire-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/valueset-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/codesystem-ordinalValue",
    "http://hl7.org/fhir/StructureDefinition/iso21090-CO-value",
  ]
  static let hidden = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"
  static let minimum = "http://hl7.org/fhir/StructureDefinition/minValue"
  static let maximum = "http://hl7.org/fhir/StructureDefinition/maxValue"
  static let absent = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
  static let absentCodes = "http://terminology.hl7.org/CodeSystem/data-absent-reason"
  static let sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
  static let calculated = sdc + "calculatedExpression"
  static let units = "http://unitsofmeasure.org"

  /// One key of the definition that FHIR has no form for, word for word.
  static let part = "urn:elsec:fhir:definition-part"
  static let section = "urn:elsec:fhir:section"
  /// The points of the item's answers are turned round in the ordinal values beside this.
  static let reverse = "urn:elsec:fhir:reverse"
  /// The answer counts as none.
  static let missing = "urn:elsec:fhir:missing"
  /// The number that is answered is the points.
  static let numbers = "urn:elsec:fhir:numbers"
  /// How a score is made, where no expression can say it.
  static let described = "urn:elsec:fhir:score"

  static let screener = "urn:elsec:screener:"
  static func url(of id: ScreenerID) -> String { self.screener + self.escaped(id.rawValue) }
  static func canonical(_ definition: ScreenerDefinition) -> String {
    "\(self.url(of: definition.id))|\(definition.version)"
  }
  static func responses(_ set: ResponseSetID, of id: ScreenerID) -> String {
    "\(self.url(of: id)):responses:\(self.escaped(set.rawValue))"
  }
  static func scores(of id: ScreenerID) -> String { "\(self.url(of: id)):scores" }
  static func bands(of id: ScreenerID) -> String { "\(self.url(of: id)):bands" }

  /// `text` for one part of a URN: anything but letters, digits, `.`, `_` and `-` as percent signs and hexadecimal.
  static func escaped(_ text: String) -> String {
    text.utf8.reduce(into: "") { name, byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isPlain || [0x2D, 0x2E, 0x5F].contains(byte) {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        name += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }

  /// Takes ``escaped(_:)`` back; `nil` when the text is none of its results.
  static func unescaped(_ name: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(name.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// Small parts of resources.
enum FHIRPart {
  static func flag(_ url: String, _ key: String, _ value: JSONValue) -> JSONValue {
    .object(["url": .text(url), key: value])
  }

  static func concept(_ system: String, _ code: String, text: String? = nil) -> JSONValue {
    .members([
      "coding": .list([.object(["system": .text(system), "code": .text(code)])]), "text": text.map { .text($0) },
    ])
  }

  static func months(_ count: Int) -> JSONValue {
    .object([
      "value": .whole(count), "unit": .text("month"), "system": .text(FHIRNames.units), "code": .text("mo"),
    ])
  }
}
