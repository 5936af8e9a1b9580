//! What is hidden is gone from every way out.

use super::{SECRET, act, town};
use crate::town::{post_id, reply, start, work};
use kit::PersonId;

db::query! {
    fn mentions_of(person: PersonId) -> Vec<String> {
        "select kind from notifications where person_id = $1 and kind = 'mention' and read_at is null"
    }
}

#[test]
fn a_hidden_post_keeps_its_place_and_its_reason_and_nothing_else() {
    let (town, thread, post) = town();
    let gabor = town.as_("gabor");
    gabor.post(&format!("/posts/{post}"), &[("body", &format!("You {SECRET} again!"))]);
    assert!(town.stranger().get(&format!("/search?q={SECRET}")).contains(&thread));
    act(&town, "stella", post, "hidden");
    for who in ["amina", "vera", "marta"] {
        let browser = town.as_(who);
        let page = browser.get(&thread).text();
        assert!(page.contains("unkind or threatening") && page.contains("id=\"post-2\""), "{page}");
        assert!(!page.contains(SECRET) && !page.contains("Gábor"), "{who} reads it: {page}");
        assert!(!page.contains(&format!("/posts/{post}/")), "nothing to press: {page}");
        let search = browser.get(&format!("/search?q={SECRET}")).text();
        assert!(!search.contains(&thread), "{search}");
        for path in ["versions", "edit", "flags/new"] {
            assert_eq!(browser.get(&format!("/posts/{post}/{path}")).status(), 404, "{who} {path}");
        }
        let react = browser.post(&format!("/posts/{post}/reactions"), &[("kind", "agree")]);
        assert_eq!(react.status(), 404);
    }
    for path in [thread.clone(), "/threads".into(), "/activity".into(), "/moderation/log".into()] {
        let page = town.stranger().get(&path).text();
        assert!(!page.contains(SECRET), "{path}: {page}");
    }
    for who in ["amina", "gabor", "stella"] {
        let quoting = town.as_(who).get(&format!("{thread}?from=2&quote=2")).text();
        assert!(
            !quoting.contains(&format!("&gt; You {SECRET}")) && !quoting.contains("> You"),
            "{who}: {quoting}"
        );
    }
    assert!(!town.stranger().get("/threads").contains("Gábor"), "the last voice isn't the hidden one");
}

#[test]
fn its_writer_and_the_guides_still_read_it_and_nobody_changes_it() {
    let (town, thread, post) = town();
    act(&town, "stella", post, "hidden");
    let own = town.as_("gabor").get(&thread).text();
    assert!(own.contains(SECRET) && own.contains("You and the guides can read it"), "{own}");
    assert!(!own.contains(&format!("/posts/{post}/edit")));
    assert_eq!(town.as_("gabor").get(&format!("/posts/{post}/edit")).status(), 403);
    assert_eq!(town.as_("gabor").post(&format!("/posts/{post}"), &[("body", "Other")]).status(), 403);
    let guides = town.as_("judit").get(&thread).text();
    assert!(guides.contains(SECRET) && guides.contains("Only guides and its writer"), "{guides}");
    assert_eq!(
        town.as_("stella").post(&format!("/posts/{post}/reactions"), &[("kind", "agree")]).status(),
        403
    );
    // Whoever takes it back does so without a name.
    assert_eq!(town.as_("gabor").post(&format!("/posts/{post}?_method=delete"), &[]).status(), 303);
    assert!(!town.stranger().get("/activity").contains("Gábor Kiss removed"));
    assert!(!town.stranger().get(&thread).contains("Gábor"));
}

#[test]
fn a_first_post_is_found_by_its_title_alone_and_a_mention_is_forgotten() {
    let (town, ..) = town();
    let thread = start(&town.as_("gabor"), "Of the river", &format!("@Vera Horváth is a {SECRET}."));
    let (vera, post) = (town.person("vera"), post_id(&town, &thread, 1));
    assert_eq!(town.write(move |c| Ok(mentions_of(c, vera)?)).len(), 1);
    act(&town, "stella", post, "hidden");
    assert!(town.write(move |c| Ok(mentions_of(c, vera)?)).is_empty());
    assert!(!town.stranger().get(&format!("/search?q={SECRET}")).contains(&thread));
    assert!(town.stranger().get("/search?q=river").contains(&thread));
    reply(&town.as_("amina"), &thread, "What was that?");
    work(&town);
    assert!(!town.as_("gabor").get("/notifications").contains(SECRET));
}

#[test]
fn what_is_shown_again_is_whole() {
    let (town, thread, post) = town();
    let hidden = act(&town, "stella", post, "hidden");
    town.as_("stella").post(&format!("/moderation/acts/{hidden}?_method=delete"), &[]);
    let page = town.stranger().get(&thread).text();
    assert!(page.contains(SECRET) && page.contains("Gábor Kiss"), "{page}");
    assert!(town.stranger().get(&format!("/search?q={SECRET}")).contains(&thread));
    assert!(town.stranger().get("/threads").contains("Gábor"));
    assert!(town.stranger().get("/activity").contains("showed a post again in"));
}
