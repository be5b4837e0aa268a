-- Figures of nodes go from runs to their nodes. With what is asked and counted in the indexes they read no rows, which lie in the
-- order of random ids: one page of the disk each.
ALTER TABLE workflow_runs
    DROP KEY workflow_runs_time,
    ADD KEY workflow_runs_time (tenant_id, created_at, id, triggered_from);
ALTER TABLE workflow_node_executions
    DROP KEY workflow_node_executions_run,
    ADD KEY workflow_node_executions_run (workflow_run_id, tenant_id, app_id, node_id, status, elapsed_ms);
