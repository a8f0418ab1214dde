"""Steps that stand in many situations, written once.

A step that asks for a service or a theme says why; one that rings says when.
"""

from perhekeskus.demo.records import Text as T

ASK_FOR_HELP = dict(
    kind="link",
    helpline=None,
    url="https://lapha.fi/pyyda-apua",
    service=None,
    theme=None,
    text=T(
        fi="Etkö tiedä, kuka voisi auttaa? Kirjoita Pyydä apua -palveluun. Perhekeskuksen työntekijä vastaa 1–2 arkipäivän kuluessa ja etsii kanssasi oikean avun. Hätätilanteessa soita 112.",
        selko="Etkö tiedä, kuka auttaa? Kirjoita Pyydä apua -palveluun. Saat vastauksen 1–2 arkipäivän aikana. Jos on hätä, soita 112.",
        sv="Vet du inte vem som kan hjälpa? Skriv till tjänsten Pyydä apua. En anställd på familjecentret svarar inom 1–2 vardagar och söker rätt hjälp tillsammans med dig. I en nödsituation, ring 112.",
        en="Not sure who could help? Write to the Pyydä apua service. A family centre worker answers within 1–2 working days and looks for the right help with you. In an emergency ring 112.",
    ),
)
WORRY_CHAT = dict(
    kind="link",
    helpline=None,
    url="https://lapha.fi/apua-huoliin",
    service=None,
    theme=None,
    text=T(
        fi="Onko helpompi kirjoittaa kuin puhua? Apua huoliin -chatissa vastaavat ammattilaiset, jotka työskentelevät Lapin nuorten ja perheiden kanssa.",
        selko="Onko kirjoittaminen helpompaa? Voit kirjoittaa Apua huoliin -chatissa. Ammattilainen vastaa sinulle.",
        sv="Är det lättare att skriva än att prata? I chatten Apua huoliin svarar yrkespersoner som arbetar med unga och familjer i Lappland.",
        en="Is it easier to write than to talk? In the Apua huoliin chat the answers come from professionals who work with young people and families in Lapland.",
    ),
)
PARENTS_HELPLINE = dict(
    kind="helpline",
    helpline="vanhempainpuhelin",
    url=None,
    service=None,
    theme=None,
    text=T(
        fi="Haluatko puhua toisen aikuisen kanssa? Voit soittaa Vanhempainpuhelimeen kertomatta nimeäsi. Puhelin on auki rajoitettuina aikoina.",
        selko="Haluatko puhua aikuisen kanssa? Soita Vanhempainpuhelimeen. Sinun ei tarvitse sanoa nimeäsi. Puhelin ei ole auki koko ajan.",
        sv="Vill du prata med en annan vuxen? Du kan ringa Föräldratelefonen (Vanhempainpuhelin) utan att säga ditt namn. Telefonen svarar på finska och har begränsade tider.",
        en="Would you like to talk to another adult? You can ring the Parents’ Helpline (Vanhempainpuhelin) without giving your name. It answers in Finnish and has limited hours.",
    ),
)
YOUNG_HELPLINE = dict(
    kind="helpline",
    helpline="lasten-ja-nuorten-puhelin",
    url=None,
    service=None,
    theme=None,
    text=T(
        fi="Haluatko puhua nimettömänä? Soita Lasten ja nuorten puhelimeen. Sinun ei tarvitse sanoa nimeäsi, ja voit puhua mistä vain.",
        selko="Haluatko puhua? Soita Lasten ja nuorten puhelimeen. Sinun ei tarvitse sanoa nimeäsi. Voit puhua mistä vain.",
        sv="Vill du prata utan att någon vet vem du är? Ring Barn- och ungdomstelefonen. Du behöver inte säga ditt namn, och du får prata om vad som helst.",
        en="Would you like to talk without anyone knowing who you are? Ring the helpline for children and young people. You don’t need to give your name, and you can talk about anything.",
    ),
)
CRISIS_HELPLINE = dict(
    kind="helpline",
    helpline="kriisipuhelin",
    url=None,
    service=None,
    theme=None,
    text=T(
        fi="Jos olo käy liian raskaaksi, soita MIELI Kriisipuhelimeen. Sinun ei tarvitse kestää sitä yksin.",
        selko="Onko olo liian paha? Soita MIELI Kriisipuhelimeen. Sinun ei tarvitse olla yksin.",
        sv="Om det blir för tungt, ring MIELI Kristelefonen. Du behöver inte stå ut ensam.",
        en="If it gets too heavy, ring the MIELI Crisis Helpline. You do not have to bear it alone.",
    ),
)
NOLLALINJA_NEXT = dict(
    kind="helpline",
    helpline="nollalinja",
    url=None,
    service=None,
    theme=None,
    text=T(
        fi="Nollalinjassa sinua kuunnellaan päivin ja öin, maksutta ja nimettömästi. Voit soittaa, vaikka miettisit, onko tämä väkivaltaa.",
        selko="Soita Nollalinjaan. Numero on auki päivällä ja yöllä. Puhelu ei maksa mitään. Sinun ei tarvitse sanoa nimeäsi.",
        sv="På Nollinjen blir du lyssnad på dag och natt, gratis och utan att säga ditt namn. Du får ringa också om du undrar om det här är våld.",
        en="Nollalinja listens day and night, free of charge and without asking your name. You can ring even if you wonder whether this is violence.",
    ),
)
NOT_MEDIATION_FIRST = dict(
    kind="helpline",
    helpline="nollalinja",
    url=None,
    service=None,
    theme=None,
    text=T(
        fi="Jos suhteessa on väkivaltaa tai pelkäät, sovittelu ei ole ensimmäinen askel. Soita ensin Nollalinjaan, päivällä tai yöllä. Vaarassa soita 112.",
        selko="Onko suhteessa väkivaltaa? Pelkäätkö? Silloin sovittelu ei ole ensimmäinen askel. Soita ensin Nollalinjaan. Jos olet vaarassa, soita 112.",
        sv="Om det finns våld i förhållandet eller om du är rädd är medling inte det första steget. Ring först Nollinjen, dag eller natt. Vid fara, ring 112.",
        en="If there is violence or you are afraid, mediation is not the first step. Ring Nollalinja first, day or night. If you are in danger, ring 112.",
    ),
)
COMPANY_OF_OTHERS = dict(
    kind="theme",
    helpline=None,
    url=None,
    service=None,
    theme="vertaistuki",
    text=T(
        fi="Muiden seurassa olo usein kevenee. Katso, missä perheet tapaavat toisiaan ja mihin ryhmään voisit tulla.",
        selko="Tapaa muita perheitä. Katso, missä ryhmässä tai kahvilassa voit käydä.",
        sv="Det känns lättare i sällskap. Se var familjer träffas och vilken grupp du kunde komma med i.",
        en="Things often feel lighter in company. See where families meet and which group you could join.",
    ),
)
