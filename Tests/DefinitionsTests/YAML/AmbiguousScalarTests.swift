// SPDX-License-Identifier: Apache-2.0

import Definitions
import Testing

@Suite struct AmbiguousScalarTests {
  @Test(arguments: [
    ("NO", "false"), ("no", "false"), ("N", "false"), ("off", "false"), ("Off", "false"),
    ("yes", "true"), ("Y", "true"), ("ON", "true"), ("True", "the truth value true"),
    ("null", "nothing"), ("~", "nothing"), ("3:06", "a number in base 60"), ("09:15", "a number in base 60"),
    ("190:20:30", "a number in base 60"), ("010", "a number in base 8"), ("0x1F", "a number in base 16"),
    ("0b101", "a number in base 2"), ("0o17", "a number in base 8"), ("1_000", "the number 1000"),
    ("+5", "the number 5"), ("1e3", "a number with an exponent"), ("1.5E-3", "a number with an exponent"),
    (".5", "a number"), ("5.", "a number"), (".inf", "a number without value"),
    ("-.INF", "a number without value"),
    (".NaN", "a number without value"),
  ])
  func aBareWordThatReadersReadDifferentlyIsNamed(_ text: String, _ other: String) {
    #expect(AmbiguousScalar.otherReading(of: text) == other)
  }

  @Test(arguments: [
    "red", "NOB", "None", "0", "-1", "82", "0.90", "1.10", "1.2.0", "true", "false", "2026-11-30", "3;06",
    "2026/27",
    "0cabb37d98e00bd96a46ae025c6f5817017a40ca97bad157c0dcb389515e0af1", "0b2f", "U1", "ss.all", "-", ".",
    "e5", "a:b",
  ])
  func aBareWordThatAllReadAlikeIsLeftAlone(_ text: String) {
    #expect(AmbiguousScalar.otherReading(of: text) == nil)
  }

  @Test(arguments: [
    ("statsu", ["status", "title"], "status"), ("licnce", ["license", "licence"], "licence"),
    ("x", ["y", "status"], "y"), ("colour", ["status", "title"], nil), ("ab", ["ba"], "ba"),
  ])
  func theNearestNameIsSuggestedOnlyWhenItIsNear(_ word: String, _ names: [String], _ near: String?) {
    #expect(nearest(to: word, among: names) == near)
  }
}
