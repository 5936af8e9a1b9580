//! Titles of what can be found, for whoever offers places to look in.

crate::row! {
    /// A thing, as it is called.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Titled {
        pub subject_id: i64,
        pub title: String,
    }
}

crate::query! {
    /// The newest things of a kind.
    pub fn newest_of_kind(kind: &str, circle: bool, limit: i64) -> Vec<Titled> {
        "select d.subject_id, d.title from search_documents d
         where d.kind = $1 and (d.scope = 'open' or ($2 and d.scope = 'circle'))
         order by d.subject_id desc limit $3"
    }

    /// How a thing is called, for whoever sees it.
    pub fn title_of(kind: &str, subject_id: i64, circle: bool) -> Option<String> {
        "select d.title from search_documents d
         where d.kind = $1 and d.subject_id = $2 and (d.scope = 'open' or ($3 and d.scope = 'circle'))"
    }
}
