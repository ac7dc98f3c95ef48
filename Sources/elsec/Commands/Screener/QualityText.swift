// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import ScreeningQuality
import Vocabulary

/// The quality report as lines for people and as one JSON value. Both are made of the same named figures.
enum QualityText {
  struct Line {
    let section: String
    let name: String
    let figure: Figure
    var note = ""
  }

  static let internalView =
    "internal working view, not for publication: published numbers go through 'elsec cohort summary'"

  static func lines(_ output: ReportQuality.Output) -> [Line] {
    var lines: [Line] = []
    for scale in output.reliability.scales {
      let note = "\(scale.leftOut) without every item left out"
      lines.append(Line(section: "reliability", name: "\(scale.name) alpha", figure: scale.alpha, note: note))
      lines.append(Line(section: "reliability", name: "\(scale.name) omega", figure: scale.omega))
    }
    for comparison in output.bias.comparisons {
      let name = "\(comparison.of.rawValue) \(comparison.scale)"
      if let why = comparison.cannotTell { lines.append(Line(section: "item bias", name: name, figure: why)) }
      for item in comparison.items {
        let p = [("p", item.p), ("uniform p", item.uniformP), ("non-uniform p", item.nonUniformP)]
          .compactMap { label, value in value.map { $0 < 0.01 ? "\(label) < 0.01" : "\(label) \(Figure.number($0))" } }
        lines.append(
          Line(
            section: "item bias", name: "\(name) \(item.code)", figure: item.delta,
            note: ([item.category?.rawValue].compactMap(\.self) + p).joined(separator: ", ")))
      }
    }
    let agreement = output.agreement
    for (name, figure) in [
      ("kappa of bands", agreement.kappa), ("weighted kappa of bands", agreement.weightedKappa),
      ("ICC(1,1) of the score", agreement.icc),
    ] { lines.append(Line(section: "agreement", name: name, figure: figure)) }
    for item in agreement.items {
      lines.append(Line(section: "agreement", name: "item \(item.code)", figure: item.agreement))
    }
    for (kind, counted) in [("item", output.missing.items), ("rater", output.missing.raters)] {
      for line in counted {
        lines.append(Line(section: "missing", name: "\(kind) \(line.name)", figure: line.rate))
      }
    }
    for line in output.drift.lines {
      lines.append(
        Line(
          section: "drift", name: "\(line.rater) \(line.term)", figure: line.difference,
          note: "against \(line.others) children of others"))
    }
    if let accuracy = output.accuracy {
      for (name, figure) in [
        ("sensitivity", accuracy.sensitivity), ("specificity", accuracy.specificity),
        ("PPV", accuracy.positivePredictiveValue), ("NPV", accuracy.negativePredictiveValue), ("AUC", accuracy.area),
      ] { lines.append(Line(section: "accuracy", name: name, figure: figure)) }
      for line in accuracy.attrition {
        lines.append(
          Line(
            section: "attrition", name: line.band, figure: line.rate,
            note: "\(line.followedUp) of \(line.screened) followed up"))
      }
    }
    return lines
  }

  static func page(_ output: ReportQuality.Output) -> String {
    var text = "\(output.definition.id) \(output.definition.version): \(internalView)\n"
    text += "\(output.screenings) screenings of \(output.children) children; \(output.ofOtherEditions) of other "
    text += "major versions or editions left out\n"
    var section = ""
    for line in lines(output) {
      if line.section != section {
        section = line.section
        text += "\n\(section)\(heading(section, output))\n"
      }
      text += "  \(line.name)  \(line.figure.text)\(line.note.isEmpty ? "" : "; \(line.note)")\n"
    }
    if let accuracy = output.accuracy {
      text += "\npositive \(accuracy.positive.joined(separator: ", ")): \(accuracy.truePositives) true and "
      text += "\(accuracy.falsePositives) false positive, \(accuracy.falseNegatives) false and "
      text += "\(accuracy.trueNegatives) true negative\n"
      text += "outcomes left out: \(accuracy.withoutScreening) of children without a screening here, "
      text += "\(accuracy.notAfterScreening) not after the screening\n"
      if accuracy.mayHaveVerificationBias {
        text += "warning: follow-up differs by band; sensitivity and specificity are biased (verification bias)\n"
      }
    }
    text += "\nsupervision: \(output.agreement.supervision.count) of \(output.agreement.pairs) double-scored\n"
    for child in output.agreement.supervision {
      text += "  \(child.child)  \(child.raters.joined(separator: " / "))  \(child.bands.joined(separator: " / "))"
      text += "  items \(child.items.map(\.rawValue).joined(separator: " "))\n"
    }
    return text
  }

  private static func heading(_ section: String, _ output: ReportQuality.Output) -> String {
    switch section {
    case "item bias": " (\(output.bias.tests) items tested; at 5 % one in twenty is flagged by chance)"
    case "drift": " (children are not given to raters at random: a reason to look, not a finding)"
    default: ""
    }
  }
}

struct QualityJSON: Encodable {
  struct Line: Encodable {
    let section: String
    let name: String
    let figure: FigureJSON
    let note: String
  }

  struct Child: Encodable {
    let child: String
    let raters: [String]
    let bands: [String]
    let scores: [Double?]
    let items: [String]
  }

  let screener: String
  let view: String
  let screenings: Int
  let children: Int
  let ofOtherEditions: Int
  let biasTests: Int
  let figures: [Line]
  let supervision: [Child]
  let verificationBias: Bool?

  init(_ output: ReportQuality.Output) {
    self.screener = "\(output.definition.id)@\(output.definition.version)"
    self.view = QualityText.internalView
    self.screenings = output.screenings
    self.children = output.children
    self.ofOtherEditions = output.ofOtherEditions
    self.biasTests = output.bias.tests
    self.figures = QualityText.lines(output).map {
      Line(section: $0.section, name: $0.name, figure: FigureJSON($0.figure), note: $0.note)
    }
    self.supervision = output.agreement.supervision.map {
      Child(child: $0.child, raters: $0.raters, bands: $0.bands, scores: $0.scores, items: $0.items.map(\.rawValue))
    }
    self.verificationBias = output.accuracy?.mayHaveVerificationBias
  }
}
