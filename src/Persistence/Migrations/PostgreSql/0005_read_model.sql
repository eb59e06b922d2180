CREATE TABLE conversations (
    location_id text NOT NULL,
    contact_id text NOT NULL,
    turn bigint NOT NULL,
    stage text NOT NULL,
    language text NOT NULL,
    lead_name text,
    monthly_budget_usd numeric,
    appointment_at timestamptz,
    needs_human text,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cost_usd numeric NOT NULL,
    updated_at timestamptz NOT NULL,
    PRIMARY KEY (location_id, contact_id)
);
CREATE INDEX conversations_updated ON conversations (updated_at DESC);
CREATE INDEX conversations_location ON conversations (location_id, updated_at DESC);
CREATE INDEX conversations_stage ON conversations (stage, updated_at DESC);
CREATE INDEX conversations_needs_human ON conversations (updated_at DESC) WHERE needs_human IS NOT NULL;

CREATE TABLE messages (
    number bigint GENERATED ALWAYS AS IDENTITY,
    location_id text NOT NULL,
    contact_id text NOT NULL,
    message_id text NOT NULL,
    author integer NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    brain text,
    PRIMARY KEY (location_id, contact_id, message_id)
);
CREATE INDEX messages_transcript ON messages (location_id, contact_id, at, number);
