-- The variable of the app's input form that takes the instructions (system) of programs that speak OpenAI's API; NULL where they
-- go before the question.
ALTER TABLE dify_apps ADD COLUMN system_variable VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL AFTER show_citations;
