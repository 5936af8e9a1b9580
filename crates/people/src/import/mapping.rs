//! What each column holds: guessed, shown with a few of its cells, and corrected.

use super::columns::{ColumnGuess, Field, columns};
use super::decode::Unreadable;
use super::outlook::List;
use super::plan::{Place, Plan};
use super::queries::{self, Import};
use super::wording;
use crate::Guide;
use crate::groups::ImportId;
use crate::sectors::{self, Sector};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kit::{App, Chrome, Error, Form, Problem, Result, Section};

/// So many cells of a column are shown, and so many letters of each.
const SAMPLES: usize = 3;
const LETTERS: usize = 60;

pub(super) struct Column {
    name: String,
    header: String,
    samples: Vec<String>,
    unsure: bool,
}

impl Column {
    fn of(list: &List, at: usize, guess: &ColumnGuess) -> Column {
        let cells =
            list.table.rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty());
        let samples = cells.take(SAMPLES).map(|cell| beginning(cell)).collect();
        let header = list.table.headers.get(at).cloned().unwrap_or_default();
        Column { name: format!("column-{at}"), header, samples, unsure: guess.confidence < 0.5 }
    }
}

fn beginning(cell: &str) -> String {
    let line = cell.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS) {
        None => line,
        Some((end, _)) => format!("{}…", &line[..end]),
    }
}

#[derive(Template)]
#[template(path = "import/columns.html")]
struct Columns {
    chrome: Chrome,
    form: Form,
    import: Import,
    columns: Vec<Column>,
    rows: usize,
    encoding: &'static str,
    lossy: bool,
    sectors: Vec<Sector>,
    /// Of a workbook, by name; the one that was read stands in the form.
    sheets: Vec<String>,
    sheet: String,
}

impl Columns {
    fn sheets(&self) -> Vec<(&str, &str)> {
        self.sheets.iter().map(|name| (name.as_str(), name.as_str())).collect()
    }

    fn fields(&self) -> Vec<(String, String)> {
        let said = |field: &Field| (wording::word(field), wording::field(&self.chrome, *field));
        Field::ALL.iter().map(said).collect()
    }

    fn discarding(&self) -> String {
        format!("/groups/import/{}?_method=delete", self.import.id)
    }

    fn places(&self) -> Vec<(String, String)> {
        wording::places(&self.chrome, &self.sectors)
    }
}

/// A list that is kept, read again.
pub(super) struct Kept {
    pub import: Import,
    pub plan: Plan,
    pub list: List,
    pub sectors: Vec<Sector>,
}

impl Kept {
    /// `None` where it is taken already.
    pub async fn find(app: &App, guide: &Guide, id: ImportId) -> Result<Option<Kept>> {
        let locale = guide.locale;
        let (import, content, sectors) = app
            .db
            .read(move |c| {
                let import = queries::by_id(c, id)?.ok_or(Error::NotFound)?;
                Ok::<_, Error>((import, queries::content(c, id)?, sectors::all(c, locale)?))
            })
            .await?;
        let Some(content) = content else { return Ok(None) };
        let keys: Vec<String> = sectors.iter().map(|s| s.key.clone()).collect();
        let plan: Option<Plan> = serde_json::from_str(&import.mapping).ok();
        let sheet = plan.as_ref().and_then(|plan| plan.sheet.clone());
        // It was read when it came; that it can't be now is our doing.
        let list = read_again(content, sheet).await?;
        let list = list.map_err(|why| Error::Bug(format!("a list that was kept can't be read: {why:?}")))?;
        let plan = plan.unwrap_or_else(|| list.plan(&keys));
        Ok(Some(Kept { import, plan, list, sectors }))
    }

    pub fn keys(&self) -> Vec<String> {
        self.sectors.iter().map(|s| s.key.clone()).collect()
    }
}

async fn read_again(content: Vec<u8>, sheet: Option<String>) -> Result<Result<List, Unreadable>> {
    let reading = tokio::task::spawn_blocking(move || List::read(&content, sheet.as_deref()));
    reading.await.map_err(|e| Error::Bug(e.to_string()))
}

/// Takes another sheet of the workbook: its columns are guessed anew.
async fn turn_to(app: &App, guide: &Guide, kept: Kept, mut form: Form) -> Result<Response> {
    let (id, keys) = (kept.import.id, kept.keys());
    let Some(sheet) = kept.list.sheets.iter().find(|name| *name == form.value("sheet")).cloned() else {
        form.add("sheet", Problem::new("kit-form-choose"));
        return kit::page::invalid(&page(guide, kept, form));
    };
    let content = app.db.read(move |c| queries::content(c, id)).await?.ok_or(Error::NotFound)?;
    let list = match read_again(content, Some(sheet)).await? {
        Ok(list) => list,
        Err(why) => {
            form.add("sheet", wording::unreadable(&why));
            return kit::page::invalid(&page(guide, kept, form));
        }
    };
    let mapping = list.plan(&keys).to_json();
    app.db.write(move |c| queries::set_mapping(c, id, &mapping)).await?;
    kit::page::see(&format!("/groups/import/{id}"))
}

fn filled(plan: &Plan) -> Form {
    let sheet = plan.sheet.as_deref().unwrap_or_default();
    let mut form = Form::with(&[("otherwise", &plan.otherwise.to_string()), ("sheet", sheet)]);
    for (at, field) in plan.columns.iter().enumerate() {
        form.set(&format!("column-{at}"), wording::word(field));
    }
    form
}

fn page(guide: &Guide, kept: Kept, form: Form) -> Columns {
    let Kept { import, list, sectors, .. } = kept;
    let guesses = columns(&list.table);
    let columns = guesses.iter().enumerate().map(|(at, guess)| Column::of(&list, at, guess)).collect();
    let (rows, encoding, lossy) = (list.table.rows.len(), list.encoding, list.lossy);
    let sheet = list.sheet_name().to_owned();
    let chrome = guide.chrome(Section::Groups);
    Columns { chrome, form, import, columns, rows, encoding, lossy, sectors, sheets: list.sheets, sheet }
}

pub(super) async fn show(app: &App, guide: &Guide, import: Import) -> Result<Response> {
    let kept = Kept::find(app, guide, import.id).await?.ok_or(Error::NotFound)?;
    let form = filled(&kept.plan);
    kit::page::show(&page(guide, kept, form))
}

pub async fn update(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<ImportId>,
    mut form: Form,
) -> Result<Response> {
    let Some(mut kept) = Kept::find(&app, &guide, id).await? else {
        return Err(Error::Conflict(Problem::new("import-done-already")));
    };
    if form.value("then") == "sheet" {
        return turn_to(&app, &guide, kept, form).await;
    }
    let chosen = |at: usize, before: Field| {
        wording::field_named(form.value(&format!("column-{at}"))).unwrap_or(before)
    };
    kept.plan.columns = kept.plan.columns.iter().enumerate().map(|(at, field)| chosen(at, *field)).collect();
    let known = |place: &Place| *place == Place::Citizens || kept.keys().contains(&place.to_string());
    match form.choice::<Place>("otherwise").filter(known) {
        Some(place) => kept.plan.otherwise = place,
        None if form.is_valid() => form.add("otherwise", Problem::new("kit-form-choose")),
        None => {}
    }
    if !kept.plan.has_names() {
        form.add("column-0", Problem::new("import-no-names"));
    }
    if form.has_errors() {
        return kit::page::invalid(&page(&guide, kept, form));
    }
    let mapping = kept.plan.to_json();
    app.db.write(move |c| queries::set_mapping(c, id, &mapping)).await?;
    kit::page::see(&format!("/groups/import/{id}/rows"))
}
