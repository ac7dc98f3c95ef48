// SPDX-License-Identifier: Apache-2.0

public import Screening

/// A blank record form of a screener as one HTML file that needs nothing else, to print on A4.
public enum RecordForm {
  /// The whole document, UTF-8, without scripts or outside references; the same bytes for the same definition. An item without
  /// wording, and one whose wording a licence holder supplied, has its code and a line to write on.
  ///
  /// - Parameter language: ISO 639-1; words of the definition that are not in it are given in English, as are the form's own.
  public static func html(_ definition: ScreenerDefinition, language: String = "en") -> String {
    let definition = definition.shareable
    let view = RecordFormView(definition, language: language)
    let title = Exchange.html("\(definition.title.text(in: language)), record form")
    return """
      <!DOCTYPE html>
      <html lang="\(Exchange.html(language == "en" ? "en-GB" : language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="elsec">
      <title>\(title)</title>
      <style>
      \(RecordFormStyle.css)
      \(RotaPageStyle.sheetFoot(view.foot))
      </style>
      </head>
      <body>
      \(view.header)
      <main>
      \((definition.sections.map(view.section) + [view.totals]).joined(separator: "\n"))
      </main>
      \(view.footer)
      </body>
      </html>

      """
  }
}
