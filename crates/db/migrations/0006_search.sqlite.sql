-- One document a thing that can be found; the words are folded before they come here, so both
-- engines find alike.
create table search_documents (
    id integer primary key autoincrement,
    kind text not null,
    subject_id bigint not null,
    scope text not null,
    path text not null,
    title text not null,
    body text not null,
    at bigint not null,
    unique (kind, subject_id)
);
create virtual table search_words using fts5(title, body, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 2");
