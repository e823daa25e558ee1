-- The queue (Graphile Worker) lives in a schema of its own beside the city's; the application may add jobs and nothing else.
CREATE FUNCTION add_jobs(specs jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  EXECUTE format(
    'SELECT count(%I.add_job(identifier => s.identifier, payload => s.payload, run_at => coalesce(s.run_at, now()), max_attempts => 12, job_key => s.job_key))
     FROM jsonb_to_recordset($1) AS s(identifier text, payload json, run_at timestamptz, job_key text)', current_schema() || '_jobs') USING specs;
END $$;
COMMENT ON FUNCTION add_jobs(jsonb) IS 'adds background jobs in the calling transaction';
REVOKE ALL ON FUNCTION add_jobs(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_jobs(jsonb) TO yimen_app;
