-- Threads and posts, who has read them, who wants to hear of them.

create table threads (
    id {{pk}},
    title text not null,
    scope text not null default 'open' check (scope in ('open', 'circle')),
    subject_kind text,                    -- what it belongs to: 'focus', 'initiative', 'decision', 'need'
    subject_id bigint,
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    locale text not null,
    created_at bigint not null,
    posts bigint not null default 0,      -- also the number of its newest post
    last_post_at bigint not null,
    last_person_id bigint,
    last_group_id bigint,
    closed_at bigint,
    version bigint not null default 1     -- bumped with each visible change
);
create index threads_newest on threads (last_post_at desc, id desc);
create index threads_of_subject on threads (subject_kind, subject_id, last_post_at desc);

create table posts (
    id {{pk}},
    thread_id bigint not null references threads (id),
    number bigint not null,               -- 1, 2, 3 … in its thread, never reused
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    body text not null,                   -- Markdown, as written
    html text not null,                   -- the same, rendered and made safe
    locale text not null,
    created_at bigint not null,
    edited_at bigint,
    deleted_at bigint,
    deleted_by bigint,
    idempotency_key text unique,          -- a form sent twice is one post
    unique (thread_id, number)
);
create index posts_of_person on posts (person_id, id);
create index posts_of_group on posts (group_id, id);

-- How many posts each voice has in a thread: counted as they come, since a thread may have thousands.
create table speakers (
    thread_id bigint not null references threads (id),
    voice text not null,                  -- 'p12' a person, 'g5' a group
    side text not null check (side in ('organisations', 'citizens')),
    posts bigint not null,
    primary key (thread_id, voice)
);

create table post_versions (
    id {{pk}},
    post_id bigint not null references posts (id),
    body text not null,
    html text not null,
    replaced_at bigint not null,
    replaced_by bigint not null references persons (id)
);
create index post_versions_of_post on post_versions (post_id, id);

create table readings (
    person_id bigint not null references persons (id),
    thread_id bigint not null references threads (id),
    number bigint not null,               -- the last post read
    primary key (person_id, thread_id)
);

create table follows (
    person_id bigint not null references persons (id),
    thread_id bigint not null references threads (id),
    since bigint not null,
    muted boolean not null default false, -- asked not to hear of it
    primary key (person_id, thread_id)
);
create index follows_of_thread on follows (thread_id);

create table notifications (
    id {{pk}},
    person_id bigint not null references persons (id),
    kind text not null,                   -- 'mention', 'reply', …
    path text not null,                   -- where it leads
    title text not null,
    by_name text not null default '',
    subject_kind text not null,
    subject_id bigint not null,
    count bigint not null default 1,      -- several replies to one thread are one notice
    at bigint not null,
    read_at bigint
);
create index notifications_unread on notifications (person_id) where read_at is null;
-- Several of one kind on one subject are one notice that counts.
create unique index notifications_once on notifications (subject_kind, subject_id, kind, person_id) where read_at is null;
create index notifications_newest on notifications (person_id, at desc);

-- The public log, narrowed down to one kind of thing.
create index activity_of_kind on activity (subject_kind, id);
