-- Light answers to a post: of each kind one from each voice.
create table reactions (
    post_id bigint not null references posts (id),
    kind text not null check (kind in ('agree', 'thanks', 'help', 'explain')),
    voice text not null,                  -- 'p12' a person, 'g5' a group
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),
    at bigint not null,
    primary key (post_id, kind, voice)
);
