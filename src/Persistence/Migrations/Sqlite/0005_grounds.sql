-- What the turns of a conversation were decided on. Like the transcript it only grows, and it goes with its conversation.
CREATE TABLE grounds (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    location_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    grounds_id TEXT NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (location_id, contact_id, grounds_id),
    FOREIGN KEY (location_id, contact_id) REFERENCES conversations (location_id, contact_id) ON DELETE CASCADE
);
CREATE INDEX grounds_in_order ON grounds (location_id, contact_id, number);
