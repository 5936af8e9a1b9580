-- How much a focus concerns a group, and how much the group can do about it: as the group itself says, or, while it
-- is not in, as members think.
create table focus_stakes (
    focus_id bigint not null references focuses (id),
    group_id bigint not null references groups (id) on delete cascade,
    voice text not null,                  -- 'g5' the group itself, 'p12' somebody about a group that is not in
    own boolean not null,                 -- the group's own answer
    person_id bigint not null references persons (id),
    concern bigint not null check (concern between 1 and 4),
    influence bigint not null check (influence between 1 and 4),
    at bigint not null,
    primary key (focus_id, group_id, voice)
);
create index focus_stakes_of_group on focus_stakes (group_id);
create index focus_stakes_of_person on focus_stakes (person_id);
