//! When somebody leaves for good: what they kept to themselves here is gone, their name goes out of the posts of
//! others that mention them, and, where they take their words with them, their posts say nothing any more: neither
//! they, nor how they read before, nor where others quote them, nor the search.
//!
//! What somebody wrote in a group's voice is the group's, and stays.

mod naming;
mod queries;
mod quotes;

use crate::posts::{markup, path};
use crate::{PostId, bookmarks, correspondence, files, previews};
use db::Conn;
use db::search::{self, PART};
use kit::Result;
use kit::personal::Leaver;
use queries::Written;

kit::parting!(part);

/// So many posts are looked at in one go.
const BUNDLE: i64 = 500;

fn part(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    let (person, voice) = (leaver.person, leaver.voice());
    queries::forget_drafts(c, person)?;
    bookmarks::forget(c, person)?;
    queries::forget_words_of_flags(c, person)?;
    queries::forget_words_of_acts(c, person)?;
    queries::forget_words_of_appeals(c, person)?;
    queries::forget_readings(c, person)?;
    queries::forget_follows(c, person)?;
    queries::forget_followed_tags(c, person)?;
    queries::forget_reactions(c, &voice)?;
    correspondence::part(c, leaver)?;
    if leaver.goes() {
        unquote(c, leaver)?;
    }
    // What was removed before is read by nobody, and need not wait for its time to be over.
    queries::forget_versions(c, person, !leaver.goes())?;
    queries::forget_texts(c, person)?;
    if leaver.goes() {
        take_away(c, leaver)?;
    }
    unattribute(c, leaver)?;
    unname(c, leaver)?;
    files::forget_of(c, person)
}

/// Takes their posts out of threads, search and counts; their places stay.
fn take_away(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    let (person, voice) = (leaver.person, leaver.voice());
    let begun = queries::begun_alone(c, person)?;
    for thread in begun.iter().copied() {
        queries::retitle(c, thread, &leaver.removed)?;
        queries::retitle_activity(c, thread, &leaver.removed)?;
        queries::retitle_notices(c, thread, &leaver.removed)?;
    }
    let found = queries::own(c, person)?;
    let mut firsts: Vec<PostId> = found.iter().filter(|p| p.number == 1).map(|p| p.id).collect();
    let parts: Vec<i64> = found.iter().filter(|p| p.number > 1).map(|p| p.id.0).collect();
    search::remove_many(c, PART, &parts)?;
    queries::forget_mentions(c, person)?;
    previews::forget_of(c, person)?;
    queries::uncount(c, &voice)?;
    queries::uncount_posts(c, &voice)?;
    queries::bump_all(c, person)?;
    queries::remove_all(c, person, leaver.now)?;
    crate::posts::find_those_of(c, person)?;
    for thread in begun {
        firsts.extend(crate::posts::numbered(c, thread, 1)?.map(|post| post.id));
    }
    for first in firsts {
        find_again(c, first, "")?;
    }
    Ok(())
}

/// Takes out of the posts of others what they quote of theirs.
fn unquote(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    for thread in queries::threads_of(c, leaver.person)? {
        let quoting = queries::quoting(c, thread, leaver.person)?;
        if quoting.is_empty() {
            continue;
        }
        let numbers = queries::numbers_of(c, thread, leaver.person, false)?;
        let places = quotes::Places::of(numbers.into_iter().map(|number| path(thread, number)));
        let theirs = quotes::Words::of(&queries::texts_of(c, thread, leaver.person)?, places);
        for post in quoting {
            let Some(body) = theirs.taken_out_of(&post.body, &leaver.removed) else { continue };
            let text = crate::posts::Text::again(c, &body, post.id)?;
            say(c, &post, &text.body, &text.html)?;
        }
        for version in queries::versions_quoting(c, thread, leaver.person)? {
            let Some(body) = theirs.taken_out_of(&version.body, &leaver.removed) else { continue };
            let text = crate::posts::Text::again(c, &body, version.post_id)?;
            queries::rewrite_version(c, version.id, &text.body, &text.html)?;
        }
    }
    Ok(())
}

/// Takes their name out of what others quote of them, where that stays.
fn unattribute(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    for thread in queries::all_threads_of(c, leaver.person)? {
        let numbers = queries::numbers_of(c, thread, leaver.person, true)?;
        let places = quotes::Places::of(numbers.into_iter().map(|number| path(thread, number)));
        for post in queries::all_quoting(c, thread)? {
            let Some(body) = places.renamed_in(&post.body, &leaver.former) else { continue };
            let text = crate::posts::Text::again(c, &body, post.id)?;
            say(c, &post, &text.body, &text.html)?;
        }
        for version in queries::all_versions_quoting(c, thread)? {
            let Some(body) = places.renamed_in(&version.body, &leaver.former) else { continue };
            let text = crate::posts::Text::again(c, &body, version.post_id)?;
            queries::rewrite_version(c, version.id, &text.body, &text.html)?;
        }
    }
    Ok(())
}

/// Takes their name out of the posts of others that mention them.
fn unname(c: &mut Conn, leaver: &Leaver) -> Result<()> {
    let name = naming::Name::of(&leaver.name);
    let mut after = PostId(0);
    loop {
        let naming = queries::naming(c, after, BUNDLE)?;
        let Some(last) = naming.last() else { break };
        after = last.id;
        for post in naming {
            let Some((body, html)) = name.taken_out_of(&post.body, &post.html.0, &leaver.former) else {
                continue;
            };
            say(c, &post, &body, &html)?;
        }
    }
    for version in queries::versions_naming(c)? {
        let Some((body, html)) = name.taken_out_of(&version.body, &version.html.0, &leaver.former) else {
            continue;
        };
        queries::rewrite_version(c, version.id, &body, &html)?;
    }
    Ok(())
}

/// Lets somebody else's post say something else, here and in the search.
fn say(c: &mut Conn, post: &Written, body: &str, html: &str) -> Result<()> {
    queries::rewrite(c, post.id, body, html)?;
    queries::bump(c, post.thread_id)?;
    if post.is_there {
        find_again(c, post.id, &markup::plain(html))?;
    }
    Ok(())
}

fn find_again(c: &mut Conn, post: PostId, plain: &str) -> Result<()> {
    let Some(found) = crate::posts::found(c, post)? else { return Ok(()) };
    found.put(c, plain)?;
    Ok(())
}

/// The texts and former versions of posts that were removed before a time.
fn let_go(c: &mut Conn, before: jiff::Timestamp) -> Result<()> {
    queries::let_go_of_versions(c, before)?;
    queries::let_go_of_texts(c, before)?;
    Ok(())
}

kit::period!("removed-posts", place 40, 30 days of 1 to 365, let_go);
