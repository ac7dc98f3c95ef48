// SPDX-License-Identifier: Apache-2.0

/// The look of the page. Text has a contrast of at least 4.5 to 1 on its ground; what colour says, a word,
/// a line style or a pattern says too.
enum RotaPageStyle {
  /// Dark enough for lines and text on white.
  static let colours = [
    "#0b5563", "#9c3a00", "#5b2a86", "#1d5e2a", "#8a1c4a", "#2b4a9b", "#6a5100", "#3b3f45",
  ]
  /// Dash patterns for lines on the map, in the units of the drawing.
  static let dashes = ["none", "9 4", "2 4", "11 4 2 4", "5 5", "16 5", "7 3 2 3 2 3", "1 6"]

  /// What stands at the foot of every printed sheet. `text` is put in a CSS string, so quotation marks,
  /// backslashes and line ends are taken out of it.
  static func sheetFoot(_ text: String) -> String {
    let plain = String(
      text.unicodeScalars.filter { $0.value >= 0x20 && !"\"\\<>".unicodeScalars.contains($0) }
    )
    return """
      @page { @bottom-left { content: "\(plain)"; font: 8pt "Liberation Sans", Arial, sans-serif; color: #4a5662; } \
      @bottom-right { content: counter(page) " of " counter(pages); \
      font: 8pt "Liberation Sans", Arial, sans-serif; color: #4a5662; } }
      """
  }

  static let css = """
    :root { color-scheme: light; --ink: #1c252e; --soft: #4a5662; --line: #c9d2d9; --wash: #f3f6f8; \
    --accent: #0b5563; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.6rem 1.4rem 2rem; max-width: 76rem; color: var(--ink); background: #fff; \
    font: 15px/1.45 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    h1 { font-size: 1.85rem; line-height: 1.15; margin: 0 0 .35rem; letter-spacing: -.01em; text-wrap: balance; }
    h2 { font-size: 1.22rem; margin: 0 0 .6rem; }
    h3 { font-size: 1.05rem; margin: 0; }
    p { margin: 0 0 .5rem; max-width: 62rem; }
    a { color: var(--accent); }
    header { border-bottom: 3px solid var(--accent); padding-bottom: .9rem; margin-bottom: 1.1rem; }
    .over { color: var(--soft); font-weight: 600; margin-bottom: .2rem; }
    .publication { color: var(--soft); }
    .made-up { border: 2px dashed #9c3a00; color: #7a2d00; background: #fff7f0; padding: .4rem .7rem; \
    border-radius: 4px; max-width: none; }
    nav ul { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1rem; }
    section { margin: 0 0 1.8rem; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .6rem; margin: 0; }
    .facts div { background: var(--wash); border-left: 4px solid var(--accent); padding: .45rem .7rem; }
    .facts dt { color: var(--soft); font-size: .84rem; }
    .facts dd { margin: 0; font-size: 1.3rem; font-weight: 650; font-variant-numeric: tabular-nums; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; color: var(--soft); padding: 0 0 .35rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .55rem; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--ink); font-size: .88rem; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tfoot th, tfoot td { border-top: 2px solid var(--ink); border-bottom: 0; font-weight: 650; }
    .bar { width: 32%; }
    .bar svg { display: block; width: 100%; height: 1.15rem; }
    .key { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.2rem; margin: 0 0 .5rem; padding: 0; \
    font-size: .9rem; }
    .key svg { vertical-align: -2px; margin-right: .35rem; }
    .map { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: 1rem; }
    .map figure { margin: 0; }
    .map > figure > svg { width: 100%; height: auto; border: 1px solid var(--line); background: #fbfcfd; }
    .map figcaption { color: var(--soft); font-size: .88rem; }
    .map .key { display: block; }
    .map .key li { margin-bottom: .2rem; }
    .places { columns: 4 12rem; font-size: .88rem; margin: .6rem 0 0; padding-left: 0; list-style: none; }
    .places li { break-inside: avoid; padding-left: 2rem; text-indent: -2rem; }
    .places b { display: inline-block; width: 2rem; text-indent: 0; font-variant-numeric: tabular-nums; }
    .small-title { margin: 1rem 0 .4rem; }
    .small-maps { display: grid; grid-template-columns: repeat(4, 1fr); gap: .7rem; }
    .small-maps figure { margin: 0; }
    .small-maps svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); background: #fbfcfd; }
    .small-maps path { stroke-width: 5; opacity: 1; }
    .small-maps figcaption { font-size: .84rem; color: var(--soft); }
    .load th[scope=row] { white-space: nowrap; }
    .person { border-top: 1px solid var(--line); padding-top: .8rem; break-inside: avoid; }
    .person table { table-layout: fixed; }
    .person td { padding: .3rem .3rem .5rem; border: 1px solid var(--line); }
    .person th { border: 0; border-bottom: 2px solid var(--ink); padding: .2rem .3rem; }
    .person th span { font-weight: 400; color: var(--soft); }
    .strip { display: block; width: 100%; height: 9px; margin-bottom: .3rem; }
    ol.day { list-style: none; margin: 0; padding: 0; font-size: .85rem; line-height: 1.3; }
    ol.day li { margin: 0 0 .22rem; }
    .visit { border-left: 5px solid; background: var(--wash); padding: .2rem .35rem; break-inside: avoid; }
    .visit b { display: block; font-variant-numeric: tabular-nums; }
    .visit i { display: block; font-style: normal; color: var(--soft); }
    .move, .rest, .off { color: var(--soft); padding-left: .35rem; }
    .rest { border-top: 1px dotted var(--soft); border-bottom: 1px dotted var(--soft); }
    .k0 { border-color: #0b5563; } .k1 { border-color: #9c3a00; border-left-style: double; }
    .k2 { border-color: #5b2a86; border-left-style: dashed; } .k3 { border-color: #6a5100; border-left-style: dotted; }
    .k4 { border-color: #8a1c4a; border-left-style: ridge; } .k5 { border-color: #2b4a9b; border-left-style: groove; }
    footer { border-top: 1px solid var(--line); padding-top: .7rem; color: var(--soft); font-size: .88rem; }
    @media screen and (max-width: 52rem) { .map { grid-template-columns: 1fr; } .person { overflow-x: auto; } \
    .person table { min-width: 46rem; } .small-maps { grid-template-columns: 1fr 1fr; } }
    @page { size: A4 landscape; margin: 9mm 11mm 12mm; }
    @media print {
      html { font-size: 10pt; }
      body { max-width: none; padding: 0; font-size: 9.2pt; line-height: 1.35; }
      h1 { font-size: 17pt; } h2 { font-size: 12.5pt; margin-bottom: 1.5mm; } h3 { font-size: 11pt; }
      nav { display: none; } a { color: inherit; text-decoration: none; }
      section { margin-bottom: 5mm; }
      h2, h3, caption, thead { break-after: avoid; }
      tr, figure { break-inside: avoid; }
      .new-page { break-before: page; }
      .facts { grid-template-columns: repeat(6, 1fr); }
      .facts dd { font-size: 12.5pt; }
      .facts div, .visit, .made-up, svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .map { grid-template-columns: minmax(0, 1fr) 46mm; }
      .map > figure > svg { max-height: 122mm; }
      .places { columns: 5; font-size: 7.8pt; line-height: 1.25; }
      .small-title { break-before: page; margin-top: 0; }
      .small-maps { gap: 4mm; }
      .person { border-top: 0; padding-top: 0; }
      .person + .person { break-before: page; }
      ol.day { font-size: 8pt; line-height: 1.22; }
      ol.day li { margin-bottom: .9mm; }
      .visit { padding: .5mm 1.2mm; }
    }
    """
}
