// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// The parts of the form, each made from the definition alone.
struct RecordFormView {
  let definition: ScreenerDefinition
  let language: String

  init(_ definition: ScreenerDefinition, language: String) {
    self.definition = definition
    self.language = language
  }

  private func words(_ text: TextByLanguage) -> String { html(text.text(in: self.language)) }

  /// What stands at the foot of every sheet.
  var foot: String {
    "\(self.definition.id) \(self.definition.version), definition \(self.definition.hash.description.prefix(12))"
  }

  var header: String {
    let fields = [
      "Child reference", "Second identifier", "Date of birth", "Date of screening", "Practitioner",
      "Languages at home", "Weeks of gestation, if born early", "Setting",
    ].map { "<div><span>\($0)</span></div>" }.joined(separator: "\n")
    let warning =
      switch self.definition.status {
      case .demo:
        "<p class=\"warning\">For demonstration: the norms are made up. Never use it to decide anything about a child.</p>\n"
      case .draft: "<p class=\"warning\">Draft: not yet agreed for use.</p>\n"
      case .retired: "<p class=\"warning\">Retired: use a newer version.</p>\n"
      case .active: ""
      }
    let range = self.definition.age.range
    return """
      <header>
      \(warning)<h1>\(self.words(self.definition.title))</h1>
      <p>For children of \(Self.age(range.lowest)) to \(Self.age(range.highest)) (years;months). Check two identifiers before you begin.</p>
      <div class="fields">
      \(fields)
      </div>
      </header>
      """
  }

  func section(_ section: ScreenerSection) -> String {
    let set = self.definition.responses(of: section)
    let rules = RecordFormRules(self.definition, section, language: self.language).lines
    let starts = self.definition.administer.first { $0.section == section.id }?.start ?? []
    let options = set?.numbers == nil ? set?.options ?? [] : []
    let keys = set?.keys
    let heads = options.enumerated().map { index, option in
      let key = keys.flatMap { $0.indices.contains(index) ? $0[index] : nil }.map { " (\($0))" } ?? ""
      return "<th class=\"tick\" scope=\"col\">\(html(option.code.rawValue))\(html(key))</th>"
    }
    let answers = options.isEmpty ? "<th class=\"tick\" scope=\"col\">Number</th>" : heads.joined()
    let rows = section.items.map { item in
      self.row(item, options, starts: starts.filter { $0.at == item.code }, hasMargin: !starts.isEmpty)
    }
    let margin = starts.isEmpty ? "" : "<th class=\"start\" scope=\"col\">Start</th>"
    let list = rules.isEmpty ? "" : "<ul class=\"rules\">\(rules.map { "<li>\(html($0))</li>" }.joined())</ul>\n"
    return """
      <section>
      <h2>\(html(section.id.rawValue)) · \(self.words(section.title))</h2>
      \(list)<table>
      <thead><tr>\(margin)<th class="code" scope="col">Code</th><th scope="col">Item</th>\(answers)</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private func row(
    _ item: ScreenerItem, _ options: [ResponseSet.Option], starts: [SectionAdministration.StartPoint], hasMargin: Bool
  ) -> String {
    let text = item.text.text(in: self.language)
    let isWorded = !text.isEmpty && text != item.code.rawValue
    let ticks =
      options.isEmpty
      ? "<td class=\"tick\"><span class=\"blank\"></span></td>"
      : options.map { option in
        let name = html("\(item.code) \(option.code)")
        return "<td class=\"tick\"><span class=\"box\" role=\"img\" aria-label=\"\(name)\"></span></td>"
      }.joined()
    let margin = starts.map { "\(Self.age($0.ages.lowest)) to \(Self.age($0.ages.highest)) ▸" }.joined(
      separator: "<br>")
    return """
      <tr>\(hasMargin ? "<td class=\"start\">\(margin)</td>" : "")<td class="code">\(html(item.code.rawValue))</td>\
      <td>\(isWorded ? html(text) : "<span class=\"line\"></span>")</td>\(ticks)</tr>
      """
  }

  /// A box for each score that can be summed on paper.
  var totals: String {
    let sums = self.definition.scores.filter { score in
      switch score.kind {
      case .sum, .add: true
      default: false
      }
    }
    let rows = sums.map { score in
      "<tr><td class=\"code\">\(html(score.name.rawValue))</td><td>\(html(self.explanation(score)))</td>"
        + "<td class=\"tick\"><span class=\"blank\"></span></td></tr>"
    }
    return """
      <section class="totals">
      <h2>Totals</h2>
      <p>For a first look only: elsec works the scores out from the answers. An item that was not answered is not 0.</p>
      <table>
      <thead><tr><th class="code" scope="col">Score</th><th scope="col">How</th><th class="tick" scope="col">Points</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </section>
      """
  }

  private func explanation(_ score: ScoreDeclaration) -> String {
    switch score.kind {
    case .sum(let sum): "points of \(sum.sections.map(\.rawValue).joined(separator: " and "))"
    case .add(let add): add.scores.map(\.rawValue).joined(separator: " + ")
    default: ""
    }
  }

  var footer: String {
    let licence = self.definition.licence
    return """
      <footer>
      <p>Licence \(html(licence.spdx)), held by \(html(licence.holder)). \(html(self.foot)).</p>
      <p>To type it in: <code>elsec screen enter --screener \(html("\(self.definition.id)@\(self.definition.version)")) --paper</code>, \
      one key an item in this order, the key in brackets above the boxes, - for not answered.</p>
      </footer>
      """
  }

  /// `3;06`
  static func age(_ months: Int) -> String {
    let rest = months % 12
    return "\(months / 12);\(rest < 10 ? "0" : "")\(rest)"
  }
}
