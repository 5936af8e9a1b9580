//! The page and its three faces.

use super::focuses::FocusCard;
use super::front::Front;
use super::stuck::PATIENCE_DAYS;
use super::waiting::Waiting;
use act::promises::Promise;
use agree::decisions::OpenDecision;
use agree::meetings;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use forum::threads::{self, ThreadCard};
use kit::{App, Chrome, Community, Error, Markup, Result, Section, Sharing};
use people::Visitor;

#[derive(Template)]
#[template(path = "home/index.html")]
struct HomePage {
    chrome: Chrome,
    front: Front,
    /// Newcomers let themselves in.
    joins_by_email: bool,
}

impl HomePage {
    fn voices(&self, decision: &OpenDecision) -> String {
        Waiting::voices(decision, &self.chrome)
    }

    /// The language of somebody's words, where it isn't the page's.
    fn foreign<'l>(&self, locale: &'l str) -> Option<&'l str> {
        (locale != self.chrome.lang()).then_some(locale)
    }

    fn ends(&self, card: &FocusCard) -> Option<jiff::civil::Date> {
        card.ends(&self.chrome.today())
    }

    fn due(&self, promise: &Promise) -> Markup {
        self.chrome.day(&promise.due())
    }

    fn is_overdue(&self, promise: &Promise) -> bool {
        promise.is_overdue(&self.chrome.today())
    }

    /// One thing to do is the first: a vote that waits.
    fn weight(&self, nth: &usize) -> &'static str {
        if *nth == 0 { "" } else { "plain" }
    }

    fn silent_names(&self) -> String {
        let stuck = self.front.stuck.iter().flat_map(|stuck| stuck.silent.iter());
        self.chrome.list(&stuck.map(|group| group.name.as_str()).collect::<Vec<_>>())
    }

    fn patience(&self) -> i64 {
        PATIENCE_DAYS
    }
}

/// The founding stage, for somebody of the platform.
#[derive(Template)]
#[template(path = "home/circle.html")]
struct CirclePage {
    chrome: Chrome,
    name: String,
    threads: Vec<ThreadCard>,
    meeting: Option<meetings::Meeting>,
}

/// The founding stage, for a stranger.
#[derive(Template)]
#[template(path = "home/welcome.html")]
struct WelcomePage {
    chrome: Chrome,
}

pub async fn show(State(app): State<App>, visitor: Visitor) -> Result<Response> {
    let community = visitor.community()?;
    match (community.is_founding(), &visitor.person) {
        (false, _) => home(app, &visitor).await,
        (true, None) => kit::page::show(&WelcomePage { chrome: visitor.chrome(Section::Home) }),
        (true, Some(person)) if person.role.guides() => kit::page::see("/founding"),
        (true, Some(person)) => circle(app, &visitor, person.name.clone()).await,
    }
}

async fn home(app: App, visitor: &Visitor) -> Result<Response> {
    let chrome = visitor.chrome(Section::Home);
    let (asked, frame, sharing) = (visitor.clone(), chrome.clone(), Sharing::begin(&app, visitor.now));
    let front = app.db.read(move |c| Front::read(c, &sharing, &asked, &frame)).await?;
    let joins_by_email = visitor.community.as_deref().is_some_and(Community::joins_by_email);
    kit::page::show(&HomePage { chrome, front, joins_by_email })
}

async fn circle(app: App, visitor: &Visitor, name: String) -> Result<Response> {
    let (person, in_circle, now) = (visitor.person_id(), visitor.sees_circle(), visitor.now);
    let (threads, meeting) = app
        .db
        .read(move |c| {
            let threads = threads::newest(c, person, in_circle, 6)?;
            Ok::<_, Error>((threads, meetings::next(c, now, 1)?.into_iter().next()))
        })
        .await?;
    kit::page::show(&CirclePage { chrome: visitor.chrome(Section::Home), name, threads, meeting })
}
