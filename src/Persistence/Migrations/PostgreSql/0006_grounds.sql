-- What the turns of a conversation were decided on. Like the transcript it only grows, and it goes with its conversation.
CREATE TABLE grounds (
    number bigint GENERATED ALWAYS AS IDENTITY,
    location_id text NOT NULL,
    contact_id text NOT NULL,
    grounds_id text NOT NULL,
    at timestamptz NOT NULL,
    body text NOT NULL,
    PRIMARY KEY (location_id, contact_id, grounds_id),
    FOREIGN KEY (location_id, contact_id) REFERENCES conversations (location_id, contact_id) ON DELETE CASCADE
);
CREATE INDEX grounds_in_order ON grounds (location_id, contact_id, number);
