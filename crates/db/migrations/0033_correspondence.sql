-- Messages between two people, or between one person and a group, of which nobody else knows.

create table correspondences (
    id {{pk}},
    person_id bigint not null references persons (id),  -- of two people the one with the smaller number
    other_id bigint references persons (id),            -- one of these two
    group_id bigint references groups (id),
    messages bigint not null default 0,   -- also the number of its newest message
    last_at bigint not null
);
create unique index correspondences_of_two on correspondences (person_id, other_id) where other_id is not null;
create unique index correspondences_with_group on correspondences (person_id, group_id) where group_id is not null;
create index correspondences_of_other on correspondences (other_id) where other_id is not null;
create index correspondences_of_group on correspondences (group_id) where group_id is not null;

create table direct_messages (
    id {{pk}},
    correspondence_id bigint not null references correspondences (id),
    number bigint not null,               -- 1, 2, 3 … in its correspondence
    person_id bigint not null references persons (id),
    for_group boolean not null,           -- written for the group of the correspondence
    body text not null,                   -- Markdown, as written
    html text not null,                   -- the same, rendered and made safe
    locale text not null,
    at bigint not null,
    idempotency_key text unique,
    unique (correspondence_id, number)
);
create index direct_messages_of_person on direct_messages (person_id, id);
create index direct_messages_by_time on direct_messages (at);

create table message_readings (
    person_id bigint not null references persons (id),
    correspondence_id bigint not null references correspondences (id),
    number bigint not null,               -- the last message read
    primary key (person_id, correspondence_id)
);

-- Who is not to write here any more, by either of two people, or by a group.
create table message_blocks (
    correspondence_id bigint not null references correspondences (id),
    person_id bigint not null references persons (id),  -- who said so; any of a group's may take it back
    for_group boolean not null,
    at bigint not null,
    primary key (correspondence_id, person_id)
);

-- People who want nobody to begin to write to them.
create table closed_letterboxes (
    person_id bigint primary key references persons (id),
    at bigint not null
);

-- A message that one of its readers showed to the guides; they read this one and no other.
create table message_reports (
    id {{pk}},
    message_id bigint not null references direct_messages (id),
    person_id bigint not null references persons (id),
    reason text not null,
    words text not null default '',
    at bigint not null,
    act_id bigint references moderation_acts (id),      -- what came of it
    unique (message_id, person_id)
);
create index message_reports_open on message_reports (at) where act_id is null;
