//! A search narrowed down: to a voice, a side, a sector, a language, a place, a time; and who finds what.

use crate::moderation::act;
use crate::town::{open, post_id, reply, start, start_in_circle};
use db::search::{self, Document};
use jiff::{SignedDuration, Timestamp};
use kit::testing::{Browser, photo};
use people::testing::Town;

/// What a look finds: the addresses, in their order.
fn found(by: &Browser, query: &str) -> Vec<String> {
    let page = by.get(&format!("/search?{query}"));
    assert_eq!(page.status(), 200, "{query}");
    let links = page.text();
    let links = links.split("<h3><a href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    links.map(|path| path.split(['?', '#']).next().unwrap().to_owned()).collect()
}

/// Opens a thread of these fields, about a walnut.
fn thread(by: &Browser, fields: &[(&str, &str)]) -> String {
    let all = [&[("body", "Under the walnut."), ("sure", "yes")], fields].concat();
    let answer = by.post("/threads", &all);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

/// A focus that is found, as the room above would put it.
fn put_focus(town: &Town, id: i64, scope: &'static str, title: &'static str) {
    town.write(move |c| {
        let document = Document {
            kind: "focus",
            subject_id: id,
            scope,
            path: &format!("/focuses/{id}"),
            title,
            body: "",
            locale: "en",
            said: None,
            at: Timestamp::UNIX_EPOCH,
        };
        Ok(search::put(c, &document)?)
    });
}

#[test]
fn what_is_found_is_narrowed_down_by_who_said_it_where_when_and_in_which_language() {
    let town = open();
    put_focus(&town, 3, "open", "Growing old at home");
    let (marta, gabor, amina) = (town.as_("marta"), town.as_("gabor"), town.as_("amina"));
    let (school, club) = (town.group("school").to_string(), town.group("club").to_string());
    let by_school = thread(&marta, &[("title", "The school’s"), ("voice", &school), ("locale", "hu")]);
    town.wait(SignedDuration::from_hours(24 * 40));
    let by_club = thread(&gabor, &[("title", "The club’s"), ("voice", &club), ("subject", "focus-3")]);
    let by_amina = thread(&amina, &[("title", "Amina’s")]);
    let stranger = town.stranger();
    let finds = |query: &str| {
        let mut found = found(&stranger, &format!("q=walnut&{query}"));
        found.sort();
        found
    };
    assert_eq!(finds(""), [by_school.clone(), by_club.clone(), by_amina.clone()]);
    for (query, wanted) in [
        ("voice=primary+SCHOOL", vec![&by_school]),
        ("voice=football", vec![&by_club]),
        ("side=organisations", vec![&by_school, &by_club]),
        ("side=citizens", vec![&by_amina]),
        ("sector=education", vec![&by_school]),
        ("sector=faith", vec![]),
        ("locale=hu", vec![&by_school]),
        ("locale=en", vec![&by_club, &by_amina]),
        ("place=focus-3", vec![&by_club]),
        ("to=2026-12-01", vec![&by_school]),
        ("from=2026-12-01", vec![&by_club, &by_amina]),
        ("from=2026-11-23&to=2026-11-23", vec![&by_school]),
        ("from=2026-12-01&side=citizens&locale=en&kind=thread", vec![&by_amina]),
        ("kind=post", vec![]),
    ] {
        assert_eq!(finds(query), wanted.into_iter().cloned().collect::<Vec<_>>(), "{query}");
    }
    // A post is narrowed down by itself, not by its thread.
    reply(&amina, &by_school, "A walnut tree for everybody.");
    assert_eq!(finds("side=citizens&kind=post"), std::slice::from_ref(&by_school));
    assert_eq!(finds("sector=education&kind=post"), Vec::<String>::new());
}

#[test]
fn what_it_is_narrowed_down_to_is_shown_and_can_be_taken_out() {
    let town = open();
    put_focus(&town, 3, "open", "Growing old at home");
    let query = "/search?q=nut&kind=post&voice=primary&side=organisations&sector=education&locale=hu\
                 &place=focus-3&from=2026-01-02&to=2026-03-04";
    let page = town.stranger().get(query).text();
    for (part, without) in [
        ("Voice: Primary School", "voice"),
        ("Side: Organisations", "side"),
        ("Sector: Education", "sector"),
        ("Written in: Magyar", "locale"),
        ("Belongs to: Growing old at home", "place"),
        ("From 2 January 2026", "from"),
        ("Until 4 March 2026", "to"),
    ] {
        let link = page.split("<a href=\"/search?").find(|link| link.contains(part));
        let link = link.unwrap_or_else(|| panic!("{part}: {page}"));
        let address = link.split('"').next().unwrap();
        assert!(!address.contains(&format!("{without}=")) && address.contains("q=nut"), "{part}: {address}");
        assert_eq!(address.matches('=').count(), 8, "all others stay: {address}");
    }
    assert!(page.contains("value=\"2026-01-02\"") && page.contains("<option value=\"focus-3\" selected>"));
    assert!(page.contains("<details class=\"more\" open>"));
    assert!(!town.stranger().get("/search?q=nut").contains("<details class=\"more\" open>"));
}

#[test]
fn what_cannot_narrow_is_answered_beside_its_field() {
    let town = open();
    put_focus(&town, 9, "circle", "The founding circle’s own");
    start(&town.as_("marta"), "A walnut", "x");
    for (query, field, says) in [
        ("from=soon", "from", "Give a day"),
        ("to=2026-02-30", "to", "Give a day"),
        ("from=2026-03-02&to=2026-03-01", "to", "before the first one"),
        ("to=9999-12-31", "to", "Give a day"),
        ("voice=nobody+at+all", "voice", "No group is called so"),
        ("voice=town", "voice", "Several groups begin so"),
        ("sector=magic", "sector", "Choose one"),
        ("side=left", "side", "Choose one"),
        ("locale=xx", "locale", "Choose one"),
        ("place=focus-4", "place", "Choose one"),
        ("place=focus-9", "place", "Choose one"),
        ("place=x", "place", "Choose one"),
    ] {
        let page = town.as_("vera").get(&format!("/search?q=walnut&{query}"));
        let (status, text) = (page.status(), page.text());
        let said = text.split(&format!("id=\"{field}-error\"")).nth(1).unwrap_or_default();
        assert!(
            status == 422 && said.split("</p>").next().unwrap().contains(says),
            "{query}: {status} {text}"
        );
        assert!(text.contains("value=\"walnut\""), "what was typed stays");
    }
    assert_eq!(town.as_("marta").get("/search?q=walnut&place=focus-9").status(), 200);
    assert!(!town.as_("vera").get("/search?q=walnut").contains("The founding circle"));
    for odd in ["voice=%25", "voice=_", "voice=%5C", "place=-", "place=--1", "from=%00", "kind=%27"] {
        let status = town.stranger().get(&format!("/search?q=walnut&{odd}")).status();
        assert!([200, 422].contains(&status), "{odd}: {status}");
    }
}

#[test]
fn nobody_finds_more_by_narrowing_than_they_see() {
    let town = open();
    let (marta, school) = (town.as_("marta"), town.group("school").to_string());
    let circle = thread(&marta, &[("title", "Among us"), ("circle", "yes"), ("voice", &school)]);
    let hidden = thread(&marta, &[("title", "Walnut talk"), ("voice", &school)]);
    let answer = marta.post(&format!("{hidden}/posts"), &[("body", "A walnut more."), ("voice", &school)]);
    assert_eq!(answer.status(), 303);
    for number in [1, 2] {
        act(&town, "stella", post_id(&town, &hidden, number), "hidden");
    }
    for who in [town.stranger(), town.as_("vera")] {
        for query in
            ["", "voice=primary", "side=organisations", "sector=education", "locale=en", "kind=thread"]
        {
            assert!(!found(&who, &format!("q=walnut&{query}")).contains(&circle), "{query}");
        }
        // A thread whose first post is hidden is still found by its title, but not by who wrote it.
        assert_eq!(found(&who, "q=walnut"), std::slice::from_ref(&hidden));
        assert_eq!(found(&who, "q=walnut&voice=primary"), Vec::<String>::new());
        assert_eq!(found(&who, "q=walnut&side=organisations"), Vec::<String>::new());
    }
    assert_eq!(found(&town.as_("gabor"), "q=walnut&voice=primary"), [circle]);
}

#[test]
fn people_are_found_by_what_they_show_to_whoever_looks() {
    let town = Town::open(forum::routes().merge(people::routes()));
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    let path = format!("/people/{}", town.person("marta"));
    let says = |audiences: [&str; 3]| {
        let mut form = vec![("about", "Beekeeper"), ("helps", "Grafting trees"), ("speaks", "Romani")];
        form.extend(["about_for", "helps_for", "speaks_for"].into_iter().zip(audiences));
        form.extend([("groups_for", "hidden"), ("since_for", "hidden")]);
        assert_eq!(marta.post("/account/profile", &form).status(), 303);
    };
    let finds = |who: &Browser| {
        let words = ["toth+marta", "beekeeper", "grafting", "romani"];
        words.map(|words| found(who, &format!("q={words}")).contains(&path))
    };
    let named = found(&gabor, "q=toth");
    assert_eq!((named, found(&town.stranger(), "q=toth")), (vec![path.clone()], vec![]), "as it is at first");
    for (audiences, stranger, member) in [
        (["public", "members", "hidden"], [true, true, false, false], [true, true, true, false]),
        (["members", "members", "public"], [true, false, false, true], [true, true, true, true]),
        (["hidden", "members", "hidden"], [false; 4], [true, false, true, false]),
        (["hidden", "hidden", "hidden"], [false; 4], [false; 4]),
    ] {
        says(audiences);
        assert_eq!((finds(&town.stranger()), finds(&gabor)), (stranger, member), "{audiences:?}");
    }
    says(["public", "public", "public"]);
    assert_eq!(found(&town.stranger(), "q=beekeeper&kind=person"), std::slice::from_ref(&path));
    assert_eq!(found(&gabor, "q=beekeeper&kind=person"), std::slice::from_ref(&path), "once, not twice");
    assert_eq!(found(&gabor, "q=beekeeper&kind=group"), Vec::<String>::new());
    let renamed = marta.post("/account", &[("name", "Márta Veres"), ("language", "")]);
    assert_eq!(renamed.status(), 303, "{}", renamed.text());
    assert_eq!((found(&gabor, "q=veres"), found(&gabor, "q=toth")), (vec![path], vec![]));
}

#[test]
fn a_file_is_found_by_its_name_where_a_post_shows_it() {
    let town = open();
    let marta = town.as_("marta");
    let by_script = marta.clone().with_header("accept", "application/json");
    let send = |name: &str| {
        let told = by_script.upload("/files", "file", name, &photo(40, 30), &[("voice", "me")]).text();
        told.split("\"path\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (boat, plan) = (send("Zátony térkép.jpg"), send("zatony-titok.jpg"));
    assert_eq!(found(&marta, "q=zatony"), Vec::<String>::new(), "nothing shows it yet");
    let thread = start(&marta, "Boats", &format!("![A map]({boat})"));
    let circle = start_in_circle(&marta, "Plans", &format!("![A plan]({plan})"));
    assert_eq!(found(&town.stranger(), "q=zatony&kind=file"), std::slice::from_ref(&thread));
    assert_eq!(found(&town.as_("vera"), "q=zatony"), std::slice::from_ref(&thread));
    assert_eq!(found(&town.as_("gabor"), "q=zatony"), [circle.clone(), thread.clone()]);
    act(&town, "stella", post_id(&town, &thread, 1), "hidden");
    assert_eq!(found(&town.stranger(), "q=zatony"), Vec::<String>::new());
    let second = reply(&marta, &thread, &format!("Again: ![A map]({boat})"));
    assert_eq!(found(&town.stranger(), "q=zatony"), std::slice::from_ref(&thread));
    assert_eq!(second.status(), 303);
    let post = post_id(&town, &thread, 2);
    assert_eq!(marta.post(&format!("/posts/{post}?_method=delete"), &[]).status(), 303);
    assert_eq!(found(&town.stranger(), "q=zatony"), Vec::<String>::new());
}
