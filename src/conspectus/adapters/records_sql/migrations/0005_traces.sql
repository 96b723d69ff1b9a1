-- The W3C traceparent of whoever ordered the job: its work, anywhere, belongs to that trace.

ALTER TABLE jobs ADD COLUMN traceparent TEXT NOT NULL DEFAULT '';

CREATE INDEX jobs_trace ON jobs (substr(traceparent, 4, 32));
