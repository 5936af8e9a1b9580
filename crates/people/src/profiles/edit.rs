//! What one says of oneself, and to whom.

use crate::Member;
use crate::persons::{self, Audience, Audiences, Profile, Said};
use crate::sessions::cookie;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kit::{App, Chrome, Error, Form, PersonId, Result, Section, page};

#[derive(Template)]
#[template(path = "profiles/edit.html")]
struct EditPage {
    chrome: Chrome,
    form: Form,
    person: PersonId,
}

impl EditPage {
    fn of(member: &Member, form: Form) -> EditPage {
        EditPage { chrome: member.chrome(Section::Account), form, person: member.id() }
    }

    fn audiences(&self) -> Vec<(&'static str, String)> {
        let says = |audience: &Audience| {
            let key = match audience {
                Audience::Public => "profiles-for-public",
                Audience::Members => "profiles-for-members",
                Audience::Hidden => "profiles-for-hidden",
            };
            (audience.as_str(), self.chrome.t(key).to_string())
        };
        Audience::ALL.iter().map(says).collect()
    }

    fn names(&self) -> Vec<(&'static str, String)> {
        let fields = [
            ("about", "profiles-about"),
            ("helps", "profiles-helps"),
            ("speaks", "profiles-speaks"),
            ("about_for", "profiles-about-for"),
            ("helps_for", "profiles-helps-for"),
            ("speaks_for", "profiles-speaks-for"),
            ("groups_for", "profiles-groups-for"),
            ("since_for", "profiles-since-for"),
        ];
        fields.map(|(field, key)| (field, self.chrome.t(key).to_string())).into()
    }
}

fn filled(profile: &Profile) -> Form {
    Form::with(&[
        ("about", &profile.about),
        ("helps", &profile.helps),
        ("speaks", &profile.speaks),
        ("about_for", profile.about_for.as_str()),
        ("helps_for", profile.helps_for.as_str()),
        ("speaks_for", profile.speaks_for.as_str()),
        ("groups_for", profile.groups_for.as_str()),
        ("since_for", profile.since_for.as_str()),
    ])
}

pub async fn edit(State(app): State<App>, member: Member) -> Result<Response> {
    let id = member.id();
    let profile = app.db.read(move |c| persons::profile(c, id)).await?.ok_or(Error::NotFound)?;
    page::show(&EditPage::of(&member, filled(&profile)))
}

pub async fn update(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let said = Said {
        about: form.text("about", 0..=1000),
        helps: form.text("helps", 0..=1000),
        speaks: form.line("speaks", 0..=120),
    };
    let Some(to) = audiences(&mut form).filter(|_| form.is_valid()) else {
        return page::invalid(&EditPage::of(&member, form));
    };
    let id = member.id();
    app.db.write(move |c| persons::say(c, id, &said, to)).await?;
    let mut response = page::see("/account/profile")?;
    cookie::set_flash(response.headers_mut(), &app.settings, "account-saved");
    Ok(response)
}

fn audiences(form: &mut Form) -> Option<Audiences> {
    let about = form.choice("about_for");
    let helps = form.choice("helps_for");
    let speaks = form.choice("speaks_for");
    let groups = form.choice("groups_for");
    let since = form.choice("since_for");
    Some(Audiences { about: about?, helps: helps?, speaks: speaks?, groups: groups?, since: since? })
}
