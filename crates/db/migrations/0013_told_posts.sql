-- Those who follow a thread are told of several posts in one go: up to which number they have been.
alter table threads add column told_to bigint not null default 1;
update threads set told_to = posts where posts > 1;
