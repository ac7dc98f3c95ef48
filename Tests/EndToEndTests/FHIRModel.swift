// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The FHIR models of PyPI's `fhir.resources`: another's reading of the standard. Its R4B is the release whose Questionnaire,
/// QuestionnaireResponse, Observation and Bundle are those of R4.
enum FHIRModel {
  /// The Python that has it: `ELSEC_TEST_PYTHON`, as `Ops/test` sets it, else `python3` when it happens to.
  static let named = ProcessInfo.processInfo.environment["ELSEC_TEST_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }

  /// With a Python that is named the tests always run, and fail when it lacks the package.
  static let isAsked: Bool = {
    if Self.named != nil { return true }
    guard Python.isThere else { return false }
    let probe = Process()
    probe.executableURL = URL(filePath: "/usr/bin/env")
    probe.arguments = ["python3", "-c", "import fhir.resources.R4B"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }()

  static let isMissing =
    "fhir.resources is not there; run Ops/test, or 'pip install -r Tests/requirements.txt' for the Python in ELSEC_TEST_PYTHON"

  /// Whether the models take a resource, with every entry of a bundle, and what they say when they don't.
  static func validate(_ file: String, in program: Program) throws -> Program.Outcome {
    let python = Self.named ?? "python3"
    return try program.run(program: python, ["-c", Self.script, file])
  }

  private static let script = """
    import json, sys
    try:
        from fhir.resources.R4B import get_fhir_model_class
    except ImportError as missing:
        print("no fhir.resources:", missing, file=sys.stderr)
        sys.exit(3)
    REQUIRED = {"Questionnaire": ["status"], "QuestionnaireResponse": ["status"], "Observation": ["status", "code"],
                "Bundle": ["type"]}
    def check(resource):
        kind = resource["resourceType"]
        model = get_fhir_model_class(kind).model_validate(resource)
        for name in REQUIRED[kind]:
            if resource.get(name) is None:
                raise ValueError(f"{kind} lacks {name}")
        back = json.loads(model.model_dump_json())
        if set(resource) - set(back):
            raise ValueError(f"{kind} has {set(resource) - set(back)}, which the model drops")
        for entry in resource.get("entry", []):
            check(entry["resource"])
        return kind
    try:
        print(check(json.load(open(sys.argv[1]))))
    except Exception as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    """
}
