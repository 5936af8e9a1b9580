//! Making one tag out of two: the threads and followers of one go to the other, and links to it lead there.

use super::{following, keeping, queries, tag};
use crate::TagId;
use axum::extract::{Path, State};
use axum::response::Response;
use db::Conn;
use kit::{App, Error, Form, Result};
use people::Guide;

pub async fn create(
    State(app): State<App>,
    guide: Guide,
    Path(id): Path<TagId>,
    mut form: Form,
) -> Result<Response> {
    let Some(into) = form.choice::<TagId>("into") else {
        return keeping::again(&app, &guide, id, form).await;
    };
    let by = guide.clone();
    match app.db.write(move |c| merge(c, id, into, &by)).await {
        Err(Error::Invalid(problem)) => {
            form.add("into", problem);
            keeping::again(&app, &guide, id, form).await
        }
        merged => following::back(&app, merged?, "tags-merged-now"),
    }
}

fn merge(c: &mut Conn, id: TagId, into: TagId, by: &Guide) -> Result<TagId> {
    let (from, into) = (tag::find(c, id)?, tag::find(c, into)?);
    if from.id == into.id {
        return Err(Error::Invalid(kit::Problem::new("kit-form-choose")));
    }
    queries::lead_threads(c, from.id, into.id)?;
    queries::forget_threads(c, from.id)?;
    queries::lead_followers(c, from.id, into.id)?;
    queries::forget_followers(c, from.id)?;
    queries::lead(c, from.id, into.id)?;
    keeping::record(c, "tag.merged", into.id, by)?;
    Ok(into.id)
}
