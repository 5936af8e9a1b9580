//! Packages and lists as the standard's own examples have them.

use super::super::columns::{Field, columns};
use super::super::decode::Unreadable;
use super::super::outlook::List;
use super::super::rows::{Draft, rows};
use super::super::sectors::SECTORS;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn drafts(bytes: &[u8]) -> Vec<Draft> {
    let list = List::read(bytes, None).unwrap();
    let mapping: Vec<Field> = columns(&list.table).iter().map(|guess| guess.field).collect();
    rows(&list.table, &mapping, &SECTORS)
}

#[test]
fn a_package_of_tables_is_put_together() {
    let bytes = archive(&[
        ("data/datapackage.json", "{}"),
        (
            "data/organizations.csv",
            "id,name,description,email,website\no1,Lake Choir,Singing,choir@example.org,https://choir.example.org\no2,Food Bank,,,\n",
        ),
        ("data/services.csv", "id,organization_id,name,status\ns1,o2,Meals,active\n"),
        (
            "data/locations.csv",
            "id,organization_id,name,location_type\nl1,o1,Hall,physical\nl2,,Shop,physical\n",
        ),
        ("data/service_at_locations.csv", "id,service_id,location_id\nx,s1,l2\n"),
        (
            "data/addresses.csv",
            "id,location_id,address_1,city,state_province,postal_code,country,address_type\na,l1,Fő tér 1.,Kőszeg,,9730,HU,physical\nb,l2,Malom utca 3.,Kőszeg,,9730,HU,physical\n",
        ),
        (
            "data/contacts.csv",
            "id,organization_id,name,title,email\nc1,o1,Kiss Anna,conductor,anna@example.org\n",
        ),
        (
            "data/phones.csv",
            "id,location_id,service_id,organization_id,contact_id,number,type\np,,,o1,,06 94 360 111,voice\nq,l2,,,,06 94 360 222,voice\nr,,,o1,,06 94 999 999,fax\ns,,,,c1,06 30 123 4567,cell\n",
        ),
        ("data/taxonomy_terms.csv", "id,code,name,taxonomy\nt,health,Health,sector\n"),
        ("data/attributes.csv", "id,link_id,taxonomy_term_id,link_type,link_entity\ny,o2,t,,organization\n"),
    ]);
    let drafts = drafts(&bytes);
    let [choir, bank] = &drafts[..] else { panic!("{drafts:?}") };
    let numbers = |draft: &Draft| draft.phones.iter().map(|phone| phone.number.clone()).collect::<Vec<_>>();
    assert_eq!((choir.name.as_str(), choir.purpose.as_str()), ("Lake Choir", "Singing"));
    assert_eq!(choir.emails, ["choir@example.org", "anna@example.org"]);
    assert_eq!(
        (choir.address.as_str(), choir.contact.as_str()),
        ("Fő tér 1., 9730 Kőszeg", "Kiss Anna (conductor)")
    );
    assert_eq!(numbers(choir).len(), 2, "{:?}", choir.phones);
    assert_eq!(
        (bank.name.as_str(), bank.purpose.as_str(), bank.address.as_str()),
        ("Food Bank", "Meals", "Malom utca 3., 9730 Kőszeg")
    );
    assert_eq!(numbers(bank).len(), 1);
    assert_eq!(bank.sector.as_ref().map(|guess| guess.key.as_str()), Some("health"));
}

#[test]
fn organisations_in_json_are_read_in_each_of_their_shapes() {
    let one = "{\"id\":\"1\",\"name\":\"Example\",\"description\":null,\"email\":\"a@example.org\",\"year_incorporated\":2011,\
        \"phones\":[{\"number\":\"\\\"+44 1234 234567\\\"\",\"extension\":100}],\"services\":[{\"name\":\"Counselling\"}],\
        \"locations\":[{\"latitude\":100,\"addresses\":[{\"address_1\":\"1-30 Main Street\",\"city\":\"MyCity\",\"postal_code\":\"ABC 1234\"}]}]}";
    for text in [
        one.to_owned(),
        format!("[{one}]"),
        format!("{{\"total_items\":1,\"contents\":[{one}]}}"),
        format!("{{\"organizations\":[{one}]}}"),
    ] {
        let drafts = drafts(text.as_bytes());
        let [draft] = &drafts[..] else { panic!("{text}: {drafts:?}") };
        assert_eq!((draft.name.as_str(), draft.purpose.as_str()), ("Example", "Counselling"));
        assert_eq!(draft.address, "1-30 Main Street, ABC 1234 MyCity");
        assert_eq!(draft.emails, ["a@example.org"]);
    }
}

#[test]
fn json_of_anything_else_is_refused() {
    for text in
        ["[]", "{}", "[1,2]", "{\"name\":3,\"x\":[", "[{}]", "{\"contents\":[{\"id\":1}]}", "[[[[[[]]]]]]"]
    {
        let read = List::read(text.as_bytes(), None);
        assert!(matches!(read, Err(Unreadable::NotHsds | Unreadable::NoRows)), "{text}: {read:?}");
    }
    let deep = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(List::read(deep.as_bytes(), None).unwrap_err(), Unreadable::NotHsds);
    let many = format!("[{}{{}}]", "{\"name\":\"x\"},".repeat(60_000));
    assert!(matches!(List::read(many.as_bytes(), None), Err(Unreadable::TooManyRows { .. })));
}
