use crate::town::{counted, open, post_id, reply, start};
use jiff::SignedDuration;

#[test]
fn an_answer_is_numbered_and_its_writer_follows() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let answer = reply(&town.as_("amina"), &thread, "Me, *gladly*.");
    assert_eq!((answer.status(), answer.location()), (303, format!("{thread}?from=2#post-2").as_str()));
    let page = town.as_("amina").get(&thread);
    for text in ["<em>gladly</em>", "Amina Haddad", "2 posts", "Stop following"] {
        assert!(page.contains(text), "{text} is not in {}", page.text());
    }
}

#[test]
fn an_answer_that_cannot_be_sent_comes_back_whole() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let amina = town.as_("amina");
    let empty = reply(&amina, &thread, "   ");
    assert_eq!(empty.status(), 422);
    assert!(empty.contains("Write something here") && empty.contains("A question"));
    let foreign = amina.post(&format!("{thread}/posts"), &[("body", "Kept words"), ("voice", "1")]);
    assert!(foreign.status() == 422 && foreign.contains("Kept words"));
    assert_eq!(reply(&amina, "/threads/999", "x").status(), 404);
    let preview = amina.post(&format!("{thread}/posts"), &[("body", "So **bold**"), ("preview", "yes")]);
    assert!(
        preview.status() == 200
            && preview.contains("<strong>bold</strong>")
            && preview.contains("So **bold**")
    );
    assert!(town.stranger().get(&thread).contains("One post"), "nothing was sent");
}

#[test]
fn a_form_sent_twice_is_one_post() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    let amina = town.as_("amina");
    let fields = [("body", "Only once"), ("key", "4711")];
    let path = format!("{thread}/posts");
    let (first, second) = (amina.post(&path, &fields), amina.post(&path, &fields));
    assert_eq!(first.location(), second.location());
    let page = town.stranger().get(&thread);
    assert!(page.contains("2 posts") && page.text().matches("Only once").count() == 1);
    assert!(reply(&amina, &thread, "Third").location().contains("post-3"), "no number was lost");
}

#[test]
fn harm_becomes_text() {
    let town = open();
    let body = "<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)> @<b>x</b>";
    let thread = start(&town.as_("marta"), "<script>alert(2)</script>", body);
    for page in
        [town.stranger().get(&thread), town.stranger().get("/threads"), town.stranger().get("/activity")]
    {
        let text = page.text();
        assert!(
            !text.contains("<script>alert") && !text.contains("javascript:") && !text.contains("<img src"),
            "{text}"
        );
    }
}

#[test]
fn who_wrote_a_post_may_change_it_and_all_see_what_it_said() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "A question", "Before, I said **this**.");
    let post = post_id(&town, &thread, 1);
    assert!(marta.get(&format!("/posts/{post}/edit")).contains("Before, I said **this**."));
    town.wait(SignedDuration::from_mins(5));
    let changed = marta.post(&format!("/posts/{post}"), &[("body", "After, I say that.")]);
    assert_eq!(changed.location(), format!("{thread}?from=1#post-1"));
    let page = town.stranger().get(&thread);
    assert!(page.contains("After, I say that.") && page.contains(&format!("/posts/{post}/versions")));
    let versions = town.stranger().get(&format!("/posts/{post}/versions")).text();
    assert!(versions.find("After, I say that.") < versions.find("Before, I said <strong>this</strong>"));
    assert!(town.stranger().get("/search?q=after").contains(&thread));
    assert!(!town.stranger().get("/search?q=before").contains(&thread), "it is found by what it says now");
    let empty = marta.post(&format!("/posts/{post}"), &[("body", "")]);
    assert_eq!(empty.status(), 422);
    marta.post(&format!("/posts/{post}"), &[("body", "After, I say that.")]);
    assert_eq!(
        town.stranger().get(&format!("/posts/{post}/versions")).text().matches("said until").count(),
        1
    );
}

#[test]
fn nobody_else_changes_a_post_not_even_a_guide() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Mine.");
    let post = post_id(&town, &thread, 1);
    for name in ["amina", "stella", "istvan"] {
        assert_eq!(town.as_(name).get(&format!("/posts/{post}/edit")).status(), 403, "{name}");
        assert_eq!(
            town.as_(name).post(&format!("/posts/{post}"), &[("body", "Theirs")]).status(),
            403,
            "{name}"
        );
    }
    assert!(
        town.stranger().post(&format!("/posts/{post}"), &[("body", "x")]).location().starts_with("/sign-in")
    );
    assert_eq!(town.as_("marta").get("/posts/999/edit").status(), 404);
}

#[test]
fn a_post_in_a_groups_voice_is_changed_only_by_who_still_speaks_for_it() {
    let town = open();
    let (marta, school) = (town.as_("marta"), town.group("school").to_string());
    let fields = [("title", "Our van"), ("body", "Stands still."), ("voice", school.as_str())];
    let thread = marta.post("/threads", &fields).location().to_owned();
    let post = post_id(&town, &thread, 1);
    assert_eq!(marta.get(&format!("/posts/{post}/edit")).status(), 200);
    let (person, group) = (town.person("marta"), town.group("school"));
    town.write(move |c| Ok(people::memberships::leave(c, person, group)?));
    assert_eq!(marta.get(&format!("/posts/{post}/edit")).status(), 403);
    assert_eq!(marta.post(&format!("/posts/{post}?_method=delete"), &[]).status(), 403);
}

#[test]
fn a_removed_post_leaves_its_place() {
    let town = open();
    let marta = town.as_("marta");
    let thread = start(&marta, "A question", "Who?");
    reply(&town.as_("amina"), &thread, "Unkind words here.");
    reply(&marta, &thread, "Something regretted.");
    let (second, third) = (post_id(&town, &thread, 2), post_id(&town, &thread, 3));
    for who in ["marta", "stella"] {
        assert_eq!(
            town.as_(who).post(&format!("/posts/{second}?_method=delete"), &[]).status(),
            403,
            "{who}"
        );
    }
    assert_eq!(town.as_("amina").post(&format!("/posts/{second}?_method=delete"), &[]).status(), 303);
    assert_eq!(marta.post(&format!("/posts/{third}?_method=delete"), &[]).status(), 303);
    let page = town.as_("vera").get(&thread);
    assert_eq!(page.text().matches("Removed by who wrote it").count(), 2, "{}", page.text());
    assert!(!page.contains("Amina"), "who wrote it isn't named");
    for gone in ["Unkind words", "Something regretted"] {
        assert!(!page.contains(gone));
        assert!(town.stranger().get("/search?q=words").contains("Nothing has"));
    }
    for path in [format!("/posts/{second}/versions"), format!("/posts/{second}/edit")] {
        assert_eq!(town.as_("amina").get(&path).status(), 404, "{path}");
    }
    assert!(reply(&marta, &thread, "Next").location().contains("post-4"), "a number is never given twice");
    assert!(page.contains("one citizen spoke"), "who was removed has not spoken");
    assert!(marta.get("/threads").contains("one citizen spoke"));
    assert_eq!(marta.post(&format!("/posts/{second}?_method=delete"), &[]).status(), 404);
}

#[test]
fn a_closed_thread_takes_no_posts() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    town.write(|c| Ok(close(c)?));
    let late = reply(&town.as_("amina"), &thread, "Too late");
    assert!(late.status() == 422 && late.contains("This thread is closed") && late.contains("Too late"));
    assert!(town.as_("amina").get(&thread).contains("This thread is closed"));
}

db::query! {
    fn close() -> Changed {
        "update threads set closed_at = 1"
    }
}

use db::Changed;

#[test]
fn both_sides_are_counted_as_they_speak() {
    let town = open();
    let thread = start(&town.as_("pista"), "A question", "Who?");
    let (school, malom) = (town.group("school").to_string(), town.group("malom").to_string());
    for (who, voice) in [("marta", school.as_str()), ("pista", malom.as_str()), ("pista", "me")] {
        town.as_(who).post(&format!("{thread}/posts"), &[("body", "I speak."), ("voice", voice)]);
    }
    let page = town.stranger().get(&thread);
    assert!(page.contains("one organisation, 2 citizens spoke"), "{}", page.text());
    assert!(page.contains("one voice, one post") && page.contains("2 voices, 3 posts"));
    assert!(page.contains("width=\"25\"") && page.contains("width=\"75\""));
}

#[test]
fn without_javascript_a_second_button_shows_how_a_changed_post_will_look() {
    let town = open();
    start(&town.as_("marta"), "A question", "Who?");
    let (marta, library) = (town.as_("marta"), town.group("library"));
    assert!(marta.get("/posts/1/edit").contains("<noscript><button"));
    let form = [("body", "Who **else**, @Town Library?"), ("preview", "yes")];
    let preview = marta.post("/posts/1", &form);
    assert_eq!(preview.status(), 200, "{}", preview.text());
    let mention = format!(r#"href="/groups/{library}">@Town Library</a>"#);
    for says in ["<strong>else</strong>", mention.as_str(), "Who **else**, @Town Library?"] {
        assert!(preview.contains(says), "{says}: {}", preview.text());
    }
    assert!(marta.get("/posts/1/edit").contains("Who?"), "nothing was changed");
    assert_eq!(town.as_("amina").post("/posts/1", &form).status(), 403);
}

#[test]
fn a_preview_is_what_will_be_shown() {
    let town = open();
    let amina = town.as_("amina");
    let preview = amina.post("/markdown", &[("text", "# Big\n\n@Town Library, come! <script>x</script>")]);
    assert_eq!(preview.status(), 200);
    let library = town.group("library");
    assert!(preview.contains("<h3>Big</h3>") && !preview.contains("<script"));
    assert!(preview.contains(&format!(r#"<a class="mention" href="/groups/{library}">@Town Library</a>"#)));
    assert_eq!(amina.post("/markdown", &[("text", &"x".repeat(40_001))]).status(), 413);
    assert!(town.stranger().post("/markdown", &[("text", "x")]).location().starts_with("/sign-in"));
}

#[test]
fn a_text_carries_its_language() {
    let town = open();
    let fields = [("title", "Ki kit látogat?"), ("body", "Télen."), ("locale", "hu")];
    let thread = town.as_("marta").post("/threads", &fields).location().to_owned();
    assert!(town.stranger().get(&thread).contains(r#"<div class="prose" lang="hu">"#));
    assert!(!town.stranger().speaking("hu").get(&thread).contains(r#"<div class="prose" lang="hu">"#));
    assert!(town.as_("amina").get(&thread).contains(r#"<option value="en" selected>English</option>"#));
}

#[test]
fn an_answer_takes_few_statements_however_many_follow() {
    let town = open();
    let thread = start(&town.as_("marta"), "A question", "Who?");
    for name in ["gabor", "judit", "pista", "stella", "istvan", "vera"] {
        town.as_(name).post(&format!("{thread}/follow"), &[]);
    }
    let amina = town.as_("amina");
    let answers = || (0..10).for_each(|_| assert_eq!(reply(&amina, &thread, "Me.").status(), 303));
    let count = counted(&town, answers).div_ceil(10);
    // Two for who asks, one for whether they see it, nine or ten for the answer itself.
    assert!(count <= 13, "{count} statements");
}

#[test]
fn a_wide_table_is_reached_by_the_keyboard() {
    let town = open();
    let thread = start(&town.as_("marta"), "A table", "| who | when |\n|---|---|\n| we | `<table>` |");
    let page = town.stranger().get(&thread);
    assert!(page.contains(r#"<table tabindex="0">"#) && page.contains("<code>&lt;table&gt;</code>"));
}
