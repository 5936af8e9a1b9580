//! What the tables of this area hold of one person, and what becomes of it when they leave: initiatives, promises
//! and results are the community's memory and stay, without the name; nobody who is gone goes on carrying.

use db::{Changed, Conn};
use kit::PersonId;
use kit::personal::Leaver;

kit::kept! {
    70 initiatives ["initiatives.person_id"] {
        "select i.title, i.aim as text, g.name as group_name, i.created_at, i.started_at, i.closed_at, i.closing_note as note
         from initiatives i left join groups g on g.id = i.group_id
         where i.person_id = $1 order by i.id limit $2 offset $3"
    }

    71 carried ["initiative_carriers.person_id"] {
        "select i.title, g.name as group_name, k.at
         from initiative_carriers k join initiatives i on i.id = k.initiative_id left join groups g on g.id = k.group_id
         where k.person_id = $1 order by k.at, k.initiative_id, k.voice limit $2 offset $3"
    }

    72 promises ["promises.person_id"] {
        "select r.what as text, i.title as initiative, g.name as group_name, r.due_on, r.state, r.note, r.made_at, r.ended_at
         from promises r join initiatives i on i.id = r.initiative_id left join groups g on g.id = r.group_id
         where r.person_id = $1 order by r.id limit $2 offset $3"
    }

    73 promise_moves ["promise_moves.person_id"] {
        "select r.what as text, m.from_day, m.to_day, m.reason, m.at
         from promise_moves m join promises r on r.id = m.promise_id
         where m.person_id = $1 order by m.id limit $2 offset $3"
    }

    74 results ["results.person_id"] {
        "select s.title, s.body as text, s.amount, s.unit, s.link, i.title as initiative, g.name as group_name, s.at
         from results s join initiatives i on i.id = s.initiative_id left join groups g on g.id = s.group_id
         where s.person_id = $1 order by s.id limit $2 offset $3"
    }
}

kit::parting!(part);

fn part(c: &mut Conn, leaver: &Leaver) -> kit::Result<()> {
    put_down(c, &leaver.voice())?;
    if leaver.goes() {
        forget_notes(c, leaver.person)?;
        forget_reasons(c, leaver.person)?;
    }
    Ok(())
}

db::query! {
    fn put_down(voice: &str) -> Changed {
        "delete from initiative_carriers
         where voice = $1 and initiative_id in (select id from initiatives where closed_at is null)"
    }

    fn forget_notes(person: PersonId) -> Changed {
        "update promises set note = '' where person_id = $1 and group_id is null"
    }

    fn forget_reasons(person: PersonId) -> Changed {
        "update promise_moves set reason = '' where person_id = $1
           and promise_id in (select id from promises where group_id is null)"
    }
}
