-- Times are microseconds since 1970 UTC.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,
    location_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    has_provider_id INTEGER NOT NULL,
    webhook_id TEXT,
    text TEXT NOT NULL,
    phone TEXT,
    channel INTEGER,
    sent_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    detail TEXT,
    trace_parent TEXT,
    attachment TEXT,
    handled_at INTEGER
);

-- A provider's event is known by either id; ON CONFLICT DO NOTHING sees both.
CREATE UNIQUE INDEX inbox_message ON inbox (location_id, kind, message_id) WHERE has_provider_id;
CREATE UNIQUE INDEX inbox_webhook ON inbox (location_id, kind, webhook_id) WHERE webhook_id IS NOT NULL;

-- An event without an id is compared with its contact's latest.
CREATE INDEX inbox_contact ON inbox (location_id, contact_id, received_at);

-- What the sweeper and the backlog look at stays as small as what waits.
CREATE INDEX inbox_unhandled ON inbox (id) WHERE handled_at IS NULL;
