// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension InclusionPlan {
  /// The plan as Markdown for publication: deterministic, with the fixed wording where it applies. Evidence that
  /// stands is printed whole with its hash; superseded and waiting evidence is left out.
  public var markdown: String {
    var lines = ["# \(self.title)", ""]
    if self.area.isMadeUp { lines += ["**Synthetic: a made-up area and made-up children.**", ""] }
    lines += [
      "\(self.area.name) (\(self.area.laCode), \(self.area.gss)) · \(self.periodFrom) to \(self.periodTo) ·"
        + " \(self.status.label) · template \(self.templateVersion)", "", "*\(PlanSection.headingsNote)*", "",
    ]
    if let day = self.signedOffOn {
      let roles = self.signedOffBy.map(\.label).joined(separator: ", ")
      lines += ["Signed off on \(day) by: \(roles).", ""]
    }
    for section in self.sections { lines += self.lines(of: section) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of section: PlanSection) -> [String] {
    var lines = ["## \(section.code) \(section.heading)", ""]
    if !section.text.allSatisfy(\.isWhitespace) { lines += [section.text, ""] }
    if section.code == 2 { lines += self.partnershipLines }
    for priority in self.priorities where priority.section == section.code {
      lines += Self.lines(of: priority)
    }
    let evidence = self.currentEvidence.filter { $0.section == section.code }
    for item in evidence { lines += Self.lines(of: item) }
    let brought =
      FixedWording.always(inSection: section.code) + evidence.compactMap { FixedWording(for: $0.kind) }
    for wording in FixedWording.allCases where brought.contains(wording) {
      lines += ["> \(wording.text)", ""]
    }
    return lines
  }

  private var partnershipLines: [String] {
    guard !self.members.isEmpty else { return [] }
    return ["| Seat | Organisation | From | To |", "| --- | --- | --- | --- |"]
      + self.members.map { member in
        "| \(member.role.label) | \(Self.cell(member.organisation)) | \(member.from) |"
          + " \(member.to.map(\.description) ?? "") |"
      } + [""]
  }

  private static func lines(of priority: PlanPriority) -> [String] {
    var lines = [
      "### \(priority.code): \(priority.aim)", "",
      "Lead: \(priority.leadPartner). \(priority.outcomeStatement)", "",
    ]
    guard !priority.measures.isEmpty else { return lines }
    lines += [
      "| Measure | Baseline | As at | Latest | As at | Target | Due | Better |",
      "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    lines += priority.measures.map { measure in
      let fields = [
        "\(measure.code) \(measure.title)", measure.baseline?.description ?? "",
        measure.baselineAsAt?.description ?? "", measure.latest?.description ?? "",
        measure.latestAsAt?.description ?? "", measure.target?.description ?? "", measure.due.description,
        measure.direction.rawValue,
      ]
      return "| " + fields.map(Self.cell).joined(separator: " | ") + " |"
    }
    return lines + [""]
  }

  private static func lines(of evidence: PlanEvidence) -> [String] {
    let fence = String(repeating: "`", count: max(3, Self.longestFence(in: evidence.content) + 1))
    let content = evidence.content.hasSuffix("\n") ? String(evidence.content.dropLast()) : evidence.content
    return [
      "### Evidence: \(evidence.title)", "",
      "\(evidence.kind.label), pulled by \(evidence.pulledBy) at \(evidence.pulledAt), accepted by"
        + " \(evidence.acceptedBy ?? "nobody"), SHA-256 `\(evidence.sha256)`.", "", fence + "text", content,
      fence, "",
    ]
  }

  /// The longest run of backticks.
  private static func longestFence(in text: String) -> Int {
    text.reduce(into: (run: 0, longest: 0)) { state, character in
      state.run = character == "`" ? state.run + 1 : 0
      state.longest = max(state.longest, state.run)
    }.longest
  }

  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
      .split(separator: "\n").joined(separator: " ")
  }
}
