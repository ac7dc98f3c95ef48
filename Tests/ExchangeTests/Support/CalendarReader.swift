// SPDX-License-Identifier: Apache-2.0

import Foundation

/// PyPI's `icalendar`: another's reading of RFC 5545.
enum CalendarReader {
  /// The Python that has it: `ELSEC_TEST_PYTHON`, as `Ops/test` sets it, else `python3` when it happens to.
  static let named = ProcessInfo.processInfo.environment["ELSEC_TEST_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }

  /// With a Python that is named the tests always run, and fail when it lacks the package.
  static let isAsked = Self.named != nil || (try? Self.run("import icalendar; print('yes')", input: "")) == "yes\n"

  static let isMissing =
    "icalendar is not there; run Ops/test, or 'pip install -r Tests/requirements.txt' for the Python in ELSEC_TEST_PYTHON"

  /// What a file holds: `UID|SEQUENCE|start in UTC|end in UTC|STATUS|SUMMARY|LOCATION`, one line an event; an error of
  /// the reader is a line of its own.
  static func events(_ text: String) throws -> [String] {
    let script = """
      import sys, icalendar
      from datetime import timezone
      text = sys.stdin.buffer.read()
      calendar = icalendar.Calendar.from_ical(text)
      assert calendar["method"] == "PUBLISH", calendar.get("method")
      for part in [calendar, *calendar.walk()]:
          for name, error in part.errors:
              print("error", name, error)
      zones = calendar.walk("VTIMEZONE")
      assert len(zones) == 1
      zone = zones[0].to_tz()
      utc = lambda time: time.replace(tzinfo=zone).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M")
      for event in calendar.walk("VEVENT"):
          for name in ["uid", "dtstamp", "last-modified", "organizer"]:
              assert name in event, name
          assert event["dtstart"].params["TZID"] == "Europe/London"
          assert event["dtstart"].dt.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M") == utc(event["dtstart"].dt)
          print(event["uid"], event["sequence"], utc(event["dtstart"].dt), utc(event["dtend"].dt), event["status"],
                event["summary"], event.get("location", ""), sep="|")
      """
    return try Self.run(script, input: text).split(separator: "\n").map(String.init)
  }

  static func run(_ script: String, input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [Self.named ?? "python3", "-c", script]
    let (given, printed, complained) = (Pipe(), Pipe(), Pipe())
    process.standardInput = given
    process.standardOutput = printed
    process.standardError = complained
    try process.run()
    given.fileHandleForWriting.write(Data(input.utf8))
    try given.fileHandleForWriting.close()
    let output = printed.fileHandleForReading.readDataToEndOfFile()
    let errors = complained.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(text: String(decoding: errors, as: UTF8.self)) }
    return String(decoding: output, as: UTF8.self)
  }

  struct Failure: Error { let text: String }
}
