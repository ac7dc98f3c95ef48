// SPDX-License-Identifier: Apache-2.0

public import Screening
import StrictJSON
public import Vocabulary

/// One screening as a FHIR R4 Bundle of kind `collection`: its answers, and an Observation for every score.
public enum ScreeningBundle {
  /// One screening, with nothing in it that names the child or a member of staff.
  public struct Content: Sendable {
    public var id: ScreeningID
    /// How the area's files name the child. It becomes the subject's identifier; there is no Patient resource.
    public var child: ChildID
    public var testDate: CivilDate
    public var recordedAt: Instant
    public var answers: ScreeningAnswers
    /// Worked out under `definition`.
    public var result: ScreeningResult
    public var definition: ScreenerDefinition
    /// CBDS codes.
    public var homeLanguages: [String]
    /// Percent of waking hours in which the child hears English.
    public var englishExposure: Int?
    /// Whether a named person has decided on the tier.
    public var isConfirmed: Bool

    public init(
      id: ScreeningID, child: ChildID, testDate: CivilDate, recordedAt: Instant, answers: ScreeningAnswers,
      result: ScreeningResult, definition: ScreenerDefinition, homeLanguages: [String], englishExposure: Int?,
      isConfirmed: Bool
    ) {
      self.id = id
      self.child = child
      self.testDate = testDate
      self.recordedAt = recordedAt
      self.answers = answers
      self.result = result
      self.definition = definition
      self.homeLanguages = homeLanguages
      self.englishExposure = englishExposure
      self.isConfirmed = isConfirmed
    }
  }

  /// One line of JSON ended by a line feed; the same bytes for the same screening. Observations are `preliminary` until a
  /// named person has decided, then `final`; one without a value says why in `dataAbsentReason`.
  public static func encode(_ content: Content) -> [UInt8] {
    let response = ResponseWriting(content)
    let observations = content.result.scores.map { ObservationWriting(content, $0, of: response.address) }
    let entries =
      [Self.entry(response.address, response.resource)] + observations.map { Self.entry($0.address, $0.resource) }
    return JSONValue.object([
      "resourceType": .text("Bundle"), "type": .text("collection"),
      "identifier": .object(["system": .text("urn:elsec:screening"), "value": .text(content.id.rawValue)]),
      "timestamp": .text("\(content.recordedAt)"), "entry": .list(entries),
    ]).line
  }

  private static func entry(_ address: String, _ resource: JSONValue) -> JSONValue {
    .object(["fullUrl": .text(address), "resource": resource])
  }
}

extension ScreeningBundle.Content {
  var subject: JSONValue {
    .object([
      "type": .text("Patient"),
      "identifier": .object(["system": .text("urn:elsec:child"), "value": .text(self.child.rawValue)]),
    ])
  }

  var address: String { "urn:elsec:screening:\(FHIRNames.escaped(self.id.rawValue))" }
}
