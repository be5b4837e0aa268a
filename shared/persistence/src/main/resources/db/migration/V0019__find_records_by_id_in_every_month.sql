-- Before a record is written, every month is asked whether it is there. Dify's ids are random: along the primary key that is a page
-- of rows for each month, which a large house does not have in memory; here some hundred ids lie in a page.
ALTER TABLE workflow_runs ADD KEY workflow_runs_id (id, tenant_id);
ALTER TABLE workflow_node_executions ADD KEY workflow_node_executions_id (id, tenant_id);
