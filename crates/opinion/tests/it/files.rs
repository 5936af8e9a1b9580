//! Polis's files, good and bad.

use crate::shared::{case, root};
use opinion::export::{Sign, import, read_comments, read_participants_votes, read_votes};
use opinion::{Conversation, Moderation, Vote};
use proptest::prelude::*;

#[test]
fn both_files_of_an_export_give_the_same_conversation() {
    let mut found = 0;
    for name in ["london-youth-policing", "seattle-15-per-hour"] {
        let folder = root().join("polis").join(name).join("raw");
        let Ok(votes) = std::fs::read(folder.join("votes.csv")) else { continue };
        let long = read_votes(&votes, Sign::AgreeIsOne).unwrap();
        let wide = std::fs::read(folder.join("participants-votes.csv")).unwrap();
        let wide = read_participants_votes(&wide, Sign::AgreeIsOne).unwrap();
        let comments = read_comments(&std::fs::read(folder.join("comments.csv")).unwrap()).unwrap();
        let expected = case(name).conversation;
        for file in [&long, &wide] {
            let imported = import(file, &[]).unwrap();
            assert_eq!(all(&imported.conversation), all(&expected), "{name}");
        }
        let whole = import(&long, &comments).unwrap();
        assert_eq!(whole.conversation.vote_count(), expected.vote_count());
        assert!(whole.conversation.statements().iter().any(|s| s.moderation == Moderation::Accepted));
        assert!(whole.texts.iter().all(|text| !text.is_empty()), "{name}");
        // The trap: the raw interface's sign turns every opinion around, and nothing fails.
        let turned = import(&read_votes(&votes, Sign::AgreeIsMinusOne).unwrap(), &[]).unwrap();
        for (ours, theirs) in opinion::overall(&turned.conversation).iter().zip(opinion::overall(&expected)) {
            assert_eq!((ours.agree, ours.disagree), (theirs.disagree, theirs.agree));
        }
        found += 1;
    }
    println!("{found} exports found");
}

fn all(conversation: &Conversation) -> Vec<Vec<(usize, Vote)>> {
    (0..conversation.participants()).map(|person| conversation.votes_of(person).collect()).collect()
}

#[test]
fn a_bad_file_is_told_by_line_column_and_what_was_expected() {
    let told = |text: &str| read_votes(text.as_bytes(), Sign::AgreeIsOne).unwrap_err().to_string();
    assert_eq!(
        told("participant,statement,vote\n1,2,1\n1,3,yes\n"),
        "line 3, column 3: expected a vote: 1, 0 or -1, found \"yes\""
    );
    assert_eq!(
        told("participant,statement,vote\nAmina,2,1\n"),
        "line 2, column 1: expected a number of a person or statement, found \"Amina\""
    );
    assert_eq!(told("participant,statement,vote\n1,2\n"), "line 2, column 2: expected 3 fields, found \"\"");
    assert_eq!(
        told("participant,statement\n1,2\n"),
        "line 1, column 0: expected a heading \"vote\", found \"participant,statement\""
    );
    let comments = read_comments(b"comment-id,moderated,comment-body\n1,7,x\n").unwrap_err();
    assert_eq!(
        comments.to_string(),
        "line 2, column 2: expected 1 (in), 0 (not looked at) or -1 (out), found \"7\""
    );
    assert!(read_votes(b"", Sign::AgreeIsOne).is_err());
    assert!(read_votes(b"participant,statement,vote\n\xff,1,1\n", Sign::AgreeIsOne).is_err());
}

#[test]
fn a_later_vote_replaces_the_earlier_and_a_mark_of_byte_order_is_no_heading() {
    let votes =
        read_votes(b"\xef\xbb\xbfvoter-id,comment-id,vote\n7,3,1\n7,3,-1\n", Sign::AgreeIsOne).unwrap();
    let imported = import(&votes, &[]).unwrap();
    assert_eq!((imported.participants, imported.statements), (vec![7], vec![3]));
    assert_eq!(all(&imported.conversation), [[(0, Vote::Disagree)]]);
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_votes(&bytes, Sign::AgreeIsOne);
        let _ = read_participants_votes(&bytes, Sign::AgreeIsMinusOne);
        let _ = read_comments(&bytes);
    }

    #[test]
    fn no_broken_file_makes_a_reader_panic(
        heading in "(voter-id|participant|statement|comment-id|vote|moderated|text|5|,|\"|\n){1,9}",
        lines in "[-0-9,\"\n\r a]{0,120}",
    ) {
        let text = format!("{heading}\n{lines}");
        let long = read_votes(text.as_bytes(), Sign::AgreeIsOne);
        let wide = read_participants_votes(text.as_bytes(), Sign::AgreeIsOne);
        for votes in [long, wide].into_iter().flatten() {
            prop_assert!(import(&votes, &[]).is_ok());
        }
        let _ = read_comments(text.as_bytes());
    }
}
