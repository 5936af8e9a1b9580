standing-paused-title = Most szünetelsz
standing-paused-lead = Mindent olvashatsz, mint eddig, és a döntésekben a szavazatod a tiéd marad. Amit írsz, azt most nem tudod elküldeni.
standing-paused-until = Eddig tart:
standing-why = Miért
standing-appeal = Megnézem és fellebbezek
standing-kept = Amit írtál, hogy megmaradjon neked
standing-blocked-title = Ez a fiók le van tiltva
standing-blocked-lead = Amikor ez történt, levelet küldtünk a címedre. Benne van, hogy miért, és egy hivatkozás, amellyel egy másik segítőhöz fellebbezhetsz.
