// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

enum ChildMethods {
  /// How many children a page holds at most.
  static let most = 500

  static let all: [Method] = [
    .writing(
      PutChild.self,
      "Adds a child, or puts the whole record in the place of what is kept: a member left out is empty.",
      ChildParams.fields, gives: .object([Field("change", .oneOf(["added", "changed", "unchanged"]))]),
      errors: [.notValid, .notFound],
      input: { try ChildParams.draft($0.params) }, output: { .members(["change": .text($0.rawValue)]) }),
    .reading(
      ShowChild.self, "One child with every screening and decision.", [Field("child", .text)],
      gives: .object([
        Field("child", ChildReply.shape), Field("upn", .text, optional: true),
        Field("nhsNumber", .text, optional: true),
        Field("screenings", .list(of: ScreeningReply.shape)),
      ]), errors: [.notFound],
      input: { .init(child: try $0.params.id("child")) },
      output: { shown in
        let identifier = { (scheme: IdentifierScheme) in shown.identifiers.first { $0.scheme == scheme }?.value }
        return .members([
          "child": ChildReply.of(shown.child), "upn": identifier(.upn).map { .text($0) },
          "nhsNumber": identifier(.nhsNumber).map { .text($0) },
          "screenings": .list(shown.screenings.map { ScreeningReply.of($0.screening, $0.confirmation) }),
        ])
      }),
    .reading(
      ListChildren.self, "Children by reference, a page at a time; of one setting where it is named.",
      [
        Field("setting", .text, optional: true),
        Field("after", .text, optional: true, "the last child of the page before"),
        Field("limit", .whole(1...Self.most), optional: true),
      ],
      gives: .object([
        Field("children", .list(of: ChildReply.shape)),
        Field("after", .text, optional: true, "for the next page; absent when this one is empty"),
      ]),
      input: { call in
        .init(
          setting: try call.params.optionalID("setting"), after: try call.params.optionalID("after"),
          limit: try call.params.optionalWhole("limit") ?? 100)
      },
      output: { children in
        .members([
          "children": .list(children.map(ChildReply.of)), "after": children.last.map { .text($0.id.rawValue) },
        ])
      }),
  ]
}
