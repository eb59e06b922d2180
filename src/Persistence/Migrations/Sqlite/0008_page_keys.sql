-- The keys with which the forms of our pages are signed, as XML, so that every gateway takes the others' forms.
CREATE TABLE page_keys (
    name TEXT PRIMARY KEY,
    xml TEXT NOT NULL,
    stored_at INTEGER NOT NULL
);
