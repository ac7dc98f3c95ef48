// SPDX-License-Identifier: Apache-2.0

public import Screening
import StrictJSON
import Vocabulary

/// A definition as a FHIR R4 Questionnaire, and back.
public enum QuestionnaireFile {
  /// One line of JSON ended by a line feed; the same bytes for the same definition.
  ///
  /// Sections, items, answers with their points (`ordinalValue`) and sums of points have a form in FHIR. Ages, starts,
  /// basal and ceiling rules, norms, bands and tiers have none: those keys of the definition go along word for word, as text in an
  /// extension `urn:elsec:fhir:definition-part`, for people and for ``decode(_:_:)``. Wording that a licence holder supplied on this
  /// machine stays here: such items carry codes only.
  ///
  /// - Parameter parts: the definition's own file, cut into keys.
  public static func encode(_ definition: ScreenerDefinition, parts: DefinitionParts) -> [UInt8] {
    QuestionnaireWriting(definition.shareable, parts).resource.line
  }

  /// Reads a Questionnaire whose score is a sum of answer weights, and writes the definition for it.
  ///
  /// Items that have no weights cannot count; they are left out and named in ``ImportedScreener/notes``. A score is given
  /// only when every item is answered: FHIR's own sum would count a blank as nothing.
  ///
  /// - Throws: `fhir.file-malformed`; `fhir.not-carried` for anything that matters for scoring and has no place in a definition,
  ///   its place the linkId.
  public static func decode(_ bytes: [UInt8], _ options: ScreenerImportOptions) throws -> ImportedScreener {
    let resource = try JSONValue(file: bytes, code: .fhirMalformed)
    return try ScreenerWriting(QuestionnaireReading(resource).whole(), options).imported()
  }
}
