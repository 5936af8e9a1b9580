-- What people keep for themselves: a post or a whole thread, one of the two.
create table bookmarks (
    id {{pk}},
    person_id bigint not null references persons (id),
    post_id bigint references posts (id),
    thread_id bigint references threads (id),
    note text not null default '',
    remind_on text,                       -- '2026-12-08'; null: on no day
    by_letter boolean not null default false,  -- the reminder comes by mail, too
    reminded_at bigint,
    created_at bigint not null,
    unique (person_id, post_id),
    unique (person_id, thread_id)
);
create index bookmarks_of_person on bookmarks (person_id, id);
create index bookmarks_of_post on bookmarks (post_id);
create index bookmarks_of_thread on bookmarks (thread_id);
