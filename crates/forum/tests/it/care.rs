//! What guides do for a thread, and what makes answering easy: the top of the list, a summary, a quotation.

use crate::town::{open, post_id, reply, start, start_in_circle, statements};

#[test]
fn a_few_threads_stand_at_the_top_where_a_guide_puts_them() {
    let town = open();
    let marta = town.as_("marta");
    let threads: Vec<String> = (1..=5).map(|n| start(&marta, &format!("Thread {n}"), "x")).collect();
    let stella = town.as_("stella");
    let pin = |n: usize| stella.post(&format!("{}/pin", threads[n]), &[]).status();
    assert_eq!((pin(0), pin(0)), (303, 303));
    let list = town.stranger().get("/threads").text();
    let place = |text: &str, n: usize| text.find(&format!("Thread {n}<")).unwrap();
    assert!(place(&list, 1) < place(&list, 5) && list.matches("Thread 1<").count() == 1, "{list}");
    assert!(list.contains("at the top</span>"));
    assert_eq!((pin(1), pin(2), pin(3)), (303, 303, 409));
    assert_eq!(marta.post(&format!("{}/pin", threads[4]), &[]).status(), 403);
    stella.post(&format!("{}/pin?_method=delete", threads[0]), &[]);
    let list = town.stranger().get("/threads").text();
    assert!(place(&list, 5) < place(&list, 1));
    assert!(town.stranger().get("/activity").contains("put a thread at the top of the list"));
    let hidden = start_in_circle(&stella, "Between us", "A plan.");
    stella.post(&format!("{hidden}/pin"), &[]);
    assert!(!town.stranger().get("/threads").contains("Between us"));
}

#[test]
fn a_summary_says_what_it_covers_and_a_new_one_takes_its_place() {
    let town = open();
    let thread = start(&town.as_("marta"), "The bus", "When does it go?");
    reply(&town.as_("amina"), &thread, "At nine.");
    let (stella, path) = (town.as_("stella"), format!("{thread}/summary"));
    let form = stella.get(&path);
    assert!(form.contains("value=\"2\"") && form.contains("The last one so far is 2."));
    let faulty = stella.post(&path, &[("body", "Short"), ("until", "many")]);
    assert!(
        faulty.status() == 422 && faulty.contains("Say the number of a post") && faulty.contains("Short")
    );
    let fields = [("body", "It goes at **nine**. <script>x</script>"), ("until", "99"), ("locale", "en")];
    assert_eq!(stella.post(&path, &fields).status(), 303);
    let page = town.stranger().get(&thread);
    assert!(
        page.contains("<strong>nine</strong>")
            && page.contains("up to post 2.")
            && !page.contains("<script>x")
    );
    assert!(stella.get(&path).contains("It goes at **nine**."));
    stella.post(&path, &[("body", "It goes at ten now."), ("until", "1"), ("locale", "en")]);
    let page = town.stranger().get(&thread);
    assert!(page.contains("ten now") && !page.contains("nine</strong>"));
    for refused in ["marta", "amina"] {
        assert_eq!(town.as_(refused).get(&path).status(), 403);
        assert_eq!(town.as_(refused).post(&path, &fields).status(), 403);
    }
    stella.post(&format!("{path}?_method=delete"), &[]);
    assert!(!town.stranger().get(&thread).contains("ten now"));
}

#[test]
fn a_post_is_quoted_with_who_wrote_it_and_where() {
    let town = open();
    let thread = start(&town.as_("marta"), "The bus", "When does it go?\n\nAnd **where**?");
    let amina = town.as_("amina");
    let page = amina.get(&format!("{thread}?from=1&quote=1"));
    let expected = format!(
        "&#62; **Márta Tóth** ([1]({thread}?from=1#post-1))\n&#62; When does it go?\n&#62;\n&#62; And **where**?\n\n</textarea>"
    );
    assert!(page.contains(&expected), "{}", page.text());
    let answer = format!("> **Márta Tóth** ([1]({thread}?from=1#post-1))\n> When does it go?\n\nAt nine.");
    reply(&amina, &thread, &answer);
    let shown = town.stranger().get(&thread);
    assert!(shown.contains("<blockquote>") && shown.contains(&format!("href=\"{thread}?from=1#post-1\"")));
    let again = town.as_("marta").get(&format!("{thread}?from=1&quote=2"));
    assert!(again.contains("&#62; At nine.") && !again.contains("&#62; &#62;"), "only their own words");
    amina.post("/drafts/answer-1", &[("body", "I began")]);
    assert!(amina.get(&format!("{thread}?quote=1")).contains("I began\n\n&#62; **Márta"));
    let post = post_id(&town, &thread, 1);
    town.as_("marta").post(&format!("/posts/{post}?_method=delete"), &[]);
    assert!(
        !amina.get(&format!("{thread}?quote=1")).contains("&#62; When does it go"),
        "what is removed is not quoted"
    );
    assert!(!town.stranger().get(&format!("{thread}?quote=2")).contains("&#62; At nine"));
    assert!(statements(&town, &amina, &thread) <= 12);
}
