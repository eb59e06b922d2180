-- Times are microseconds since 1970 UTC; amounts are decimal text, which SQLite would otherwise round.
CREATE TABLE conversations (
    location_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    turn INTEGER NOT NULL,
    stage TEXT NOT NULL,
    language TEXT NOT NULL,
    lead_name TEXT,
    monthly_budget_usd TEXT,
    appointment_at INTEGER,
    needs_human TEXT,
    input_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    cost_usd TEXT NOT NULL,
    updated_at INTEGER NOT NULL,
    PRIMARY KEY (location_id, contact_id)
);
CREATE INDEX conversations_updated ON conversations (updated_at DESC);
CREATE INDEX conversations_location ON conversations (location_id, updated_at DESC);
CREATE INDEX conversations_stage ON conversations (stage, updated_at DESC);
CREATE INDEX conversations_needs_human ON conversations (updated_at DESC) WHERE needs_human IS NOT NULL;

CREATE TABLE messages (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    location_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    author INTEGER NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    brain TEXT,
    UNIQUE (location_id, contact_id, message_id)
);
CREATE INDEX messages_transcript ON messages (location_id, contact_id, at, number);
