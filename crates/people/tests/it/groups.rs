//! The directory, a group's page, and who may do what about it.

use kit::{GroupId, Side};
use people::groups::{self, GroupState, NewGroup};
use people::memberships::GroupRole;
use people::testing::Town;
use people::{routes, sectors};

pub fn add(town: &Town, name: &'static str, sector: Option<&'static str>, purpose: &'static str) -> GroupId {
    let now = town.now();
    town.write(move |c| {
        let sector = sector.map(|key| sectors::by_key(c, key)).transpose()?.flatten();
        let side = if sector.is_some() { Side::Organisations } else { Side::Citizens };
        let new =
            NewGroup { side, sector, name: name.into(), purpose: purpose.into(), state: GroupState::Listed };
        Ok(groups::create(c, &new, None, now)?)
    })
}

fn state(town: &Town, id: GroupId) -> GroupState {
    town.write(move |c| Ok(groups::by_id(c, id)?.map(|g| g.state))).unwrap()
}

/// The ids of the groups that a page lists, in its order.
fn names(page: &str) -> Vec<&str> {
    let heads = page.split("<h3><a href=\"/groups/").skip(1);
    heads.filter_map(|rest| rest.split('>').nth(1)?.split('<').next()).collect()
}

fn last_group(location: &str) -> GroupId {
    location.rsplit('/').next().and_then(|id| id.parse().ok()).unwrap()
}

#[test]
fn the_directory_is_in_the_order_of_the_readers_language() {
    let town = Town::open(routes());
    for name in ["Csónakosok", "Cukrászok", "Álmodók", "Zenekar", "Adományozók", "Écs baráti köre"] {
        add(&town, name, None, "");
    }
    let page = town.stranger().speaking("hu").get("/groups?side=citizens").text();
    assert_eq!(
        names(&page),
        [
            "Adományozók",
            "Álmodók",
            "Cukrászok",
            "Csónakosok",
            "Écs baráti köre",
            "Neighbours of Malom street",
            "Zenekar"
        ]
    );
    let page = town.stranger().get("/groups?side=citizens").text();
    assert_eq!(names(&page)[2..4], ["Csónakosok", "Cukrászok"]);
}

#[test]
fn it_narrows_down_by_words_sector_side_and_state() {
    let town = Town::open(routes());
    add(&town, "Szülők Köre", None, "Parents who walk their children to school together.");
    let read = |query: &str| {
        let page = town.stranger().get(&format!("/groups?{query}")).text();
        names(&page).into_iter().map(String::from).collect::<Vec<_>>()
    };
    assert_eq!(read("q=SZULOK"), ["Szülők Köre"]);
    assert_eq!(read("q=ulo"), ["Szülők Köre"], "a part of a name is enough");
    assert_eq!(read("q=children+walk"), ["Szülők Köre"], "words of the purpose too");
    assert_eq!(read("sector=health"), ["Town Clinic"]);
    assert_eq!(read("side=citizens&state=in"), ["Neighbours of Malom street"]);
    assert_eq!(read("state=listed"), ["Szülők Köre"]);
    assert!(read("q=unicorns").is_empty());
    let page = town.stranger().get("/groups?q=unicorns").text();
    assert!(page.contains("No group is like that."), "an empty list leads on");
    assert_eq!(read("sector=nowhere&side=x&state=y&page=-3").len(), 6, "what can't be is passed over");
    assert_eq!(read("q=%22%27%3B--+%2A").len(), 0);
    let page = town.stranger().get("/groups?side=organisations").text();
    assert!(page.contains("Organisations (4)") && page.contains("Groups of citizens (2)"), "{page}");
}

#[test]
fn many_groups_come_in_pages() {
    let town = Town::open(routes());
    let now = town.now();
    town.write(move |c| {
        for n in 0..70 {
            let name = format!("Group {n:02}");
            let new = NewGroup {
                side: Side::Citizens,
                sector: None,
                name,
                purpose: String::new(),
                state: GroupState::Listed,
            };
            groups::create(c, &new, None, now)?;
        }
        Ok(())
    });
    let vera = town.as_("vera");
    let (page, statements) = town.counted(&vera, "/groups");
    assert_eq!(names(&page.text()).len(), 30);
    assert!(page.contains("75 groups") && page.contains("page=3") && !page.contains("page=4"));
    assert!(statements <= 6, "{statements} statements");
    assert_eq!(names(&vera.get("/groups?page=3").text()).len(), 15);
    assert_eq!(names(&vera.get("/groups?page=999").text()).len(), 15);
    assert_eq!(names(&vera.get("/groups?page=9999999999999999999999").text()).len(), 30);
    assert!(vera.get("/groups?state=listed").contains("/groups?state=listed&#38;page=2"));
    let (_, statements) = town.counted(&vera, "/groups?q=group");
    assert!(statements <= 7, "{statements} statements");
}

#[test]
fn a_citizen_group_is_in_when_its_second_person_comes() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let form = [("name", "Friends of the pond"), ("side", "citizens"), ("purpose", "Frogs, mostly.")];
    let answer = vera.post("/groups", &form);
    assert_eq!(answer.status(), 303);
    let id = last_group(answer.location());
    let page = vera.get(answer.location());
    assert!(page.contains("One person so far") && page.contains(&format!("/invitations/new?group={id}")));
    assert_eq!(state(&town, id), GroupState::Listed, "one person can't make themselves many voices");
    let (second, now) = (town.person("amina"), town.now());
    town.write(move |c| Ok(groups::admit(c, second, id, GroupRole::Member, now)?));
    assert_eq!(state(&town, id), GroupState::In);
    let page = vera.get(answer.location());
    assert!(
        !page.contains("One person so far") && page.contains("Friends of the pond</a> is in"),
        "{}",
        page.text()
    );
    // Who came to it is for members alone: they read it on its page, and the public log says nothing of it.
    let third = town.person("gabor");
    town.write(move |c| Ok(groups::admit(c, third, id, GroupRole::Member, now)?));
    assert!(vera.get(answer.location()).contains("Gábor Kiss"));
    for path in [answer.location(), "/activity"] {
        assert!(!town.stranger().get(path).contains("Gábor Kiss"), "{path}");
    }
}

#[test]
fn a_member_brings_in_their_organisation_and_a_guide_lists_others() {
    let town = Town::open(routes());
    let form = [("name", "Radio Kővölgy"), ("side", "organisations"), ("sector", "media")];
    let radio = last_group(town.as_("vera").post("/groups", &form).location());
    assert_eq!(state(&town, radio), GroupState::Listed, "one person can't make themselves a voice");
    assert!(town.as_("vera").get(&format!("/groups/{radio}")).contains("When a guide has confirmed it"));
    assert!(town.as_("vera").get(&format!("/groups/{radio}/edit")).status() == 200, "they keep its page");
    assert!(town.as_("stella").get("/notifications").contains("brought in Radio Kővölgy"));
    town.as_("stella").post(&format!("/groups/{radio}/state"), &[("state", "in")]);
    assert_eq!(state(&town, radio), GroupState::In);
    let form = [("name", "Town Paper"), ("side", "organisations"), ("sector", "media")];
    let paper = last_group(town.as_("stella").post("/groups", &form).location());
    assert_eq!(state(&town, paper), GroupState::Listed);
    assert!(town.stranger().get(&format!("/groups/{paper}")).contains("nobody is here for it yet"));
}

#[test]
fn what_is_wrong_with_a_new_group_is_said_and_nothing_is_lost() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let answer = vera.post("/groups", &[("name", "X"), ("side", "organisations"), ("purpose", "Kept words")]);
    assert_eq!(answer.status(), 422);
    assert!(answer.contains("Kept words") && answer.contains("Choose the sector of the organisation."));
    assert_eq!(vera.post("/groups", &[]).status(), 422);
    assert_eq!(vera.post("/groups", &[("name", "Nice"), ("side", "both")]).status(), 422);
    let long = "x".repeat(5000);
    assert_eq!(
        vera.post("/groups", &[("name", "Nice"), ("side", "citizens"), ("purpose", &long)]).status(),
        422
    );
    let answer = vera.post("/groups", &[("name", "town  CLINIC"), ("side", "citizens")]);
    assert_eq!(answer.status(), 422);
    let clinic = format!("/groups/{}", town.group("clinic"));
    assert!(answer.contains("is here already") && answer.contains(&clinic), "{}", answer.text());
    assert_eq!(
        town.stranger().post("/groups", &[("name", "Nice"), ("side", "citizens")]).location(),
        "/sign-in?next=/"
    );
    assert!(town.stranger().get("/groups/new").location().starts_with("/sign-in"));
}

#[test]
fn a_form_sent_twice_makes_one_group_and_a_day_has_its_limit() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let found = |name: &str| vera.post("/groups", &[("name", name), ("side", "citizens")]);
    let first = found("Choir").location().to_owned();
    assert_eq!(found("Choir").location(), first);
    for name in ["Second", "Third", "Fourth", "Fifth"] {
        assert_eq!(found(name).status(), 303, "{name}");
    }
    assert_eq!(found("Sixth").status(), 429);
    town.wait(jiff::SignedDuration::from_hours(25));
    assert_eq!(found("Sixth").status(), 303);
    assert_eq!(found("Choir").status(), 422, "a day later it is a namesake");
}

#[test]
fn representatives_and_guides_say_what_a_group_is_and_nobody_else() {
    let town = Town::open(routes());
    let path = format!("/groups/{}", town.group("clinic"));
    let form = [
        ("name", "Town Clinic"),
        ("sector", "health"),
        ("purpose", "We look after **everybody**. <script>alert(1)</script>"),
        ("needs", "A van on Thursdays."),
        ("email", "Clinic@Example.org"),
        ("website", "clinic.example.org"),
        ("locale", "hu"),
        ("label-1", "Pictures"),
        ("url-1", "https://photos.example.org/clinic"),
        ("label-3", ""),
        ("url-3", "www.example.org/x"),
    ];
    assert_eq!(town.as_("judit").post(&path, &form).status(), 303);
    let page = town.stranger().get(&path).text();
    assert!(page.contains("<strong>everybody</strong>") && !page.contains("<script>alert"), "{page}");
    assert!(
        page.contains("lang=\"hu\"") && page.contains(">Pictures</a>") && page.contains(">example.org</a>")
    );
    assert!(page.contains("mailto:clinic@example.org") && page.contains("https://clinic.example.org/"));
    assert!(
        town.as_("judit")
            .get(&path)
            .contains(&format!("Judit Szabó changed the page of <a href=\"{path}\">Town Clinic</a>"))
    );
    assert_eq!(names(&town.stranger().get("/groups?q=thursdays").text()), ["Town Clinic"]);
    for (who, status) in [("marta", 403), ("vera", 403), ("stella", 303), ("istvan", 303)] {
        assert_eq!(town.as_(who).post(&path, &form).status(), status, "{who}");
    }
    assert_eq!(town.as_("marta").get(&format!("{path}/edit")).status(), 403);
    assert!(town.stranger().post(&path, &form).location().starts_with("/sign-in"));
    assert_eq!(town.as_("stella").post("/groups/999999", &form).status(), 404);
    for nowhere in
        ["/groups/999999", "/groups/x", "/groups/-1", "/groups/99999999999999999999", "/groups/%00"]
    {
        assert_eq!(town.stranger().get(nowhere).status(), 404, "{nowhere}");
    }
}

#[test]
fn a_wrong_address_is_said_beside_its_field() {
    let town = Town::open(routes());
    let path = format!("/groups/{}", town.group("clinic"));
    let form = [
        ("name", "Town Clinic"),
        ("sector", "nowhere"),
        ("offers", "Kept words"),
        ("email", "clinic"),
        ("website", "javascript:alert(1)"),
        ("url-2", "ftp://x"),
    ];
    let answer = town.as_("judit").post(&path, &form);
    assert_eq!(answer.status(), 422);
    for id in ["sector-error", "email-error", "website-error", "url-2-error"] {
        assert!(answer.contains(id), "{id}");
    }
    assert!(answer.contains("Kept words"));
    assert!(!town.stranger().get(&path).contains("javascript:"));
}

#[test]
fn how_to_reach_a_citizen_group_is_for_members() {
    let town = Town::open(routes());
    let contact = [
        ("contact_name", "Ilona"),
        ("email", "ilona@example.org"),
        ("phone", "06 30 1"),
        ("address", "Malom 3"),
    ];
    let said = |name: &'static str, sector: &'static str| {
        let fields = [("name", name), ("sector", sector), ("website", "example.org/own")];
        contact.iter().copied().chain(fields).collect::<Vec<_>>()
    };
    let malom = format!("/groups/{}", town.group("malom"));
    town.as_("pista").post(&malom, &said("Neighbours of Malom street", ""));
    let (strangers, members) = (town.stranger().get(&malom).text(), town.as_("vera").get(&malom).text());
    for (_, hidden) in contact {
        assert!(!strangers.contains(hidden) && members.contains(hidden), "{hidden}");
    }
    assert!(strangers.contains("example.org/own") && strangers.contains("Members can see how to reach"));
    let people =
        |page: &str| page.split("id=\"members\"").nth(1).is_some_and(|part| part.contains("Pista Bíró"));
    assert!(!people(&strangers) && people(&members), "so is who is in it");
    let clinic = format!("/groups/{}", town.group("clinic"));
    town.as_("judit").post(&clinic, &said("Town Clinic", "health"));
    let strangers = town.stranger().get(&clinic).text();
    assert!(strangers.contains("ilona@example.org") && strangers.contains("Malom 3"), "an office is public");
    assert!(!strangers.contains("Ilona"), "a person is not");
}

#[test]
fn representatives_make_others_and_everybody_may_leave() {
    let town = Town::open(routes());
    let (school, now) = (town.group("school"), town.now());
    let [marta, amina, vera] = ["marta", "amina", "vera"].map(|name| town.person(name));
    town.write(move |c| {
        groups::admit(c, amina, school, GroupRole::Member, now)?;
        Ok(groups::admit(c, vera, school, GroupRole::Member, now)?)
    });
    let of = |person: kit::PersonId| format!("/groups/{school}/members/{person}");
    let role = [("role", "representative")];
    assert_eq!(town.as_("amina").post(&of(amina), &role).status(), 403, "nobody makes themselves one");
    assert_eq!(town.as_("gabor").post(&of(amina), &role).status(), 403);
    assert_eq!(town.as_("marta").post(&of(amina), &role).status(), 303);
    assert!(town.as_("amina").get(&format!("/groups/{school}/edit")).status() == 200);
    assert!(town.as_("amina").get("/notifications").contains("lets you speak for"), "she is told");
    assert_eq!(
        town.as_("amina").post(&of(marta), &[("role", "member")]).status(),
        403,
        "nor silences another"
    );
    assert_eq!(town.as_("stella").post(&of(marta), &[("role", "member")]).status(), 303);
    assert_eq!(
        town.as_("marta").post(&of(town.person("gabor")), &role).status(),
        403,
        "she speaks for it no longer"
    );
    assert_eq!(town.as_("amina").post(&of(town.person("gabor")), &role).status(), 404, "he isn't in it");
    assert_eq!(town.as_("amina").post(&of(vera), &[("role", "king")]).status(), 422);

    let out = |who: &str, person| town.as_(who).post(&format!("{}?_method=delete", of(person)), &[]).status();
    assert_eq!(out("vera", marta), 403);
    assert_eq!(out("marta", amina), 403);
    assert_eq!(out("amina", vera), 303, "a representative takes a member out");
    assert_eq!(out("marta", marta), 303);
    assert_eq!(state(&town, school), GroupState::In);
    assert_eq!(out("amina", amina), 303);
    assert_eq!(state(&town, school), GroupState::Dormant, "nobody is here for it any more");
    assert_eq!(out("amina", amina), 404);
    assert!(
        town.stranger()
            .post(&format!("{}?_method=delete", of(amina)), &[])
            .location()
            .starts_with("/sign-in")
    );
}

#[test]
fn guides_say_where_a_group_stands() {
    let town = Town::open(routes());
    let id = add(&town, "Town Paper", Some("media"), "");
    let put =
        |who: &str, to: &str| town.as_(who).post(&format!("/groups/{id}/state"), &[("state", to)]).status();
    assert_eq!(put("marta", "dormant"), 403);
    assert_eq!(put("stella", "invited"), 303);
    assert_eq!(state(&town, id), GroupState::Invited);
    assert_eq!(put("stella", "in"), 422, "nobody can be in for a group that has nobody");
    assert_eq!(put("stella", "gone"), 422);
    assert_eq!(put("stella", "dormant"), 303);
    let now = town.now();
    town.write(move |c| Ok(groups::mark_invited(c, id, now)?));
    assert_eq!(state(&town, id), GroupState::Dormant, "only who is listed becomes invited");
    assert!(town.stranger().get(&format!("/groups/{id}")).contains("Town Paper</a> is resting"));
    assert_eq!(town.as_("stella").post("/groups/999999/state", &[("state", "in")]).status(), 404);
}

#[test]
fn a_groups_page_takes_few_statements() {
    let town = Town::open(routes());
    let vera = town.as_("vera");
    let path = format!("/groups/{}", town.group("clinic"));
    vera.get(&path);
    let (answer, statements) = town.counted(&vera, &path);
    assert_eq!(answer.status(), 200);
    assert!(statements <= 8, "{statements} statements");
}

#[test]
fn before_the_opening_strangers_see_nobody() {
    let town = Town::founding(routes());
    for path in
        ["/groups", "/groups/map", "/groups.csv", "/groups.xlsx", "/groups.zip", "/sectors", "/groups/import"]
    {
        assert!(town.stranger().get(path).location().starts_with("/sign-in"), "{path}");
    }
    assert_eq!(town.as_("vera").get("/groups").status(), 200);
}
