//! A steward puts the facts right.

use super::{Facts, queries, zones};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::Timestamp;
use kit::activity::{self, Happening};
use kit::community::{JoinBy, SecondStep};
use kit::{App, Chrome, Community, Form, Result, Scope, Section, Voice};
use people::Steward;
use people::sessions::cookie;
use serde_json::{Map, Value};

#[derive(Template)]
#[template(path = "community/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    zones: Vec<zones::Part>,
}

impl EditPage {
    fn of(steward: &Steward, form: Form) -> EditPage {
        EditPage { chrome: steward.chrome(Section::None), form, zones: zones::all() }
    }

    fn names(&self) -> Vec<(&'static str, String)> {
        Facts::field_names(&self.chrome).into()
    }

    fn second_steps(&self) -> Vec<(&'static str, String)> {
        let says = [
            (SecondStep::Guides, "community-second-step-guides"),
            (SecondStep::Nobody, "community-second-step-nobody"),
        ];
        says.map(|(of, key)| (of.as_str(), self.chrome.t(key).to_string())).into()
    }

    fn ways_in(&self) -> Vec<(&'static str, String)> {
        ways_in(&self.chrome)
    }
}

/// How newcomers come in, as a choice.
pub fn ways_in(chrome: &Chrome) -> Vec<(&'static str, String)> {
    [JoinBy::Email, JoinBy::Invitation].map(|by| (by.as_str(), way_in(chrome, by))).into()
}

pub fn way_in(chrome: &Chrome, by: JoinBy) -> String {
    let key = match by {
        JoinBy::Email => "community-join-email",
        JoinBy::Invitation => "community-join-invitation",
    };
    chrome.t(key).to_string()
}

pub async fn edit(steward: Steward) -> Result<Response> {
    let community = steward.community()?;
    let mut form = Facts::of(community).filled();
    form.set("join_by", community.join_by.as_str());
    form.set("second_step_for", community.second_step_for.as_str());
    form.set("second_thoughts", if community.second_thoughts { "yes" } else { "" });
    form.set("link_previews", if community.link_previews { "yes" } else { "" });
    kit::page::show(&EditPage::of(&steward, form))
}

pub async fn update(State(app): State<App>, steward: Steward, mut form: Form) -> Result<Response> {
    let community = steward.community()?;
    let facts = Facts::parse(&mut form);
    // In the founding stage people come by invitation, and the opening asks what is to be.
    let join_by =
        if community.is_founding() { Some(community.join_by) } else { form.choice::<JoinBy>("join_by") };
    let second_step = form.choice::<SecondStep>("second_step_for");
    let second_thoughts = form.value("second_thoughts") == "yes";
    let link_previews = form.value("link_previews") == "yes";
    let rules =
        join_by.zip(second_step).map(|(join_by, step)| (join_by, step, second_thoughts, link_previews));
    let Some(rules) = rules.filter(|_| form.is_valid()) else {
        return kit::page::invalid(&EditPage::of(&steward, form));
    };
    let (voice, now) = (steward.own_voice().clone(), steward.now);
    app.db.write(move |c| change(c, &facts, rules, &voice, now)).await?;
    app.community_changed().await?;
    let mut response = kit::page::see("/community")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "community-saved");
    Ok(response)
}

/// How one comes in, of whom a second step is asked, whether a quiet word comes before some posts, and whether cards
/// say what posts link to.
type Rules = (JoinBy, SecondStep, bool, bool);

/// Changes what is another than it was, and records that. Nothing happens where all is as it was.
fn change(c: &mut Conn, facts: &Facts, rules: Rules, by: &Voice, now: Timestamp) -> Result<()> {
    let community = kit::community::load(c)?.ok_or(kit::Error::NotFound)?;
    let was_facts = Facts::of(&community);
    let Community { join_by, second_step_for, second_thoughts, link_previews, .. } = community;
    let before = (join_by, second_step_for, second_thoughts, link_previews);
    let (was, is) = (in_writing(&was_facts, before), in_writing(facts, rules));
    if was == is {
        return Ok(());
    }
    let Facts { name, place, time_zone, .. } = facts;
    queries::set_facts(c, name, place, &facts.language_codes(), time_zone, rules.0)?;
    queries::set_second_step(c, rules.1)?;
    queries::set_second_thoughts(c, rules.2)?;
    queries::set_link_previews(c, rules.3)?;
    let differs = |one: Map<String, Value>, other: &Map<String, Value>| {
        one.into_iter().filter(|(fact, says)| other.get(fact) != Some(says)).collect::<Map<_, _>>()
    };
    let detail = serde_json::json!({ "was": differs(was.clone(), &is), "is": differs(is, &was) });
    let (kind, subject) = ("community.changed", ("community", 1));
    let what = Happening { kind, subject, title: name, scope: Scope::Open };
    activity::record_with(c, Some((by.person, by.group)), what, &detail, now)?;
    Ok(())
}

fn in_writing(
    facts: &Facts,
    (join_by, second_step, second_thoughts, link_previews): Rules,
) -> Map<String, Value> {
    let facts = [
        ("name", facts.name.clone()),
        ("place", facts.place.clone()),
        ("languages", facts.language_codes()),
        ("time_zone", facts.time_zone.clone()),
        ("join_by", join_by.as_str().to_owned()),
        ("second_step_for", second_step.as_str().to_owned()),
        ("second_thoughts", second_thoughts.to_string()),
        ("link_previews", link_previews.to_string()),
    ];
    facts.into_iter().map(|(fact, says)| (fact.to_owned(), Value::from(says))).collect()
}
