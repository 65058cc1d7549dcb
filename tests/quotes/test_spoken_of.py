"""Whom a clause that somebody else reports whole tells, who goes on, and whom a source told again means."""

from __future__ import annotations

import pytest
from quote_markup import check

SPOKEN_OF = [
    "{ferro|Ivo Ferro} a quitté la ligue de {reyes|Luis Reyes}. « Tout va mal »<ferro>, a dit {ferro|Ivo Ferro}. La "
    "ligne de {reyes|Luis Reyes} est « une impasse »<ferro>, juge-t-il.",
    "{ferro|Ivo Ferro} défie {reyes|Luis Reyes}. Le journal d’{kern|Aldo Kern} affirme que « le maire ment »<reyes>, a "
    "réagi ce dernier.",
    "Le médecin {ferro|Ivo Ferro} est sorti. {reyes|Luis Reyes} est « très faible »<ferro>, a déclaré le praticien.",
    "Le général {ferro|Ivo Ferro} est sorti. {reyes|Luis Reyes} se porte « très bien »<ferro>, a déclaré l’homme.",
    "{kern|Ana Kern} a perdu. Battue par {sato|Aiko Sato} et {dahl|Eva Dahl}, elle avait fini par parler. « C’était une "
    "farce »<kern>, déclarait-elle.",
    "« Le port ferme »<ferro>, note {ferro|Ivo Ferro}, chercheur. Pour le chercheur, {reyes|Luis Reyes} « a mal "
    "compris »<ferro>.",
]
AGENTS = [
    "{kern|Ana Kern} a dressé une liste. {reyes|Luis Reyes}, « un cas complexe »<kern>, est cité par l’élue.",
    "{ferro|Ivo Ferro} raconte tout. Lors de l’entretien, {reyes|Luis Reyes} « a tout avoué »<ferro>, écrit ce vétéran.",
]
IN_HIS_WORDS = [
    "{ferro|Ivo Ferro} a rappelé l’histoire. C’est en 1988 que le maire {reyes|Luis Reyes} signa la charte. "
    "« {reyes|Luis Reyes} était fier »<ferro>, a-t-il raconté.",
    "{reyes|Luis Reyes} a parlé. « Personne n’aime {reyes|Luis Reyes} plus que vous »<reyes>, a-t-il dit.",
    "L’avocate {kern|Ana Kern} défend un homme dont l’épouse, {dahl|Eva Dahl}, suivait l’audience. « On m’a menti »<dahl>, "
    "confie cette institutrice.",
]

IN_ONE_CLAUSE = [
    "« Cela aide »<ferro>, relève {ferro|Ivo Ferro}. {reyes|Luis Reyes}, 27 ans, « sans papiers »<reyes>, précise-t-il, "
    "passe chaque soir.",
    "{ferro|Ivo Ferro}, ainsi que {reyes|Luis Reyes}, étaient là. Dimanche, ils ont condamné « ces propos »<ferro>.",
    "Les députés {ferro|Ivo Ferro} et {reyes|Luis Reyes} ont saisi le tribunal, dénonçant « une farce »<ferro>.",
]

COUNSEL = [
    "{ferro|Ivo Ferro} est jugé. « Il est innocent »<kern>, plaide son avocate. « C’est injuste »<kern>, a ajouté Me "
    "{kern|Ana Kern}.",
    '{ferro|Ivo Ferro} est jugé. « Il est innocent »<"son avocat">, plaide son avocat. « C’est grave »<reyes>, a ajouté '
    "Me {reyes|Luis Reyes}, avocat de la victime.",
]


SAME_SPEAKER = [
    "{+matignon|Matignon} a réagi. « Nous agirons »<matignon>, a dit {+matignon|Matignon} au sujet de {kern|Ana Kern}. "
    "« Le texte sera prêt »<matignon>, a ajouté cette source.",
    "{ferro|Ivo Ferro} a parlé. « Rien ne va »<ferro>, dit-il. Un organisateur explique que la ligue a du mal. « Tout "
    'manque »<"cette source">, déplore cette source.',
    '« Le port rouvrira »<"une source">, a dit une source. {ferro|Ivo Ferro} est blessé. « Il va mieux »<"cette '
    'source">, selon cette source.',
    "Deux ponts ont été refaits, a relevé {ferro|M. Ferro}. Le même responsable a évoqué « un progrès »<ferro>.",
    "« Le sentier est fermé »<reyes>, dit {reyes|Luis Reyes}. « Il faut attendre »<ferro>, détaille {ferro|Ivo Ferro}. "
    "« Le lynx reviendra »<ferro>, ajoute l’intéressé.",
]

TITLES = [
    "{ferro|Ivo Ferro} a écrit une lettre avec son avocat, maître {reyes|Luis Reyes}. « Nous gagnerons »<reyes>, a "
    "expliqué son avocat.",
    "Les députés de la Ligue s’opposeront, a assuré leur chef de file, {ferro|Ivo Ferro}. « Jamais »<ferro>, a déclaré "
    "le président du groupe à l’Assemblée nationale.",
    "Le port inquiète, relève {ferro|Ivo Ferro}. Selon ce sismologue, la faille est « profonde »<ferro>.",
]


@pytest.mark.parametrize("marked", [*SPOKEN_OF, *AGENTS, *IN_ONE_CLAUSE, *IN_HIS_WORDS, *COUNSEL])
def test_who_is_spoken_of_is_not_who_reports(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", SAME_SPEAKER)
def test_a_source_told_again_is_who_spoke_last(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", TITLES)
def test_titles_of_like_offices(marked: str) -> None:
    check(marked)
