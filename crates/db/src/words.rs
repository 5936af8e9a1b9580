//! Types that stand for a number or a word in a column: ids and closed sets of words.

/// Declares an id: a positive number that can't be mistaken for another thing's id.
#[macro_export]
macro_rules! id {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {
        $($(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub i64);

        impl $crate::ToParam for $name {
            fn to_param(&self) -> $crate::Param<'_> {
                $crate::Param::Int(self.0)
            }
        }

        impl $crate::FromColumn for $name {
            fn from_column(row: &$crate::Row<'_>, i: usize) -> $crate::Result<Self> {
                row.at(i).map($name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }

        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(d: D) -> std::result::Result<Self, <D as $crate::serde::Deserializer<'de>>::Error> {
                <i64 as $crate::serde::Deserialize>::deserialize(d).map($name)
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, s: S) -> std::result::Result<<S as $crate::serde::Serializer>::Ok, <S as $crate::serde::Serializer>::Error> {
                $crate::serde::Serialize::serialize(&self.0, s)
            }
        })*
    };
}

/// Declares a closed set of words that stands as text in a column: `words!(State { Listed = "listed" })`.
#[macro_export]
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $name { $($(#[$variant_meta])* $variant),* }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word as it stands in the database, in forms and in URLs.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();
            fn from_str(text: &str) -> std::result::Result<Self, ()> {
                match text { $($word => Ok($name::$variant),)* _ => Err(()) }
            }
        }

        impl $crate::ToParam for $name {
            fn to_param(&self) -> $crate::Param<'_> {
                $crate::Param::Text(self.as_str())
            }
        }

        impl $crate::FromColumn for $name {
            fn from_column(row: &$crate::Row<'_>, i: usize) -> $crate::Result<Self> {
                let text: String = row.at(i)?;
                text.parse().map_err(|()| $crate::Error::Column { column: i, reason: text })
            }
        }
    };
}
