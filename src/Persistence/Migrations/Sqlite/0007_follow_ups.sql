-- When each lead is written to unasked next, so that operators see it and a wake-up that got lost is missed.
ALTER TABLE conversations ADD COLUMN follow_up_at INTEGER;
ALTER TABLE conversations ADD COLUMN follow_up_kind TEXT;
CREATE INDEX conversations_follow_up ON conversations (follow_up_at) WHERE follow_up_at IS NOT NULL;
