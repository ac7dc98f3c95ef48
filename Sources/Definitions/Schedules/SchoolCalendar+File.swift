// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension SchoolCalendar {
  /// Reads `Schedules/calendars/<name>.yaml`, and the bank holidays it names from the file beside it.
  ///
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    let decoder = CalendarDecoder(folder: FileBytes.parent(of: path), findings: file.findings)
    self = try file.value { root, _ in decoder.calendar(root) }
  }
}
