// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Takes in what was written down on a device, an answer a record. Sending the same again changes nothing.
///
/// A record is scored here, by what the area knows of the child. One that builds on a screening that has not come yet is
/// held; of two that contradict each other both are kept, the later one aside, until somebody decides.
public enum PushRecords: RecordOperation {
  /// Who sends, and by how much its clock is off.
  public struct Device: Sendable {
    public let name: String
    /// Milliseconds.
    public let clockAhead: Int

    public init(name: String, clockAhead: Int) {
      self.name = name
      self.clockAhead = clockAhead
    }
  }

  /// Reads the body of a record that was kept aside: kind, id, text.
  public typealias Reading = @Sendable (SyncKind, String, String) -> SentRecord.Body

  public struct Input: Sendable {
    public let device: Device
    public let records: [SentRecord]
    public let reading: Reading

    /// - Parameter records: at most ``KeepScreenings/most``, in the order in which they build on one another.
    public init(device: Device, records: [SentRecord], reading: @escaping Reading) {
      self.device = device
      self.records = records
      self.reading = reading
    }
  }

  public static let name = "sync.push"
  public static let roles = Set<Role>.team

  /// - Returns: an answer a record, in their order.
  /// - Throws: `record.not-valid` for too many records; what the store throws.
  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> [SyncAnswer] {
    guard input.records.count <= KeepScreenings.most else {
      throw Fault(
        .notValid, "\(input.records.count) records in one call", at: "records",
        maybe: "send \(KeepScreenings.most) at most at a time")
    }
    var intake = try Intake(input.records, from: input.device, in: records, practice)
    let answers = try input.records.map { try intake.take($0) }
    try intake.finish(reading: input.reading)
    return answers
  }
}
