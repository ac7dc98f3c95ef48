// SPDX-License-Identifier: Apache-2.0

package import Vocabulary

/// Whether the map's `format` is the one this reader reads; anything else is reported.
package func hasFormat(_ format: String, _ map: MapReader) -> Bool {
  guard let node = map["format"], let text = node.text(map.findings) else { return false }
  guard text == format else {
    map.findings.add(
      .definitionWrongValue,
      "the format is '\(text)', and this reader reads \(format)",
      at: node.place,
      maybe: "write format: \(format), or move the file to the folder of its kind"
    )
    return false
  }
  return true
}

/// Data say where they are from and when; this reports a source that doesn't.
package func checkSource(_ map: MapReader) {
  guard let node = map["source"], let source = MapReader(node, ScheduleKeys.source, map.findings) else {
    return
  }
  _ = source.text("name")
  _ = source.date("dated")
  _ = source.text("licence")
  _ = source.text("note")
}

/// `from` to `to`, both included.
package func dateSpan(_ map: MapReader) -> ClosedRange<CivilDate>? {
  let from = map.date("from")
  let to = map.date("to")
  guard let from, let to else { return nil }
  guard from <= to else {
    return map.node.reject(
      "the first day, \(from), is after the last, \(to)",
      map.findings,
      maybe: "'from' is no later than 'to'"
    )
  }
  return from...to
}

/// The fault with its place found in the file: `terms[2].half_term` becomes `file:line:column`.
package func placed(_ error: any Error, in root: YAMLNode) -> Fault {
  guard let fault = error as? Fault else {
    return Fault(.definitionWrongValue, "the file can't be used", at: root.place.description, cause: error)
  }
  let at = fault.place.map { place(of: PathStep.steps($0), in: root) } ?? root.place
  return Fault(fault.code, fault.message, at: at.description, maybe: fault.hint)
}
