// SPDX-License-Identifier: Apache-2.0

import Handlers
import StrictJSON
import Wire

enum ScreenerMethods {
  static let all: [Method] = [
    .reading(
      ListScreeners.self, "The screeners at hand, by id and version.",
      gives: .object([Field("screeners", .list(of: ScreenerReply.brief))]),
      input: { _ in }, output: { .members(["screeners": .list($0.map(ScreenerReply.brief))]) }),
    .reading(
      GetScreener.self,
      "One screener: its items, answers, scores, bands and tiers; of licensed content the shape only.",
      [Field("screener", .text, "an id, or id@version")], gives: ScreenerReply.whole, errors: [.notFound],
      input: { try $0.params.text("screener") }, output: ScreenerReply.whole),
  ]
}
