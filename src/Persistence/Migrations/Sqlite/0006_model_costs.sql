-- Days are the location's, as yyyy-mm-dd; amounts are USD x 10^-9, which are added exactly.
CREATE TABLE model_costs (
    location_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    day TEXT NOT NULL,
    calls INTEGER NOT NULL,
    input_tokens INTEGER NOT NULL,
    cached_tokens INTEGER NOT NULL,
    output_tokens INTEGER NOT NULL,
    nano_usd INTEGER NOT NULL,
    PRIMARY KEY (location_id, contact_id, day)
);
CREATE INDEX model_costs_day ON model_costs (day, location_id);

-- The sums that budgets are held against, a row for each process that adds to them.
CREATE TABLE model_days (
    day TEXT NOT NULL,
    location_id TEXT NOT NULL,
    writer TEXT NOT NULL,
    nano_usd INTEGER NOT NULL,
    PRIMARY KEY (day, location_id, writer)
);

CREATE TABLE budget_notices (
    day TEXT NOT NULL,
    budget TEXT NOT NULL,
    location_id TEXT NOT NULL,
    contact_id TEXT NOT NULL,
    percent INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    PRIMARY KEY (day, budget, location_id, contact_id, percent)
);
