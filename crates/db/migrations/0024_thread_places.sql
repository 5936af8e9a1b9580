-- Where posts stood before they went to another thread: links to there lead on.
create table former_places (
    thread_id bigint not null references threads (id),
    number bigint not null,
    post_id bigint not null references posts (id),
    primary key (thread_id, number)
);
create index former_places_of_post on former_places (post_id);

alter table threads add column moved bigint not null default 0;   -- so many of its posts stand elsewhere by now
alter table threads add column merged_into bigint;                -- the thread that has all of them

-- Posts that guides have marked as those that matter most in their thread.
alter table posts add column key_at bigint;
create index posts_key on posts (thread_id, number) where key_at is not null;

-- What guides have put on the home page, until the end of a day.
create table announcements (
    thread_id bigint primary key references threads (id),
    person_id bigint not null references persons (id),
    announced_at bigint not null,
    until bigint not null
);
