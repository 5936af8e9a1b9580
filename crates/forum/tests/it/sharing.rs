//! Handing a thread or a post on, on paper too; who has spoken; and the keys.

use crate::town::{open, post_id, reply, start, start_in_circle, statements};
use people::testing::Town;

#[test]
fn a_thread_and_a_post_are_handed_on_by_link_letter_and_code() {
    let town = open();
    let thread = start(&town.as_("marta"), "Bread & \"roses\"", "Who bakes?");
    reply(&town.as_("amina"), &thread, "I do.");
    let stranger = town.stranger();
    let page = stranger.get(&thread);
    assert!(page.contains(&format!("href=\"{thread}/share\"")));
    assert!(page.contains(&format!("href=\"{thread}/share?post=2\"")));
    let share = stranger.get(&format!("{thread}/share"));
    assert!(
        share.contains(&format!("value=\"http://localhost{thread}\"")) && share.contains("<svg class=\"qr\"")
    );
    assert!(share.contains("Everybody who has the link can read it."));
    let text = share.text();
    let letter = text.split("href=\"").find_map(|part| part.strip_prefix("mailto:?")).unwrap();
    let letter = letter.split('"').next().unwrap();
    assert!(letter.starts_with("subject=Bread%20%26%20%22roses%22&amp;body=") && !letter.contains(' '));
    let post = stranger.get(&format!("{thread}/share?post=2"));
    assert!(
        post.contains(&format!("value=\"http://localhost{thread}?from=2#post-2\""))
            && post.contains("by Amina")
    );
    assert_eq!(stranger.get(&format!("{thread}/share?post=9")).status(), 404);
    assert_eq!(stranger.get("/threads/99/share").status(), 404);
}

#[test]
fn what_is_hidden_removed_or_the_circles_own_is_handed_on_to_nobody_else() {
    let town = open();
    let marta = town.as_("marta");
    let circle = start_in_circle(&marta, "Between us", "A plan.");
    for path in ["share", "share?post=1", "print"] {
        assert_eq!(town.as_("vera").get(&format!("{circle}/{path}")).status(), 404, "{path}");
        assert_eq!(town.stranger().get(&format!("{circle}/{path}")).status(), 404, "{path}");
        assert_eq!(town.as_("amina").get(&format!("{circle}/{path}")).status(), 200, "{path}");
    }
    let page = town.as_("amina").get(&format!("{circle}/share"));
    assert!(page.contains("Only those of the founding circle can read it"));
    let thread = start(&marta, "The bus", "When?");
    reply(&marta, &thread, "At nine or so.");
    reply(&marta, &thread, "At ten or so.");
    marta.post(&format!("/posts/{}?_method=delete", post_id(&town, &thread, 2)), &[]);
    let hide = [("deed", "hidden"), ("reason", "other"), ("words", "Please.")];
    town.as_("stella").post(&format!("/moderation/posts/{}/acts", post_id(&town, &thread, 3)), &hide);
    for number in [2, 3] {
        assert_eq!(town.stranger().get(&format!("{thread}/share?post={number}")).status(), 404);
    }
    for who in ["vera", "marta", "stella"] {
        let sheet = town.as_(who).get(&format!("{thread}/print"));
        assert!(
            !sheet.contains("At nine") && !sheet.contains("At ten"),
            "{who}: paper goes from hand to hand"
        );
    }
}

#[test]
fn a_long_thread_comes_on_paper_in_parts() {
    let town = open();
    let thread = start(&town.as_("marta"), "Long", "Number 1.");
    let person = town.person("marta");
    let id: i64 = thread.rsplit('/').next().unwrap().parse().unwrap();
    town.write(move |c| {
        let sql = "insert into posts (thread_id, number, person_id, body, html, locale, created_at)
                   values ($1, $2, $3, 'x', '<p>One of many.</p>', 'en', 1795424400000)";
        for number in 2..=700_i64 {
            c.run(sql, &[&id, &number, &person])?;
        }
        Ok(c.run("update threads set posts = 700 where id = $1", &[&id])?)
    });
    let stranger = town.stranger();
    let first = stranger.get(&format!("{thread}/print"));
    assert_eq!(first.text().matches("class=\"printed\"").count(), 300);
    assert!(first.contains("Posts 1 to 300 of 700") && first.contains("from=301&#38;to=600"));
    let some = stranger.get(&format!("{thread}/print?from=650&to=655"));
    assert_eq!(some.text().matches("class=\"printed\"").count(), 6);
    assert!(some.contains("value=\"650\"") && some.contains("from=350&#38;to=649"));
    assert!(statements(&town, &stranger, &format!("{thread}/print")) <= 4);
}

#[test]
fn the_head_says_which_sectors_have_spoken() {
    let town = open();
    let (marta, gabor) = (town.as_("marta"), town.as_("gabor"));
    let thread = start(&marta, "A gym", "Who?");
    assert!(!town.stranger().get(&thread).contains("Sectors that have spoken"));
    let speak = |town: &Town, who: &str, group: &str| {
        let voice = town.group(group).to_string();
        town.as_(who).post(&format!("{thread}/posts"), &[("body", "We do."), ("voice", &voice)])
    };
    speak(&town, "marta", "school");
    speak(&town, "gabor", "club");
    speak(&town, "pista", "malom");
    reply(&gabor, &thread, "And I myself.");
    let page = town.stranger().get(&thread).text();
    let head =
        page.split("aria-label=\"Sectors that have spoken").nth(1).unwrap().split("</ul>").next().unwrap();
    assert!(head.contains("Education") && head.contains("Sport") && !head.contains("Culture"), "{head}");
    assert_eq!(head.matches("<li>").count(), 2);
    let share = |side: &str| page.split(&format!("class=\"voice {side}\">")).count();
    assert!(
        share("organisations") > 1
            && page.contains("2 voices, 2 posts")
            && page.contains("3 voices, 3 posts")
    );
    assert!(town.as_("amina").speaking("hu").get(&thread).contains("Sport"));
}

#[test]
fn the_keys_are_told_and_can_be_switched_off() {
    let town = open();
    let page = town.stranger().get("/shortcuts");
    assert!(
        page.contains("<kbd>j</kbd>") && page.contains("<shortcut-switch") && page.contains("<noscript>")
    );
    let page = town.stranger().speaking("hu").get("/shortcuts");
    assert!(page.contains("Gyorsbillentyűk") && !page.contains("shortcuts-next"));
}
