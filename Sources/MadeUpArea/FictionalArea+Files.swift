// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension FictionalArea {
  /// Every file, in the order in which a new store takes them.
  public var files: [FictionalFile] {
    [
      self.settingsFile, self.staffFile, self.absencesFile, self.calendarFile, self.childrenFile,
      self.answersFile(.earlier, isFollowUp: false), self.answersFile(.earlier, isFollowUp: true),
      self.answersFile(.current, isFollowUp: false),
    ]
  }

  /// `settings.csv`, with the column names of Get Information about Schools where it has one.
  public var settingsFile: FictionalFile {
    FictionalFile(
      name: "settings.csv",
      header: "URN,EstablishmentName,LA (code),LA (name),GSSLACode (name),PhaseOfEducation (code),"
        + "PhaseOfEducation (name),StatutoryLowAge,StatutoryHighAge,NumberOfPupils,Postcode,Easting,Northing,"
        + "EstablishmentStatus (name),imd_decile,rooms,sessions,made_up",
      rows: self.settings.map { setting in
        [
          setting.reference, setting.name, Self.laCode, "\(Self.name) (made up)", Self.gssCode,
          setting.isNursery ? "1" : "2", setting.isNursery ? "Nursery" : "Primary",
          setting.isNursery ? "2" : setting.hasNurseryClass ? "3" : "4", setting.isNursery ? "5" : "11",
          String(setting.pupils), setting.postcode, String(setting.easting), String(setting.northing), "Open",
          String(setting.deprivationDecile), String(setting.rooms), setting.sessions, "yes",
        ]
      }
    )
  }

  /// `staff.csv`.
  public var staffFile: FictionalFile {
    FictionalFile(
      name: "staff.csv",
      header: "id,name,role,band,skills,base,base_easting,base_northing,mon,tue,wed,thu,fri,week_minutes,"
        + "contact_minutes,term_time_only,made_up",
      rows: self.staff.map { person in
        [
          person.id, person.name, person.role, String(person.band), person.skills.joined(separator: ";"),
          person.base, String(person.baseEasting), String(person.baseNorthing),
        ] + person.shifts + [
          String(person.weekMinutes), String(person.contactMinutes), person.isTermTimeOnly ? "yes" : "no",
          "yes",
        ]
      }
    )
  }

  /// `absences.csv`: a day of leave and an afternoon of training in the week to be planned.
  public var absencesFile: FictionalFile {
    FictionalFile(
      name: "absences.csv",
      header: "staff_id,from,to,start,end,kind",
      rows: [
        ["p4", "2026-12-03", "2026-12-03", "", "", "leave"],
        ["t1", "2026-12-02", "2026-12-02", "12:30", "16:30", "training"],
      ]
    )
  }

  /// `children.csv`: both cycles, each child at the setting where they are screened.
  public var childrenFile: FictionalFile {
    FictionalFile(
      name: "children.csv",
      header: "child_ref,setting,given_name,family_name,birth_date,sex,home_language,eal,"
        + "english_exposure_pct,fsm,sen,imd_decile,upn,nhs_number,opt_out,opt_out_date,made_up",
      rows: self.children.map { child in
        [
          child.reference, child.setting, child.givenName, child.familyName, child.birthDate.description,
          child.sex, child.homeLanguage, child.homeLanguage == "ENG" ? "no" : "yes",
          child.englishExposure.map { String($0) } ?? "", child.hasFreeSchoolMeals ? "yes" : "no", child.sen,
          String(child.deprivationDecile), child.upn ?? "", child.nhsNumber ?? "",
          child.optedOutOn == nil ? "no" : "yes", child.optedOutOn?.description ?? "", "yes",
        ]
      }
    )
  }

  /// `answers-2025-baseline.csv` and its like: one row a screened child, one column an item, an empty cell
  /// where an item was not given.
  public func answersFile(_ cycle: FictionalCycle, isFollowUp: Bool) -> FictionalFile {
    FictionalFile(
      name: "answers-\(cycle.label)-\(isFollowUp ? "followup" : "baseline").csv",
      header: "child_ref,birth_date,test_date,home_language," + FictionalAnswers.items.joined(separator: ","),
      rows: self.children.compactMap { child in
        guard child.cycle == cycle, let answers = isFollowUp ? child.followUp : child.baseline else {
          return nil
        }
        return [
          child.reference, child.birthDate.description, answers.testDate.description, child.homeLanguage,
        ] + FictionalAnswers.items.map { answers.codes[$0] ?? "" }
      }
    )
  }
}

extension FictionalFile {
  /// - Parameter rows: cells without commas, quotation marks and line ends.
  init(name: String, header: String, rows: [[String]]) {
    self.init(
      name: name,
      text: header + "\n" + rows.map { $0.joined(separator: ",") + "\n" }.joined()
    )
  }
}
