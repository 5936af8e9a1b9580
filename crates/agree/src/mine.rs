//! What the tables of this area hold of one person, and what becomes of it when they leave: what they proposed
//! and decided has become the community's and stays, without their name; what they wrote beside it (reasons,
//! notes) goes where they take their words with them.

use crate::stakes;
use db::{Changed, Conn};
use kit::personal::Leaver;

kit::kept! {
    50 needs ["needs.person_id"] {
        "select n.title, n.body as text, g.name as group_name, n.supporters, n.created_at, n.edited_at
         from needs n left join groups g on g.id = n.group_id
         where n.person_id = $1 order by n.id limit $2 offset $3"
    }

    51 supports ["need_supports.person_id"] {
        "select n.title as need, g.name as group_name, s.note, s.at
         from need_supports s join needs n on n.id = s.need_id left join groups g on g.id = s.group_id
         where s.person_id = $1 order by s.at, s.need_id, s.voice limit $2 offset $3"
    }

    52 agenda_items ["agenda_items.created_by"] {
        "select i.title, i.body as text, i.link, i.on_day, g.name as group_name, i.created_at
         from agenda_items i left join groups g on g.id = i.group_id
         where i.created_by = $1 order by i.id limit $2 offset $3"
    }

    53 agenda_relations ["agenda_relations.person_id"] {
        "select i.title, r.relation, r.note, g.name as group_name, r.at
         from agenda_relations r join agenda_items i on i.id = r.item_id left join groups g on g.id = r.group_id
         where r.person_id = $1 order by r.id limit $2 offset $3"
    }

    54 decisions_opened ["decisions.opened_by"] {
        "select d.question, d.body as text, g.name as group_name, d.opened_at, d.closes_at
         from decisions d left join groups g on g.id = d.group_id
         where d.opened_by = $1 order by d.id limit $2 offset $3"
    }

    55 ballots ["ballots.person_id"] {
        "select d.question, b.choice, b.reason, g.name as group_name, b.receipt, b.cast_at
         from ballots b join decisions d on d.id = b.decision_id left join groups g on g.id = b.group_id
         where b.person_id = $1 order by b.cast_at, b.decision_id, b.voice limit $2 offset $3"
    }

    56 focuses ["focuses.person_id"] {
        "select f.title, f.body as text, f.state, g.name as group_name, f.proposed_at
         from focuses f left join groups g on g.id = f.group_id
         where f.person_id = $1 order by f.id limit $2 offset $3"
    }

    57 focus_closures ["focus_closures.person_id"] {
        "select f.title, k.why as reason, k.at
         from focus_closures k join focuses f on f.id = k.focus_id
         where k.person_id = $1 order by k.id limit $2 offset $3"
    }

    57 focus_stakes ["focus_stakes.person_id"] {
        "select f.title as focus, g.name as group_name, k.concern, k.influence, k.at
         from focus_stakes k join focuses f on f.id = k.focus_id join groups g on g.id = k.group_id
         where k.person_id = $1 order by k.at, k.focus_id, k.group_id, k.voice limit $2 offset $3"
    }

    58 charter_versions ["charter_versions.person_id"] {
        "select v.number, v.summary as text, v.at
         from charter_versions v where v.person_id = $1 order by v.id limit $2 offset $3"
    }

    59 meetings ["meetings.person_id"] {
        "select m.title, m.place, m.body as text, g.name as group_name, m.starts_at, m.created_at
         from meetings m left join groups g on g.id = m.group_id
         where m.person_id = $1 order by m.id limit $2 offset $3"
    }
}

kit::parting!(part);

/// Their voice stays counted; only their own words beside it go, and what they thought of groups that are not in.
fn part(c: &mut Conn, leaver: &Leaver) -> kit::Result<()> {
    stakes::forget(c, leaver.person)?;
    if leaver.goes() {
        let voice = leaver.voice();
        forget_notes(c, &voice)?;
        forget_reasons(c, &voice)?;
        forget_relations(c, leaver.person)?;
    }
    Ok(())
}

db::query! {
    fn forget_notes(voice: &str) -> Changed {
        "update need_supports set note = '' where voice = $1"
    }

    fn forget_reasons(voice: &str) -> Changed {
        "update ballots set reason = '' where voice = $1"
    }

    fn forget_relations(person: kit::PersonId) -> Changed {
        "update agenda_relations set note = '' where person_id = $1 and group_id is null"
    }
}
