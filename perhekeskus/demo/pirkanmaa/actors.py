"""The organisers that the Pirkanmaa page names: its municipalities first. Descriptions written anew."""

from perhekeskus.demo.pirkanmaa import FACTS
from perhekeskus.demo.pirkanmaa.actors_partners import PARTNERS
from perhekeskus.demo.records import Text as T

ACTORS = [
    dict(
        key="akaa",
        name=T(fi="Akaan kaupunki", selko="Akaan kaupunki", sv="Ackas stad", en="City of Akaa"),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["akaa"],
        **FACTS,
    ),
    dict(
        key="hameenkyro",
        name=T(
            fi="Hämeenkyrön kunta",
            selko="Hämeenkyrön kunta",
            sv="Tavastkyro kommun",
            en="Municipality of Hämeenkyrö",
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["hameenkyro"],
        **FACTS,
    ),
    dict(
        key="juupajoki",
        name=T(
            fi="Juupajoen kunta",
            selko="Juupajoen kunta",
            sv="Juupajoki kommun",
            en="Municipality of Juupajoki",
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["juupajoki"],
        **FACTS,
    ),
    dict(
        key="kangasala",
        name=T(
            fi="Kangasalan kaupunki", selko="Kangasalan kaupunki", sv="Kangasala stad", en="City of Kangasala"
        ),
        sector="municipality",
        description=T(
            fi="Kangasala oli vuonna 2018 yksi neljästä paikasta, joissa perhekeskusta kokeiltiin.",
            selko="Kangasala kokeili perhekeskusta vuonna 2018.",
            sv="Kangasala var år 2018 en av de fyra orter där ett familjecenter prövades.",
            en="In 2018 Kangasala was one of the four places that tried out a family centre.",
        ),
        municipalities=["kangasala"],
        **FACTS,
    ),
    dict(
        key="kihnio",
        name=T(fi="Kihniön kunta", selko="Kihniön kunta", sv="Kihniö kommun", en="Municipality of Kihniö"),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["kihnio"],
        **FACTS,
    ),
    dict(
        key="lempaala",
        name=T(
            fi="Lempäälän kunta", selko="Lempäälän kunta", sv="Lempäälä kommun", en="Municipality of Lempäälä"
        ),
        sector="municipality",
        description=T(
            fi="Lempäälä oli vuonna 2018 yksi neljästä paikasta, joissa perhekeskusta kokeiltiin.",
            selko="Lempäälä kokeili perhekeskusta vuonna 2018.",
            sv="Lempäälä var år 2018 en av de fyra orter där ett familjecenter prövades.",
            en="In 2018 Lempäälä was one of the four places that tried out a family centre.",
        ),
        municipalities=["lempaala"],
        **FACTS,
    ),
    dict(
        key="mantta-vilppula",
        name=T(
            fi="Mänttä-Vilppulan kaupunki",
            selko="Mänttä-Vilppulan kaupunki",
            sv="Mänttä-Vilppula stad",
            en="City of Mänttä-Vilppula",
        ),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["mantta-vilppula"],
        **FACTS,
    ),
    dict(
        key="nokia",
        name=T(fi="Nokian kaupunki", selko="Nokian kaupunki", sv="Nokia stad", en="City of Nokia"),
        sector="municipality",
        description=T(
            fi="Nokia oli vuonna 2018 yksi neljästä paikasta, joissa perhekeskusta kokeiltiin.",
            selko="Nokia kokeili perhekeskusta vuonna 2018.",
            sv="Nokia var år 2018 en av de fyra orter där ett familjecenter prövades.",
            en="In 2018 Nokia was one of the four places that tried out a family centre.",
        ),
        municipalities=["nokia"],
        **FACTS,
    ),
    dict(
        key="orivesi",
        name=T(fi="Oriveden kaupunki", selko="Oriveden kaupunki", sv="Orivesi stad", en="City of Orivesi"),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["orivesi"],
        **FACTS,
    ),
    dict(
        key="parkano",
        name=T(fi="Parkanon kaupunki", selko="Parkanon kaupunki", sv="Parkano stad", en="City of Parkano"),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["parkano"],
        **FACTS,
    ),
    dict(
        key="pirkkala",
        name=T(
            fi="Pirkkalan kunta", selko="Pirkkalan kunta", sv="Birkala kommun", en="Municipality of Pirkkala"
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["pirkkala"],
        **FACTS,
    ),
    dict(
        key="punkalaidun",
        name=T(
            fi="Punkalaitumen kunta",
            selko="Punkalaitumen kunta",
            sv="Punkalaidun kommun",
            en="Municipality of Punkalaidun",
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["punkalaidun"],
        **FACTS,
    ),
    dict(
        key="palkane",
        name=T(
            fi="Pälkäneen kunta", selko="Pälkäneen kunta", sv="Pälkäne kommun", en="Municipality of Pälkäne"
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["palkane"],
        **FACTS,
    ),
    dict(
        key="ruovesi",
        name=T(
            fi="Ruoveden kunta", selko="Ruoveden kunta", sv="Ruovesi kommun", en="Municipality of Ruovesi"
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["ruovesi"],
        **FACTS,
    ),
    dict(
        key="sastamala",
        name=T(
            fi="Sastamalan kaupunki", selko="Sastamalan kaupunki", sv="Sastamala stad", en="City of Sastamala"
        ),
        sector="municipality",
        description=T(
            fi="Sastamalassa toimi perhepalveluverkosto, kun Pirkanmaan perhekeskuksia kehitettiin vuosina 2017–2018.",
            selko="Sastamalassa oli perheiden palvelujen verkosto.",
            sv="I Sastamala fanns ett nätverk av familjetjänster när familjecentren i Birkaland utvecklades åren 2017–2018.",
            en="Sastamala had a network of family services when the family centres of Pirkanmaa were being developed in 2017–2018.",
        ),
        municipalities=["sastamala"],
        **FACTS,
    ),
    dict(
        key="tampere",
        name=T(
            fi="Tampereen kaupunki", selko="Tampereen kaupunki", sv="Tammerfors stad", en="City of Tampere"
        ),
        sector="municipality",
        description=T(
            fi="Tampere kokeili perhekeskusta vuonna 2018 Hervannan ja Vuoreksen alueilla.",
            selko="Tampere kokeili perhekeskusta vuonna 2018. Kokeilu oli Hervannassa ja Vuoreksessa.",
            sv="Tammerfors prövade år 2018 ett familjecenter i Hervanta och Vuores.",
            en="In 2018 Tampere tried out a family centre in Hervanta and Vuores.",
        ),
        municipalities=["tampere"],
        **FACTS,
    ),
    dict(
        key="urjala",
        name=T(fi="Urjalan kunta", selko="Urjalan kunta", sv="Urjala kommun", en="Municipality of Urjala"),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["urjala"],
        **FACTS,
    ),
    dict(
        key="valkeakoski",
        name=T(
            fi="Valkeakosken kaupunki",
            selko="Valkeakosken kaupunki",
            sv="Valkeakoski stad",
            en="City of Valkeakoski",
        ),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["valkeakoski"],
        **FACTS,
    ),
    dict(
        key="vesilahti",
        name=T(
            fi="Vesilahden kunta",
            selko="Vesilahden kunta",
            sv="Vesilahti kommun",
            en="Municipality of Vesilahti",
        ),
        sector="municipality",
        description=T(
            fi="Kunta oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kunta kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Kommunen var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the municipality took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["vesilahti"],
        **FACTS,
    ),
    dict(
        key="virrat",
        name=T(fi="Virtain kaupunki", selko="Virtain kaupunki", sv="Virdois stad", en="City of Virrat"),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["virrat"],
        **FACTS,
    ),
    dict(
        key="ylojarvi",
        name=T(
            fi="Ylöjärven kaupunki", selko="Ylöjärven kaupunki", sv="Ylöjärvi stad", en="City of Ylöjärvi"
        ),
        sector="municipality",
        description=T(
            fi="Kaupunki oli vuonna 2018 mukana kehittämässä Pirkanmaan perhekeskuksia.",
            selko="Kaupunki kehitti Pirkanmaan perhekeskuksia vuonna 2018.",
            sv="Staden var år 2018 med och utvecklade familjecentren i Birkaland.",
            en="In 2018 the city took part in developing the family centres of Pirkanmaa.",
        ),
        municipalities=["ylojarvi"],
        **FACTS,
    ),
    *PARTNERS,
]
