//! The page of one initiative, where all of it comes together: who carries it and who is missing, what
//! was promised, what came of it, where it is talked about, and how it relates to the council's agenda.

use crate::initiatives::{self, Card, Carrier, Initiative, InitiativeId, Missing, carrying_voice};
use crate::promises::{self, Move, Promise, PromiseState};
use crate::results::{self, Outcome};
use agree::{agenda, focuses, talk};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Chrome, Error, Markup, Result, Routes, Section, Voice};
use people::{Member, Visitor, notices};

pub fn routes() -> Routes {
    Routes::new().get("/initiatives/{id}", show)
}

#[derive(Template)]
#[template(path = "page/show.html")]
struct ShowPage {
    chrome: Chrome,
    initiative: Initiative,
    focus: String,
    card: Card,
    carriers: Vec<Carrier>,
    missing: Missing,
    promises: Vec<Promise>,
    moves: Vec<Move>,
    results: Vec<Outcome>,
    talk: Markup,
    agenda: Markup,
    member: Option<Member>,
    may: May,
}

/// What the visitor may do with it. Each action asks again.
#[derive(Default)]
struct May {
    /// As whom they could carry it too, and as whom they do: form value and words.
    take_up: Vec<(String, String)>,
    put_down: Vec<(String, String)>,
    promise: bool,
    tell: bool,
    change: bool,
}

async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<InitiativeId>) -> Result<Response> {
    let (now, reader) = (visitor.now, visitor.person.clone().filter(|person| person.unread > 0));
    let page = app.db.read(move |c| ShowPage::find(c, &visitor, id)).await?;
    if let Some(reader) = reader {
        app.db.write(move |c| notices::read_subject(c, reader.id, "initiative", id.0, now)).await?;
    }
    kit::page::show(&page)
}

impl ShowPage {
    fn find(c: &mut Conn, visitor: &Visitor, id: InitiativeId) -> Result<ShowPage> {
        let chrome = visitor.chrome(Section::Initiatives);
        let initiative = initiatives::by_id(c, id)?.ok_or(Error::NotFound)?;
        let (card, carriers) = initiatives::card(c, id, &chrome.zone, visitor.now)?.ok_or(Error::NotFound)?;
        let focus = focuses::title(c, initiative.focus_id)?.unwrap_or_default();
        let promises = promises::of_initiative(c, id)?;
        let was_moved = promises.iter().any(|promise| promise.moves > 0);
        let moves = if was_moved { promises::moves_of(c, id)? } else { Vec::new() };
        let results = results::of_initiative(c, id)?;
        let talk = talk::about(c, visitor, &chrome, ("initiative", id.0))?;
        let member = Member::of(visitor);
        let voices = member.as_ref().map_or(&[] as &[Voice], |m| m.voices());
        let may_relate = visitor.is_guide() || carrying_voice(&carriers, voices).is_some();
        let agenda = agenda::beside(c, &chrome, ("initiative", id.0), &initiative.text(), may_relate)?;
        let may =
            member.as_ref().map_or_else(May::default, |m| May::of(m, &initiative, &carriers, &promises));
        let missing = card.missing;
        Ok(ShowPage {
            chrome,
            initiative,
            focus,
            card,
            carriers,
            missing,
            promises,
            moves,
            results,
            talk,
            agenda,
            member,
            may,
        })
    }

    fn open(&self) -> Vec<&Promise> {
        self.promises.iter().filter(|p| p.is_open()).collect()
    }

    fn ended(&self) -> Vec<&Promise> {
        self.promises.iter().filter(|p| !p.is_open()).collect()
    }

    fn moves_of(&self, promise: &Promise) -> Vec<&Move> {
        self.moves.iter().filter(|moved| moved.promise_id == promise.id).collect()
    }

    /// Whether the visitor says how this one goes.
    fn is_own(&self, promise: &Promise) -> bool {
        self.member.as_ref().is_some_and(|member| promise.voice_of(member).is_some())
    }

    fn is_kept(&self, promise: &Promise) -> bool {
        promise.state == PromiseState::Kept
    }

    fn is_overdue(&self, promise: &Promise) -> bool {
        promise.is_overdue(&self.chrome.today())
    }

    fn due(&self, promise: &Promise) -> Markup {
        self.chrome.day(&promise.due())
    }

    /// Under way, with nothing promised for the next days.
    fn lacks_promise(&self) -> bool {
        matches!(self.card.health.word(), "quiet" | "stalled") && self.card.next_due.is_none()
    }

    fn path(&self, more: &str) -> String {
        format!("{}{more}", self.initiative.path())
    }

    fn focus_path(&self) -> String {
        self.initiative.focus_id.path()
    }
}

impl May {
    fn of(member: &Member, initiative: &Initiative, carriers: &[Carrier], promises: &[Promise]) -> May {
        let tell = results::may_tell(member, carriers, promises);
        if initiative.is_closed() {
            return May { tell, ..May::default() };
        }
        let carries = |voice: &Voice| carriers.iter().any(|carrier| carrier.voice == voice.key());
        let voices = member.voices().iter().zip(member.voice_options());
        let (put_down, take_up): (Vec<_>, Vec<_>) = voices.partition(|(voice, _)| carries(voice));
        let options = |pairs: Vec<(&Voice, (String, String))>| pairs.into_iter().map(|(_, o)| o).collect();
        let change = !put_down.is_empty() || member.is_guide();
        May { take_up: options(take_up), put_down: options(put_down), promise: true, tell, change }
    }
}
