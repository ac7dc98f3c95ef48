// SPDX-License-Identifier: Apache-2.0

extension RotaPageView {
  /// What differs from the rota that people held, and whom to tell; absent when it supersedes none.
  var changes: String {
    guard let changes = self.content.changes else { return "" }
    let since = html(changes.since)
    guard !changes.all.isEmpty else {
      return """
        <section id="changes" aria-labelledby="changes-title"><h2 id="changes-title">What changed</h2>
        <p>Nothing differs from \(since): nobody needs to be told.</p></section>
        """
    }
    return """
      <section id="changes" class="changes" aria-labelledby="changes-title">
      <h2 id="changes-title">What changed, and whom to tell</h2>
      <p>Against \(since): \(PageWords.count(changes.all.count, "visit differs", "visits differ")).</p>
      <div class="tell">
      \(self.list("People to tell", changes.people))
      \(self.list("Settings to tell", changes.places))
      </div>
      <details open>
      <summary>Visit by visit</summary>
      <table>
      <caption>In the order of the week.</caption>
      <thead><tr><th scope="col">Place</th><th scope="col">Kind</th><th scope="col">Change</th>\
      <th scope="col">Was</th><th scope="col">Now</th></tr></thead>
      <tbody>
      \(changes.all.map { self.row($0) }.joined(separator: "\n"))
      </tbody>
      </table>
      </details>
      </section>
      """
  }

  private func list(_ title: String, _ concerned: [RotaPageContent.Changes.Concerned]) -> String {
    let items = concerned.map { "<li>\(html($0.name)) <span>(\($0.visits))</span></li>" }.joined()
    return "<div><h3>\(title)</h3><ul>\(items)</ul></div>"
  }

  private func row(_ change: RotaPageContent.Changes.Change) -> String {
    let (mark, word) =
      change.was == nil ? ("+", "new") : change.now == nil ? ("\u{2212}", "gone") : ("\u{2192}", "moved")
    let was = change.was.map { "<s>\(html($0))</s>" } ?? "not on the rota"
    return """
      <tr class="\(word)"><th scope="row">\(html(change.place))</th><td>\(html(PageWords.title(change.kind)))</td>\
      <td class="what"><b aria-hidden="true">\(mark)</b> \(word)</td><td>\(was)</td>\
      <td>\(change.now.map { html($0) } ?? "not on the rota")</td></tr>
      """
  }
}
