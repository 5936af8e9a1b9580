//! Meetings: set, read, taken into a calendar, called off.

use crate::table::{no_key_shows, reads, routes, town};
use db::One;
use jiff::SignedDuration;
use kit::testing::Answer;
use people::testing::Town;

db::query! {
    fn count() -> One<i64> { "select count(*) from meetings" }
    fn told(kind: &str) -> One<i64> { "select count(*) from activity where kind = $1" }
}

/// At six in the evening of a winter's day in Budapest, which is five in Greenwich.
const FORM: [(&str, &str); 4] = [
    ("title", "First meeting, with cake"),
    ("starts", "2026-12-01T18:00"),
    ("place", "Library; upstairs"),
    ("body", "Bring a **cup**.\n\nAnd a neighbour."),
];

fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    FORM.into_iter().filter(|(name, _)| *name != field).chain([(field, value)]).collect()
}

fn set(town: &Town, who: &str, voice: &str) -> String {
    let answer = town.as_(who).post("/meetings", &with("voice", voice));
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

/// The lines of the entry, put together again where they were folded.
fn calendar(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status(), 200);
    let text = answer.text();
    assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains('\n'), "{text:?}");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    text.replace("\r\n ", "").split("\r\n").map(Into::into).collect()
}

#[test]
fn members_set_a_meeting_and_everybody_reads_when_and_where() {
    let town = town();
    assert!(reads(&town, "", "/meetings").contains("No meeting is set"));
    assert!(!reads(&town, "", "/meetings").contains("/meetings/new"));
    assert!(town.stranger().get("/meetings/new").location().starts_with("/sign-in"));
    assert!(town.stranger().post("/meetings", &FORM).location().starts_with("/sign-in"));
    let path = set(&town, "amina", "me");
    let page = reads(&town, "", &path);
    for says in
        ["First meeting, with cake", "18:00", "Library; upstairs", "<strong>cup</strong>", "Amina Haddad"]
    {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(reads(&town, "", "/meetings").contains("First meeting, with cake"));
    let school = town.group("school").to_string();
    assert!(reads(&town, "", &set(&town, "marta", &school)).contains("Primary School"));
    let other = town.as_("amina").post("/meetings", &with("voice", &school));
    assert!(other.status() == 422 && other.contains("can’t speak for"), "{}", other.text());
    assert_eq!(town.as_("amina").get("/meetings/99").status(), 404);
    assert_eq!(town.write(|c| Ok(told(c, "meeting.set")?)), 2);
}

#[test]
fn a_faulty_form_comes_back_with_what_was_typed() {
    let town = town();
    let long = "x".repeat(4_001);
    let bad = [
        ("title", "x", "At least 3 letters"),
        ("title", "", "Write something here"),
        ("place", "", "Write something here"),
        ("starts", "", "Give a day and a time"),
        ("starts", "tomorrow", "Give a day and a time"),
        ("starts", "2026-13-01T18:00", "Give a day and a time"),
        ("starts", "2026-11-23T10:00", "This time has passed"),
        ("starts", "1999-01-01T18:00", "This time has passed"),
        ("starts", "9999-12-31T23:59", "Give a day and a time"),
        ("body", long.as_str(), "there is room for 4,000"),
        ("locale", "xx", "Choose one"),
    ];
    for (field, value, says) in bad {
        let answer = town.as_("amina").post("/meetings", &with(field, value));
        let page = answer.text();
        assert_eq!(answer.status(), 422, "{field}: {value}");
        let beside = page.split(&format!("id=\"{field}-error\"")).nth(1).unwrap_or_default();
        assert!(beside.split("</div>").next().unwrap_or_default().contains(says), "{field}: {says}\n{page}");
        for kept in ["First meeting, with cake", "2026-12-01T18:00", "Library; upstairs", "Bring a **cup**."]
        {
            let is_its = FORM.iter().any(|(name, typed)| *name == field && typed.contains(kept));
            assert!(is_its || page.contains(kept), "{field}: {kept} is lost");
        }
    }
    assert_eq!(town.write(|c| Ok(count(c)?)), 0);
}

#[test]
fn a_form_sent_twice_is_one_meeting() {
    let town = town();
    let form = with("key", "12345");
    let amina = town.as_("amina");
    assert_eq!(amina.post("/meetings", &form).location(), amina.post("/meetings", &form).location());
    let of_judit = town.as_("judit").post("/meetings", &form);
    assert_ne!(of_judit.location(), amina.post("/meetings", &form).location(), "a key is its person's");
    assert_eq!(town.write(|c| Ok(told(c, "meeting.set")?)), 2);
}

#[test]
fn whoever_set_it_and_guides_call_it_off() {
    let town = town();
    let school = town.group("school").to_string();
    let (own, of_school, third) =
        (set(&town, "amina", "me"), set(&town, "marta", &school), set(&town, "vera", "me"));
    let off = |who: &str, path: &str| town.as_(who).post(&format!("{path}/cancellation"), &[]).status();
    assert!(town.stranger().post(&format!("{own}/cancellation"), &[]).location().starts_with("/sign-in"));
    for (who, path) in [("judit", &own), ("amina", &of_school), ("marta", &third)] {
        assert_eq!(off(who, path), 403, "{who}");
        assert!(!reads(&town, who, path).contains("/cancellation"), "{who}");
    }
    for (who, path) in [("amina", &own), ("marta", &of_school), ("stella", &third)] {
        assert!(reads(&town, who, path).contains("/cancellation"), "{who}");
        assert_eq!(off(who, path), 303, "{who}");
        assert_eq!(off(who, path), 303, "a second time changes nothing");
        assert!(!reads(&town, who, path).contains("/cancellation"), "{who}");
    }
    assert_eq!(town.write(|c| Ok(told(c, "meeting.cancelled")?)), 3);
    let page = reads(&town, "", &own);
    assert!(page.contains("cancelled") && page.contains("First meeting, with cake"), "{page}");
    assert_eq!(off("stella", "/meetings/99"), 404);
}

#[test]
fn what_was_can_not_be_called_off() {
    let town = town();
    let path = set(&town, "amina", "me");
    town.wait(SignedDuration::from_hours(24 * 9));
    let list = reads(&town, "", "/meetings");
    assert!(list.contains("What was") && list.contains("No meeting is set"), "{list}");
    assert_eq!(town.as_("amina").post(&format!("{path}/cancellation"), &[]).status(), 403);
    assert!(!reads(&town, "stella", &path).contains("/cancellation"));
}

#[test]
fn a_calendar_understands_the_entry_and_knows_it_again() {
    let town = town();
    let path = set(&town, "amina", "me");
    let file = format!("{path}/calendar.ics");
    assert!(reads(&town, "", &path).contains(&file));
    let answer = town.stranger().get(&file);
    assert_eq!(answer.headers["content-type"], "text/calendar; charset=utf-8");
    let lines = calendar(&answer);
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        "UID:meeting-1@localhost",
        "DTSTAMP:20261123T090000Z",
        "DTSTART:20261201T170000Z",
        "DTEND:20261201T190000Z",
        "SUMMARY:First meeting\\, with cake",
        "LOCATION:Library\\; upstairs",
        "URL:http://localhost/meetings/1",
        "END:VEVENT",
    ] {
        assert_eq!(lines.iter().filter(|l| *l == line).count(), 1, "{line}: {lines:#?}");
    }
    let about = lines.iter().find(|l| l.starts_with("DESCRIPTION:")).unwrap();
    assert!(about.contains("Bring a cup.") && about.contains("And a neighbour."), "{about}");
    assert!(lines.iter().any(|l| l.starts_with("PRODID:")));
    assert!(!lines.iter().any(|l| l.starts_with("STATUS:CANCELLED")));
    town.as_("amina").post(&format!("{path}/cancellation"), &[]);
    let off = calendar(&town.stranger().get(&file));
    for line in ["UID:meeting-1@localhost", "STATUS:CANCELLED", "SEQUENCE:1"] {
        assert!(off.iter().any(|l| l == line), "{line}: {off:#?}");
    }
    assert_eq!(town.stranger().get("/meetings/99/calendar.ics").status(), 404);
}

#[test]
fn its_hour_is_the_towns_in_summer_too() {
    let town = town();
    let answer = town.as_("amina").post("/meetings", &with("starts", "2027-07-01T18:00"));
    let lines = calendar(&town.stranger().get(&format!("{}/calendar.ics", answer.location())));
    assert!(lines.iter().any(|l| l == "DTSTART:20270701T160000Z"), "{lines:#?}");
    let far = town.as_("amina").post("/meetings", &with("starts", "9999-12-30T22:30"));
    let (page, file) = (far.location().to_owned(), format!("{}/calendar.ics", far.location()));
    assert_eq!(town.stranger().get(&page).status(), 200);
    assert_eq!(town.stranger().get(&file).status(), 200, "even at the end of all days");
}

#[test]
fn the_founding_circles_meetings_are_its_own() {
    let town = Town::founding(routes());
    let path = set(&town, "stella", "me");
    for path in ["/meetings", path.as_str(), &format!("{path}/calendar.ics")] {
        assert!(town.stranger().get(path).location().starts_with("/sign-in"), "{path}");
        assert_eq!(town.as_("vera").get(path).status(), 200, "{path}");
    }
}

#[test]
fn these_pages_ask_little_of_the_database_and_speak_both_languages() {
    let town = town();
    let path = set(&town, "amina", "me");
    for _ in 0..15 {
        set(&town, "amina", "me");
    }
    for path in ["/meetings", path.as_str(), "/meetings/new"] {
        let (answer, statements) = town.counted(&town.as_("amina"), path);
        assert_eq!(answer.status(), 200);
        assert!(statements <= 12, "{path} takes {statements}");
        no_key_shows(&answer.text(), "meetings");
        no_key_shows(&town.as_("amina").speaking("hu").get(path).text(), "meetings");
    }
    for (key, locale) in
        ["activity-meeting-set", "activity-meeting-cancelled"].iter().flat_map(|k| [(k, "en"), (k, "hu")])
    {
        let locale = kit::Locale::find(locale).unwrap();
        let text = locale.t(key).with("who", "Amina").with("title", "A walk").to_string();
        assert!(text.contains("Amina") && text.contains("A walk"), "{key}: {text}");
    }
}

#[test]
fn whoever_set_it_and_guides_change_it_and_calendars_hear_of_that() {
    let town = town();
    let path = set(&town, "amina", "me");
    let edit = format!("{path}/edit");
    assert!(town.stranger().get(&edit).location().starts_with("/sign-in"));
    assert_eq!(town.as_("judit").get(&edit).status(), 403);
    assert_eq!(town.as_("judit").post(&path, &FORM).status(), 403);
    assert!(!reads(&town, "judit", &path).contains(&edit));
    let form = reads(&town, "amina", &edit);
    for kept in ["First meeting, with cake", "2026-12-01T18:00", "Library; upstairs", "Bring a **cup**."] {
        assert!(form.contains(kept), "{kept}: {form}");
    }
    no_key_shows(&form, "meetings");
    let answer = town.as_("amina").post(&path, &with("place", ""));
    assert!(answer.status() == 422 && answer.contains("Bring a **cup**."), "{}", answer.text());
    assert_eq!(town.as_("amina").post(&path, &with("place", "The school’s hall")).location(), path);
    assert_eq!(town.as_("stella").post(&path, &with("starts", "2026-12-02T19:00")).status(), 303);
    let page = reads(&town, "", &path);
    assert!(page.contains("19:00") && page.contains("Library; upstairs"), "{page}");
    let lines = calendar(&town.stranger().get(&format!("{path}/calendar.ics")));
    assert!(lines.contains(&"SEQUENCE:2".to_owned()), "{lines:?}");
    assert_eq!(town.write(|c| Ok(told(c, "meeting.changed")?)), 2);
    assert!(reads(&town, "", "/search?q=upstairs").contains(&path), "it is found by what it says now");
}

#[test]
fn what_is_called_off_stays_in_the_list_and_as_it_was() {
    let town = town();
    let path = set(&town, "amina", "me");
    assert_eq!(town.as_("amina").post(&format!("{path}/cancellation"), &[]).status(), 303);
    let list = reads(&town, "", "/meetings");
    assert!(list.contains("First meeting, with cake") && list.contains("cancelled"), "{list}");
    assert_eq!(town.as_("amina").post(&path, &FORM).status(), 409);
    assert_eq!(town.as_("amina").get(&format!("{path}/edit")).status(), 409);
}

#[test]
fn nobody_fills_the_calendar_alone() {
    let town = town();
    for _ in 0..20 {
        set(&town, "amina", "me");
    }
    assert_eq!(town.as_("amina").post("/meetings", &FORM).status(), 429);
    assert_eq!(town.as_("judit").post("/meetings", &FORM).status(), 303);
}
