//! What the tables of this area hold of one person.

kit::kept! {
    30 threads ["threads.person_id"] {
        "select t.title, g.name as group_name, t.created_at, t.posts, '/threads/' || cast(t.id as text) as path
         from threads t left join groups g on g.id = t.group_id
         where t.person_id = $1 order by t.id limit $2 offset $3"
    }

    31 posts ["posts.person_id"] {
        "select t.title as thread, p.body as text, g.name as group_name, p.created_at, p.edited_at, p.deleted_at,
                '/threads/' || cast(t.id as text) || '?from=' || cast(p.number as text) || '#post-'
                || cast(p.number as text) as path
         from posts p join threads t on t.id = p.thread_id left join groups g on g.id = p.group_id
         where p.person_id = $1 order by p.id limit $2 offset $3"
    }

    32 post_versions ["post_versions.replaced_by"] {
        "select t.title as thread, v.body as text, v.replaced_at,
                '/threads/' || cast(t.id as text) || '?from=' || cast(p.number as text) || '#post-'
                || cast(p.number as text) as path
         from post_versions v join posts p on p.id = v.post_id join threads t on t.id = p.thread_id
         where v.replaced_by = $1 or p.person_id = $1 order by v.id limit $2 offset $3"
    }

    33 drafts ["drafts.person_id"] {
        "select t.title as thread, d.place, d.fields, d.saved_at
         from drafts d left join threads t on t.id = d.thread_id
         where d.person_id = $1 order by d.saved_at, d.place limit $2 offset $3"
    }

    39 files ["files.person_id"] {
        "select f.name, f.media_type, f.bytes + f.small_bytes as bytes, g.name as group_name, f.created_at,
                '/files/' || cast(f.id as text) || '/' || f.address as path
         from files f left join groups g on g.id = f.group_id
         where f.person_id = $1 order by f.id limit $2 offset $3"
    }

    43 bookmarks ["bookmarks.person_id"] {
        "select case when t.scope = 'open' or m.in_circle then t.title end as thread, b.note, b.remind_on,
                case when b.by_letter then 'yes' else 'no' end as by_letter,
                b.reminded_at, b.created_at,
                '/threads/' || cast(t.id as text)
                || coalesce('?from=' || cast(p.number as text) || '#post-' || cast(p.number as text), '') as path
         from bookmarks b join persons m on m.id = b.person_id
         left join posts p on p.id = b.post_id join threads t on t.id = coalesce(p.thread_id, b.thread_id)
         where b.person_id = $1 order by b.id limit $2 offset $3"
    }

    34 reactions ["reactions.person_id"] {
        "select r.kind as reaction, t.title as thread, p.number, g.name as group_name, r.at
         from reactions r join posts p on p.id = r.post_id join threads t on t.id = p.thread_id
         left join groups g on g.id = r.group_id
         where r.person_id = $1 order by r.at, r.post_id, r.kind, r.voice limit $2 offset $3"
    }

    35 follows ["follows.person_id"] {
        "select t.title as thread, case when f.muted then 'muted' else 'followed' end as state, f.since
         from follows f join threads t on t.id = f.thread_id
         where f.person_id = $1 order by f.thread_id limit $2 offset $3"
    }

    47 followed_tags ["tag_follows.person_id"] {
        "select t.names as tag, f.since, '/tags/' || cast(t.id as text) as path
         from tag_follows f join tags t on t.id = f.tag_id
         where f.person_id = $1 order by f.tag_id limit $2 offset $3"
    }

    36 readings ["readings.person_id"] {
        "select t.title as thread, r.number
         from readings r join threads t on t.id = r.thread_id
         where r.person_id = $1 order by r.thread_id limit $2 offset $3"
    }

    38 summaries ["thread_summaries.person_id"] {
        "select t.title as thread, s.body as text, s.written_at
         from thread_summaries s join threads t on t.id = s.thread_id
         where s.person_id = $1 order by s.thread_id limit $2 offset $3"
    }

    44 announcements ["announcements.person_id"] {
        "select t.title as thread, a.announced_at, a.until, '/threads/' || cast(t.id as text) as path
         from announcements a join threads t on t.id = a.thread_id
         where a.person_id = $1 order by a.announced_at, a.thread_id limit $2 offset $3"
    }

    37 mentions [] {
        "select t.title as thread, w.name as by_name, p.created_at,
                '/threads/' || cast(t.id as text) || '?from=' || cast(p.number as text) || '#post-'
                || cast(p.number as text) as path
         from persons m join posts p on p.body like '%@' || m.name || '%'
         join threads t on t.id = p.thread_id join persons w on w.id = p.person_id
         where m.id = $1 and p.deleted_at is null and p.hidden_at is null and (t.scope = 'open' or m.in_circle)
         order by p.id limit $2 offset $3"
    }

    39 flags ["flags.person_id"] {
        "select t.title as thread, f.reason, f.words as text, f.at
         from flags f join posts p on p.id = f.post_id join threads t on t.id = p.thread_id
         where f.person_id = $1 order by f.id limit $2 offset $3"
    }

    40 acts_about_me ["moderation_acts.person_id"] {
        "select t.title as thread, a.kind as act, a.reason, a.words as text, a.days, a.at, a.undone_at
         from moderation_acts a left join posts p on p.id = a.post_id
         left join threads t on t.id = coalesce(a.thread_id, p.thread_id)
         where a.person_id = $1 order by a.id limit $2 offset $3"
    }

    41 appeals [] {
        "select e.words as text, e.at, e.answer, e.answered_at
         from appeals e join moderation_acts a on a.id = e.act_id
         where a.person_id = $1 order by e.act_id limit $2 offset $3"
    }

    42 acts_of_mine ["moderation_acts.by_id"] {
        "select t.title as thread, a.kind as act, a.reason, a.words as text, a.days, a.at, a.undone_at
         from moderation_acts a left join posts p on p.id = a.post_id
         left join threads t on t.id = coalesce(a.thread_id, p.thread_id)
         where a.by_id = $1 order by a.id limit $2 offset $3"
    }

    43 messages ["direct_messages.person_id"] {
        "select m.body as text, m.at, g.name as group_name, '/messages/' || cast(m.correspondence_id as text) as path
         from direct_messages m join correspondences x on x.id = m.correspondence_id
         left join groups g on g.id = x.group_id and m.for_group
         where m.person_id = $1 order by m.id limit $2 offset $3"
    }

    44 correspondences ["correspondences.person_id", "correspondences.other_id", "message_readings.person_id", "message_blocks.person_id"] {
        "select coalesce(g.name, case when x.person_id = $1 then o.name else p.name end) as name, x.last_at as at,
                r.number, b.at as stopped_at
         from correspondences x join persons p on p.id = x.person_id left join persons o on o.id = x.other_id
         left join groups g on g.id = x.group_id
         left join message_readings r on r.correspondence_id = x.id and r.person_id = $1
         left join message_blocks b on b.correspondence_id = x.id and b.person_id = $1
         where x.person_id = $1 or x.other_id = $1 or r.person_id is not null or b.person_id is not null
         order by x.id limit $2 offset $3"
    }

    45 message_reports ["message_reports.person_id"] {
        "select r.reason, r.words as text, r.at from message_reports r
         where r.person_id = $1 order by r.id limit $2 offset $3"
    }

    46 closed_letterbox ["closed_letterboxes.person_id"] {
        "select at from closed_letterboxes where person_id = $1 order by at limit $2 offset $3"
    }
}
