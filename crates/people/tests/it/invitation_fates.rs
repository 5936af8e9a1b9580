//! What becomes of an invitation: sent or come back, opened, declined, asked once more; on paper; in rounds.

use crate::inviting::{invite, withdrawal};
use crate::letters::{count_to, link_to};
use jiff::SignedDuration;
use kit::testing::Browser;
use people::testing::Town;

fn town() -> Town {
    Town::open(people::routes())
}

fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

/// What the mail server says of each letter that waits.
fn learn(town: &Town, fate: &'static str) {
    let told: Vec<serde_json::Value> =
        town.jobs("mail").iter().map(|job| serde_json::from_str(job).unwrap()).collect();
    let now = town.now();
    for mail in told.into_iter().filter(|mail| !mail["fate_to"].is_null()) {
        let (kind, id) =
            (mail["fate_to"][0].as_str().unwrap().to_owned(), mail["fate_to"][1].as_i64().unwrap());
        town.write(move |c| {
            let act = people::jobs().into_iter().find(|(k, _)| *k == kind).unwrap().1;
            act(c, &serde_json::json!({ "id": id, "fate": fate }), now)
        });
    }
}

fn recall(browser: &Browser, id: &str) -> u16 {
    browser.post(&format!("/invitations/recalls/{id}"), &[]).status()
}

/// The code on a letter's sheet.
fn code(page: &str) -> String {
    page.split("class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

fn paper(browser: &Browser, more: &[(&str, &str)]) -> kit::testing::Answer {
    let key = kit::token::number().to_string();
    let mut form = more.to_vec();
    form.extend([
        ("how", "paper"),
        ("name", "Nadia"),
        ("role", "member"),
        ("group_role", "member"),
        ("key", &key),
    ]);
    browser.post("/invitations", &form)
}

#[test]
fn the_list_says_how_far_a_letter_has_come() {
    let town = town();
    let stella = town.as_("stella");
    invite(&stella, "nadia@example.org", &[("remark", "Asked at the market")]);
    let says = |words: &str| stella.get("/invitations").contains(words);
    assert!(says("its letter is about to leave") && says("Asked at the market"));
    learn(&town, "refused");
    assert!(says("came back: there is no such address"));
    assert!(stella.get("/invitations?show=bounced").contains("nadia@example.org"));
    // A second try got through.
    learn(&town, "sent");
    assert!(says("its letter was sent"));
    assert!(!stella.get("/invitations?show=bounced").contains("nadia@example.org"));
    let door = link_to(&town, "nadia@example.org");
    // A mail server that only asks whether the page is there, and its giver, don't open it.
    town.stranger().send(http::Method::HEAD, &door, None, "text/plain");
    stella.get(&door);
    assert!(says("its letter was sent"));
    town.stranger().get(&door);
    assert!(stella.get("/invitations?show=opened").contains("nadia@example.org"));
    town.stranger().post(&door, &[("name", "Nadia Varga")]);
    assert!(stella.get("/invitations?show=joined").contains("nadia@example.org"));
    assert!(!stella.get("/invitations?show=open").contains("nadia@example.org"));
    // The remark is for those who invite.
    assert!(!town.letters().iter().any(|l| l.text.contains("Asked at the market")));
}

#[test]
fn who_is_asked_may_say_no_and_think_again() {
    let town = town();
    let (stella, marta, school) = (town.as_("stella"), town.as_("marta"), town.group("school").to_string());
    invite(&marta, "nadia@example.org", &[("group", &school), ("name", "Nadia")]);
    let door = link_to(&town, "nadia@example.org");
    let nadia = town.stranger();
    assert!(nadia.get(&door).contains(&format!("action=\"{door}/refusal\"")));
    let long = "no ".repeat(400);
    let again = nadia.post(&format!("{door}/refusal"), &[("reason", &long)]);
    assert_eq!(again.status(), 422);
    assert!(again.contains("no no no") && again.contains(&format!("action=\"{door}/refusal\"")));
    let said = nadia.post(&format!("{door}/refusal"), &[("reason", "No time <b>now</b>")]);
    assert_eq!((said.status(), said.location()), (303, door.as_str()));
    assert!(nadia.get(&door).contains("You said no"));
    let list = marta.get("/invitations?show=declined").text();
    assert!(list.contains("No time &#60;b&#62;now") && !list.contains("<b>now"), "{list}");
    assert!(marta.get("/notifications").contains("declined: Nadia"));
    assert!(stella.get(&format!("/groups/{school}")).contains("declined"));
    // Nobody asks again; a second no tells nobody anew.
    town.wait(days(6));
    assert_eq!(recall(&marta, "1"), 409);
    nadia.post(&format!("{door}/refusal"), &[]);
    assert!(!marta.get("/notifications").contains("one more"));
    // The door is open still.
    assert_eq!(nadia.post(&door, &[("name", "Nadia Varga")]).status(), 303);
    let list = marta.get("/invitations?show=joined").text();
    assert!(list.contains("Nadia") && !list.contains("No time"));
    assert_eq!(town.stranger().post(&format!("{door}/refusal"), &[]).status(), 410);
}

#[test]
fn nobody_declines_for_another() {
    let town = town();
    invite(&town.as_("stella"), "nadia@example.org", &[]);
    let refusal = format!("{}/refusal", link_to(&town, "nadia@example.org"));
    assert_eq!(town.as_("gabor").post(&refusal, &[]).status(), 403);
    let link = crate::inviting::link(&town.as_("stella"), &[]);
    assert_eq!(town.stranger().post(&format!("{link}/refusal"), &[]).status(), 403);
    assert!(!town.stranger().get(&link).contains("/refusal"));
    assert_eq!(town.stranger().post("/invitations/never-was/refusal", &[]).status(), 410);
}

#[test]
fn a_letter_without_an_answer_is_written_once_more_and_both_links_work() {
    let town = town();
    let (marta, school) = (town.as_("marta"), town.group("school").to_string());
    invite(&marta, "nadia@example.org", &[("group", &school), ("name", "Nadia"), ("note", "Come!")]);
    let first = link_to(&town, "nadia@example.org");
    assert_eq!(recall(&marta, "1"), 409);
    town.wait(days(5));
    assert!(marta.get("/invitations").contains("/invitations/recalls/1"));
    for (who, status) in [("amina", 404), ("gabor", 404)] {
        assert_eq!(recall(&town.as_(who), "1"), status, "{who}");
    }
    assert!(town.stranger().post("/invitations/recalls/1", &[]).location().starts_with("/sign-in"));
    assert_eq!((recall(&marta, "1"), recall(&marta, "1")), (303, 409));
    assert_eq!(count_to(&town, "nadia@example.org"), 2);
    let letter = town.letters().pop().unwrap();
    assert!(letter.text.contains("23 November 2026") && letter.text.contains("Come!"), "{}", letter.text);
    assert!(letter.text.contains("It works for 25 days"), "{}", letter.text);
    let second = link_to(&town, "nadia@example.org");
    assert_ne!(first, second);
    assert_eq!(town.stranger().get(&first).status(), 200);
    assert_eq!(town.stranger().post(&second, &[("name", "Nadia Varga")]).status(), 303);
    assert_eq!(town.stranger().get(&first).status(), 410);
}

#[test]
fn what_was_withdrawn_is_not_asked_again() {
    let town = town();
    let stella = town.as_("stella");
    invite(&stella, "nadia@example.org", &[]);
    stella.post(&withdrawal(&stella.get("/invitations")), &[]);
    town.wait(days(6));
    assert_eq!(recall(&stella, "1"), 409);
    assert!(stella.get("/invitations?show=over").contains("nadia@example.org"));
}

#[test]
fn a_letter_on_paper_leads_in_by_its_code() {
    let town = town();
    let (marta, school) = (town.as_("marta"), town.group("school").to_string());
    let sheet = paper(&marta, &[("group", &school), ("note", "We miss you.")]);
    assert_eq!(sheet.status(), 200);
    let text = sheet.text();
    assert!(
        text.contains("<svg class=\"qr\"")
            && text.contains("We miss you.")
            && text.contains("localhost/code")
    );
    let code = code(&text);
    assert!(marta.get("/invitations").contains("Nadia, a letter on paper"));
    let nadia = town.stranger();
    assert!(nadia.get("/code").contains("name=\"code\""));
    let door = nadia.post("/code", &[("code", &code.replace('-', " ").to_lowercase())]);
    assert_eq!(door.status(), 303);
    let door = door.location().to_owned();
    // Whoever found the letter may hold it: the address is proven first.
    assert!(nadia.get(&door).contains("name=\"email\""));
    assert!(marta.get("/invitations?show=opened").contains("Nadia"));
    let sent = nadia.post(&door, &[("name", "Nadia Varga"), ("email", "nadia@example.org")]);
    assert_eq!(sent.status(), 200);
    assert_eq!(nadia.post(&link_to(&town, "nadia@example.org"), &[("name", "Nadia Varga")]).status(), 303);
    assert!(nadia.get("/account").contains("Primary School"));
    assert_eq!(town.stranger().post("/code", &[("code", &code)]).status(), 422);
}

#[test]
fn codes_are_not_guessed() {
    let town = town();
    let sheet = paper(&town.as_("stella"), &[]).text();
    let guest = town.stranger();
    for typed in ["", "K7Q4", "K7Q4-MX2D-9RTA", "<script>"] {
        assert_eq!(guest.post("/code", &[("code", typed)]).status(), 422, "{typed}");
    }
    assert!(guest.post("/code", &[("code", "<script>")]).contains("&#60;script&#62;"));
    let statuses: Vec<u16> = (0..40).map(|_| guest.get("/invitations/K7Q4MX2D9RTA").status()).collect();
    assert_eq!((statuses.first(), statuses.last()), (Some(&410), Some(&429)));
    // Who tried too many finds none, not even a right one, for a while.
    let code = code(&sheet);
    assert_eq!(guest.post("/code", &[("code", &code)]).status(), 429);
    assert_eq!(guest.get(&format!("/invitations/{code}")).status(), 429);
    town.wait(SignedDuration::from_mins(15));
    assert_eq!(guest.post("/code", &[("code", &code)]).status(), 303);
}

#[test]
fn a_group_s_invitations_are_for_those_who_run_it() {
    let town = town();
    let school = town.group("school").to_string();
    invite(&town.as_("marta"), "nadia@example.org", &[("group", &school), ("name", "Nadia Varga")]);
    let (list, page) = (format!("/invitations?group={school}"), format!("/groups/{school}"));
    for who in ["marta", "stella"] {
        assert!(
            town.as_(who).get(&list).contains("Nadia Varga")
                && town.as_(who).get(&page).contains("Nadia Varga")
        );
    }
    for who in ["gabor", "amina"] {
        assert_eq!(town.as_(who).get(&list).status(), 403, "{who}");
        assert!(!town.as_(who).get(&page).contains("Nadia Varga"), "{who}");
    }
    assert!(town.stranger().get(&list).location().starts_with("/sign-in"));
    assert!(!town.stranger().get(&page).contains("Nadia Varga"));
    assert_eq!(town.as_("stella").get("/invitations?group=999").status(), 404);
}

const LIST: &[u8] = b"Name;Type;Email;Contact\nRadio Pond;Media;radio@example.net;Pond Nadia\n\
    Pond Choir;Culture;;\nTV Pond;Media;radio@example.net;\nPond Paper;Media;not an address;\n\
    Pond Club;Sport;club@example.net;club@example.net\n";

/// Brings the list in and gives its page.
fn imported(stella: &Browser) -> String {
    let list = stella.upload("/groups/import", "file", "list.csv", LIST, &[]);
    let path = list.location().to_owned();
    let taken = stella.post(
        &path,
        &[
            ("column-0", "name"),
            ("column-1", "sector"),
            ("column-2", "email"),
            ("column-3", "contact"),
            ("otherwise", "civil"),
        ],
    );
    assert_eq!(taken.status(), 303, "{}", taken.text());
    assert_eq!(stella.post(&format!("{path}/rows"), &[("then", "take")]).status(), 303);
    path
}

#[test]
fn a_list_is_asked_to_come_after_one_has_seen_whom_that_means() {
    let town = town();
    let stella = town.as_("stella");
    let round = format!("{}/invitations", imported(&stella));
    let page = stella.get(&round).text();
    assert!(page.contains("2 groups of this list can be written to"), "{page}");
    assert!(page.contains("Radio Pond · radio@example.net") && page.contains("TV Pond"));
    let ids: Vec<String> = page
        .split("name=\"group\" value=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    let form = |key: &'static str| -> Vec<(&str, &str)> {
        let mut form: Vec<(&str, &str)> = ids.iter().map(|id| ("group", id.as_str())).collect();
        // A group that isn't of the list is not written to by it.
        form.extend([("group", "1"), ("note", "Come to our first meeting."), ("key", key)]);
        form
    };
    assert_eq!(stella.post(&round, &[("key", "k"), ("note", "x")]).status(), 422);
    assert_eq!(stella.post(&round, &form("k")).status(), 303);
    let letters = town.letters();
    assert_eq!(letters.len(), 2);
    let radio = letters.iter().find(|l| l.to == "radio@example.net").unwrap();
    assert!(radio.text.starts_with("Hello Pond Nadia,") && radio.text.contains("Come to our first meeting."));
    assert!(letters.iter().any(|l| l.to == "club@example.net" && l.text.starts_with("Hello,")));
    // Sent again, or asked for again, nobody is written to twice.
    assert_eq!(stella.post(&round, &form("k")).status(), 303);
    assert_eq!(town.letters().len(), 2);
    assert!(stella.get(&round).contains("Nobody of this list can be written to"));
    assert!(stella.get("/groups?state=invited").contains("Radio Pond"));
}

#[test]
fn only_guides_write_to_a_list_and_so_many_times_a_day() {
    let town = town();
    let stella = town.as_("stella");
    let round = format!("{}/invitations", imported(&stella));
    assert_eq!(town.as_("marta").get(&round).status(), 403);
    assert_eq!(town.as_("marta").post(&round, &[]).status(), 403);
    assert!(town.stranger().get(&round).location().starts_with("/sign-in"));
    assert_eq!(stella.get("/groups/import/99/invitations").status(), 404);
    for _ in 0..5 {
        assert_eq!(stella.post(&round, &[("group", "1"), ("key", "k")]).status(), 303);
    }
    assert_eq!(stella.post(&round, &[("group", "1"), ("key", "k")]).status(), 429);
    // A list that was taken back invites nobody.
    stella.post(&round.replace("/invitations", "/undo"), &[]);
    assert_eq!(stella.get(&round).status(), 409);
}
