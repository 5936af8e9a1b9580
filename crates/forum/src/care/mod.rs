//! What guides do for threads so that a talk is found where it belongs: move one to another place, split posts off
//! into a thread of their own, make one out of two, put one on the home page for some days, mark the posts that
//! matter most. Links to what stands elsewhere by now lead there; all of it stands in the public log. None of it
//! lets anybody read what they could not read before.

mod announcing;
mod key_posts;
mod merging;
mod moving;
mod queries;
mod settling;
mod splitting;

use kit::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/threads/{id}/place", moving::edit)
        .post("/threads/{id}/place", moving::update)
        .get("/threads/{id}/split", splitting::new)
        .post("/threads/{id}/split", splitting::create)
        .get("/threads/{id}/merge", merging::new)
        .post("/threads/{id}/merge", merging::create)
        .get("/threads/{id}/announcement", announcing::new)
        .post("/threads/{id}/announcement", announcing::create)
        .delete("/threads/{id}/announcement", announcing::destroy)
        .post("/posts/{id}/key", key_posts::create)
        .delete("/posts/{id}/key", key_posts::destroy)
}
