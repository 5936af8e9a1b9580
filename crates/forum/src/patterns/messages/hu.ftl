patterns-title = Miről ismerni meg itt a reklámot
patterns-lead = Szavak és címek, amelyeket reklámokból ismersz. Ha valaki, aki most érkezett, leírja valamelyiket, a hozzászólása addig vár, amíg egy segítő meg nem nézi. Magától semmi sem törlődik.
patterns-list = Szavak és címek, soronként egy
patterns-hint = Például „kaszinó” vagy „olcso-tabletta.example”. A nagybetűk és az ékezetek nem számítanak.
patterns-keep = Megőrzöm a listát
patterns-kept = A listát megőriztük.
patterns-length = Ez túl rövid vagy túl hosszú: „{ $line }”. Egy sor 4–80 karakter.
patterns-most = A listában legfeljebb { $most } sor lehet.
