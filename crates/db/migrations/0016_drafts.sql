-- What somebody is writing and hasn't sent.
create table drafts (
    person_id bigint not null references persons (id),
    place text not null,                  -- 'answer-12', 'change-5', 'new', 'new-focus-3'
    thread_id bigint references threads (id),
    fields text not null,                 -- what was typed, by field, as JSON
    saved_at bigint not null,
    primary key (person_id, place)
);
create index drafts_newest on drafts (person_id, saved_at);
create index drafts_of_thread on drafts (thread_id);
