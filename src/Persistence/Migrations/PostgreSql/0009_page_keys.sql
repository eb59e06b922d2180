-- The keys with which the forms of our pages are signed, as XML, so that every gateway takes the others' forms.
CREATE TABLE page_keys (
    name text PRIMARY KEY,
    xml text NOT NULL,
    stored_at timestamptz NOT NULL
);
