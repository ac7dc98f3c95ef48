// SPDX-License-Identifier: Apache-2.0

/// The look of the record form: black on white, boxes of a size that a pen hits, no item broken over two sheets.
enum RecordFormStyle {
  static let css = """
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.2rem; max-width: 50rem; color: #111; background: #fff; \
    font: 14px/1.4 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
    h1 { font-size: 1.5rem; margin: 0 0 .3rem; }
    h2 { font-size: 1.15rem; margin: 0 0 .2rem; }
    p { margin: 0 0 .4rem; }
    header { border-bottom: 2px solid #111; margin-bottom: .9rem; }
    .warning { border: 2px dashed #111; padding: .3rem .6rem; font-weight: 600; }
    .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .45rem 1.4rem; margin: .6rem 0 .8rem; }
    .fields div { border-bottom: 1px solid #111; min-height: 1.9rem; }
    .fields span { color: #444; font-size: .82rem; }
    section { margin: 0 0 1.2rem; }
    ul.rules { margin: 0 0 .4rem; padding-left: 1.1rem; font-size: .92rem; }
    table { border-collapse: collapse; width: 100%; }
    th, td { border: 1px solid #555; padding: .3rem .4rem; text-align: left; vertical-align: middle; }
    thead th { background: #eee; font-size: .85rem; }
    th.code, td.code { width: 5.5rem; font-family: ui-monospace, "Liberation Mono", monospace; }
    th.tick, td.tick { width: 3.4rem; text-align: center; }
    td.start, th.start { width: 6.6rem; font-size: .82rem; border-left: 0; border-top: 0; border-bottom: 0; }
    th.start { background: none; }
    .box { display: inline-block; width: 4.4mm; height: 4.4mm; border: 1.4px solid #111; vertical-align: middle; }
    .blank { display: inline-block; width: 3.2rem; height: 1.4rem; border: 1.4px solid #111; }
    .line { display: block; border-bottom: 1px dotted #555; height: 1.3rem; }
    footer { border-top: 1px solid #555; padding-top: .4rem; font-size: .82rem; color: #333; }
    @page { size: A4 portrait; margin: 12mm 12mm 14mm; }
    @media print {
      body { max-width: none; padding: 0; font-size: 10pt; }
      h2, ul.rules, thead { break-after: avoid; }
      tr, .fields, .totals { break-inside: avoid; }
      thead { display: table-header-group; }
      thead th { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
