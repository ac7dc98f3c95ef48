// SPDX-License-Identifier: Apache-2.0

/// A week's rota as one HTML file that needs nothing else: to read on a screen, and to print on A4.
public enum RotaPage {
  /// The whole document, UTF-8, without scripts or outside references. The same content gives the same
  /// bytes.
  public static func html(_ content: RotaPageContent) -> String {
    let view = RotaPageView(content)
    let title = Exchange.html("Rota for \(content.area), \(PageWords.span(content.days))")
    let foot = "\(content.isMadeUp ? "Made-up data. " : "")Rota of \(content.area), week \(content.week)"
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="elsec">
      <title>\(title)</title>
      <style>
      \(RotaPageStyle.css)
      \(RotaPageStyle.sheetFoot(foot))
      </style>
      </head>
      <body>
      \(RotaPageView.hatch)
      \(view.header)
      <main>
      \([view.summary, view.load, view.map, view.weeks, view.leftOut, view.costs, view.travel]
        .filter { !$0.isEmpty }.joined(separator: "\n"))
      </main>
      \(view.footer)
      </body>
      </html>

      """
  }
}
