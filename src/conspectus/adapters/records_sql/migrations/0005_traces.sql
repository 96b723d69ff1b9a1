-- The W3C traceparent of whoever ordered the job: its work, anywhere, belongs to that trace.

ALTER TABLE jobs ADD COLUMN traceparent TEXT NOT NULL DEFAULT '';
