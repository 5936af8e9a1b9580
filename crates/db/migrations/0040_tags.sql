-- Tags: the community's own list of what threads are about, kept by guides.

create table tags (
    id {{pk}},
    names text not null,                  -- its name in each language of the community, as JSON
    descriptions text not null default '{}',
    created_at bigint not null,
    retired_at bigint,                    -- no longer offered; threads keep it
    merged_into bigint references tags (id)
);

create table thread_tags (
    thread_id bigint not null references threads (id),
    tag_id bigint not null references tags (id),
    primary key (thread_id, tag_id)
);
create index thread_tags_of_tag on thread_tags (tag_id, thread_id);

create table tag_follows (
    person_id bigint not null references persons (id),
    tag_id bigint not null references tags (id),
    since bigint not null,
    primary key (person_id, tag_id)
);
create index tag_follows_of_tag on tag_follows (tag_id);
