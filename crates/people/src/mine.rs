//! What the tables of this area hold of one person.

kit::kept! {
    10 account [] {
        "select name, email, role, locale as language, about, about_for, helps, helps_for, speaks, speaks_for,
                groups_for, since_for, joined_at, seen_at
         from persons where id = $1 order by id limit $2 offset $3"
    }

    11 sessions ["sessions.person_id"] {
        "select device, created_at, seen_at, expires_at
         from sessions where person_id = $1 order by created_at, id limit $2 offset $3"
    }

    11 browsers ["browsers.person_id"] {
        "select device, created_at, seen_at
         from browsers where person_id = $1 order by created_at, token_hash limit $2 offset $3"
    }

    11 second_step ["second_steps.person_id"] {
        "select since from second_steps where person_id = $1 and secret is not null
         order by since limit $2 offset $3"
    }

    11 recovery_codes ["recovery_codes.person_id"] {
        "select made_at, used_at
         from recovery_codes where person_id = $1 order by made_at, code_hash limit $2 offset $3"
    }

    11 passkeys ["passkeys.person_id"] {
        "select name, created_at, used_at, halted_at
         from passkeys where person_id = $1 order by id limit $2 offset $3"
    }

    11 passkey_challenges ["passkey_challenges.person_id"] {
        "select expires_at from passkey_challenges where person_id = $1 order by expires_at limit $2 offset $3"
    }

    11 town_accounts ["town_accounts.person_id"] {
        "select issuer, subject, linked_at, used_at
         from town_accounts where person_id = $1 order by id limit $2 offset $3"
    }

    13 agreements_accepted ["agreement_acceptances.person_id"] {
        "select number, at
         from agreement_acceptances where person_id = $1 order by number limit $2 offset $3"
    }

    14 agreements_written ["agreement_versions.person_id"] {
        "select number, note, at
         from agreement_versions where person_id = $1 order by number limit $2 offset $3"
    }

    12 sign_in_links ["sign_in_links.person_id"] {
        "select l.purpose, l.email, l.created_at, l.expires_at, l.used_at
         from sign_in_links l join persons p on p.id = $1
         where l.person_id = p.id or l.email = p.email order by l.created_at limit $2 offset $3"
    }

    13 memberships ["memberships.person_id"] {
        "select g.name as group_name, m.role, m.since, m.mandate_until as ends_at
         from memberships m join groups g on g.id = m.group_id
         where m.person_id = $1 order by m.id limit $2 offset $3"
    }

    13 mandates_given ["memberships.named_by"] {
        "select g.name as group_name, m.mandate_from as since, m.mandate_until as ends_at
         from memberships m join groups g on g.id = m.group_id
         where m.named_by = $1 order by m.id limit $2 offset $3"
    }

    13 handovers ["handovers.from_id", "handovers.to_id"] {
        "select g.name as group_name, h.at from handovers h join groups g on g.id = h.group_id
         where h.from_id = $1 or h.to_id = $1 order by h.at, h.group_id, h.from_id limit $2 offset $3"
    }

    14 groups_added ["groups.created_by"] {
        "select name, created_at from groups where created_by = $1 order by id limit $2 offset $3"
    }

    14 acquaintances ["acquaintances.person_id"] {
        "select g.name as group_name, case when a.named then 'yes' else 'no' end as named, a.at
         from acquaintances a join groups g on g.id = a.group_id
         where a.person_id = $1 order by a.at, a.group_id limit $2 offset $3"
    }

    14 groups_missed ["missing_groups.person_id"] {
        "select name, reason, created_at, settled_at
         from missing_groups where person_id = $1 order by id limit $2 offset $3"
    }

    14 groups_missed_settled ["missing_groups.settled_by"] {
        "select name, settled_at
         from missing_groups where settled_by = $1 order by id limit $2 offset $3"
    }

    15 imports ["imports.created_by"] {
        "select file_name, created_at, done_at, undone_at, taken
         from imports where created_by = $1 order by id limit $2 offset $3"
    }

    16 invitations_sent ["invitations.invited_by"] {
        "select i.email, i.name, g.name as group_name, i.note, i.remark, i.created_at, i.expires_at, i.withdrawn_at,
                i.accepted_at, i.declined_at, i.reminded_at
         from invitations i left join groups g on g.id = i.group_id
         where i.invited_by = $1 order by i.id limit $2 offset $3"
    }

    17 invitations_received [] {
        "select w.name as by_name, g.name as group_name, i.note, i.remark, i.created_at, i.withdrawn_at, i.accepted_at,
                i.opened_at, i.declined_at, i.decline_reason
         from invitations i join persons p on p.id = $1 join persons w on w.id = i.invited_by
         left join groups g on g.id = i.group_id
         where i.email = p.email order by i.id limit $2 offset $3"
    }

    17 claims ["claims.person_id", "claims.settled_by"] {
        "select g.name as group_name, case when k.person_id = $1 then k.words else '' end as text, k.created_at,
                k.expires_at, k.outcome as state, k.answer
         from claims k join groups g on g.id = k.group_id
         where k.person_id = $1 or k.settled_by = $1 order by k.id limit $2 offset $3"
    }

    18 notifications ["notifications.person_id"] {
        "select kind, title, by_name, count, path, at, read_at
         from notifications where person_id = $1 order by id limit $2 offset $3"
    }

    90 activity ["activity.person_id"] {
        "select a.kind, a.title, g.name as group_name, a.at
         from activity a left join groups g on g.id = a.group_id
         where a.person_id = $1 order by a.id limit $2 offset $3"
    }

    91 exports ["exports.person_id"] {
        "select asked_at, ready_at, entries, bytes
         from exports where person_id = $1 order by id limit $2 offset $3"
    }

    92 deletions ["deletions.person_id"] {
        "select asked_at, due_at, posts
         from deletions where person_id = $1 order by asked_at limit $2 offset $3"
    }

    19 pauses ["pauses.person_id"] {
        "select words as text, until as ends_at, at, path
         from pauses where person_id = $1 order by at limit $2 offset $3"
    }
}
