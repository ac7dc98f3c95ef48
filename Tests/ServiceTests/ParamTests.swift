// SPDX-License-Identifier: Apache-2.0

import MadeUpService
import Service
import StrictJSON
import Testing
import Wire

/// What a call may not be asked with, for every method and every member.
@Suite struct ParamTests {
  /// Every call here is refused and changes nothing.
  private static let shared = Task { try await MadeUpService() }

  @Test func everyMissingMemberIsRefusedAtItsPath() async throws {
    let service = try await Self.shared.value
    for method in MethodTable.own {
      for field in method.params where !field.isOptional {
        let refused = try await service.refusal(method.name, Sample.params(of: method, without: field.name).written)
        #expect(refused?.brief == "-32602 params.missing at \(field.name)", "\(method.name)")
      }
    }
  }

  @Test func everyMemberOfAWrongKindIsRefusedAtItsPath() async throws {
    let service = try await Self.shared.value
    var count = 0
    for method in MethodTable.own {
      for field in method.fields {
        for misfit in Sample.misfits(field.shape) {
          var params = Sample.params(of: method).object ?? JSONObject()
          params[field.name] = misfit.value
          let refused = try await service.refusal(method.name, JSONValue.object(params).written)
          #expect(refused?.brief == "-32602 params.kind at \(field.name)\(misfit.deeper)", "\(method.name)")
          count += 1
        }
      }
    }
    #expect(count > 200)
  }

  @Test func aMemberThatNobodyKnowsIsRefusedAndNotNamed() async throws {
    let service = try await Self.shared.value
    for method in MethodTable.own {
      var params = Sample.params(of: method).object ?? JSONObject()
      params["Amelia"] = .bool(true)
      let refused = try await service.refusal(method.name, JSONValue.object(params).written)
      #expect(refused?.brief == "-32602 params.unknown", "\(method.name)")
      #expect(refused?.json.written.contains("Amelia") == false)
    }
  }

  @Test func aReadingMethodTakesNoKey() async throws {
    let service = try await Self.shared.value
    for method in MethodTable.own where !method.isWriting {
      var params = Sample.params(of: method).object ?? JSONObject()
      params["key"] = .text("0193663e-7c00-7000-8000-000000000001")
      #expect(
        try await service.refusal(method.name, JSONValue.object(params).written)?.brief == "-32602 params.unknown")
    }
  }

  @Test(arguments: [
    ("plan.put", #"{"plan":"n1","section":1,"text":"t","title":"T"}"#, "title"),
    ("plan.put", #"{"title":"T","from":"2026-09-01","to":"2027-08-31","text":"t"}"#, "text"),
    ("rota.repair", #"{"week":"2026-W49","accept":{"number":1},"absent":["P1@2026-12-01"]}"#, "absent"),
    ("rota.repair", #"{"week":"2026-W49","absent":["P1 is ill"]}"#, "absent[0]"),
    ("rota.get", #"{"week":"next"}"#, "week"), ("cohort.summary", #"{"year":"2026"}"#, "year"),
    (
      "demand.add", #"{"week":"2026-W49","setting":"990001","kind":"coach","minutes":60,"windows":["x"],"reason":"r"}"#,
      "windows[0]"
    ),
    ("child.put", #"{"id":"c1","givenName":" ","familyName":"F","birthDate":"2022-09-15"}"#, "givenName"),
    ("child.put", #"{"id":"c1","givenName":"G","familyName":"F","birthDate":"2022-09-15","upn":"x"}"#, "upn"),
    ("screening.record", Ask.screening("c1", "{}", #","notScreened":"absent""#), "notScreened"),
  ])
  func whatIsOfTheRightKindAndMeansNothingIsRefusedAtItsPath(_ method: String, _ params: String, _ path: String)
    async throws
  {
    let service = try await Self.shared.value
    let head = try await service.auditHead()
    #expect(try await service.refusal(method, params)?.brief == "-32602 params.kind at \(path)")
    #expect(try await service.auditHead() == head)
  }
}
