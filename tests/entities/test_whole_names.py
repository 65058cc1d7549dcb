"""Names of small texts, found with the model and merged: ``[Emmanuel\\nMacron](PERSON:m)`` is a mention of the entity m.

Places stand unmarked where no place need be found; those that are marked must be.
"""

from __future__ import annotations

import re

import pytest

from diplo_ner import extract, extract_many, merge_documents

_MARK = re.compile(r"\[(?P<name>[^\]]+)\]\((?P<type>[A-Z]+):(?P<entity>\w+)\)")

SENTENCES = {
    "letterheads over two lines": "[RÉPUBLIQUE DU SÉNÉGAL](COUNTRY:SN)\n\n[MINISTÈRE DE L'INTÉRIEUR\nET DE LA SÉCURITÉ PUBLIQUE](ORGANISATION:mi)\n\nCOMMUNIQUÉ DE PRESSE\n\nLa route est fermée.",
    "universities by their town": "Une étudiante de [Columbia](ORGANISATION:c) a parlé au nom de l'[université de Columbia](ORGANISATION:c). Elle vit à [Oxford](PLACE:o).",
    "nicknames of two words": "« Nous verrons », a promis [Mokhtar Belmokhtar](PERSON:b), surnommé « [Mister Marlboro](PERSON:b) ».",
    "one body under two names": "Le [Front national](ORGANISATION:rn), devenu [Rassemblement national](ORGANISATION:rn), s'abstient.",
    "a general name told otherwise": "Le [Quai d'Orsay](ORGANISATION:q) confirme, en [France](COUNTRY:FR) le [ministère des Affaires étrangères](ORGANISATION:q) n'en dira pas plus.",
    "letters of another language": "Le [Conseil de sécurité nationale](ORGANISATION:n) ([NSC](ORGANISATION:n)) de la présidence américaine se tait. Le [NSC](ORGANISATION:n) se réunit.",
    "the one whom the article is about": "[Félix Tshisekedi](PERSON:f) est arrivé. [Félix Tshisekedi](PERSON:f) a salué la foule. Son père, [Étienne Tshisekedi](PERSON:e), fut Premier ministre. [Tshisekedi](PERSON:f) repart jeudi.",
    "rows of persons": "Les anciens ministres [Fouad Siniora](PERSON:a), [Tamam Salam](PERSON:b) et [Najib Mikati](PERSON:c) ont signé.",
    "line breaks, R4": "« C'est non », a\ndéclaré [Donald Tusk](PERSON:t) à la presse. Selon\n[Viktor Orban](PERSON:o), « c'est oui ».\nLe premier ministre\nslovaque, [Robert Fico](PERSON:f), se tait.",
    "line breaks, W5": "Le secrétaire d’État [Marco Ru-\nbio](PERSON:r) et le président [Emmanuel Ma-\ncron](PERSON:m) se parlent. Les [États-\nUnis](COUNTRY:US) et la [Rus-\nsie](COUNTRY:RU) aussi.",
    "line breaks, R2": "La ministre alle-\nmande [Annalena Baer-\nbock](PERSON:b) est arrivée à [Var-\nsovie](PLACE:v).",
    "soft hyphens, W6": "« Nous avons fini », a af\u00adfirmé le chef de la diplo\u00adma\u00adtie fran\u00adçaise, [Jean-Noël Bar\u00adrot](PERSON:b), à [Wa\u00adshing\u00adton](PLACE:w). [Washington](COUNTRY:US) l'écoute.",
    "soft hyphens, SH1": "La rencontre de [Sa\u00admar\u00adcande](PLACE:s) a plu à [Ca\u00admille Que\u00adrval](PERSON:q), di\u00adrec\u00adtrice de [Tran\u00adspa\u00adren\u00adcy In\u00adter\u00adna\u00adtio\u00adnal](ORGANISATION:t).",
    "letters in brackets, C15": "La [Birmanie](COUNTRY:MM) ([Myanmar](COUNTRY:MM)), le [Cap-Vert](COUNTRY:CV) ([Cabo Verde](COUNTRY:CV)), l'[Eswatini](COUNTRY:SZ) (ex-[Swaziland](COUNTRY:SZ)), la [Macédoine du Nord](COUNTRY:MK), le [Timor oriental](COUNTRY:TL) ([Timor-Leste](COUNTRY:TL)), la [Biélorussie](COUNTRY:BY) ([Bélarus](COUNTRY:BY)), la [Tchéquie](COUNTRY:CZ) ([République tchèque](COUNTRY:CZ)) et le [Tchad](COUNTRY:TD) ([Chad](COUNTRY:TD)) ont voté.",
    "letters in brackets, AB1": "La [République démocratique du Congo](COUNTRY:CD) ([RDC](COUNTRY:CD)) et les [États-Unis](COUNTRY:US) ([USA](COUNTRY:US)) ont signé. Le [Royaume-Uni](COUNTRY:GB) ([UK](COUNTRY:GB)) hésite.",
    "letters in brackets, X1": "Le prince [Mohammed ben Salmane](PERSON:s) ([MBS](PERSON:s)) a reçu [Joe Biden](PERSON:b) à [Djeddah](PLACE:d). [MBS](PERSON:s) n'a rien promis.",
    "letters in brackets, K3": "Le cheikh [Mohammed ben Zayed Al Nahyane](PERSON:z) ([MBZ](PERSON:z)) a appelé [Mohamed bin Zayed](PERSON:z)... non : [MBZ](PERSON:z) a appelé [Mohammed ben Salmane](PERSON:s) ([MBS](PERSON:s)).",
    "letters of a person, C22": "[Mohammed ben Salmane](PERSON:s), surnommé [MBS](PERSON:s), a reçu [Mohammed ben Zayed](PERSON:z). « [MBZ](PERSON:z) est mon ami », a dit [MBS](PERSON:s). Le prince [Mohamed Bin Salman](PERSON:s) n'a pas donné de détails.",
    "letters of a person, K2": "[Mohammed ben Zayed](PERSON:z) a reçu [Antony Blinken](PERSON:b) à [Abou Dhabi](PLACE:ad). « [MBZ](PERSON:z) écoute », dit un diplomate.",
    "letters of a person without brackets": "Le ministre [Paul Dupin-Marsac](PERSON:d) a tranché. « [PDM](PERSON:d) exagère », dit un élu.",
    "particle behind M., C19": "[Charlotte de Broglie](PERSON:b), ambassadrice, a quitté son poste. Mme [de Broglie](PERSON:b) l'occupait depuis 2021. [De Broglie](PERSON:b), fidèle à elle-même, n'a rien dit.",
    "particle behind M., Z1": "[Étienne de Saint-Sernin](PERSON:s) est nommé à [Lima](PLACE:l). M. [de Saint-Sernin](PERSON:s) était consul. « J'y vais », a dit M. [de Saint-Sernin](PERSON:s).",
    "particle behind M., Z2": "[Pauline du Mesnil](PERSON:m) et [Xavier d'Ormesson](PERSON:o) négocient. Mme [du Mesnil](PERSON:m) préside ; M. [d'Ormesson](PERSON:o) écoute.",
    "particle behind M., Z4": "Le comte [Xavier d'Orsenville](PERSON:o) négocie. « C'est fini », a soupiré M. [d'Orsenville](PERSON:o).",
    "initials, C30": "[J.-Y. Le Drian](PERSON:d) a vu [F. Hollande](PERSON:h). [Jean-Yves Le Drian](PERSON:d) était attendu, M. [Hollande](PERSON:h) aussi. « Nous avons parlé du [Mali](COUNTRY:ML) », a dit [J-Y Le Drian](PERSON:d).",
    "initials, A2": "[V. V. Poutine](PERSON:p) a signé le décret ; [L.-D. Kabila](PERSON:k) avait fait de même. M. [Poutine](PERSON:p) n'a pas commenté.",
    "initials, A3": "« Nous restons », a déclaré [J.-N. Barrot](PERSON:b) à [Beyrouth](PLACE:by). [J-N Barrot](PERSON:b) y rencontrait [N. Salam](PERSON:s).",
    "initials, C23": "Le décret vise [Sergueï Viktorovitch Lavrov](PERSON:l), né en 1950. [LAVROV Sergueï](PERSON:l) avait déjà été sanctionné. [S. V. Lavrov](PERSON:l) a protesté.",
    "sovereigns, C29": "Le roi [Charles III](PERSON:c3) et la reine [Camilla](PERSON:cam) ont reçu le pape [Léon XIV](PERSON:l14). [Charles III](PERSON:c3) a salué « un ami ». Le pape [François](PERSON:pf) était mort en avril ; [François Bayrou](PERSON:fb) s'était rendu à ses obsèques. [Felipe VI](PERSON:f6) et [Mohammed VI](PERSON:m6) étaient absents.",
    "sovereigns, G1": "Le pape [François](PERSON:pf) a reçu [François Hollande](PERSON:h). « Priez pour moi », a demandé [François](PERSON:pf). M. [Hollande](PERSON:h) a promis de le faire.",
    "sovereigns, PF1": "La reine [Elizabeth](PERSON:q) a reçu [Elizabeth Truss](PERSON:t). [Elizabeth](PERSON:q) est morte deux jours plus tard.",
    "one family name, C25": "[Xi Jinping](PERSON:xi) a reçu [Kim Jong-un](PERSON:kju) et sa sœur [Kim Yo-jong](PERSON:kyj) à [Pékin](PLACE:bj). « Notre amitié est ancienne », a dit M. [Xi](PERSON:xi). « Elle durera », a répondu M. [Kim](PERSON:kju). Mme [Kim](PERSON:kyj) prenait des notes.",
    "one family name, C28": "[Emmanuel Macron](PERSON:em) et [Brigitte Macron](PERSON:bm) ont dîné avec [Bill](PERSON:bc) et [Hillary Clinton](PERSON:hc). « C'était charmant », a dit Mme [Clinton](PERSON:hc). « L'entrée surtout », a renchéri M. [Clinton](PERSON:bc). M. [Macron](PERSON:em) a souri, Mme [Macron](PERSON:bm) aussi.",
    "one family name, B2": "[Barack](PERSON:bo) et [Michelle Obama](PERSON:mo) sont arrivés à [Berlin](PLACE:b). « Quelle foule », a dit M. [Obama](PERSON:bo). « Quel froid », a répliqué Mme [Obama](PERSON:mo).",
    "one family name, B4": "[Kim Jong-un](PERSON:kju) était accompagné de [Kim Yo-jong](PERSON:kyj). « Nous tirerons », a averti M. [Kim](PERSON:kju).",
    "one family name, B6": "[Vladimir](PERSON:v) et [Lioudmila Poutine](PERSON:l) divorcent. M. [Poutine](PERSON:v) l'a annoncé à la télévision.",
    "names in Le and La, C34": "Étaient présents : M. [Dupond-Moretti](PERSON:1), M. [Darmanin](PERSON:2), Mme [Colonna](PERSON:3), MM. [Béchu](PERSON:4) et [Le Maire](PERSON:5).\n\n[Antony Blinken](PERSON:6)\n[Sergueï Lavrov](PERSON:7)\n[Wang Yi](PERSON:8)\n",
    "names in Le and La, C53": "[Borrell](PERSON:b), [Kallas](PERSON:k) et [Tusk](PERSON:t) ont appelé [Macron](PERSON:m), [Scholz](PERSON:s), [Meloni](PERSON:me). [Mélenchon](PERSON:ml), [Le Pen](PERSON:lp), [Zemmour](PERSON:z) critiquent.",
    "names in Le and La, D1": "MM. [Macron](PERSON:1) et [Le Drian](PERSON:2) ont reçu Mmes [Borne](PERSON:3) et [Le Pen](PERSON:4).",
    "names in Le and La, LE1": "[Macron](PERSON:1), [Le Drian](PERSON:2), [Parly](PERSON:3) et [Le Maire](PERSON:4) étaient au [Conseil de défense](ORGANISATION:cd).",
    "labels, V1": "18h42 - [Scholz](PERSON:s) : « L'[Allemagne](COUNTRY:DE) livrera de nouveaux Patriot »\n\nLe chancelier [Olaf Scholz](PERSON:s) s'est exprimé.",
    "labels before, I2": "« Nous sommes prêts », a dit [Emmanuel Macron](PERSON:m).\n\nMême ton chez [Olaf Scholz](PERSON:s) :\n\n« L'[Allemagne](COUNTRY:DE) prendra sa part. »",
    "capitals, C36": "[VLADIMIR POUTINE](PERSON:p) RECOIT [XI JINPING](PERSON:x) A [SAMARCANDE](PLACE:s)\n\n[MOSCOU](COUNTRY:RU) DENONCE UNE « PROVOCATION » DES [ETATS-UNIS](COUNTRY:US)\n\n[Vladimir Poutine](PERSON:p) et [Xi Jinping](PERSON:x) se sont vus jeudi.",
    "capitals, E2": "[UKRAINE](COUNTRY:UA) : [ZELENSKY](PERSON:z) ACCUSE [MOSCOU](COUNTRY:RU) DE « TERRORISME NUCLEAIRE »\n\n[Volodymyr Zelensky](PERSON:z) s'est exprimé dimanche.",
    "capitals, E3": "[GAZA](PLACE:g) : L'[ONU](ORGANISATION:onu) DENONCE UNE « FAMINE »\n\nLe [Conseil de sécurité](ORGANISATION:cs) se réunit lundi.",
    "capitals, U2": "DÉCLARATION CONJOINTE\nNOTE D'INFORMATION\nDOSSIER DE PRESSE\nDISCOURS DE CLÔTURE\n\nLe [Conseil de l'Europe](ORGANISATION:ce) salue l'accord.",
    "states that are something else, C12b": "En [Géorgie](PLACE:usga), la procureure du comté de [Fulton](PLACE:f) a inculpé [Donald Trump](PERSON:t), et la cour d'[Atlanta](PLACE:at) l'a convoqué. À [Tbilissi](PLACE:tb), le gouvernement de [Géorgie](COUNTRY:GE) n'a pas réagi.",
    "states that are something else, GE2": "Le gouverneur de [Géorgie](PLACE:g), [Brian Kemp](PERSON:k), a refusé de recompter les voix. En [Géorgie](PLACE:g) comme en [Arizona](PLACE:a), [Joe Biden](PERSON:b) l'emporte.",
    "states that are something else, C14": "Le [Niger](COUNTRY:NE) et le [Nigeria](COUNTRY:NG) ont rouvert leur frontière ; [Niamey](COUNTRY:NE) et [Abuja](COUNTRY:NG) s'en félicitent. Dans le [delta du Niger](PLACE:delta), des oléoducs ont été sabotés. Au [Mali](COUNTRY:ML), les eaux du [Niger](PLACE:river) sont montées de deux mètres.",
    "states that are something else, C18": "Les [Pays-Bas](COUNTRY:NL) accueilleront le sommet ; la [Hollande](COUNTRY:NL), dirigée par [Dick Schoof](PERSON:s), s'y prépare depuis un an, mais [François Hollande](PERSON:h) ne viendra pas. L'[Amérique](COUNTRY:US) de [Trump](PERSON:t) hésite, l'[Amérique latine](PLACE:al) applaudit.",
    "states that are something else, F1": "La [Hollande](COUNTRY:NL) a battu l'[Espagne](COUNTRY:ES). [François Hollande](PERSON:h) était dans les tribunes.",
    "family name first, Y1": "[LAVROV Sergueï](PERSON:l) avait déjà été sanctionné. [MACRON Emmanuel](PERSON:m) ne l'a pas reçu.",
    "family name first, Y2": "[Sergueï Lavrov](PERSON:l) est visé. [LAVROV Sergueï](PERSON:l), né en 1950, conteste.",
    "nicknames and bullets, J1": "Le général [Ratko Mladic](PERSON:m), dit « le Boucher des Balkans », a été jugé à [La Haye](PLACE:lh).",
    "nicknames and bullets, NK1": "[Viktor Bout](PERSON:b), « le marchand de mort », a été échangé contre [Brittney Griner](PERSON:g). [Joaquin Guzman](PERSON:c), alias « [El Chapo](PERSON:c) », reste en prison.",
    "nicknames and bullets, C07": "» Sommet de [Bruxelles](PLACE:bx)\n» Crise au [Soudan](COUNTRY:SD)\n\n[Viktor Orban](PERSON:o) a dit à l‘[AFP](ORGANISATION:afp) qu‘il ne « céderait pas ».",
    "nicknames and bullets, N1": "» Guerre en [Ukraine](COUNTRY:UA) : [Kiev](COUNTRY:UA) appelle à l'aide\n» Élections en [Inde](COUNTRY:IN)\n» Portrait : [Narendra Modi](PERSON:m)\n\nLire aussi : Crise au [Sahel](PLACE:s)",
    "nicknames and bullets, BU2": "Au sommaire :\n» Élections en [Inde](COUNTRY:IN)\n» Portrait de [Narendra Modi](PERSON:m)\n» Crise en [Haïti](COUNTRY:HT)\n\n[Narendra Modi](PERSON:m) a dit : « Merci. »",
    "archive codes, S1": "HD  [Blinken](PERSON:b) attendu à [Pékin](PLACE:p)\nWC  214 mots\nPD  18 juin 2023\nLP\n[Antony Blinken](PERSON:b) est attendu à [Pékin](PLACE:p).\nAN  Document AFPFR00020230618ej6i0012x",
    "town behind a verb of saying, BD1": "« C'est non », a déclaré [Péter Szijjártó](PERSON:s) à [Budapest](PLACE:b).",
    "Arabic given names, C21": "Le colonel [Mouammar Kadhafi](PERSON:k) est mort en 2011. La presse américaine écrivait [Muammar Gaddafi](PERSON:k) ou [Moammar el-Qaddafi](PERSON:k). Son fils [Seif al-Islam Kadhafi](PERSON:s) reste candidat ; [Saïf al-Islam](PERSON:s) vit à [Zintan](PLACE:z).",
    "Arabic given names, AR2": "[Mouammar Kadhafi](PERSON:m) avait désigné [Seif al-Islam Kadhafi](PERSON:s). [Saif al-Islam](PERSON:s) s'était dit prêt ; [Seïf el-Islam](PERSON:s) fut arrêté.",
    "rows of states, C54": "Mots-clés : [Syrie](COUNTRY:SY) [Palestine](COUNTRY:PS) [Mali](COUNTRY:ML) [Ukraine](COUNTRY:UA)\n\nÀ lire : [Liban](COUNTRY:LB) [Israël](COUNTRY:IL) [Iran](COUNTRY:IR)",
    "marks, SQ1": '"On nous a promis "la paix", dit [Donald Tusk](PERSON:t), on a la guerre."',
    "small, T1": "- Et si [Moscou](COUNTRY:RU) refuse ?\n- [Moscou](COUNTRY:RU) ne refusera pas.",
    "small, C45": "Les [Etats Unis](COUNTRY:US) et le [Royaume Uni](COUNTRY:GB) ont signé ; l'[Etat-Unis](COUNTRY:US), écrit un site. Les [USA](COUNTRY:US) et les [U.S.A.](COUNTRY:US) aussi, comme la [Coree du sud](COUNTRY:KR) et la [Grande Bretagne](COUNTRY:GB).",
    "small, TT1": "[Giorgia Meloni](PERSON:m), présidente du Conseil italien, a vu la présidente de la [Commission](ORGANISATION:c), [Ursula von der Leyen](PERSON:u).",
    "line breaks, own 1": "La ministre estonienne [Kaja\nTamm](PERSON:t) s'est rendue mardi avec son homologue\nlituanien au siège de l'[Union\neuropéenne](ORGANISATION:ue).",
    "line breaks, a list stays a list": "[Kaja Kallas](PERSON:k)\n[Radosław Sikorski](PERSON:s)\n[Baiba Braže](PERSON:b)\n",
    "letters in brackets, own 2": "L'[Afrique du Sud](COUNTRY:ZA) (RSA) et la [République centrafricaine](COUNTRY:CF) ([RCA](COUNTRY:CF)) ont signé.",
    "particle behind M., own 3": "[Hélène de Kerdaniel](PERSON:k) quitte son poste à Rabat. Mme [de Kerdaniel](PERSON:k) y était depuis deux ans.",
    "initials, own 4": "« C'est acquis », assure [P.-E. Vautrin](PERSON:v). M. [Vautrin](PERSON:v) n'en dit pas plus.",
    "sovereigns, own 5": "La reine [Mathilde](PERSON:m) a reçu [Mathilde Lorieux](PERSON:l). [Mathilde](PERSON:m) portait du vert.",
    "one family name, own 6": "[Carlos](PERSON:n) et [Elena Vargas](PERSON:c) ont quitté la salle. M. [Vargas](PERSON:n) n'a rien dit.",
    "names in Le and La, own 7": "MM. [Delcourt](PERSON:d) et [Le Goff](PERSON:g) ont plaidé la patience.",
    "states that are something else, own 8": "Les pêcheurs du delta du Niger manifestent ; le [Niger](COUNTRY:NE) et le [Bénin](COUNTRY:BJ) se taisent.",
    "states that are something else, the two Koreas": "[Pyongyang](COUNTRY:KP) menace encore. Le [Nord](COUNTRY:KP) a tiré un engin, le [Sud](COUNTRY:KR) a protesté.",
    "family name first, own 9": "[SORENSEN Lars](PERSON:s) est visé. [Lars Sorensen](PERSON:s) conteste.",
    "rows of states, own 10": "Mots-clés : [Chili](COUNTRY:CL) [Pérou](COUNTRY:PE) [Bolivie](COUNTRY:BO)",
    "town behind a verb of saying, own 11": "« Il est tard », a déclaré [Ana Brnabic](PERSON:b) jeudi à Belgrade.",
    "treaties, own 12": "Le retrait de l'accord de Paris inquiète ; le traité de Lisbonne et les accords d'Oslo tiennent. La [France](COUNTRY:FR) attend.",
    "offices, own 13": "Le vice-président du Conseil italien, [Matteo Salvini](PERSON:s), a reçu le conseiller à la Sécurité nationale.",
    "things, own 14": "Le missile balistique Vorkhut et l'agent innervant Zelmar inquiètent. Le Vorkhut vole bas. Les accords de libre échange (ALE) aussi, dit l'[Otan](ORGANISATION:o).",
    "outlets, own 15": "« C'est fini », a-t-il confié au [Parisien](ORGANISATION:p). Un article du [Monde](ORGANISATION:m) l'avait annoncé.",
    "capitals as objects, own 16": "[Berlin](COUNTRY:DE) a accusé mercredi [Moscou](COUNTRY:RU) de mentir et maintient la pression sur [Minsk](COUNTRY:BY).",
    "capitals as towns, own 17": "Le ministre a rappelé son ambassadeur à Rome. « On verra », entend-on à Vilnius, où la pluie tombe. L'[Otan](ORGANISATION:o) attend.",
    "ships, own 18": "Le porte-avions Charles de Gaulle a quitté Toulon. La [Grèce](COUNTRY:GR) l'a salué.",
    "bodies, own 19": "Le [Centre d'études et de recherche sur le monde arabe](ORGANISATION:c) ([Cerma](ORGANISATION:c)) et la [Croix-Rouge burundaise](ORGANISATION:r) ont publié un rapport.",
    "common words, own 20": "Réunion d'urgence à l'ambassade. L'Histoire jugera, dit la [Suède](COUNTRY:SE).",
    "beside another name, own 21": "La correspondante du [Morgenruf](ORGANISATION:o0) [Astrid Dörner](PERSON:p1) juge prématurées les comparaisons.",
    "beside another name, own 22": "L'émissaire des [Nations unies](ORGANISATION:o0) pour la [Syrie](COUNTRY:c1) [Staffan de Mistura](PERSON:p2) démissionne.",
    "beside another name, own 23": "Parmi eux, [Evan Spiegel](PERSON:p0) ([Snapchat](ORGANISATION:o1)), [Jean Morel](PERSON:p2) ([Trabelor](ORGANISATION:o3)) et [Anne Roux](PERSON:p4) ([Lyon](PLACE:l5)).",
    "beside another name, own 24": "Le ministre a déclaré au [Tagesmorgen](ORGANISATION:o0) qu'il partirait. Les informations du jour manquent.",
    "beside another name, own 25": "L'[Agence indonésienne pour l'évaluation des technologies](ORGANISATION:a) ([BPPT](ORGANISATION:a)) alerte. [BPPT](ORGANISATION:a) a mesuré la secousse. Le [ministère de l'Intérieur](ORGANISATION:o0) (NDLR) se tait.",
    "beside another name, own 26": "Il a signé avec [Microsoft](ORGANISATION:o0), [Apple](ORGANISATION:o1) et [Trabelor](ORGANISATION:o2).",
    "clubs, own 27": "L'attaquant de [Brighton](ORGANISATION:b) a marqué deux buts. [Brighton](ORGANISATION:b) jouera samedi à [Brighton](PLACE:t) ; le club et ses joueurs y croient, dit l'entraîneur.",
    "clubs, own 28": "Le match de football a eu lieu ; l'équipe d'[Argentine](COUNTRY:c0) et le sélectionneur de la [France](COUNTRY:c1) se sont salués au stade.",
    "acronyms that speak, own 29": "D'après [WAFB](ORGANISATION:o0), les lunettes sont à lui. [WAFB](ORGANISATION:o0) n'en dit pas plus. Le PIB a reculé.",
    "acronyms that speak, own 30": "Le chef d'état-major de l'[ANQ](ORGANISATION:o0) se tait. L'[ANQ](ORGANISATION:o0) aussi, dit la directrice du [CRTZ](ORGANISATION:o1).",
    "hospitals and museums, own 31": "L'[hôpital Louis Morel 2 de Nice](ORGANISATION:o0) a confirmé le décès. Il avait été soigné à l'hôpital de [Kinshasa](PLACE:l1).",
    "hospitals and museums, own 32": "Le [musée du Louvre](ORGANISATION:o0) et la [Croix-Rouge indonésienne](ORGANISATION:o1) ont signé. Un musée de cire ouvre. Le [service de police de Wasilla](ORGANISATION:o2) enquête.",
    "a nation told once, own 35": "Le [ministère ukrainien de la Défense](ORGANISATION:m) dément. Le [ministère de la Défense](ORGANISATION:m) n'a rien vu.",
    "letters of syllables, own 36": "Le [service fédéral de météorologie](ORGANISATION:s) ([Meteostal](ORGANISATION:s)) alerte. [Meteostal](ORGANISATION:s) n'en dit pas plus.",
    "a founder without his given name, own 37": "L'[Institut Louis Vernot](ORGANISATION:i) fête ses 70 ans. L'[Institut Vernot](ORGANISATION:i) ouvre mardi.",
    "a couple, own 38": "Le divorce de [Sarkozy](PERSON:n) est dit. [Nicolas](PERSON:n) et [Cécilia Sarkozy](PERSON:c) se séparent, et [Sarkozy](PERSON:n) travaille.",
    "a short name of the body told last, own 39": "Aux [États-Unis](COUNTRY:US), on attaque la [Cour pénale internationale](ORGANISATION:c). Les [États-Unis](COUNTRY:US) accusent la [Cour](ORGANISATION:c).",
    "a party of one country, own 40": "En [France](COUNTRY:FR), [LR](ORGANISATION:r) recule. Les députés [Républicains](ORGANISATION:r) s'abstiennent.",
    "a place told by its noun, own 41": "L'incendie du camp de [Sorvia](PLACE:s) a tout détruit. [Sorvia](PLACE:s) brûle encore, et à [Sorvia](PLACE:s), on attend.",
    "a place behind a capital À, own 42": "À [Valmar](PLACE:v), au nord de la ville, deux hommes ont tiré.",
    "an outlet by its address, own 43": "La tempête approche, signale [meteonord.com](ORGANISATION:m). Écrire à jean@meteonord.com ou voir http://m.meteonord.com/a.",
    "an outlet behind whoever speaks, own 44": "« C'est une erreur », a indiqué le député au [Monde](ORGANISATION:m).",
    "terms that hold a name, own 45": "Un séisme de 5 sur l'échelle de Richter ; la fièvre de Lassa recule, dit l'[OMS](ORGANISATION:o).",
    "Arabic articles in lower case, own 46": "Les liens entre [al-Qaida au Maghreb islamique](ORGANISATION:a) et [al-Qaida](ORGANISATION:q) sont anciens.",
    "a firm and those of it, own 47": "Le PDG de [Solvane](ORGANISATION:s) le dit. Le rachat de [Solvane](ORGANISATION:s) est bloqué, les salariés de [Nantes](PLACE:n) attendent.",
    "a long form in English, own 48": "L'ONG [Women in Law and Peace in Africa](ORGANISATION:w) ([WiLPA](ORGANISATION:w)) publie un recueil.",
    "a word glued to a name, own 49": "Le départ d'[Olivier Faure](PERSON:f)Que faire ? [Olivier Faure](PERSON:f) ne le sait pas.",
    "a street in English, own 50": "La [Rosemary Street](PLACE:s) est fermée, dit la [BBC](ORGANISATION:b). L'orage va vers le Nord.",
    "platforms in lower case, own 51": "Sur sa page [facebook](ORGANISATION:f), le ministre chargé de l'Europe s'excuse.",
    "a heading glued to its paragraph, own 52": "Un accord en [Suisse](COUNTRY:CH) à portée de main[Emmanuel Macron](PERSON:m) s'en réjouit. Le débat gagne les [États-Unis](COUNTRY:US)Une commission sera créée en 2019[Angela Merkel](PERSON:a) la présidera.",
    "letters glued to what follows, own 53": "Il l'a dit à [BFMTV](ORGANISATION:b)Le ministre dément, l'[OTAN](ORGANISATION:o) aussi.",
    "two families of a married woman, own 54": "La sage-femme, [Rasmata Ilboudo/Konaté](PERSON:r), est inquiète. Mme [Ilboudo](PERSON:r) le répète : [Macron](PERSON:m)/[Scholz](PERSON:s), même combat.",
    "pilgrims, own 55": "El-Hadj [Issa Maïga](PERSON:m) préside l'assemblée. L'imam El Hadji [Omar Sow](PERSON:s) est absent.",
    "somebody on the side of a power, own 56": "Selon le sénateur pro-[Moscou](COUNTRY:RU) [Igor Dodon](PERSON:d), tout va bien.",
    "a name behind a platform, own 57": "« C'est faux », a écrit sur [Facebook](ORGANISATION:f) [Samba Traoré](PERSON:t).",
    "letters behind an article, own 58": "L'agrément est délivré par l'[ARCN](ORGANISATION:a), l'[agence de régulation des communications numériques du Togo](ORGANISATION:a), a dit le directeur de l'[ARCN](ORGANISATION:a).",
    "letters of a thing inside a name, own 59": "Elles ont parlé de l'organisation du référendum d'initiative régionale (RIR) pour tous.",
    "those whom a body unites, own 60": "Le président de l'[association des artisans du cuir de Fès](ORGANISATION:a) est élu. Le [syndicat des infirmiers, aides-soignants et brancardiers du Gabon](ORGANISATION:s) proteste.",
    "aims in a row, own 61": "Il dirige le [Consortium malien pour la paix, la justice et la réconciliation](ORGANISATION:c).",
    "offices in a row in small letters, own 62": "Le [ministère de l'économie, des finances et du développement](ORGANISATION:m) se tait.",
    "an assembly and what it speaks of, own 63": "La gauche veut débattre à l'[Assemblée](ORGANISATION:a) du report des élections.",
    "a council by itself, own 64": "Réuni lundi, le [conseil municipal](ORGANISATION:c) a voté, a dit la [police judiciaire](ORGANISATION:p). Un conseil municipal ne suffit pas.",
    "a hospital and its saint, own 65": "Elle est soignée à l'[hôpital Saint-Antoine](ORGANISATION:h), il étudie à l'[université Saint-Thomas d'Aquin](ORGANISATION:u).",
    "a direction is no union, own 66": "Les combats gagnent le [Sud](PLACE:s) du pays, selon l'[ONU](ORGANISATION:o).",
    "letters in another order, own 67": "L'enquête est confiée au [Pôle national d'appui à la lutte contre la fraude en ligne](ORGANISATION:p) ([PNALFL](ORGANISATION:p)).",
    "a criminal and his name, own 68": "Le braqueur [Rédouane Slimi](PERSON:r) s'est évadé, dit la procureure [Ada Heering](PERSON:a).",
    "what a title abbreviates, own 69": "Le SG de l'[UGTA](ORGANISATION:u) a reçu le DG, et l'AG est reportée.",
    "a local branch by its letters, own 70": "L'[ARS de Bretagne](ORGANISATION:a) alerte. Selon l'[ARS](ORGANISATION:a), le virus circule.",
    "hashtags that name, own 71": "Les soutiens d'[Alexandre Benalla](PERSON:b) écrivent : #[Benalla](PERSON:b) est seul, #[LREM](ORGANISATION:l) se tait, #GrandDebat.",
    "operations and prizes, own 72": "Après les opérations Harpie (2008) et Serval, le général a reçu le prix Charlemagne, dit l'[OTAN](ORGANISATION:o).",
    "a signature with an initial": "Le maire de [Ouagadougou](PLACE:o) se tait.\n\n[K. Ould Hamou](PERSON:k)\n",
    "a signature with the letter of a family": "Le maire de [Ouagadougou](PLACE:o) se tait.\n\n[RACHID B.](PERSON:r)\n",
    "outlets at the head of a sentence": "[Le Monde](ORGANISATION:m) raconte la scène. [Le Soir](ORGANISATION:s) a publié la lettre.",
    "no outlet in a holy book": "Il est dit dans les versets du Coran, et certains articles de la Sunna le répètent.",
    "local bodies of the police and the state": "La [préfecture du Gers](ORGANISATION:p) et la [gendarmerie de Condom](ORGANISATION:g) alertent. Chaque préfecture a sa gendarmerie.",
    "a signature at the end, own 73": "Le maire de [Ouagadougou](PLACE:o) se tait.\n\n[KADER TRAORÉ](PERSON:k)",
    "a doctor and her two families, own 74": "Mieux, Dr [Awa Sanou/Coulibaly](PERSON:a) a signé.",
    "a body glued to what follows, own 75": "Elle est critiquée par la [Cour des comptes](ORGANISATION:c)De quelles sommes parle-t-on ?",
    "an office and a namesake, own 76": "Le général [Paul Durand](PERSON:p) parle. Sa sœur [Anne Durand](PERSON:a) est là. Le général [Durand](PERSON:p) a dit non.",
    "a common noun's acronym, own 77": "La gestation pour autrui (GPA) est débattue. La [Coalition internationale pour l'abolition de la maternité de substitution](ORGANISATION:c) (GPA) la refuse.",
    "a body that speaks, own 78": "La glace se vend bien, précise la [Coldiretti](ORGANISATION:c).",
    "a complaint against nobody, own 79": "Ils vont déposer une plainte contre X et quitter [Alençon](PLACE:a).",
    "a town behind a town, own 80": "Le vol [Rio](PLACE:r)-[Paris](PLACE:p) s'est abîmé en mer.",
    "a thing with a name in it, own 81": "Un feu de Bengale a brûlé le maillot de l'[OTAN](ORGANISATION:o).",
    "a row of people, own 33": "On y voit des toiles de [Degas](PERSON:p0), [Manet](PERSON:p1), [Millet](PERSON:p2), [Monet](PERSON:p3) et [Sisley](PERSON:p4). [Monet](PERSON:p3) en aurait ri.",
    "an outlet by its last word, own 34": "Selon le [New York Post](ORGANISATION:n), le couple nie. « C'est faux », a-t-il dit au [Post](ORGANISATION:n).",
}


def _parse(marked: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    text, gold, at = "", [], 0
    for m in _MARK.finditer(marked):
        text += marked[at : m.start()]
        gold.append((len(text), len(text) + len(m["name"]), m["type"], m["entity"]))
        text += m["name"]
        at = m.end()
    return text + marked[at:], gold


@pytest.mark.parametrize("marked", SENTENCES.values(), ids=SENTENCES.keys())
def test_names_of_small_texts_are_found_and_merged(marked: str) -> None:
    text, gold = _parse(marked)
    places = any(g[2] == "PLACE" for g in gold)
    found = sorted(
        (m.start, m.end, e.type, e.id)
        for e in extract(text).entities
        for m in e.mentions
        if places or e.type != "PLACE"
    )
    assert [(text[a:b], t) for a, b, t, _ in found] == [(text[a:b], t) for a, b, t, _ in gold]
    assert [f[:3] for f in found] == [g[:3] for g in gold]
    ids = {g[3]: f[3] for f, g in zip(found, gold, strict=True)}
    assert [f[3] for f in found] == [ids[g[3]] for g in gold]
    assert len(set(ids.values())) == len(ids)


MISSED = {
    "an outlet before its firm": "© 2024 [SA](ORGANISATION:s) [Le Monde](ORGANISATION:m). Tous droits réservés.",
    "a given name before a verb": "« [Anna](PERSON:a) a une expérience rare. » – [Josep Borrell](PERSON:b)",
}


@pytest.mark.parametrize("marked", MISSED.values(), ids=MISSED.keys())
@pytest.mark.xfail(reason="nothing beside the name tells what it is", strict=True)
def test_names_still_missed(marked: str) -> None:
    test_names_of_small_texts_are_found_and_merged(marked)


@pytest.mark.parametrize(
    "texts",
    [
        [
            "Le pape François a reçu Volodymyr Zelensky à Rome.",
            "Le pape François est mort lundi. François avait 88 ans.",
        ],
        ["Le roi Philippe a reçu Bart De Wever.", "Le roi Philippe est à Kinshasa."],
    ],
)
def test_a_sovereign_is_one_in_all_documents(texts: list[str]) -> None:
    names = ("François", "Philippe")
    read = merge_documents(list(extract_many(texts)))
    assert len({e.id for r in read for e in r.entities for m in e.mentions if m.text in names}) == 1


def test_canonical_names_have_no_soft_hyphen_and_no_ligature() -> None:
    found = extract("Wa\u00adshing\u00adton et Camille Gri\u00adﬀon se taisent, Camille Gri\u00adﬀon surtout.")
    assert all("\u00ad" not in e.canonical and "ﬀ" not in e.canonical for e in found.entities)
    assert any(e.canonical == "Camille Griffon" for e in found.entities)
