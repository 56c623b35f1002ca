import type { PageWords } from './page-words.ts';

export const PAGES_FR: PageWords = {
  kind: { brief: 'Note régionale', dossier: 'Dossier de route', deck: 'Présentation' },
  briefTitle: 'Routes de trafic et points chauds',
  page: 'Page {page} sur {pages}',
  synthetic: { all: 'Données synthétiques', some: 'Données en partie synthétiques' },
  mark: { all: 'Synthétique', some: 'En partie synthétique' },
  filter: {
    allDates: 'Toutes les dates',
    from: 'À partir du {from}',
    to: 'Jusqu’au {to}',
    allGoods: 'Toutes les marchandises',
    territory: 'Lieux comparés par pays ou territoire',
    port: 'Lieux comparés par port',
  },
  about: {
    run: 'Analyse {run}, {day}',
    cutOff: 'Données jusqu’au {day}',
    noCutOff: 'Aucun fait daté',
    data: 'Données {hash}',
    findings: 'Résultats {hash}',
    code: 'Code de figure {code}',
    sources: 'Sources\u00a0: {list}',
    source: '{title} ({events})',
    sourceSynthetic: '{title} (synthétique, {events})',
    noSources: 'aucune',
  },
  count: {
    events: { one: '{count} fait', other: '{count} faits', many: '{count} de faits' },
    seizures: { one: '{count} saisie', other: '{count} saisies', many: '{count} de saisies' },
    voyages: { one: '{count} voyage', other: '{count} voyages', many: '{count} de voyages' },
    vessels: { one: '{count} navire', other: '{count} navires', many: '{count} de navires' },
    cells: { one: '{count} cellule', other: '{count} cellules', many: '{count} de cellules' },
    recur: {
      one: '{count} route est récurrente',
      other: '{count} routes sont récurrentes',
      many: '{count} de routes sont récurrentes',
    },
    once: {
      one: '{count} séquence n’a été vue qu’une fois',
      other: '{count} séquences n’ont été vues qu’une fois',
      many: '{count} de séquences n’ont été vues qu’une fois',
    },
  },
  heading: {
    map: 'Carte',
    routes: 'Routes les mieux appuyées',
    spots: 'Points chauds',
    reconciliation: 'Publié et chargé\u00a0: {operation}',
    limits: 'Limites',
    sources: 'Sources',
    legs: 'Tronçons',
    statistics: 'Fréquence et surprise',
    overTime: 'Marchandises au fil du temps',
    vessels: 'Navires',
    evidence: 'Éléments de preuve',
  },
  column: {
    route: 'Route',
    support: 'Appui',
    seizuresVoyages: 'Saisies / voyages',
    seizuresShort: 'Saisies',
    seizures: 'Saisies',
    voyages: 'Voyages',
    vessels: 'Navires',
    expected: 'Attendu',
    chance: 'Face au trafic',
    seen: 'Passages',
    near: 'Lieu de la cellule',
    mass: 'Masse, kg',
    course: 'Évolution',
    item: 'Poste',
    published: 'Publié',
    before: 'Avant',
    loaded: 'Chargé',
    gap: 'Écart',
    leg: 'Tronçon',
    distance: 'Distance',
    sure: 'Certitude',
    measure: 'Mesure',
    value: 'Valeur',
    meaning: 'Ce que cela veut dire',
    period: 'Période',
    goods: 'Marchandises',
    vessel: 'Navire',
    first: 'Vu la première fois',
    last: 'Vu la dernière fois',
    day: 'Date',
    event: 'Fait',
    way: 'Lieux dans l’ordre',
    source: 'Source',
    published_on: 'Publié le',
    rows: 'Faits',
    url: 'Adresse',
  },
  none: {
    routes: 'Aucune route trouvée avec cette vue et ces filtres.',
    spots: 'Aucun point chaud trouvé avec cette vue et ces filtres.',
    legs: 'Aucun tronçon trouvé.',
    vessels: 'Aucun navire connu.',
    evidence: 'Aucun élément trouvé.',
    overTime: 'Aucune marchandise déclarée.',
    sources: 'Aucune source trouvée.',
    route: 'La route n’est pas dans cette analyse.',
  },
  say: {
    recurring: '{recur} dans cette vue\u00a0; {once}\u00a0: c’est un cas, pas encore une route.',
    noneRecurs:
      'Aucune route n’est récurrente dans cette vue\u00a0; {once}\u00a0: c’est un cas, pas encore une route.',
    nothing: 'Aucune suite de lieux n’a été vue dans cette vue.',
    best: 'La mieux appuyée\u00a0: {route}, appui effectif {support} ({seizures}, {voyages}), {chance}.',
    cluster:
      'Les saisies se concentrent dans {cells}, surtout près de {place}\u00a0: {seizures} là où le hasard en donnerait moins (q\u00a0{q}).',
    noCluster: 'Aucune cellule n’a plus de saisies que n’en donnerait le hasard.',
    sure: 'Sur {of} routes récurrentes, {sure} reposent sur des étapes observées ou déclarées de bout en bout\u00a0; {unsure} ont une étape déduite ou supposée.',
    reporting:
      'Parmi elles, {reports} reposent sur les seuls rapports de saisie, {voyages} sur les seuls voyages et {both} sur les deux\u00a0: les rapports montrent où l’on a regardé, les voyages où sont allés les navires.',
    syntheticAll:
      'Tous les éléments sont synthétiques. Ils ont été inventés pour montrer la méthode et ne prouvent rien.',
    syntheticSome:
      'Une partie des éléments est synthétique ({titles}). Elle a été inventée pour montrer la méthode et ne prouve rien.',
    syntheticRoutes:
      'Sur {of} routes récurrentes, {all} reposent uniquement sur des données synthétiques et {some} en partie.',
  },
  chance: {
    strong: 'Bien plus',
    some: 'Plus',
    none: 'Pas plus',
    untested: 'Non testé',
    withQ: '{words}, q\u00a0{q}',
    strongLong: 'bien plus souvent que ne l’explique le trafic de ses tronçons (q\u00a0{q})',
    someLong: 'plus souvent que ne l’explique le trafic de ses tronçons (q\u00a0{q})',
    noneLong: 'pas plus souvent que ne l’explique le trafic de ses tronçons (q\u00a0{q})',
  },
  callsLong: {
    strong: 'bien plus souvent que ne l’expliquent les escales en chaque lieu',
    some: 'plus souvent que ne l’expliquent les escales en chaque lieu',
    none: 'pas plus souvent que ne l’expliquent les escales en chaque lieu',
  },
  spot: { hot: 'Chaud', cold: 'Froid' },
  spotNear: 'Près de {place}',
  qualifier: { exactly: '{value}', 'more-than': 'plus de {value}', about: 'environ {value}' },
  reconciled:
    'Publié par {publisher}, {date}. Chargé\u00a0: ce que contient cette installation\u00a0; –\u00a0: rien de comparable.',
  dossier: {
    recurs: 'Récurrente',
    recursLong:
      'Cette route est récurrente\u00a0: {apart} indépendants les uns des autres ont suivi ce chemin ({seizures}, {voyages}, {vessels}).',
    recursOf:
      'Cette route est récurrente\u00a0: {apart} indépendants les uns des autres ont suivi ce chemin, sur {events} en tout ({seizures}, {voyages}, {vessels}). Les autres partagent avec eux un rapport, une opération, un navire ou un jour et ne sont pas comptés de nouveau.',
    once: 'Vue une fois',
    onceLong:
      'Un cas, pas encore une route\u00a0: {events} sur ce chemin ({seizures}, {voyages}), et aucun second qui s’en distingue.',
    sure: 'Étape la plus faible\u00a0: {certainty}. {meaning}',
    seen: 'Vue\u00a0: {span}.',
    events: 'Éléments disponibles\u00a0: {events}.',
    distance: 'Distance par le chemin tracé\u00a0: {km} ({nm}).',
    pseudonyms:
      'Les navires portent un pseudonyme, numéroté selon le premier jour où ils ont été vus\u00a0; les numéros ne valent que pour ce document.',
    names:
      'Les navires sont nommés, pour ces destinataires seulement. Être sur une route ne fait pas d’un navire un suspect.',
    noPeriod:
      'Sans date assez précise pour une seule période\u00a0: {seizures}\u00a0; dans le tableau, pas dans le graphique.',
    eachGoods: 'Une saisie de plusieurs marchandises compte pour chacune d’elles.',
    chartAlt:
      'Barres\u00a0: saisies par période et par marchandise, de {from} à {to}\u00a0; le tableau suivant donne les chiffres.',
    shortened: '{shown} affichés sur {of}. Le reste est dans le fichier de données de ce dossier.',
    seizure: 'Saisie',
    voyage: 'Voyage',
    syntheticShort: 'synthétique',
    syntheticSome:
      'Synthétiques, inventés pour montrer la méthode\u00a0: {synthetic} de ses {all} faits. De tels faits ne prouvent rien.',
    syntheticOnly:
      'Synthétiques, inventés pour montrer la méthode\u00a0: {synthetic} de ses {all} faits. De tels faits ne prouvent rien\u00a0; sans eux, elle a été vue une fois.',
    notStated: 'non indiqué',
    restInData: 'Le fichier de données de ce dossier contient toutes les lignes.',
    moreSources: '{count} de plus dans le fichier de données.',
    legsOnly: 'Ses tronçons sont très fréquentés un par un\u00a0; qu’ils se suivent n’a rien de surprenant.',
  },
  measure: {
    support: 'Fréquente\u00a0: appui effectif',
    supportValue: '{support} (sur {events} en tout)',
    supportMeans:
      'Les faits d’un même rapport, d’une même opération, d’un même navire ou d’un même jour peuvent n’être qu’une seule information\u00a0; chaque groupe compte donc jusqu’à sa limite, en général une fois. Cela compte ce qui est déclaré ou vu, pas les traversées.',
    traffic: 'Surprenante, étant donné le trafic de chaque tronçon (HYPA)',
    trafficValue: 'Attendu {expected}\u00a0; p\u00a0{p}\u00a0; q\u00a0{q}',
    trafficMeans:
      'Elle est suivie {chance}. Le trafic de chaque tronçon est tenu pour donné\u00a0; un navire qui fait la navette, comme un ferry, ressort aussi.',
    calls: 'Surprenante, étant donné seulement les escales (permutation)',
    callsMeans:
      'Les mêmes escales redistribuées entre les mêmes voyages\u00a0: cette route apparaît {chance}. Elle peut ressortir simplement parce que ses lieux sont proches.',
    draws: 'Erreur de Monte-Carlo',
    drawsValue: '{draws} tirages\u00a0; p à ±\u00a0{error} près',
    drawsMeans:
      'La permutation est un échantillon aléatoire\u00a0: p ne peut descendre sous {floor}, et plus de tirages l’affinent.',
    rank: 'Marge du rang',
    rankValue: 'Rang {rank}\u00a0; entre {best} et {worst}',
    rankFixed: 'Rang {rank}, quoi qu’on écarte',
    rankMeans:
      'Classée par appui effectif\u00a0; puis de nouveau sans la plus grosse saisie, sans chaque pays et sans chaque jeu de données, un à la fois. Une marge large tient à l’un d’eux.',
    pq: 'p et q',
    pqMeans:
      'p\u00a0: combien de fois le hasard seul fait au moins aussi bien dans un test. q tient compte du nombre de tests. Ni l’un ni l’autre n’est la probabilité que la route serve au trafic.',
    notTested: 'Trop peu de voyages passent par ces lieux pour un test, ou il n’y a que des saisies.',
    notRanked: 'Sans rang\u00a0: calculé seulement pour des analyses entières.',
  },
  limit: {
    reporting:
      'On compte ce qui est déclaré ou vu, pas les traversées. Là où personne ne regarde ni ne déclare, rien n’est compté.',
    noData:
      'Pas de données ne veut pas dire pas de saisies. Ni saisie ni escale connue pour\u00a0: {countries}.',
    noDataNone: 'Pas de données ne veut pas dire pas de saisies.',
    chance: 'Un petit q dit que le hasard explique peu\u00a0; ce n’est pas la probabilité d’un trafic.',
    hotSpots:
      'Un point chaud ignore le trafic et les déclarations\u00a0: un port actif peut être chaud parce qu’il est actif.',
    once: 'Ce qui n’a été vu qu’une fois est un cas. Une route demande deux faits distincts.',
    places:
      'Les lieux qu’aucune source ne déclare sont déduits et tracés comme tels\u00a0; les positions en mer sont des estimations.',
    synthetic:
      'Les résultats qui reposent sur des données synthétiques ne prouvent rien. Synthétique ici\u00a0: {titles}.',
    gap: 'Les totaux publiés dépassent ce qui est chargé\u00a0: taux et tendances des cas chargés ne disent rien de l’opération entière.',
    undrawn:
      '[?]\u00a0: lettres que notre police n’a pas\u00a0; elles sont dans les données de la même analyse.',
  },
  mapAlt: 'Carte\u00a0: {title}. {what}',
};
