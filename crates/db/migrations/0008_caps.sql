-- What a decision about the community's caps would change them to, and what they were when it opened.
create table cap_changes (
    decision_id bigint primary key references decisions (id),
    max_focuses bigint not null,
    max_initiatives bigint not null,
    was_focuses bigint not null,
    was_initiatives bigint not null
);
