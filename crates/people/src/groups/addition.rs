//! Adding a group. Any member may found a citizen group, or bring in the organisation that they represent;
//! a guide may list those who aren't here yet.

use super::group::{GroupState, NewGroup};
use super::queries::{self, Namesake};
use crate::memberships::{self, GroupRole};
use crate::notices::{self, Notice};
use crate::sectors::{self, Sector};
use crate::{Member, Visitor, persons};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use db::Conn;
use jiff::SignedDuration;
use kit::limits::{self, Limit};
use kit::{App, Chrome, Form, GroupId, Problem, Result, Section, Side};

/// Nobody has more groups to found in a day; a guide lists as many as there are.
const A_DAY: Limit = Limit { count: 5, minutes: 24 * 60 };

/// A form sent twice within this time meant one group.
const TWICE: SignedDuration = SignedDuration::from_mins(10);

#[derive(Debug, Clone)]
struct Addition {
    side: Side,
    /// The key of an organisation's sector.
    sector: Option<String>,
    name: String,
    purpose: String,
    /// Whether whoever adds it is here for it.
    represents: bool,
}

impl Addition {
    fn parse(form: &mut Form, member: &Member, sectors: &[Sector]) -> Option<Addition> {
        let side = form.choice("side");
        let sector = if side == Some(Side::Organisations) { sector_of(form, sectors) } else { None };
        let name = form.line("name", 2..=200);
        let purpose = form.text("purpose", 0..=4000);
        let represents = !member.is_guide() || form.is_checked("represents", "yes");
        let side = side.filter(|_| form.is_valid())?;
        Some(Addition { side, sector, name, purpose, represents })
    }
}

fn sector_of(form: &mut Form, sectors: &[Sector]) -> Option<String> {
    let chosen = sectors.iter().find(|s| s.key == form.value("sector")).map(|s| s.key.clone());
    if chosen.is_none() {
        form.add("sector", Problem::new("groups-sector-missing"));
    }
    chosen
}

enum Outcome {
    Added(GroupId),
    /// A group of this name is here.
    Namesake(Namesake),
}

fn add(c: &mut Conn, addition: &Addition, member: &Member) -> Result<Outcome> {
    let now = member.now;
    if let Some(namesake) = queries::namesake(c, &db::fold::fold(&addition.name))? {
        let again =
            namesake.created_by == Some(member.id()) && now.duration_since(namesake.created_at) < TWICE;
        return Ok(if again { Outcome::Added(namesake.id) } else { Outcome::Namesake(namesake) });
    }
    if !member.is_guide() {
        limits::take(c, &format!("groups:{}", member.id()), A_DAY, now)?;
    }
    let sector = addition.sector.as_deref().map(|key| sectors::by_key(c, key)).transpose()?.flatten();
    let Addition { side, name, purpose, .. } = addition.clone();
    let id = super::create(
        c,
        &NewGroup { side, sector, name, purpose, state: GroupState::Listed },
        Some(member.id()),
        now,
    )?;
    queries::set_locale(c, id, member.locale.code())?;
    let voice = member.own_voice();
    super::record(c, Some((voice.person, None)), "group.added", id, now)?;
    if addition.represents {
        represent(c, id, addition, member)?;
    }
    Ok(Outcome::Added(id))
}

/// Nobody makes a voice by themselves, or one person could be many. A citizen group is in when its second
/// person comes; an organisation also when a guide says so, and they are told that it waits.
fn represent(c: &mut Conn, id: GroupId, addition: &Addition, member: &Member) -> Result<()> {
    let (role, now) = (GroupRole::Representative, member.now);
    if addition.side == Side::Organisations && member.is_guide() {
        return Ok(super::admit(c, member.id(), id, role, now)?);
    }
    memberships::put(c, member.id(), id, role, now)?;
    super::mandate::begin(c, member.id(), id, None, now)?;
    if addition.side == Side::Citizens {
        return Ok(());
    }
    let (subject, path) = (("group", id.0), format!("/groups/{id}"));
    let by_name = &member.person.name;
    let notice = Notice { kind: "group.waits", subject, path: &path, title: &addition.name, by_name };
    for guide in persons::guides(c)? {
        notices::tell(c, guide, notice, now)?;
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "groups/new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    sectors: Vec<Sector>,
    namesake: Option<Namesake>,
}

impl New {
    fn sides(&self) -> Vec<(&'static str, String)> {
        let name = |key: &str| self.chrome.t(key).to_string();
        vec![
            (Side::Citizens.as_str(), name("groups-new-citizens")),
            (Side::Organisations.as_str(), name("groups-new-organisation")),
        ]
    }

    fn sectors(&self) -> Vec<(&str, &str)> {
        self.sectors.iter().map(|s| (s.key.as_str(), s.name.as_str())).collect()
    }
}

async fn page(app: &App, visitor: &Visitor, form: Form, namesake: Option<Namesake>) -> Result<New> {
    let locale = visitor.locale;
    let sectors = app.db.read(move |c| sectors::all(c, locale)).await?;
    Ok(New { chrome: visitor.chrome(Section::Groups), form, sectors, namesake })
}

/// `?side=organisations&sector=media` fills in what is known already.
pub async fn new(State(app): State<App>, member: Member, asked: Form) -> Result<Response> {
    let side = if asked.value("side").is_empty() { "citizens" } else { asked.value("side") };
    let form = Form::with(&[("side", side), ("sector", asked.value("sector"))]);
    kit::page::show(&page(&app, &member, form, None).await?)
}

pub async fn create(State(app): State<App>, member: Member, mut form: Form) -> Result<Response> {
    let locale = member.locale;
    let sectors = app.db.read(move |c| sectors::all(c, locale)).await?;
    let Some(addition) = Addition::parse(&mut form, &member, &sectors) else {
        return kit::page::invalid(&page(&app, &member, form, None).await?);
    };
    let by = member.clone();
    match app.db.write(move |c| add(c, &addition, &by)).await? {
        Outcome::Added(id) => kit::page::see(&format!("/groups/{id}")),
        Outcome::Namesake(namesake) => {
            form.add("name", Problem::new("groups-name-taken").with("name", namesake.name.as_str()));
            kit::page::invalid(&page(&app, &member, form, Some(namesake)).await?)
        }
    }
}
