// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A name that no other worker has: the machine, its run since it was switched on, and the process.
enum WorkerName {
  /// `worker planning-2.3f2a91bc.4711`
  static func made() -> String {
    let host = (try? Disk.text("/proc/sys/kernel/hostname"))?.split(separator: "\n").first ?? "machine"
    let boot = (try? Disk.text("/proc/sys/kernel/random/boot_id").prefix(8)).map { ".\($0)" } ?? ""
    return "worker \(host)\(boot).\(getpid())"
  }
}
