package dev.rechat.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rechat.maintenance.Program.Run;
import dev.rechat.maintenance.runlog.TestRecords;
import dev.rechat.runlog.run.RunStatus;
import dev.rechat.runlog.run.WorkflowRun;
import dev.rechat.runlog.settings.RunLogStores;
import dev.rechat.runlog.transfer.RunLogBatch;
import dev.rechat.runlog.transfer.RunLogTransfer.Visibility;
import dev.rechat.testing.dify.DemoApps;
import dev.rechat.testing.dify.DifySimulator;
import dev.rechat.testing.s3.S3Emulator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The commands about run logs as an operator uses them, where there is no search server. */
final class RunLogCommandIT {

    @AutoClose
    private final DifySimulator dify = DifySimulator.start();

    @AutoClose
    private final MaintenanceHouse house = MaintenanceHouse.open();

    private final Map<String, String> environment = new HashMap<>(Program.environment(house.schema()));
    private final RunLogStores stores = house.bean(RunLogStores.class);

    private Run runLog(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 1];
        all[0] = "runlog";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Program.run(environment, all);
    }

    private void record(Duration ago) {
        WorkflowRun run = TestRecords.run(
                stores.tenant(),
                TestRecords.APP,
                UUID.randomUUID().toString(),
                house.now().minus(ago),
                RunStatus.SUCCEEDED);
        stores.chosen()
                .transfer()
                .write(
                        new RunLogBatch(
                                List.of(run),
                                List.of(),
                                List.of(TestRecords.log(run)),
                                List.of(),
                                List.of(),
                                List.of()),
                        Visibility.AT_ONCE);
    }

    @Test
    void tellsHowTheStoreIs() throws Exception {
        record(Duration.ofDays(1));

        Run words = runLog("status");
        Run json = runLog("status", "--json");

        assertThat(words.exitCode()).as(words.output()).isZero();
        assertThat(words.output()).contains("mysql (chosen): ").containsPattern("workflow_runs +~?1 ");
        assertThat(json.exitCode()).isZero();
        assertThat(json.output())
                .contains("{\"chosen\":\"mysql\",\"tenant\":\"rechat\",\"stores\":[{\"name\":\"mysql\"");
    }

    @Test
    void removesWhatIsOlderAndBeforehandTellsHowMuch() throws Exception {
        record(Duration.ofDays(40));
        record(Duration.ofDays(1));

        Run dry = runLog("cleanup", "--older-than", "30", "--dry-run");
        Run real = runLog("cleanup", "--older-than", "30");
        Run again = runLog("cleanup", "--older-than", "30");

        assertThat(dry.output()).containsPattern("workflow_runs +1\n");
        assertThat(real.exitCode()).as(real.output()).isZero();
        assertThat(real.output()).contains("1 runs, 0 node executions, 0 offloads, 1 app logs");
        assertThat(again.output()).contains("0 runs, 0 node executions");
        assertThat(house.number("SELECT COUNT(*) FROM workflow_runs")).isEqualTo(1);
    }

    @Test
    void loadsRunsFromDifyAndOnlyOnce() throws Exception {
        environment.put("RECHAT_DIFY_NETWORKS", "127.0.0.1");
        house.app("reports", "workflow", dify.uri(), DemoApps.WORKFLOW_KEY);
        house.app("talk", "advanced-chat", dify.uri(), DemoApps.CHATFLOW_KEY);
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        dify.past(DemoApps.WORKFLOW_KEY, "user-1", List.of(noon, noon.plusSeconds(5), noon.plusSeconds(90_000)));

        Run some = runLog("import", "--app", "reports", "--until", "2026-03-01", "--per-second", "100");
        Run all = runLog("import", "--app", "reports", "--per-second", "100");
        Run chatflow = runLog("import", "--app", "talk");

        assertThat(some.exitCode()).as(some.output()).isZero();
        assertThat(some.output()).contains("2 seen, 2 imported");
        assertThat(all.output()).contains("3 seen, 1 imported, 2 known already");
        assertThat(house.number("SELECT COUNT(*) FROM workflow_runs WHERE evidence = 'looked_up'"))
                .isEqualTo(3);
        assertThat(chatflow.exitCode()).isEqualTo(2);
        assertThat(chatflow.output()).contains("Dify keeps no log of a chatflow's runs");
    }

    @Test
    void refusesWhatCannotBeWithExitCodeTwo() throws Exception {
        Run unconfigured = runLog("migrate", "--from", "mysql", "--to", "elasticsearch");
        Run unknown = runLog("migrate", "--from", "mysql", "--to", "oracle");
        Run day = runLog("cleanup", "--before", "yesterday");
        Run ageless = runLog("cleanup");

        assertThat(unconfigured.exitCode()).isEqualTo(2);
        assertThat(unconfigured.output()).contains("the store elasticsearch is not configured");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.output()).contains("--to must be mysql or elasticsearch");
        assertThat(day.exitCode()).isEqualTo(2);
        assertThat(day.output()).contains("is no day such as 2026-03-31");
        assertThat(ageless.exitCode()).isEqualTo(2);
    }

    @Test
    void endsWithCodeOneAndWordsWhenTheDatabaseIsAway() throws Exception {
        environment.put("DATASOURCES_DEFAULT_URL", "jdbc:mysql://127.0.0.1:1/none");
        environment.put("RECHAT_DATABASE_PATIENCE", "1s");

        Run status = runLog("status");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.output()).contains("does not answer").doesNotContain("\tat ");
    }

    @Test
    void tellsWhetherTheBucketOfPayloadsAnswers() throws Exception {
        try (S3Emulator bucket = S3Emulator.start()) {
            environment.put("RUNLOG_PAYLOADS", "s3://" + S3Emulator.BUCKET + "/rechat");
            environment.put("RUNLOG_S3_ENDPOINT", bucket.address().toString());
            environment.put("RUNLOG_S3_REGION", S3Emulator.REGION);
            environment.put("RUNLOG_S3_ACCESS_KEY", S3Emulator.ACCESS_KEY);
            environment.put("RUNLOG_S3_SECRET_KEY", S3Emulator.SECRET_KEY);

            Run there = runLog("status");
            environment.put("RUNLOG_S3_SECRET_KEY", "another-secret");
            Run refused = runLog("status", "--json");
            environment.remove("RUNLOG_S3_SECRET_KEY");
            Run half = runLog("status");

            assertThat(there.exitCode()).as(there.output()).isZero();
            assertThat(there.output()).contains("payloads: there");
            assertThat(refused.exitCode()).as(refused.output()).isEqualTo(3);
            assertThat(refused.output())
                    .contains("\"payloads\":{\"reachable\":false", "(403 SignatureDoesNotMatch)")
                    .doesNotContain("another-secret");
            assertThat(half.exitCode()).isEqualTo(2);
            assertThat(half.output()).contains("RUNLOG_S3_SECRET_KEY is missing");
            assertThat(bucket.names()).isEmpty();
        }
    }

    @Test
    void tellsThatNoConnectionCameInTimeWhereTheDatabaseIsTooBusyToGreet() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            environment.put("DATASOURCES_DEFAULT_URL", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/none");
            environment.put("RECHAT_DATABASE_PATIENCE", "1s");
            environment.put("RUNLOG_ELASTICSEARCH_HOSTS", "http://127.0.0.1:1");

            Run run = runLog("migrate", "--from", "mysql", "--to", "elasticsearch");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output())
                    .contains(
                            "the database gave no connection in time (RECHAT_DATABASE_PATIENCE)",
                            "A store does not answer")
                    .doesNotContain("error 0", "null", "\tat ");
        }
    }
}
