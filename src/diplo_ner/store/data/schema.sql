-- The tables of a store, one statement each. Offsets are Unicode code points into documents.text, start inclusive,
-- end exclusive. Numbers (doc, appearance, quote, entity) are the store's own; doc_id and entities.id are readable.
CREATE TABLE store (name VARCHAR NOT NULL, value VARCHAR);

CREATE TABLE files (path VARCHAR NOT NULL, hash VARCHAR NOT NULL, documents INTEGER NOT NULL);

CREATE TABLE documents (
  doc INTEGER PRIMARY KEY,
  doc_id VARCHAR NOT NULL,
  path VARCHAR,
  hash VARCHAR NOT NULL,
  model VARCHAR NOT NULL,
  date DATE,
  published VARCHAR,
  title VARCHAR,
  url VARCHAR,
  source VARCHAR,
  author VARCHAR,
  extra JSON,
  text VARCHAR
);

CREATE TABLE entities (
  entity INTEGER NOT NULL,
  id VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  canonical VARCHAR NOT NULL,
  country VARCHAR,
  wikidata VARCHAR,
  known BOOLEAN NOT NULL,
  documents INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  quotes INTEGER NOT NULL,
  quotes_about INTEGER NOT NULL
);

CREATE TABLE names (entity INTEGER NOT NULL, name VARCHAR NOT NULL, mentions INTEGER NOT NULL);

CREATE TABLE name_keys (
  key VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  entity INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  mentions INTEGER NOT NULL
);

CREATE TABLE appearances (
  appearance INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  entity INTEGER,
  id VARCHAR NOT NULL,
  type VARCHAR NOT NULL,
  canonical VARCHAR NOT NULL,
  country VARCHAR,
  wikidata VARCHAR,
  known BOOLEAN NOT NULL
);

CREATE TABLE roles (appearance INTEGER NOT NULL, entity INTEGER, words VARCHAR NOT NULL);

CREATE TABLE mentions (
  doc INTEGER NOT NULL,
  appearance INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  kind VARCHAR NOT NULL
);

CREATE TABLE quotes (
  quote INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL,
  place INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  cue VARCHAR,
  speaker INTEGER,
  speaker_appearance INTEGER,
  speaker_text VARCHAR,
  speaker_start INTEGER,
  speaker_end INTEGER,
  confidence DOUBLE NOT NULL,
  rule VARCHAR NOT NULL,
  context VARCHAR
);

CREATE TABLE co_speakers (
  quote INTEGER NOT NULL,
  place INTEGER NOT NULL,
  speaker INTEGER,
  speaker_appearance INTEGER,
  speaker_text VARCHAR NOT NULL,
  speaker_start INTEGER NOT NULL,
  speaker_end INTEGER NOT NULL
);

CREATE TABLE about (quote INTEGER NOT NULL, entity INTEGER, appearance INTEGER NOT NULL, inside BOOLEAN NOT NULL);

CREATE TABLE outlets (outlet INTEGER NOT NULL, source VARCHAR NOT NULL);

CREATE TABLE ranked_quotes (
  quote INTEGER NOT NULL,
  doc INTEGER NOT NULL,
  speaker INTEGER,
  outlet INTEGER,
  date DATE,
  confidence DOUBLE NOT NULL
);

CREATE TABLE role_words (entity INTEGER NOT NULL, words VARCHAR NOT NULL, times INTEGER NOT NULL);

CREATE TABLE words (word INTEGER NOT NULL, form VARCHAR NOT NULL, stem VARCHAR NOT NULL);

CREATE TABLE quote_words (word INTEGER NOT NULL, quote INTEGER NOT NULL, place INTEGER NOT NULL);

CREATE TABLE document_words (word INTEGER NOT NULL, doc INTEGER NOT NULL);

CREATE VIEW quote_table AS
SELECT
  d.doc_id AS doc, q.text AS quote, q."start", q."end", q.kind,
  e.canonical AS speaker, e.type AS speaker_type, e.country AS speaker_country, q.speaker_text AS by, q.cue, q.rule,
  q.confidence, e.id AS speaker_id, e.wikidata AS speaker_wikidata, c.co_speakers, q.context, b.about,
  d.date, d.title, d.url, d.source, d.author
FROM quotes q JOIN documents d USING (doc) LEFT JOIN entities e ON e.entity = q.speaker
LEFT JOIN (
  SELECT c.quote, string_agg(e.id, '|' ORDER BY c.place) AS co_speakers
  FROM co_speakers c JOIN entities e ON e.entity = c.speaker GROUP BY c.quote) c USING (quote)
LEFT JOIN (
  SELECT b.quote, string_agg(e.id, '|' ORDER BY b.inside DESC, b.appearance) AS about
  FROM (SELECT quote, entity, bool_or(inside) AS inside, min(appearance) AS appearance
        FROM about GROUP BY quote, entity) b
  JOIN entities e USING (entity) GROUP BY b.quote) b USING (quote);

CREATE VIEW mention_table AS
SELECT
  d.doc_id AS doc, e.id AS entity, e.type, e.canonical, e.country, m.text AS mention, m.kind, m."start", m."end",
  e.wikidata, e.known, d.date, d.title, d.url, d.source, d.author
FROM mentions m JOIN documents d USING (doc) JOIN appearances a USING (appearance) JOIN entities e ON e.entity = a.entity;
