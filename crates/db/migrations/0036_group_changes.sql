-- What a list that came again changed of groups that were here: for a while, so that it can be taken back.
create table group_changes (
    id {{pk}},
    group_id bigint not null references groups (id) on delete cascade,
    import_id bigint not null references imports (id) on delete cascade,
    field text not null,
    old_text text not null,
    new_text text not null,
    updated_before bigint not null,       -- when the group had been changed before
    at bigint not null
);
create index group_changes_of_group on group_changes (group_id, at);
create index group_changes_of_import on group_changes (import_id);
create index group_changes_by_time on group_changes (at);
alter table imports add column changed bigint not null default 0;  -- so many groups
