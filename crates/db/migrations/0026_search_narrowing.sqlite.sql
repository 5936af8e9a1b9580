-- The marks of each post stand beside its words.
insert into search_parts (search_parts) values ('delete-all');
insert into search_parts (rowid, body)
select id, spaced(body) || marks(group_id, side, locale, place, at) from search_documents where kind = 'post' order by id;

-- People are found by their names and by what they say of themselves, each part by those whom it is for: members,
-- who see what is public too, and guests.
insert into search_documents (kind, subject_id, scope, path, title, body, at, side)
select 'person', id, 'members', '/people/' || id, name,
       trim(case when about_for <> 'hidden' then about || ' ' else '' end
            || case when helps_for <> 'hidden' then helps || ' ' else '' end
            || case when speaks_for <> 'hidden' then speaks else '' end), joined_at, 'citizens'
from persons where left_at is null and profile_for <> 'hidden';
insert into search_documents (kind, subject_id, scope, path, title, body, at, side)
select 'profile', id, 'guests', '/people/' || id, name,
       trim(case when about_for = 'public' then about || ' ' else '' end
            || case when helps_for = 'public' then helps || ' ' else '' end
            || case when speaks_for = 'public' then speaks else '' end), joined_at, 'citizens'
from persons where left_at is null and profile_for = 'public';

-- Files are found by their names, as long as a post shows them: the first that the most people see.
insert into search_documents (kind, subject_id, scope, path, title, body, at, locale, group_id, side, place)
select 'file', f.id, t.scope, '/threads/' || t.id || '?from=' || p.number || '#post-' || p.number, f.name, '',
       f.created_at, p.locale, p.group_id, coalesce((select g.side from groups g where g.id = p.group_id), 'citizens'),
       coalesce(t.subject_kind || '-' || t.subject_id, '')
from files f join posts p on p.id =
         (select o.id from file_uses u join posts o on o.id = u.post_id join threads s on s.id = o.thread_id
          where u.file_id = f.id and o.deleted_at is null and o.hidden_at is null
          order by case s.scope when 'open' then 0 else 1 end, o.id limit 1)
     join threads t on t.id = p.thread_id;

insert into search_words (rowid, title, body)
select id, fold(title), fold(body) from search_documents where kind in ('person', 'profile', 'file');
