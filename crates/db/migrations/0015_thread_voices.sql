-- How many voices of each side have posts in a thread: lists of threads show it, and would count all voices anew.
alter table threads add column organisations bigint not null default 0;
alter table threads add column citizens bigint not null default 0;
update threads set
    organisations = (select count(*) from speakers s
                     where s.thread_id = threads.id and s.posts > 0 and s.side = 'organisations'),
    citizens = (select count(*) from speakers s
                where s.thread_id = threads.id and s.posts > 0 and s.side = 'citizens');
