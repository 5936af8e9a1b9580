//! Needs, as the people of the town use them.

use db::One;
use jiff::SignedDuration;
use kit::testing::Answer;
use people::testing::Town;

db::query! {
    fn count_activity(kind: &str) -> One<i64> { "select count(*) from activity where kind = $1" }
    fn count_public(kind: &str) -> One<i64> { "select count(*) from activity where kind = $1 and scope = 'open'" }
    fn count_needs() -> One<i64> { "select count(*) from needs" }
    fn count_notices(person: kit::PersonId) -> One<i64> { "select count(*) from notifications where person_id = $1" }
    fn voices_of(need: i64) -> Vec<(String, i64)> { "select voice, at from need_supports where need_id = $1 order by voice" }
}

fn town() -> Town {
    Town::open(agree::routes())
}

/// Names a need and gives its path; fails where anything stands between.
fn named(town: &Town, who: &str, title: &str, body: &str, voice: &str) -> String {
    let answer = post(town, who, title, body, voice);
    assert_eq!(answer.status(), 303, "{}", answer.text());
    answer.location().to_owned()
}

fn post(town: &Town, who: &str, title: &str, body: &str, voice: &str) -> Answer {
    town.as_(who).post("/needs", &[("title", title), ("body", body), ("voice", voice), ("next", "different")])
}

fn in_activity(town: &Town, kind: &'static str) -> i64 {
    town.write(move |c| Ok(count_activity(c, kind)?))
}

#[test]
fn anyone_signed_in_names_a_need_and_shares_it() {
    let town = town();
    let form =
        [("title", "A safe way to school"), ("body", "Cars stand **everywhere**."), ("for_whom", "Children")];
    assert!(town.stranger().post("/needs", &form).location().starts_with("/sign-in"));
    assert!(town.stranger().get("/needs/new").location().starts_with("/sign-in"));
    let answer = town.as_("amina").post("/needs", &form);
    assert_eq!((answer.status(), answer.location()), (303, "/needs/1"));
    let page = town.stranger().get("/needs/1").text();
    for shown in [
        "A safe way to school",
        "<strong>everywhere</strong>",
        "Children",
        "Amina Haddad",
        "One voice shares it",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(in_activity(&town, "need.added"), 1);
    assert!(
        town.as_("amina").get("/needs/1").contains("Your need")
            || town.as_("amina").get("/needs").contains("Mine")
    );
}

#[test]
fn a_faulty_form_comes_back_with_what_was_typed() {
    let town = town();
    let answer = town.as_("amina").post("/needs", &[("title", ""), ("body", "Cars & vans <b>")]);
    assert_eq!(answer.status(), 422);
    assert!(
        answer.contains("Cars &#38; vans &#60;b&#62;") && answer.contains("Write something here"),
        "{}",
        answer.text()
    );
    let school = town.group("school").to_string();
    let answer = post(&town, "amina", "A safe way to school", "Cars", &school);
    assert!(
        answer.status() == 422
            && answer.contains("A safe way to school")
            && answer.contains("can’t speak for")
    );
    let hungarian = town.as_("amina").speaking("hu").post("/needs", &[("title", "Ú"), ("body", "")]);
    assert!(hungarian.status() == 422 && hungarian.contains("Legalább 3 betű kell"), "{}", hungarian.text());
}

#[test]
fn a_form_sent_twice_is_one_need() {
    let town = town();
    let form = [("title", "A dentist"), ("body", "None for miles"), ("key", "77"), ("voice", "me")];
    let amina = town.as_("amina");
    assert_eq!(amina.post("/needs", &form).location(), amina.post("/needs", &form).location());
    assert_eq!(town.write(|c| Ok(count_needs(c)?)), 1);
    assert_eq!(in_activity(&town, "need.added"), 1);
}

#[test]
fn what_reads_alike_is_shown_before_posting_and_nothing_is_lost() {
    let town = town();
    named(&town, "marta", "Biztonságos átkelő az iskolánál", "Reggel negyven autó áll a zebránál.", "me");
    named(&town, "marta", "Próbaterem a kórusnak", "Meleg szoba hétfőn este.", "me");
    let form = [
        ("title", "Gyalogátkelő kell az iskolához"),
        ("body", "A gyerekek nem látszanak a zebrán."),
        ("for_whom", "A kicsiknek"),
        ("locale", "hu"),
        ("voice", "me"),
        ("key", "5"),
    ];
    let answer = town.as_("amina").post("/needs", &form);
    let page = answer.text();
    assert_eq!(answer.status(), 200);
    assert!(page.contains("Biztonságos átkelő az iskolánál") && !page.contains("Próbaterem"), "{page}");
    for typed in ["Gyalogátkelő kell az iskolához", "A gyerekek nem látszanak a zebrán.", "A kicsiknek"]
    {
        assert!(page.contains(&format!("value=\"{typed}\"")), "{typed}");
    }
    let again = [&form[..], &[("next", "edit")]].concat();
    let back = town.as_("amina").post("/needs", &again);
    assert!(back.status() == 200 && back.contains("value=\"A kicsiknek\"") && back.contains("value=\"5\""));
    let different = [&form[..], &[("next", "different")]].concat();
    assert_eq!(town.as_("amina").post("/needs", &different).location(), "/needs/3");
    assert_eq!(town.as_("amina").post("/needs", &form).location(), "/needs/3", "sent before");
    assert!(
        town.stranger().get("/needs/3").contains("<h1 lang=\"hu\">Gyalogátkelő"),
        "in the language chosen"
    );
    let instead =
        town.as_("pista").post("/needs/1/supports", &[("voice", "me"), ("note", "Az unokám is erre jár.")]);
    assert_eq!(instead.location(), "/needs/1");
    assert!(town.as_("judit").get("/needs/1").contains("Az unokám is erre jár."));
}

#[test]
fn a_voice_joins_once_and_may_leave() {
    let town = town();
    let path = named(&town, "amina", "A dentist", "None for miles", "me");
    let supports = format!("{path}/supports");
    assert!(town.stranger().post(&supports, &[]).location().starts_with("/sign-in"));
    let (clinic, school) = (town.group("clinic").to_string(), town.group("school").to_string());
    assert_eq!(town.as_("judit").post(&supports, &[("voice", &school)]).status(), 422);
    for _ in 0..2 {
        assert_eq!(town.as_("judit").post(&supports, &[("voice", &clinic)]).status(), 303);
    }
    town.as_("judit").post(&supports, &[("voice", "me"), ("note", "My own teeth, too")]);
    let page = town.as_("judit").get(&path).text();
    for shown in [
        "3 voices share it",
        "one organisation",
        "2 on the citizens’ side",
        "Town Clinic",
        "My own teeth, too",
        "Leave it",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    assert_eq!(in_activity(&town, "need.joined"), 2);
    let leave = format!("{supports}?_method=delete");
    for _ in 0..2 {
        assert_eq!(town.as_("judit").post(&leave, &[("voice", &clinic)]).status(), 303);
    }
    assert!(town.stranger().get(&path).contains("2 voices share it"));
    assert_eq!(in_activity(&town, "need.left"), 1);
    assert_eq!(town.as_("judit").post("/needs/99/supports", &[("voice", "me")]).status(), 404);
}

#[test]
fn which_persons_share_a_need_is_for_members_to_know() {
    let town = town();
    let path = named(&town, "amina", "Dry firewood", "Before the frost", "me");
    town.as_("judit").post(&format!("{path}/supports"), &[("voice", "me"), ("note", "One room is warm")]);
    town.as_("pista").post(&format!("{path}/supports"), &[("voice", &town.group("malom").to_string())]);
    let (stranger, member) = (town.stranger().get(&path).text(), town.as_("vera").get(&path).text());
    for shown in ["3 voices share it", "Neighbours of Malom street", "Amina Haddad"] {
        assert!(stranger.contains(shown) && member.contains(shown), "{shown}: {stranger}");
    }
    assert!(
        stranger.contains("and 2 more")
            && !stranger.contains("Judit Szabó")
            && !stranger.contains("One room")
    );
    assert!(member.contains("Judit Szabó") && member.contains("One room is warm"));
    assert_eq!(town.write(|c| Ok(count_public(c, "need.joined")?)), 1);
}

#[test]
fn the_words_are_their_authors_until_somebody_joins() {
    let town = town();
    let path = named(&town, "amina", "A dentist", "None for miles", "me");
    let (edit, new) =
        (format!("{path}/edit"), [("title", "A dentist for children"), ("body", "None"), ("voice", "me")]);
    assert_eq!(town.as_("judit").get(&edit).status(), 403);
    assert_eq!(town.as_("judit").post(&path, &new).status(), 403);
    assert!(town.stranger().post(&path, &new).location().starts_with("/sign-in"));
    assert!(town.as_("amina").get(&edit).contains("None for miles"));
    assert_eq!(town.as_("amina").post(&path, &[("title", "x"), ("body", "Kept words")]).status(), 422);
    assert_eq!(town.as_("amina").post(&path, &new).status(), 303);
    town.as_("judit").post(&format!("{path}/supports"), &[("voice", "me")]);
    assert_eq!(town.as_("amina").get(&edit).status(), 403);
    assert_eq!(town.as_("stella").post(&path, &new).status(), 303);
    assert!(town.stranger().get(&format!("{path}?")).contains("A dentist for children"));
    assert_eq!(town.as_("amina").get("/needs/99/edit").status(), 404);
}

#[test]
fn merging_keeps_everybody_and_leads_on() {
    let town = town();
    let source = named(&town, "amina", "A crossing at the school", "Zebra", "me");
    town.wait(SignedDuration::from_hours(1));
    let target =
        named(&town, "marta", "Zebra crossing by the school", "Safe", &town.group("school").to_string());
    for (who, voice) in [("judit", "me"), ("gabor", "me"), ("marta", "me")] {
        town.wait(SignedDuration::from_hours(1));
        town.as_(who).post(&format!("{source}/supports"), &[("voice", voice)]);
        town.as_(who).post(&format!("{target}/supports"), &[("voice", voice), ("note", "Here too")]);
    }
    let merge = format!("{source}/merge");
    let into = target.rsplit('/').next().unwrap_or_default().to_owned();
    assert_eq!(town.as_("amina").get(&merge).status(), 403);
    assert_eq!(town.as_("amina").post(&merge, &[("target", &into)]).status(), 403);
    assert!(town.stranger().get(&merge).location().starts_with("/sign-in"));
    assert!(town.as_("stella").get(&merge).contains("Zebra crossing by the school (4 voices)"));
    assert_eq!(town.as_("stella").post(&merge, &[("target", "")]).status(), 422);
    assert_eq!(town.as_("stella").post(&merge, &[("target", "999")]).status(), 404);
    for _ in 0..2 {
        assert_eq!(town.as_("stella").post(&merge, &[("target", &into)]).location(), target);
    }
    let page = town.as_("vera").get(&target);
    for shown in
        ["5 voices share it", "Amina Haddad", "Here too", "became part of this need", "Stella Kovács"]
    {
        assert!(page.contains(shown), "{shown}: {}", page.text());
    }
    assert_eq!(town.stranger().get(&source).location(), format!("{target}?from=1"));
    assert!(
        town.stranger()
            .get(&format!("{target}?from=1"))
            .contains("You were led here from “<span lang=\"en\">A crossing at the school</span>”")
    );
    assert_eq!(town.as_("gabor").post(&format!("{source}/supports"), &[("voice", "me")]).status(), 409);
    assert_eq!(town.as_("stella").get(&merge).status(), 409);
    assert!(!town.stranger().get("/needs").contains("A crossing at the school"));
    let amina = town.person("amina");
    assert_eq!(town.write(move |c| Ok(count_notices(c, amina)?)), 1);
    assert_eq!(in_activity(&town, "need.merged"), 1);
}

#[test]
fn of_two_days_of_joining_the_earlier_one_stays() {
    let town = town();
    let first = named(&town, "amina", "A bench", "Halfway", "me");
    town.wait(SignedDuration::from_hours(5));
    let second = named(&town, "marta", "Somewhere to sit", "Halfway up", "me");
    town.as_("amina").post(&format!("{second}/supports"), &[("voice", "me")]);
    let before = town.write(|c| Ok(voices_of(c, 1)?));
    town.as_("stella").post(&format!("{first}/merge"), &[("target", "2")]);
    let after = town.write(|c| Ok(voices_of(c, 2)?));
    assert_eq!(after.len(), 2);
    assert!(after.contains(&before[0]), "{before:?} {after:?}");
    assert!(town.write(|c| Ok(voices_of(c, 1)?)).is_empty());
}

#[test]
fn the_list_is_narrowed_by_side_sector_words_and_oneself() {
    let town = town();
    let school = town.group("school").to_string();
    named(&town, "marta", "Warm lunch", "For the pupils", &school);
    named(&town, "amina", "A bench", "Halfway up the hill", "me");
    let list = |who: &str, query: &str| {
        let browser = if who.is_empty() { town.stranger() } else { town.as_(who) };
        let page = browser.get(&format!("/needs{query}")).text();
        (page.contains("Warm lunch"), page.contains("A bench"))
    };
    assert_eq!(list("", ""), (true, true));
    assert_eq!(list("", "?side=organisations"), (true, false));
    assert_eq!(list("", "?side=citizens"), (false, true));
    assert_eq!(list("", "?sector=education"), (true, false));
    assert_eq!(list("", "?sector=health"), (false, false));
    assert_eq!(list("", "?q=hill"), (false, true));
    assert_eq!(list("", "?q=nothing"), (false, false));
    assert_eq!(list("", "?q=%22%27%25&side=x%27&sector=%27&after=x"), (false, false));
    assert_eq!(list("amina", "?mine=true"), (false, true));
    assert_eq!(list("marta", "?mine=true"), (true, false));
    assert_eq!(list("", "?mine=true"), (true, true), "a stranger has none of their own");
    assert!(town.stranger().get("/needs?q=nothing").contains("No need fits that"));
}

#[test]
fn in_the_founding_stage_strangers_see_nothing() {
    let town = Town::founding(agree::routes());
    let path = named(&town, "marta", "A dentist", "None for miles", "me");
    for path in ["/needs", path.as_str(), "/agenda"] {
        assert!(town.stranger().get(path).location().starts_with("/sign-in"), "{path}");
        assert_eq!(town.as_("vera").get(path).status(), 200, "{path}");
    }
}

#[test]
fn a_thousand_needs_are_paged_in_few_statements() {
    let town = town();
    let (amina, now) = (town.person("amina"), town.now());
    let others = [town.person("marta"), town.person("gabor"), town.person("judit")];
    town.write(move |c| {
        for n in 0..1000_usize {
            let own = people::voices::of_person(c, amina, "Amina")?.swap_remove(0);
            let (title, body) = (format!("Need number {n}"), "Something that is missing here ".repeat(12));
            let new = agree::needs::NewNeed { title, body, for_whom: "All".into(), locale: "en".into() };
            let id = agree::needs::add(c, &new, None, &own, now)?;
            for person in others.iter().take(n % 4) {
                let voice = people::voices::of_person(c, *person, "x")?.swap_remove(0);
                agree::needs::join(c, id, &voice, kit::Words::default(), now)?;
            }
        }
        Ok(())
    });
    let (page, statements) = town.counted(&town.as_("amina"), "/needs");
    assert!(statements <= 12, "{statements}");
    assert!(
        page.contains("All 1,000") && page.contains("Need number 999") && !page.contains("Need number 998<")
    );
    let mut seen = 0;
    let mut path = String::from("/needs?side=citizens");
    for _ in 0..40 {
        let page = town.stranger().get(&path).text();
        seen += page.matches("<article").count();
        let Some(more) = page.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next())
        else {
            break;
        };
        path = more.replace("&#38;", "&").replace("&amp;", "&");
    }
    assert_eq!(seen, 1000);
    let started = std::time::Instant::now();
    for _ in 0..10 {
        assert_eq!(town.stranger().get("/needs?q=number&sector=education").status(), 200);
        assert_eq!(town.stranger().get("/needs").status(), 200);
    }
    assert!(started.elapsed().as_millis() < 20 * 100, "{:?} for twenty pages", started.elapsed());
    let (_, statements) = town.counted(&town.as_("amina"), "/needs/999");
    assert!(statements <= 12, "{statements}");
    let (_, statements) = town.counted(&town.as_("stella"), "/needs/1000/merge");
    assert!(statements <= 12, "{statements}");
}

#[test]
fn home_and_focuses_ask_for_titles_and_the_most_shared() {
    let town = town();
    named(&town, "amina", "A bench", "Halfway", "me");
    let path = named(&town, "amina", "A dentist", "None", "me");
    town.as_("judit").post(&format!("{path}/supports"), &[("voice", "me")]);
    town.write(|c| {
        let ids = [2, 7, 1].map(agree::needs::NeedId);
        let titles: Vec<String> =
            agree::needs::titles(c, &ids)?.into_iter().map(|(_, title)| title).collect();
        assert_eq!(titles, ["A dentist", "A bench"]);
        let first = agree::needs::most_shared(c, 1)?;
        assert_eq!((first.len(), first[0].title.as_str(), first[0].supporters), (1, "A dentist", 2));
        assert_eq!(agree::needs::count_open(c)?, 2);
        Ok(())
    });
}

#[test]
fn nobody_fills_the_list_alone() {
    let town = town();
    for n in 0..20 {
        named(&town, "amina", &format!("Something else {n}"), "x", "me");
    }
    let one_more = post(&town, "amina", "One more", "x", "me");
    assert_eq!(one_more.status(), 429, "{}", one_more.text());
    assert_eq!(post(&town, "judit", "Another person's", "x", "me").status(), 303);
    town.wait(SignedDuration::from_hours(25));
    assert_eq!(post(&town, "amina", "One more", "x", "me").status(), 303);
}

#[test]
fn what_happens_has_its_words_in_each_language() {
    let needs = ["added", "edited", "joined", "left", "merged"].map(|what| format!("activity-need-{what}"));
    let agenda = ["added", "edited", "closed", "reopened", "imported", "related"];
    let agenda = agenda.map(|what| format!("activity-agenda-{what}"));
    for key in needs.iter().chain(&agenda).map(String::as_str).chain(["notices-need-merged"]) {
        for locale in ["en", "hu"].map(|code| kit::Locale::find(code).unwrap()) {
            let text = locale.t(key).with("who", "Amina").with("title", "A bench").to_string();
            assert!(text.contains("Amina") && text.contains("A bench"), "{key}: {text}");
        }
    }
}
