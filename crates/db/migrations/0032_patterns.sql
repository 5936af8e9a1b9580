-- Words and addresses that guides know from advertising: a newcomer's post with one of them waits for a look.

create table patterns (
    pattern text primary key,             -- folded: small letters without accents
    at bigint not null
);
