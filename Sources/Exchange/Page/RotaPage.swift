// SPDX-License-Identifier: Apache-2.0

/// A week's rota as one HTML file that needs nothing else: to read on a screen, and to print on A4.
public enum RotaPage {
  /// The whole document, UTF-8, without scripts or outside references: its own policy forbids the browser both. The
  /// same content gives the same bytes.
  ///
  /// It grows by about 800 bytes a visit placed: 60 people with 1000 visits make less than a megabyte and a half.
  public static func html(_ content: RotaPageContent) -> String {
    let view = RotaPageView(content)
    let title = Exchange.html("Rota for \(content.area), \(PageWords.span(content.days))")
    let foot = "\(content.isMadeUp ? "Made-up data. " : "")Rota of \(content.area), week \(content.week)"
    return """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="elsec">
      <title>\(title)</title>
      <style>
      \(RotaPageStyle.screen)
      \(view.hourLines)
      \(view.mapChoices)
      \(RotaPageStyle.print)
      \(RotaPageStyle.sheetFoot(foot))
      </style>
      </head>
      <body>
      \(RotaPageView.hatch)
      \(view.header)
      <main>
      \(view.sections.map(\.html).joined(separator: "\n"))
      </main>
      \(view.footer)
      </body>
      </html>

      """
  }
}
