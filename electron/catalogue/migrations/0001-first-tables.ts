/**
 * products: one row per product; everything after `state` is derived from the remote and the changes that wait.
 * `place` breaks ties in every order: the Ecwid id, and for products made here a number above all of them.
 */
export const firstTables = `
CREATE TABLE products (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ecwid_id INTEGER UNIQUE,
  remote_updated_at INTEGER,
  place INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 1,
  state TEXT NOT NULL DEFAULT 'synced',
  name TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL DEFAULT '',
  sku TEXT NOT NULL DEFAULT '',
  sku_key TEXT NOT NULL DEFAULT '',
  price REAL NOT NULL DEFAULT 0,
  compare_to_price REAL,
  on_sale INTEGER NOT NULL DEFAULT 0,
  quantity INTEGER,
  stock_key REAL NOT NULL DEFAULT 0,
  in_stock INTEGER NOT NULL DEFAULT 0,
  low_stock INTEGER NOT NULL DEFAULT 0,
  enabled INTEGER NOT NULL DEFAULT 0,
  front_page INTEGER,
  thumbnail TEXT,
  picture_count INTEGER NOT NULL DEFAULT 0,
  variation_count INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL DEFAULT 0,
  updated_at INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX products_by_place ON products(place);
-- Only of what lists show: a row is hidden until its columns are derived, and so enters each of these once.
CREATE INDEX products_by_name ON products(name_key, place) WHERE hidden = 0;
CREATE INDEX products_by_sku ON products(sku_key, place) WHERE hidden = 0;
CREATE INDEX products_by_price ON products(price, place) WHERE hidden = 0;
CREATE INDEX products_by_stock ON products(stock_key, place) WHERE hidden = 0;
CREATE INDEX products_by_created ON products(created_at, place) WHERE hidden = 0;
CREATE INDEX products_by_updated ON products(updated_at, place) WHERE hidden = 0;
CREATE INDEX products_hidden ON products(id) WHERE hidden = 1;
CREATE INDEX products_changed ON products(id) WHERE state <> 'synced';
-- Each of the rarer side of a filter; the other side is what is left.
CREATE INDEX products_disabled ON products(id) WHERE enabled = 0;
CREATE INDEX products_out_of_stock ON products(id) WHERE in_stock = 0;
CREATE INDEX products_on_sale ON products(id) WHERE on_sale = 1;
CREATE INDEX products_on_front_page ON products(front_page, place) WHERE front_page IS NOT NULL;

-- Apart from products, so that a scan of the list does not read through megabytes of JSON.
CREATE TABLE remotes (
  product_id INTEGER PRIMARY KEY REFERENCES products(id) ON DELETE CASCADE,
  json TEXT NOT NULL
);

-- What the tables below and the word index were last filled with, so that only differences are written.
CREATE TABLE product_facts (
  product_id INTEGER PRIMARY KEY REFERENCES products(id) ON DELETE CASCADE,
  json TEXT NOT NULL,
  facet_ids TEXT NOT NULL
);

-- Its own SKU and those of its variations; lower case to compare, folded to search.
CREATE TABLE product_skus (
  product_id INTEGER NOT NULL,
  sku TEXT NOT NULL,
  sku_key TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (product_id, sku)
) WITHOUT ROWID;
CREATE INDEX product_skus_by_sku ON product_skus(sku);
CREATE INDEX product_skus_by_key ON product_skus(sku_key);

CREATE TABLE product_categories (
  category_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  PRIMARY KEY (category_id, product_id)
) WITHOUT ROWID;

-- Attributes and options by name, and each of their values once, with the number of products that have it.
CREATE TABLE facet_names (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  name_key TEXT NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (kind, name_key)
);
CREATE TABLE facet_values (
  id INTEGER PRIMARY KEY,
  name_id INTEGER NOT NULL REFERENCES facet_names(id),
  type_key TEXT NOT NULL,
  value_key TEXT NOT NULL,
  value TEXT NOT NULL,
  total INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name_id, value_key, type_key)
);
CREATE INDEX facet_values_by_total ON facet_values(name_id, total DESC, value_key);
CREATE TABLE product_facets (
  facet_id INTEGER NOT NULL,
  product_id INTEGER NOT NULL,
  PRIMARY KEY (facet_id, product_id)
) WITHOUT ROWID;

-- Folded words. A word of the name also stands here as =word, one that only search as you type sees as ~word.
CREATE VIRTUAL TABLE product_words USING fts5(
  words, content='', contentless_delete=1, detail=none, prefix='1 2 3', tokenize="ascii tokenchars '=~'"
);

CREATE TABLE categories (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  order_by INTEGER NOT NULL,
  json TEXT NOT NULL
);
CREATE TABLE category_order (
  category_id INTEGER NOT NULL REFERENCES categories(id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  ecwid_id INTEGER NOT NULL,
  PRIMARY KEY (category_id, position)
) WITHOUT ROWID;

CREATE TABLE product_types (
  id INTEGER PRIMARY KEY,
  json TEXT NOT NULL
);

CREATE TABLE change_sets (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  revert_of INTEGER REFERENCES change_sets(id)
);
CREATE TABLE changes (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES change_sets(id),
  product_id INTEGER NOT NULL,
  product_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  field TEXT,
  before TEXT,
  after TEXT,
  state TEXT NOT NULL,
  reason TEXT,
  theirs TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER,
  retry_at INTEGER,
  token TEXT
);
CREATE INDEX changes_open ON changes(product_id, id) WHERE state NOT IN ('sent', 'dropped');
CREATE INDEX changes_by_set ON changes(set_id);
CREATE INDEX changes_by_product ON changes(product_id, id);

-- product_id 0: the form of a product that does not exist yet.
CREATE TABLE drafts (
  product_id INTEGER PRIMARY KEY,
  draft TEXT NOT NULL,
  saved_at INTEGER NOT NULL
);

CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;
`
