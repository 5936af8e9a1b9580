//! The table of all routes: the site's table of contents, and what the permission matrix is
//! generated from. A handler that isn't in it can't be reached.

use crate::App;
use axum::Router;
use axum::handler::Handler;
use axum::routing::{delete, get, post};

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub method: &'static str,
    pub path: String,
}

/// A room's routes, or those of the whole house.
#[derive(Default)]
pub struct Routes {
    router: Router<App>,
    table: Vec<Route>,
}

impl Routes {
    pub fn new() -> Routes {
        Routes::default()
    }

    #[must_use]
    pub fn get<H, T>(self, path: &str, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("GET", path, get(handler))
    }

    #[must_use]
    pub fn post<H, T>(self, path: &str, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("POST", path, post(handler))
    }

    /// Reached by a form as `POST path?_method=delete`.
    #[must_use]
    pub fn delete<H, T>(self, path: &str, handler: H) -> Routes
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add("DELETE", path, delete(handler))
    }

    fn add(mut self, method: &'static str, path: &str, route: axum::routing::MethodRouter<App>) -> Routes {
        self.router = self.router.route(path, route);
        self.table.push(Route { method, path: path.into() });
        self
    }

    #[must_use]
    pub fn merge(mut self, other: Routes) -> Routes {
        self.router = self.router.merge(other.router);
        self.table.extend(other.table);
        self
    }

    pub fn table(&self) -> &[Route] {
        &self.table
    }

    pub fn into_router(self) -> Router<App> {
        self.router
    }
}
