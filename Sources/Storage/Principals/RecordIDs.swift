// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

public enum AreaTag {}
public enum AbsenceTag {}
public enum ConfirmationTag {}
public enum VisitDoneTag {}
public enum PriorityTag {}
public enum MeasureTag {}
public enum MemberTag {}
public enum MeetingTag {}
public enum ReleaseTag {}
public enum RatingTag {}
public enum RepairTag {}
public enum JobTag {}

/// A local authority's GSS code, such as `E06000020`.
public typealias AreaID = ID<AreaTag>
public typealias AbsenceID = ID<AbsenceTag>
public typealias ConfirmationID = ID<ConfirmationTag>
public typealias VisitDoneID = ID<VisitDoneTag>
public typealias PriorityID = ID<PriorityTag>
public typealias MeasureID = ID<MeasureTag>
public typealias MemberID = ID<MemberTag>
public typealias MeetingID = ID<MeetingTag>
public typealias ReleaseID = ID<ReleaseTag>
public typealias RatingID = ID<RatingTag>
public typealias RepairID = ID<RepairTag>
public typealias JobID = ID<JobTag>
