//! The agenda register, as guides, the local authority and everybody else use it.

use agree::agenda::{Day, ItemId, NewItem, Relation, Saying};
use db::One;
use people::groups::{self, GroupState, NewGroup};
use people::memberships::GroupRole;
use people::testing::Town;

db::query! {
    fn count_items() -> One<i64> { "select count(*) from agenda_items" }
    fn count_activity(kind: &str) -> One<i64> { "select count(*) from activity where kind = $1" }
}

/// A town whose mayor's office is here, spoken for by Vera.
fn town() -> Town {
    let town = Town::open(agree::routes());
    let (vera, now) = (town.person("vera"), town.now());
    town.write(move |c| {
        let sector = people::sectors::by_key(c, "authority")?;
        let name = "Mayor’s office".into();
        let new = NewGroup {
            side: kit::Side::Organisations,
            sector,
            name,
            purpose: String::new(),
            state: GroupState::Listed,
        };
        let office = groups::create(c, &new, None, now)?;
        Ok(groups::admit(c, vera, office, GroupRole::Representative, now)?)
    });
    town
}

const CROSSING: [(&str, &str); 4] = [
    ("title", "Zebra crossing at the primary school"),
    ("body", "A crossing with lights where the children of the school cross the main road."),
    ("on_day", "2026-12-08"),
    ("voice", "me"),
];

fn add(town: &Town, title: &'static str, on: &'static str, until: &'static str) -> ItemId {
    let (stella, now) = (town.person("stella"), town.now());
    town.write(move |c| {
        let voice = people::voices::of_person(c, stella, "Stella")?.swap_remove(0);
        let (on_day, until_day) = (Day::read(on), Day::read(until));
        let new = NewItem {
            title: title.into(),
            body: String::new(),
            link: String::new(),
            locale: "en".into(),
            on_day,
            until_day,
        };
        agree::agenda::add(c, &new, None, &voice, now)
    })
}

fn in_activity(town: &Town, kind: &'static str) -> i64 {
    town.write(move |c| Ok(count_activity(c, kind)?))
}

#[test]
fn guides_and_the_local_authority_keep_it_and_nobody_else() {
    let town = town();
    let item = add(&town, "Local bus contract", "2026-12-01", "").path();
    for (who, status) in [("stella", 200), ("istvan", 200), ("vera", 200), ("marta", 403), ("amina", 403)] {
        assert_eq!(town.as_(who).get("/agenda/new").status(), status, "{who}");
        assert_eq!(town.as_(who).get(&format!("{item}/edit")).status(), status, "{who}");
        let shows = town.as_(who).get("/agenda").contains("/agenda/new");
        assert_eq!(shows, status == 200, "{who}");
    }
    for path in ["/agenda", item.as_str()] {
        assert_eq!(town.as_("marta").post(path, &CROSSING).status(), 403, "{path}");
        assert!(town.stranger().post(path, &CROSSING).location().starts_with("/sign-in"), "{path}");
    }
    assert_eq!(town.as_("marta").post(&format!("{item}/closure"), &[]).status(), 403);
    assert_eq!(town.as_("marta").post(&format!("{item}/closure?_method=delete"), &[]).status(), 403);
    let made = town.as_("vera").post("/agenda", &CROSSING);
    assert_eq!(made.status(), 303, "{}", made.text());
    assert!(town.stranger().get(made.location()).contains("Mayor’s office"), "entered for the authority");
    assert_eq!(town.as_("vera").get("/agenda/99/edit").status(), 404);
}

#[test]
fn a_faulty_item_comes_back_with_what_was_typed() {
    let town = town();
    let form = [
        ("title", "Bus"),
        ("on_day", "2026-12-08"),
        ("until_day", "2026-12-01"),
        ("link", "no address"),
        ("body", "Kept"),
    ];
    let answer = town.as_("stella").post("/agenda", &form);
    assert_eq!(answer.status(), 422);
    for shown in ["Kept", "no address", "The last day must come after the first one", "web address"] {
        assert!(answer.contains(shown), "{shown}: {}", answer.text());
    }
    assert_eq!(town.write(|c| Ok(count_items(c)?)), 0);
}

#[test]
fn an_item_sent_twice_is_one_and_changes_are_logged() {
    let town = town();
    let form = [&CROSSING[..], &[("key", "9")]].concat();
    let stella = town.as_("stella");
    let path = stella.post("/agenda", &form).location().to_owned();
    assert_eq!(stella.post("/agenda", &form).location(), path);
    assert_eq!((town.write(|c| Ok(count_items(c)?)), in_activity(&town, "agenda.added")), (1, 1));
    stella.post(&path, &[("title", "Traffic lights at the school"), ("link", "kovolgy.example/lights")]);
    let page = town.stranger().get(&path).text();
    assert!(
        page.contains("Traffic lights at the school") && page.contains("https://kovolgy.example/lights"),
        "{page}"
    );
    for _ in 0..2 {
        stella.post(&format!("{path}/closure"), &[("outcome", "Adopted, 9 to 2")]);
    }
    assert!(town.stranger().get(&path).contains("Adopted, 9 to 2"));
    assert_eq!((in_activity(&town, "agenda.edited"), in_activity(&town, "agenda.closed")), (1, 1));
    stella.post(&format!("{path}/closure?_method=delete"), &[]);
    assert!(!town.stranger().get(&path).contains("off the table"));
}

#[test]
fn what_comes_stands_by_day_and_what_is_over_below() {
    let town = town();
    add(&town, "Sometime", "", "");
    add(&town, "In December", "2026-12-08", "");
    add(&town, "Tomorrow", "2026-11-24", "");
    add(&town, "Consultation", "2026-11-01", "2026-11-30");
    add(&town, "Last week", "2026-11-16", "");
    let (page, statements) = town.counted(&town.as_("stella"), "/agenda");
    assert!(statements <= 12, "{statements}");
    let page = page.text();
    let place = |title: &str| page.find(&format!(">{title}<")).unwrap_or(usize::MAX);
    let order = ["Consultation", "Tomorrow", "In December", "Sometime", "Last week"].map(place);
    assert!(order.is_sorted() && order[4] < usize::MAX, "{order:?}");
}

#[test]
fn the_past_is_paged() {
    let town = town();
    for n in 0..70 {
        add(&town, ["Roads", "Lamps", "Trees"][n % 3], ["2026-10-05", "2026-09-01", ""][n % 3], "");
    }
    town.write(|c| {
        let voice = people::voices::of_person(c, kit::PersonId(2), "Stella")?.swap_remove(0);
        for id in (1..=70).filter(|id| id % 3 == 0) {
            agree::agenda::close(c, ItemId(id), kit::Words::default(), &voice, jiff::Timestamp::UNIX_EPOCH)?;
        }
        Ok(())
    });
    let (mut seen, mut path) = (0, String::from("/agenda"));
    for _ in 0..5 {
        let page = town.stranger().get(&path).text();
        seen += page.matches("<article").count();
        let Some(more) = page.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next())
        else {
            break;
        };
        path = more.to_owned();
    }
    assert_eq!(seen, 70);
    assert_eq!(town.stranger().get("/agenda?before=nonsense.x").status(), 200);
}

#[test]
fn whoever_names_what_reads_alike_is_asked_how_it_relates() {
    let town = town();
    let item = town.as_("stella").post("/agenda", &CROSSING).location().to_owned();
    let need = [
        ("title", "Crossing for the children at school"),
        ("body", "A zebra crossing is missing."),
        ("voice", "me"),
    ];
    let shown = town.as_("amina").post("/needs", &need);
    assert!(
        shown.status() == 200 && shown.contains("Zebra crossing at the primary school"),
        "{}",
        shown.text()
    );
    let posted = town.as_("amina").post("/needs", &[&need[..], &[("next", "different")]].concat());
    assert_eq!(posted.location(), "/agenda/relations/new?subject=need-1");
    let asked = town.as_("amina").get(posted.location());
    assert!(
        asked.contains("Zebra crossing at the primary school") && asked.contains("Both speak of"),
        "{}",
        asked.text()
    );
    assert!(town.as_("amina").get("/needs/1").contains("reads much like this"));
    assert!(!town.as_("judit").get("/needs/1").contains("reads much like this"));
    let (_, statements) = town.counted(&town.as_("amina"), "/needs/1");
    assert!(statements <= 12, "{statements}");

    let say = |who: &str, relation: &str| {
        let form = [
            ("subject", "need-1"),
            ("item", "1"),
            ("relation", relation),
            ("note", "We help <i> at eight"),
            ("voice", "me"),
        ];
        town.as_(who).post("/agenda/relations", &form)
    };
    assert_eq!(say("judit", "complements").status(), 403);
    assert_eq!(town.as_("judit").get(posted.location()).status(), 403);
    let faulty = say("amina", "");
    assert!(faulty.status() == 422 && faulty.contains("We help &#60;i&#62; at eight"), "{}", faulty.text());
    assert_eq!(say("amina", "complements").location(), "/needs/1");
    assert_eq!(say("stella", "hands_over").location(), "/needs/1", "a guide may, and it changes");
    for path in ["/needs/1", item.as_str()] {
        let page = town.stranger().get(path).text();
        assert!(page.contains("Hands over to") && page.contains("We help &#60;i&#62; at eight"), "{page}");
    }
    assert!(town.stranger().get(&item).contains("Crossing for the children at school"));
    assert!(!town.as_("amina").get("/needs/1").contains("reads much like this"));
}

#[test]
fn only_what_is_there_can_relate() {
    let town = town();
    add(&town, "Bus", "", "");
    let form =
        |subject, item| [("subject", subject), ("item", item), ("relation", "independent"), ("voice", "me")];
    for (subject, item) in [("need-9", "1"), ("cat-1", "1"), ("need", "1"), ("", ""), ("need-x", "1")] {
        assert_eq!(
            town.as_("stella").post("/agenda/relations", &form(subject, item)).status(),
            404,
            "{subject}"
        );
    }
    assert_eq!(town.as_("stella").get("/agenda/relations/new?subject=need-9").status(), 404);
    town.as_("stella").post("/needs", &[("title", "Benches"), ("body", "By the stream"), ("voice", "me")]);
    assert_eq!(town.as_("stella").post("/agenda/relations", &form("need-1", "9")).status(), 404);
    assert!(
        town.as_("stella")
            .get("/agenda/relations/new?subject=need-1")
            .contains("Nothing on the council’s table reads like this")
    );
}

#[test]
fn what_was_said_for_a_need_goes_with_it_when_it_is_merged() {
    let town = town();
    let (bus, lamps) = (add(&town, "Bus contract", "", ""), add(&town, "Street lamps", "", ""));
    for title in ["Later bus", "Bus in the evening"] {
        town.as_("amina")
            .post("/needs", &[("title", title), ("body", "x"), ("voice", "me"), ("next", "different")]);
    }
    let (amina, now) = (town.person("amina"), town.now());
    town.write(move |c| {
        let voice = people::voices::of_person(c, amina, "Amina")?.swap_remove(0);
        for (need, item, relation) in [
            (1, bus, Relation::Independent),
            (1, lamps, Relation::Complements),
            (2, bus, Relation::HandsOver),
        ] {
            agree::agenda::relate(
                c,
                item,
                Saying { subject: ("need", need), relation, note: kit::Words::default() },
                &voice,
                now,
            )?;
        }
        agree::needs::merge(c, agree::needs::NeedId(1), agree::needs::NeedId(2), &voice, now)?;
        let mut said: Vec<_> =
            agree::agenda::of_subject(c, "need", 2)?.into_iter().map(|r| (r.item_id, r.relation)).collect();
        said.sort();
        assert_eq!(said, [(bus, Relation::HandsOver), (lamps, Relation::Complements)]);
        Ok(())
    });
    assert_eq!(town.stranger().get(&bus.path()).status(), 200);
}

#[test]
fn a_list_is_shown_before_it_is_added_and_added_once() {
    let town = town();
    add(&town, "Street lamps", "2026-12-08", "");
    let file = "Title;Text;Link;Date\nStreet lamps;;;2026-12-08\nBus contract;<b>Lines</b>;;2026-12-15\nSchool roof;;;some day\n;;;\n";
    let upload =
        |who: &str| town.as_(who).upload("/agenda/import", "file", "agenda.csv", file.as_bytes(), &[]);
    assert_eq!(town.as_("marta").get("/agenda/import").status(), 403);
    assert_eq!(upload("marta").status(), 403);
    assert!(town.stranger().get("/agenda/import").location().starts_with("/sign-in"));
    let preview = upload("vera");
    let page = preview.text();
    assert_eq!(preview.status(), 200, "{page}");
    for shown in [
        "3 rows were read",
        "It is on the register already",
        "“some day” is no day that we can read",
        "Lines",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(town.write(|c| Ok(count_items(c)?)), 1, "nothing is added by looking");
    assert_eq!(page.matches(" checked").count(), 2, "{page}");
    let carried =
        page.split("name=\"rows\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let carried =
        carried.replace("&#34;", "\"").replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
    let office = town.as_("vera").get("/agenda/new").text();
    let office = office
        .split("<option value=\"")
        .find_map(|o| o.split('"').next().filter(|v| v.parse::<i64>().is_ok()).map(String::from));
    let voice = office.unwrap_or_else(|| "me".into());
    let form = [("rows", carried.as_str()), ("row", "3"), ("row", "4"), ("voice", voice.as_str())];
    assert_eq!(
        town.as_("marta")
            .post("/agenda/import/items", &[("rows", carried.as_str()), ("row", "3"), ("voice", "me")])
            .status(),
        403
    );
    for _ in 0..2 {
        let answer = town.as_("vera").post("/agenda/import/items", &form);
        assert_eq!((answer.status(), answer.location()), (303, "/agenda"), "{}", answer.text());
    }
    assert_eq!(town.write(|c| Ok(count_items(c)?)), 3);
    assert_eq!(in_activity(&town, "agenda.imported"), 1);
    assert!(town.stranger().get("/agenda").contains("School roof"));
    assert_eq!(
        town.as_("vera").post("/agenda/import/items", &[("rows", "x"), ("voice", "me")]).status(),
        422
    );
}

#[test]
fn a_file_that_is_no_list_says_what_to_do() {
    let town = town();
    let upload = |content: &[u8]| town.as_("stella").upload("/agenda/import", "file", "x", content, &[]);
    for (content, says) in [
        (&b""[..], "Choose a file."),
        (b"PK\x03\x04xx", "save the sheet as CSV"),
        (b"a,b\n1,2\n", "No column is called"),
    ] {
        let answer = upload(content);
        assert!(answer.status() == 422 && answer.contains(says), "{says}: {}", answer.text());
    }
    assert_eq!(upload(&vec![b'x'; 3 * 1024 * 1024]).status(), 413);
}
