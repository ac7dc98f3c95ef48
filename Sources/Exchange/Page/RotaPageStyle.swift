// SPDX-License-Identifier: Apache-2.0

/// The look of the page. Text has a contrast of at least 4.5 to 1 on its ground; what colour says, a word,
/// a line style or a pattern says too.
enum RotaPageStyle {
  /// Dark enough for lines and text on white.
  static let colours = [
    "#0b5563", "#9c3a00", "#5b2a86", "#1d5e2a", "#8a1c4a", "#2b4a9b", "#6a5100", "#3b3f45",
  ]
  /// Dash patterns for lines on the map, in the units of the drawing.
  static let dashes = ["none", "9 4", "2 4", "11 4 2 4", "5 5", "16 5", "7 3 2 3 2 3", "4 2 1 2"]

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

  static let screen = """
    :root { color-scheme: light; --ink: #1c252e; --soft: #4a5662; --line: #d3dae0; --wash: #f3f6f8; \
    --accent: #0b5563; }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0 auto; padding: 1.6rem 1.6rem 2rem; max-width: 90rem; color: var(--ink); background: #fff; \
    font: 15px/1.45 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    h1 { font-size: 1.95rem; line-height: 1.15; margin: 0 0 .35rem; letter-spacing: -.015em; text-wrap: balance; }
    h2 { font-size: 1.3rem; margin: 0 0 .6rem; letter-spacing: -.005em; }
    h3 { font-size: 1.05rem; margin: 0; }
    p { margin: 0 0 .6rem; max-width: 62rem; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
    header { border-bottom: 3px solid var(--accent); padding-bottom: .9rem; margin-bottom: 1.2rem; }
    .over { color: var(--soft); font-weight: 600; margin-bottom: .2rem; }
    .publication { color: var(--soft); }
    .made-up { border: 2px dashed #9c3a00; color: #7a2d00; background: #fff7f0; padding: .4rem .7rem; \
    border-radius: 4px; max-width: none; }
    nav ul { list-style: none; margin: .5rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
    section { margin: 0 0 2.4rem; }
    .scroll { overflow-x: auto; }
    .facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.6rem, 1fr)); gap: .6rem; margin: 0; }
    .facts div { background: var(--wash); border-left: 4px solid var(--accent); padding: .5rem .75rem; }
    .facts dt { color: var(--soft); font-size: .84rem; }
    .facts dd { margin: 0; font-size: 1.2rem; font-weight: 650; font-variant-numeric: tabular-nums; \
    letter-spacing: -.01em; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; color: var(--soft); padding: 0 0 .4rem; font-size: .92rem; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .55rem; border-bottom: 1px solid var(--line); }
    thead th { border-bottom: 2px solid var(--ink); font-size: .88rem; }
    td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    tfoot th, tfoot td { border-top: 2px solid var(--ink); border-bottom: 0; font-weight: 650; }
    .bar { width: 30%; min-width: 9rem; }
    .bar svg { display: block; width: 100%; height: 18px; }
    .key { list-style: none; display: flex; flex-wrap: wrap; gap: .3rem 1.3rem; margin: 0 0 .7rem; padding: 0; \
    font-size: .92rem; }
    .key li { display: flex; align-items: center; gap: .4rem; }
    .chip { width: 30px; height: 18px; fill: #fff; font: 700 11px/1 system-ui, Arial, sans-serif; \
    text-anchor: middle; }
    .f0 { fill: #0b5563; } .f1 { fill: #9c3a00; } .f2 { fill: #5b2a86; } .f3 { fill: #6a5100; } \
    .f4 { fill: #8a1c4a; } .f5 { fill: #2b4a9b; }
    .shift { fill: #eef3f5; stroke: #8b97a2; stroke-width: 1; }
    rect.rest { fill: #fff; stroke: #4a5662; stroke-width: 1; stroke-dasharray: 2.5 2; }
    .grid { table-layout: fixed; min-width: 64rem; }
    .grid th:first-child { width: 10.5rem; }
    .grid td, .grid th { padding: .3rem .35rem; }
    .grid td { border-left: 1px solid var(--line); }
    .grid thead th { padding-bottom: .05rem; }
    .grid thead th span { display: block; }
    .grid td span, .grid th[scope=row] span { display: block; color: var(--soft); font-size: .76rem; \
    font-weight: 400; line-height: 1.25; }
    .grid td.off { color: var(--soft); font-size: .8rem; text-align: center; vertical-align: middle; \
    background: repeating-linear-gradient(135deg, #f6f8f9 0 5px, #fff 5px 10px); }
    .grid tbody tr:hover { background: #fbf8ee; }
    .grid tbody tr:has(:target) { background: #fbf8ee; }
    .hours { display: block; width: 100%; height: 12px; fill: #4a5662; font: 400 9.5px/1 system-ui, Arial, sans-serif; \
    overflow: visible; }
    .day-strip { display: block; width: 100%; height: 28px; fill: #fff; text-anchor: middle; \
    font: 700 10px/1 system-ui, Arial, sans-serif; background: linear-gradient(to right, #cfd8de 0 1px, transparent 1px); }
    .tell { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: .8rem; \
    margin-bottom: .8rem; }
    .tell div { background: var(--wash); padding: .6rem .8rem; }
    .tell ul { list-style: none; margin: .3rem 0 0; padding: 0; columns: 2 10rem; }
    .tell span { color: var(--soft); }
    .changes .what { white-space: nowrap; }
    .changes s { color: var(--soft); text-decoration-thickness: 1px; }
    .changes .new .what { color: #1d5e2a; } .changes .gone .what { color: #8a1c4a; }
    .changes .moved .what { color: #2b4a9b; }
    summary { cursor: pointer; padding: .3rem 0; }
    .group { border-left: 4px solid #9c3a00; padding-left: .8rem; margin-bottom: 1rem; }
    .group summary b { display: inline-block; min-width: 1.6rem; font-size: 1.15rem; }
    .group td ul { margin: 0; padding-left: 1rem; font-size: .88rem; }
    .group table { table-layout: fixed; } .group th:first-child { width: 19rem; }
    .group th span { display: block; font-weight: 400; font-size: .86rem; }
    .group .id { color: var(--soft); font-size: .72rem; overflow-wrap: anywhere; }
    .map { display: grid; grid-template-columns: minmax(0, 1fr) 15rem; gap: 1.2rem; }
    .map figure { margin: 0; }
    .map > figure > svg { width: 100%; height: auto; max-height: 52rem; border: 1px solid var(--line); \
    background: #fbfcfd; }
    .map figcaption { color: var(--soft); font-size: .88rem; }
    path.d { opacity: .8; } .stops { display: none; }
    .stops text { fill: #fff; font-size: 11px; font-weight: 700; text-anchor: middle; }
    .dot text { text-anchor: middle; fill: #1c252e; stroke: #fbfcfd; stroke-width: 3px; paint-order: stroke; \
    stroke-linejoin: round; font-weight: 500; }
    .dot .on { fill: #1c252e; stroke: #fff; stroke-width: 1.3; } .dot .out { fill: #fff; stroke: #1c252e; }
    .lead { stroke: #4a5662; stroke-width: .7; }
    .pick { display: grid; align-content: start; gap: .8rem; }
    .pick fieldset { border: 1px solid var(--line); margin: 0; padding: .4rem .7rem .6rem; max-height: 40rem; \
    overflow-y: auto; }
    .pick legend { font-weight: 650; padding: 0 .3rem; }
    .pick label { display: flex; align-items: center; gap: .45rem; padding: .1rem 0; font-size: .92rem; }
    .pick input { margin: 0; accent-color: var(--accent); }
    .places { columns: 4 12rem; font-size: .86rem; margin: .6rem 0 0; padding-left: 0; list-style: none; }
    .places li { break-inside: avoid; padding-left: 2rem; text-indent: -2rem; }
    .places b { display: inline-block; width: 2rem; text-indent: 0; font-variant-numeric: tabular-nums; }
    .small-title { margin: 1.2rem 0 .4rem; }
    .small-maps { display: grid; grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr)); gap: .7rem; }
    .small-maps figure { margin: 0; }
    .small-maps svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); background: #fbfcfd; }
    .small-maps figcaption { font-size: .84rem; color: var(--soft); }
    .load th[scope=row] { white-space: nowrap; }
    .person { border-top: 1px solid var(--line); padding-top: .8rem; break-inside: avoid; overflow-x: auto; }
    .person:target h3 { background: #fff3d1; }
    .person h3 { display: inline-block; }
    .up { font-size: .84rem; margin-left: .8rem; }
    .person table { table-layout: fixed; min-width: 46rem; }
    .person td { padding: .3rem .3rem .5rem; border: 1px solid var(--line); }
    .person th { border: 0; border-bottom: 2px solid var(--ink); padding: .2rem .3rem; }
    .person th span { font-weight: 400; color: var(--soft); }
    .person .day-strip { margin-bottom: .3rem; }
    ol.day { list-style: none; margin: 0; padding: 0; font-size: .85rem; line-height: 1.3; }
    ol.day li { margin: 0 0 .22rem; }
    .visit { border-left: 5px solid; background: var(--wash); padding: .2rem .35rem; break-inside: avoid; }
    .visit b { display: block; font-variant-numeric: tabular-nums; }
    .visit i { display: block; font-style: normal; color: var(--soft); }
    .move, li.rest, .person .off { color: var(--soft); padding-left: .35rem; }
    li.rest { border-top: 1px dotted var(--soft); border-bottom: 1px dotted var(--soft); }
    .k0 { border-color: #0b5563; } .k1 { border-color: #9c3a00; border-left-style: double; }
    .k2 { border-color: #5b2a86; border-left-style: dashed; } .k3 { border-color: #6a5100; border-left-style: dotted; }
    .k4 { border-color: #8a1c4a; border-left-style: ridge; } .k5 { border-color: #2b4a9b; border-left-style: groove; }
    footer { border-top: 1px solid var(--line); padding-top: .7rem; color: var(--soft); font-size: .88rem; }
    @media screen and (max-width: 60rem) { .map { grid-template-columns: 1fr; } .pick label { display: inline-flex; \
    margin-right: 1rem; } body { padding: 1rem; } }
    """

  /// A4, a sheet a person for handing out.
  static let print = """
    @page { size: A4 landscape; margin: 9mm 11mm 12mm; }
    @media print {
      html { font-size: 10pt; }
      body { max-width: none; padding: 0; font-size: 9.2pt; line-height: 1.35; print-color-adjust: exact; \
      -webkit-print-color-adjust: exact; }
      h1 { font-size: 17pt; } h2 { font-size: 12.5pt; margin-bottom: 1.5mm; } h3 { font-size: 11pt; }
      nav, .up, .pick input { display: none; } a { color: inherit; text-decoration: none; }
      section { margin-bottom: 5mm; }
      .scroll, .person { overflow: visible; }
      h2, h3, caption, thead, summary { break-after: avoid; }
      tr, figure { break-inside: avoid; }
      .new-page { break-before: page; }
      th, td { padding: 1mm 1.5mm; }
      .facts { grid-template-columns: repeat(4, 1fr); gap: 2mm; }
      .facts dd { font-size: 12.5pt; }
      .group th:first-child { width: 62mm; }
      .grid { min-width: 0; font-size: 8.4pt; } .grid th:first-child { width: 33mm; }
      .grid td, .grid th { padding: .6mm .8mm; }
      .day-strip { height: 28px; }
      .map { grid-template-columns: minmax(0, 1fr) 46mm; gap: 4mm; }
      .map > figure > svg { max-height: 132mm; }
      .pick fieldset { max-height: none; overflow: visible; padding: 1mm 2mm; }
      .pick fieldset:first-child { display: none; }
      .pick label { font-size: 7.6pt; padding: 0; }
      .places { columns: 5; font-size: 7.4pt; line-height: 1.22; }
      .small-title { break-before: page; margin-top: 0; }
      .small-maps { grid-template-columns: repeat(5, 1fr); gap: 3mm; } .small-maps figcaption { font-size: 7.6pt; }
      .person { border-top: 0; padding-top: 0; }
      .person table { min-width: 0; }
      .person + .person { break-before: page; }
      ol.day { font-size: 7.8pt; line-height: 1.18; }
      ol.day li { margin-bottom: .7mm; }
      .visit { padding: .4mm 1.2mm; }
    }
    """
}
