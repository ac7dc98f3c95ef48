// SPDX-License-Identifier: Apache-2.0

import Metrics
import Server
import Testing

@Suite struct PrometheusFactoryTests {
  @Test func everySeriesIsLaidOutByNameWithOneTypeLine() {
    let factory = PrometheusFactory()
    factory.makeCounter(label: "b_total", dimensions: [("method", "m"), ("code", "0")]).increment(by: 2)
    factory.makeCounter(label: "b_total", dimensions: [("code", "0"), ("method", "m")]).increment(by: 1)
    factory.makeCounter(label: "b_total", dimensions: [("code", "1"), ("method", "m")]).increment(by: 1)
    factory.makeTimer(label: "c_seconds", dimensions: []).recordNanoseconds(1_500_000_000)
    factory.makeRecorder(label: "a", dimensions: [], aggregate: false).record(Int64(7))
    factory.makeRecorder(label: "a", dimensions: [], aggregate: false).record(Int64(5))
    #expect(
      factory.text == """
        # TYPE a gauge
        a 5.0
        # TYPE b_total counter
        b_total{code="0",method="m"} 3.0
        b_total{code="1",method="m"} 1.0
        # TYPE c_seconds summary
        c_seconds_count 1
        c_seconds_sum 1.5

        """)
  }

  @Test(arguments: [
    ("a\"b", #"a\"b"#), ("a\\b", #"a\\b"#), ("a\nb", #"a\nb"#), ("a\r\nb", "a\r\\nb"), ("a\"\u{301}", "a\\\"\u{301}"),
  ])
  func aValueCannotEndItsQuotesOrItsLine(_ value: String, _ written: String) {
    let factory = PrometheusFactory()
    factory.makeCounter(label: "n", dimensions: [("d", value)]).increment(by: 1)
    #expect(factory.text.unicodeScalars.elementsEqual("# TYPE n counter\nn{d=\"\(written)\"} 1.0\n".unicodeScalars))
  }

  @Test(arguments: [("http.server-time", "http_server_time"), ("1st", "_1st"), ("é_x", "__x"), ("ok_2", "ok_2")])
  func aNameThatPrometheusWouldRefuseIsMadeOneThatItTakes(_ name: String, _ written: String) {
    let factory = PrometheusFactory()
    factory.makeCounter(label: name, dimensions: []).increment(by: 1)
    #expect(factory.text == "# TYPE \(written) counter\n\(written) 1.0\n")
  }
}
