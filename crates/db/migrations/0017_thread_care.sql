-- What guides do for a thread: a place at the top of the list, and in a few words what was said so far.
alter table threads add column pinned_at bigint;
create index threads_pinned on threads (pinned_at) where pinned_at is not null;

create table thread_summaries (
    thread_id bigint primary key references threads (id),
    body text not null,                   -- Markdown, as written
    html text not null,
    locale text not null,
    until_number bigint not null,         -- the last post that it covers
    person_id bigint not null references persons (id),
    written_at bigint not null
);
