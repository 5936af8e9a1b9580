//! A town in which there is one of each thing, made by marta through the pages, and where its pages
//! are: hers, the circle's, and one that isn't there.

use jiff::SignedDuration;
use kit::testing::Browser;
use people::testing::Town;
use std::collections::BTreeMap;

pub struct Places {
    /// The beginning of a route to the ids that stand for `{…}` in it: `(label, id)`.
    ids: BTreeMap<&'static str, Vec<(&'static str, String)>>,
}

impl Places {
    /// Stands in what only the founding circle may read, and nowhere else.
    pub const SECRET: &str = "quincunx";

    /// The concrete paths of a route, each with what it is to marta. The longest known beginning wins.
    pub fn of(&self, path: &str) -> Vec<(&'static str, String)> {
        if !path.contains('{') {
            return vec![("-", path.to_owned())];
        }
        let known = self.ids.keys().filter(|start| path.starts_with(**start)).max_by_key(|start| start.len());
        let Some(ids) = known.and_then(|start| self.ids.get(start)) else {
            return vec![("missing", filled(path, "999999"))];
        };
        let mut places: Vec<_> = ids.iter().map(|(label, id)| (*label, filled(path, id))).collect();
        places.push(("missing", filled(path, "999999")));
        places
    }
}

/// Puts ids in the place of the parameters; several are parted by `/` in `ids`.
fn filled(path: &str, ids: &str) -> String {
    let mut ids = ids.split('/').cycle();
    let parts =
        path.split('/').map(|part| if part.starts_with('{') { ids.next().unwrap_or_default() } else { part });
    // `{id}.csv` and the like don't occur; a parameter is a whole part of the path.
    parts.collect::<Vec<_>>().join("/")
}

/// Sends a form that must be taken, and gives where it leads.
fn sent(browser: &Browser, path: &str, form: &[(&str, &str)]) -> String {
    let answer = browser.post(path, form);
    assert_eq!(answer.status(), 303, "{path}: {}", answer.text());
    answer.location().to_owned()
}

/// The number in a path: `/threads/5#post-1` is 5.
fn number(path: &str) -> String {
    let tail = path.trim_start_matches('/').split('/').nth(1).unwrap_or_default();
    tail.chars().take_while(char::is_ascii_digit).collect()
}

/// The number that stands behind a text.
fn number_after(page: &str, text: &str) -> String {
    let tail = page.split(text).nth(1).unwrap_or_default();
    tail.chars().take_while(char::is_ascii_digit).collect()
}

/// The secret of the link in the last letter to an address.
fn secret(town: &Town, address: &str) -> String {
    let letter = town.letters().into_iter().rfind(|letter| letter.to == address).unwrap();
    let link = letter.text.lines().find_map(|line| line.trim().strip_prefix("http://localhost/")).unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

fn invited(town: &Town, marta: &Browser, group: &str) -> String {
    let form = [
        ("email", "nadia@example.org"),
        ("how", "letter"),
        ("group", group),
        ("group_role", "member"),
        ("role", "member"),
        ("key", "matrix"),
    ];
    sent(marta, "/invitations", &form);
    secret(town, "nadia@example.org")
}

/// A group that nobody is here for, and marta says it is hers: the number of her claim, and the secret of the letter to
/// the group's address.
fn claimed(town: &Town, marta: &Browser, guide: &Browser) -> [String; 2] {
    let group = sent(guide, "/groups", &[("side", "citizens"), ("name", "Choir of the mill")]);
    let form = [("name", "Choir of the mill"), ("email", "choir@example.org"), ("locale", "en")];
    sent(guide, &group, &form);
    let claim = number(&sent(marta, &format!("{group}/claims"), &[("words", "I sing there.")]));
    [claim, secret(town, "choir@example.org")]
}

/// Marta's link, which anybody may hold.
fn asked_to_sign_in(town: &Town) -> String {
    assert_eq!(town.stranger().post("/sign-in", &[("email", "marta@example.org")]).status(), 200);
    secret(town, "marta@example.org")
}

/// A picture that marta shows in a thread: its number and its name.
fn shown_file(marta: &Browser, thread: &str) -> String {
    let by_script = marta.clone().with_header("accept", "application/json");
    let picture = kit::testing::picture(30, 20, kit::files::Format::Png);
    let told = by_script.upload("/files", "file", "boat.png", &picture, &[("voice", "me")]).text();
    let place = told.split("/files/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    sent(marta, &format!("/threads/{thread}/posts"), &[("body", &format!("![A boat](/files/{place})"))]);
    place
}

/// A message to somebody, which nobody else may know of: the number of their correspondence.
fn written(town: &Town, from: &str, to: &str, body: &str) -> String {
    let form = [("to", &*format!("p{to}")), ("body", body)];
    number(&sent(&town.as_(from), "/messages", &form))
}

/// An open town in which there is one of each thing.
pub fn settled_town() -> (Town, Places) {
    let town = Town::open(kalaka::house::routes());
    let (marta, stella) = (town.as_("marta"), town.as_("stella"));
    let thread = number(&sent(
        &marta,
        "/threads",
        &[("title", "Who visits whom?"), ("body", "In winter.\n\nhttp://visits.example/")],
    ));
    let form = [("title", "A plan"), ("body", Places::SECRET), ("circle", "yes")];
    let circle = number(&sent(&marta, "/threads", &form));
    let need = number(&sent(
        &marta,
        "/needs",
        &[("title", "A safe way to school"), ("body", "At noon."), ("voice", "me")],
    ));
    let focus = adopted_focus(&town, &need);
    let proposed = number(&sent(&marta, "/focuses", &focus_form("A river one can swim in", &need, "2")));
    let closes = soon(&town);
    let decision =
        number(&sent(&stella, &format!("/focuses/{proposed}/decision"), &[("closes_at", &closes)]));
    let form =
        [("title", "Open gym"), ("aim", "Two evenings a week."), ("focus", focus.as_str()), ("voice", "me")];
    let initiative = initiative(&town, &sent(&marta, "/initiatives", &form));
    let form = [("what", "Print the rota"), ("due", "2026-12-24"), ("voice", "me")];
    sent(&marta, &format!("/initiatives/{initiative}/promises"), &form);
    let form = [("title", "First meeting"), ("starts", "2026-12-24T18:00"), ("place", "School")];
    let meeting = number(&sent(&marta, "/meetings", &form));
    let item = number(&sent(
        &stella,
        "/agenda",
        &[("title", "The new bridge"), ("body", "Costs."), ("voice", "me")],
    ));
    sent(&stella, "/charter/edit", &[("seen", "0"), ("title-1", "Aim"), ("body-1", "Together.")]);
    sent(&town.as_("amina"), &format!("/threads/{thread}/posts"), &[("body", "I do, on Thursdays.")]);
    let notice = number_after(&marta.get("/notifications").text(), "href=\"/notifications/");
    for post in ["1", "2"] {
        let form = [("deed", "warned"), ("reason", "other"), ("words", "Please.")];
        sent(&stella, &format!("/moderation/posts/{post}/acts"), &form);
    }
    sent(&stella, "/tags", &[("en", "Pupils"), ("hu", "Diákok")]);
    let list = b"Name,Email\nOne,one@example.org\n";
    sent(&marta, "/posts/1/bookmark", &[]);
    let import = stella.upload("/groups/import", "file", "list.csv", list, &[]);
    let import = import.location().split('/').nth(3).unwrap().to_owned();
    // Days have passed since she came in: what is grave would ask once more who she is.
    sent(&town.as_("marta"), "/account/data/exports", &[]);
    crate::my_data::make(&town);
    let (file, circle_file) = (shown_file(&marta, &thread), shown_file(&marta, &circle));
    let people = |name: &str| town.person(name).to_string();
    let messages = [("marta", "vera", "Good morning."), ("gabor", "judit", Places::SECRET)]
        .map(|(from, to, body)| written(&town, from, &people(to), body));
    let form = [("number", "1"), ("reason", "unkind")];
    sent(&town.as_("judit"), &format!("/messages/{}/reports", messages[1]), &form);
    let group = town.group("school").to_string();
    let [claim, claim_letter] = claimed(&town, &marta, &stella);
    let at_school = format!("{group}/{}", people("marta"));
    let form = [("name", "Pond Radio"), ("sector", "media"), ("reason", "Everybody hears it.")];
    sent(&marta, "/groups/missing", &form);
    let form = [("side", "organisations"), ("sector", "media"), ("name", "Pond Paper"), ("purpose", "")];
    let listed = number(&sent(&stella, "/groups", &form));
    sent(&marta, &format!("/groups/{listed}/acquaintance"), &[("named", "yes")]);
    let form = [("group", group.as_str()), ("concern", "4"), ("influence", "2")];
    sent(&marta, &format!("/focuses/{focus}/stakes"), &form);
    let stake = format!("{focus}/{group}");
    let ids = BTreeMap::from([
        ("/threads/", vec![("own", thread), ("circle", circle)]),
        ("/posts/", vec![("own", "1".into()), ("circle", "2".into())]),
        ("/posts/{id}/previews/", vec![("own", "1/1".into())]),
        ("/messages/", vec![("own", messages[0].clone()), ("other's", messages[1].clone())]),
        ("/moderation/reports/", vec![("other's", "2".into())]),
        ("/moderation/posts/", vec![("own", "1".into()), ("circle", "2".into())]),
        ("/moderation/acts/", vec![("own", "1".into()), ("circle", "2".into())]),
        ("/drafts/", vec![("own", "answer-1".into()), ("circle", "answer-2".into())]),
        ("/bookmarks/", vec![("own", "1".into())]),
        ("/files/", vec![("own", file), ("circle", circle_file)]),
        ("/tags/", vec![("own", "1".into())]),
        ("/needs/", vec![("own", need)]),
        ("/focuses/", vec![("own", focus), ("proposed", proposed)]),
        ("/decisions/", vec![("own", decision), ("closed", "1".into())]),
        ("/initiatives/", vec![("own", initiative)]),
        ("/promises/", vec![("own", "1".into())]),
        ("/meetings/", vec![("own", meeting)]),
        ("/agenda/", vec![("own", item)]),
        ("/groups/", vec![("own", group.clone())]),
        ("/groups/{id}/members/", vec![("own", at_school.clone())]),
        ("/groups/{id}/mandates/", vec![("own", at_school.clone())]),
        ("/groups/{id}/handovers/", vec![("own", at_school)]),
        ("/claims/", vec![("own", claim)]),
        ("/claims/letters/", vec![("letter", claim_letter)]),
        ("/groups/{id}/acquaintance", vec![("own", group.clone()), ("outside", listed)]),
        ("/groups/missing/", vec![("own", "1".into())]),
        ("/focuses/{id}/stakes/", vec![("own", stake)]),
        ("/groups/import/", vec![("guide's", import)]),
        ("/notifications/", vec![("own", notice)]),
        ("/invitations/", vec![("letter", invited(&town, &marta, &group))]),
        ("/invitations/recalls/", vec![("own", "1".into())]),
        ("/invitations/withdrawals/", vec![("own", "1".into())]),
        ("/sign-in/", vec![("letter", asked_to_sign_in(&town))]),
        ("/sectors/", vec![("own", "1".into())]),
        ("/charter/versions/", vec![("own", "1".into())]),
        ("/account/data/exports/", vec![("own", "1".into())]),
        ("/people/", vec![("own", people("marta")), ("other", people("vera"))]),
    ]);
    (town, Places { ids })
}

fn focus_form<'a>(title: &'a str, need: &'a str, key: &'a str) -> [(&'a str, &'a str); 5] {
    [
        ("title", title),
        ("body", "So that nobody has to be afraid."),
        ("term_months", "12"),
        ("need", need),
        ("key", key),
    ]
}

/// In a week, as a form says it.
fn soon(town: &Town) -> String {
    (town.now() + SignedDuration::from_hours(24 * 7)).strftime("%Y-%m-%dT%H:%M").to_string()
}

/// A focus that both sides have adopted.
fn adopted_focus(town: &Town, need: &str) -> String {
    let focus = number(&sent(&town.as_("marta"), "/focuses", &focus_form("Growing old at home", need, "1")));
    let closes = soon(town);
    let decision =
        number(&sent(&town.as_("stella"), &format!("/focuses/{focus}/decision"), &[("closes_at", &closes)]));
    let path = format!("/decisions/{decision}/ballots");
    for (who, voice) in [("marta", town.group("school").to_string()), ("amina", "me".to_owned())] {
        sent(&town.as_(who), &path, &[("choice", "yes"), ("voice", &voice)]);
    }
    town.wait(SignedDuration::from_hours(24 * 8));
    assert_eq!(town.stranger().get(&format!("/decisions/{decision}")).status(), 200);
    focus
}

/// An initiative may lead through the page on the agenda first; its own page is the newest.
fn initiative(town: &Town, leads_to: &str) -> String {
    if leads_to.starts_with("/initiatives/") {
        return number(leads_to);
    }
    assert_eq!(town.stranger().get("/initiatives/1").status(), 200);
    "1".into()
}
