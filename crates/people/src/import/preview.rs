//! The rows as they would be taken, a hundred at a time, each with its problems beside it; choices are kept
//! with each page that is sent.

use super::changes::{Changes, Difference};
use super::likeness::{Likeness, Other};
use super::mapping::Kept;
use super::outlook::{Outlook, PlacedBy, Row};
use super::plan::{Choice, Place, Plan};
use super::queries::{self, Import};
use super::{taking, wording};
use crate::Guide;
use crate::groups::{self, ImportId, Known};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Problem, Result, Section};
use std::collections::HashSet;
use std::sync::Arc;

/// So many rows stand on one page.
const PAGE: usize = 100;

/// So many likely duplicates of one row are shown.
const ALIKE: usize = 2;

/// A list and what would become of it.
struct Prospect {
    kept: Kept,
    known: Arc<Vec<Known>>,
    outlook: Outlook,
}

impl Prospect {
    async fn find(app: &App, guide: &Guide, id: ImportId) -> Result<Option<Prospect>> {
        let Some(kept) = Kept::find(app, guide, id).await? else { return Ok(None) };
        let known = Arc::new(app.db.read(groups::known).await?);
        let plan = kept.plan.clone();
        let (kept, outlook) = look(kept, plan, known.clone()).await?;
        Ok(Some(Prospect { kept, known, outlook }))
    }

    /// The same with other choices.
    async fn with(self, plan: Plan) -> Result<Prospect> {
        let Prospect { mut kept, known, .. } = self;
        kept.plan = plan.clone();
        let (kept, outlook) = look(kept, plan, known.clone()).await?;
        Ok(Prospect { kept, known, outlook })
    }
}

/// Ten thousand rows take a while; others are not held up.
async fn look(kept: Kept, plan: Plan, known: Arc<Vec<Known>>) -> Result<(Kept, Outlook)> {
    let looking = tokio::task::spawn_blocking(move || {
        let outlook = Outlook::of(&kept.list, &plan, &kept.keys(), &known);
        (kept, outlook)
    });
    looking.await.map_err(|e| Error::Bug(e.to_string()))
}

#[derive(Template)]
#[template(path = "import/rows.html")]
struct Rows {
    chrome: Chrome,
    import: Import,
    places: Vec<(String, String)>,
    headers: Vec<String>,
    known: Arc<Vec<Known>>,
    outlook: Outlook,
    /// The rows of this page, by their places in the outlook.
    shown: Vec<usize>,
    only_doubts: bool,
    page: i64,
    pages: i64,
}

/// A likely duplicate as it is shown beside its row.
struct Twin {
    name: String,
    href: String,
    /// The line of another row; 0 for a group that is here.
    line: usize,
    facts: String,
    reasons: Vec<String>,
}

impl Rows {
    fn columns_path(&self) -> String {
        format!("/groups/import/{}", self.import.id)
    }

    fn row(&self, at: &usize) -> &Row {
        &self.outlook.rows[*at]
    }

    fn is_place(&self, row: &Row, value: &str) -> bool {
        row.place.to_string() == value
    }

    fn problems(&self, row: &Row) -> Vec<(&'static str, String)> {
        row.draft
            .problems
            .iter()
            .map(|p| (wording::weight(p), wording::problem(&self.chrome, p, &self.headers)))
            .collect()
    }

    /// How its place is known, where somebody should look at that.
    fn placed(&self, row: &Row) -> String {
        match &row.by {
            PlacedBy::Told => String::new(),
            PlacedBy::Guessed { why, sure: true } => {
                self.chrome.t("import-guessed").with("why", why).to_string()
            }
            PlacedBy::Guessed { why, .. } => {
                self.chrome.t("import-guessed-unsure").with("why", why).to_string()
            }
            PlacedBy::Nothing => self.chrome.t("import-not-guessed").to_string(),
        }
    }

    /// How to reach it, in one line.
    fn facts(&self, row: &Row) -> String {
        let draft = &row.draft;
        let phones = draft.phones.iter().map(|phone| &phone.number);
        let all = std::iter::once(&draft.address).chain(phones).chain(&draft.emails).chain(&draft.websites);
        in_a_line(all.map(String::as_str))
    }

    fn purpose(&self, row: &Row) -> String {
        kit::markdown::excerpt(&row.draft.purpose.chars().take(300).collect::<String>(), 160)
    }

    fn twins(&self, row: &Row) -> Vec<Twin> {
        row.alike.iter().take(ALIKE).filter_map(|likeness| self.twin(likeness)).collect()
    }

    fn twin(&self, likeness: &Likeness) -> Option<Twin> {
        let reasons = likeness.reasons.iter().map(|r| wording::reason(&self.chrome, r)).collect();
        match likeness.other {
            Other::Existing(at) => {
                let known = self.known.get(at)?;
                let facts = [&known.address, &known.phone, &known.email, &known.website];
                let facts = in_a_line(facts.into_iter().map(String::as_str));
                Some(Twin {
                    name: known.name.clone(),
                    href: format!("/groups/{}", known.id),
                    line: 0,
                    facts,
                    reasons,
                })
            }
            Other::Row(at) => {
                let row = self.outlook.rows.get(at)?;
                let (name, line) = (row.draft.name.clone(), row.draft.line);
                Some(Twin { name, href: String::new(), line, facts: self.facts(row), reasons })
            }
        }
    }

    fn taken(&self) -> usize {
        self.outlook.taken().count()
    }

    fn doubted(&self) -> usize {
        self.outlook.doubted()
    }

    fn changed(&self) -> usize {
        self.outlook.changed()
    }

    fn left_out(&self) -> usize {
        self.outlook.rows.len() - self.taken() - self.changed()
    }

    /// What a row says otherwise of a group that is here.
    fn differences<'r>(&self, row: &'r Row) -> &'r [Difference] {
        row.changes.as_ref().map_or(&[], |changes| &changes.fields)
    }

    fn is_touched(&self, row: &Row) -> bool {
        let known = row.changes.as_ref().and_then(|changes| self.known.get(changes.known));
        known.is_some_and(|known| known.is_touched)
    }

    fn field(&self, difference: &Difference) -> String {
        self.chrome.t(&format!("import-field-{}", difference.field)).to_string() // messages: import-field-*
    }

    fn text(&self, text: &str) -> String {
        kit::markdown::excerpt(&text.chars().take(300).collect::<String>(), 160)
    }

    fn base(&self) -> String {
        let show = if self.only_doubts { "show=doubts&" } else { "" };
        format!("/groups/import/{}/rows?{show}page=", self.import.id)
    }
}

fn in_a_line<'a>(facts: impl Iterator<Item = &'a str>) -> String {
    facts.filter(|fact| !fact.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn page(guide: &Guide, prospect: Prospect, asked: &Form) -> Rows {
    let Prospect { kept: Kept { import, list, sectors, .. }, known, outlook } = prospect;
    let only_doubts = asked.value("show") == "doubts";
    // What was looked at stays on the page while one works through it.
    let wanted = |row: &Row| !only_doubts || row.needs_a_look() || !row.is_taken;
    let all: Vec<usize> = (0..outlook.rows.len()).filter(|at| wanted(&outlook.rows[*at])).collect();
    let pages = all.len().div_ceil(PAGE).max(1);
    let page = asked.value("page").parse().unwrap_or(1).clamp(1, pages);
    let shown = all.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
    let chrome = guide.chrome(Section::Groups);
    Rows {
        places: wording::places(&chrome, &sectors),
        chrome,
        import,
        headers: list.table.headers,
        known,
        outlook,
        shown,
        only_doubts,
        page: page as i64,
        pages: pages as i64,
    }
}

pub async fn show(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ImportId>,
    asked: Form,
) -> Result<Response> {
    match Prospect::find(&app, &guide, id).await? {
        None => kit::page::see(&format!("/groups/import/{id}")),
        Some(prospect) if !prospect.kept.plan.has_names() => kit::page::see(&format!("/groups/import/{id}")),
        Some(prospect) => kit::page::show(&page(&guide, prospect, &asked)),
    }
}

/// The choices of one page, kept where they differ from what we would do.
fn chosen(prospect: &Prospect, plan: &Plan, form: &Form) -> Plan {
    let keys = prospect.kept.keys();
    let mut plan = plan.clone();
    for row in rows_sent(prospect, form) {
        let line = row.draft.line;
        let place = form.value(&format!("place-{line}")).parse::<Place>().ok();
        let place = place.filter(|p| *p == Place::Citizens || keys.contains(&p.to_string()));
        let take = form.is_checked(&format!("take-{line}"), "yes");
        let choice = Choice {
            place: place.filter(|p| *p != row.place),
            take: Some(take).filter(|t| *t != row.is_taken),
            change: row.changes.as_ref().filter(|_| !take).and_then(|changes| changed(changes, form, line)),
        };
        if choice != Choice::default() {
            plan.rows.insert(line, choice);
        }
    }
    plan
}

/// The fields that were ticked, where these aren't the ones that we would change.
fn changed(changes: &Changes, form: &Form, line: usize) -> Option<Vec<String>> {
    let sent: Vec<&str> = form.values(&format!("change-{line}")).collect();
    let ticked = |difference: &&Difference| sent.contains(&difference.field.as_str());
    let words =
        |fields: Vec<&Difference>| fields.iter().map(|d| d.field.to_string()).collect::<Vec<String>>();
    let (chosen, ours) =
        (words(changes.fields.iter().filter(ticked).collect()), words(changes.taken().collect()));
    (chosen != ours).then_some(chosen)
}

fn rows_sent<'p>(prospect: &'p Prospect, form: &Form) -> impl Iterator<Item = &'p Row> {
    let lines: HashSet<usize> = form.values("row").filter_map(|line| line.parse().ok()).collect();
    prospect.outlook.rows.iter().filter(move |row| lines.contains(&row.draft.line))
}

pub async fn update(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ImportId>,
    form: Form,
) -> Result<Response> {
    let done_already = || Error::Conflict(Problem::new("import-done-already"));
    let prospect = Prospect::find(&app, &guide, id).await?.ok_or_else(done_already)?;
    // First as if nothing had been chosen for the rows of this page; what differs from that is a choice.
    let mut bare = prospect.kept.plan.clone();
    for row in rows_sent(&prospect, &form) {
        bare.rows.remove(&row.draft.line);
    }
    let prospect = prospect.with(bare.clone()).await?;
    let plan = chosen(&prospect, &bare, &form);
    if form.value("then") != "take" {
        let mapping = plan.to_json();
        app.db.write(move |c| queries::set_mapping(c, id, &mapping)).await?;
        return kit::page::see(&onward(id, &form));
    }
    let prospect = prospect.with(plan).await?;
    let Prospect { kept, known, outlook } = prospect;
    let (name, outlook, by) = (kept.import.file_name, Arc::new(outlook), Some(guide.id()));
    app.db.write(move |c| taking::take(c, id, &name, &outlook, &known, by, guide.now)).await?;
    kit::page::see(&format!("/groups/import/{id}"))
}

/// The page to go on with: the one that was asked for, in the same view.
fn onward(id: ImportId, form: &Form) -> String {
    let page: usize = form.value("then").parse().unwrap_or(1);
    let show = if form.value("show") == "doubts" { "show=doubts&" } else { "" };
    format!("/groups/import/{id}/rows?{show}page={page}")
}
