-- By whom, in which language and where something is said, so that a search can be narrowed down.
alter table search_documents add column locale text not null default '';
alter table search_documents add column group_id bigint;             -- the group in whose voice, or that it is
alter table search_documents add column side text not null default '';
alter table search_documents add column place text not null default '';  -- what it belongs to: 'focus-3'

update search_documents
set locale = t.locale, group_id = t.group_id,
    side = coalesce((select g.side from groups g where g.id = t.group_id), 'citizens'),
    place = case when t.subject_kind is null then '' else t.subject_kind || '-' || t.subject_id end
from threads t where search_documents.kind = 'thread' and t.id = search_documents.subject_id;

-- Who wrote what is hidden or removed isn't named.
update search_documents set group_id = null, side = ''
where kind = 'thread'
  and exists (select 1 from posts p where p.thread_id = search_documents.subject_id and p.number = 1
                and (p.hidden_at is not null or p.deleted_at is not null));

update search_documents
set locale = p.locale, group_id = p.group_id,
    side = coalesce((select g.side from groups g where g.id = p.group_id), 'citizens'),
    place = case when t.subject_kind is null then '' else t.subject_kind || '-' || t.subject_id end
from posts p join threads t on t.id = p.thread_id
where search_documents.kind = 'post' and p.id = search_documents.subject_id;

update search_documents
set locale = n.locale, group_id = n.group_id,
    side = coalesce((select g.side from groups g where g.id = n.group_id), 'citizens')
from needs n where search_documents.kind = 'need' and n.id = search_documents.subject_id;

update search_documents
set locale = a.locale, group_id = a.group_id,
    side = coalesce((select g.side from groups g where g.id = a.group_id), 'citizens')
from agenda_items a where search_documents.kind = 'agenda' and a.id = search_documents.subject_id;

update search_documents
set locale = d.locale, group_id = d.group_id,
    side = coalesce((select g.side from groups g where g.id = d.group_id), 'citizens'),
    place = d.subject_kind || '-' || d.subject_id
from decisions d where search_documents.kind = 'decision' and d.id = search_documents.subject_id;

update search_documents
set locale = f.locale, group_id = f.group_id,
    side = coalesce((select g.side from groups g where g.id = f.group_id), 'citizens')
from focuses f where search_documents.kind = 'focus' and f.id = search_documents.subject_id;

update search_documents
set locale = m.locale, group_id = m.group_id,
    side = coalesce((select g.side from groups g where g.id = m.group_id), 'citizens')
from meetings m where search_documents.kind = 'meeting' and m.id = search_documents.subject_id;

update search_documents
set locale = i.locale, group_id = i.group_id,
    side = coalesce((select g.side from groups g where g.id = i.group_id), 'citizens'),
    place = 'focus-' || i.focus_id
from initiatives i where search_documents.kind = 'initiative' and i.id = search_documents.subject_id;

update search_documents
set locale = r.locale, group_id = r.group_id,
    side = coalesce((select g.side from groups g where g.id = r.group_id), 'citizens'),
    place = 'initiative-' || r.initiative_id
from results r where search_documents.kind = 'result' and r.id = search_documents.subject_id;

update search_documents
set locale = coalesce(g.locale, ''), group_id = g.id, side = g.side
from groups g where search_documents.kind = 'group' and g.id = search_documents.subject_id;

update search_documents
set locale = coalesce((select v.locale from charter_versions v order by v.id desc limit 1), '')
where kind = 'charter';
