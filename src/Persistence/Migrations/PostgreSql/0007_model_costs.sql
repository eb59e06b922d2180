-- Days are the location's, as yyyy-mm-dd; amounts are USD x 10^-9, which are added exactly.
CREATE TABLE model_costs (
    location_id text NOT NULL,
    contact_id text NOT NULL,
    day text NOT NULL,
    calls bigint NOT NULL,
    input_tokens bigint NOT NULL,
    cached_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    nano_usd bigint NOT NULL,
    PRIMARY KEY (location_id, contact_id, day)
);
CREATE INDEX model_costs_day ON model_costs (day, location_id);

-- The sums that budgets are held against, a row for each process that adds to them.
CREATE TABLE model_days (
    day text NOT NULL,
    location_id text NOT NULL,
    writer text NOT NULL,
    nano_usd bigint NOT NULL,
    PRIMARY KEY (day, location_id, writer)
);

CREATE TABLE budget_notices (
    day text NOT NULL,
    budget text NOT NULL,
    location_id text NOT NULL,
    contact_id text NOT NULL,
    percent integer NOT NULL,
    noted_at timestamptz NOT NULL,
    PRIMARY KEY (day, budget, location_id, contact_id, percent)
);
