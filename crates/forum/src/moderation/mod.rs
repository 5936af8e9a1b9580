//! Order among people. A member flags a post and says what is wrong with it; guides look at it and leave it,
//! hide it, warn who wrote it, pause or block them. Whom it concerns is told why, and may appeal once to
//! another guide. Every act stands in the public log, without names and without what the post said. Nobody
//! acts on what they wrote themselves, or on what they may not read.

mod act;
mod acting;
mod acts;
mod answers;
mod appeals;
mod case;
mod flags;
mod holding;
mod log;
mod queries;
mod queue;
mod reports;
mod telling;
mod undoing;

use kit::Routes;

db::id! {
    /// Something that a guide did, or the platform.
    ActId,
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/posts/{id}/flags/new", flags::new)
        .post("/posts/{id}/flags", flags::create)
        .get("/moderation", queue::index)
        .get("/moderation/log", log::index)
        .get("/moderation/reports", reports::index)
        .post("/moderation/reports/{id}", reports::create)
        .get("/moderation/posts/{id}", case::show)
        .post("/moderation/posts/{id}/dismissal", acting::dismiss)
        .get("/moderation/posts/{id}/acts/new", acting::new)
        .post("/moderation/posts/{id}/acts", acting::create)
        .get("/moderation/acts/{id}", acts::show)
        .delete("/moderation/acts/{id}", undoing::destroy)
        .post("/moderation/acts/{id}/appeal", appeals::create)
        .post("/moderation/acts/{id}/answer", appeals::answer)
        .get("/appeals/{secret}", acts::show_by_secret)
        .post("/appeals/{secret}", appeals::create_by_secret)
}
