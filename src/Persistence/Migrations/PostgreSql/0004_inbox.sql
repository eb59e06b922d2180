CREATE TABLE inbox (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind integer NOT NULL,
    location_id text NOT NULL,
    contact_id text NOT NULL,
    message_id text NOT NULL,
    has_provider_id boolean NOT NULL,
    webhook_id text,
    text text NOT NULL,
    phone text,
    channel integer,
    sent_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    detail text,
    trace_parent text,
    attachment text,
    handled_at timestamptz
);

-- A provider's event is known by either id; ON CONFLICT DO NOTHING sees both.
CREATE UNIQUE INDEX inbox_message ON inbox (location_id, kind, message_id) WHERE has_provider_id;
CREATE UNIQUE INDEX inbox_webhook ON inbox (location_id, kind, webhook_id) WHERE webhook_id IS NOT NULL;

-- An event without an id is compared with its contact's latest.
CREATE INDEX inbox_contact ON inbox (location_id, contact_id, received_at);

-- What the sweeper and the backlog look at stays as small as what waits.
CREATE INDEX inbox_unhandled ON inbox (id) WHERE handled_at IS NULL;
