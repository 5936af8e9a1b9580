-- Pictures and documents that people sent, and the posts that show them. What a picture shows is said where it
-- is shown, in the post's own text.
create table files (
    id {{pk}},
    person_id bigint not null references persons (id),
    group_id bigint references groups (id),  -- in whose voice it was sent; it counts for that quota
    kind text not null check (kind in ('picture', 'document')),
    name text not null,                   -- as its sender's device called it, cleaned
    address text not null,                -- the last part of its address: 'boat.webp'
    media_type text not null,
    hash text not null,                   -- SHA-256 of its content, which is also its key in the store
    bytes bigint not null,
    width bigint,
    height bigint,
    small_hash text,                      -- a picture's smaller writing
    small_bytes bigint not null default 0,
    small_width bigint,
    created_at bigint not null
);
create index files_of_person on files (person_id);
create index files_of_group on files (group_id);

create table file_uses (
    file_id bigint not null references files (id) on delete cascade,
    post_id bigint not null references posts (id),
    primary key (file_id, post_id)
);
create index file_uses_of_post on file_uses (post_id);
